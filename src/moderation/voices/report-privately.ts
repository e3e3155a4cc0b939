import { personStanding } from "../../../db/borders/standing.ts"
import type { Transaction } from "../../../db/connect.ts"
import { record } from "../../../db/events.ts"
import { findBan } from "../../../db/members.ts"
import type { Group } from "../../groups/group.ts"
import { banHolds } from "../../groups/member.ts"
import type { Actor } from "../../people/actor.ts"
import { plainText } from "../../posts/markup.ts"
import type { Post } from "../../posts/post.ts"
import { type Result, refused } from "../../result.ts"
import type { World } from "../../world.ts"
import { fileReport } from "../file-report.ts"

/** Somebody answers a post with words for the group alone: a report of it, and they hear that it came. */
export const reportPrivately = async (
	world: World,
	tx: Transaction,
	said: { group: Group; person: Actor; post: Post; html: string; uri: string; language: string | null },
): Promise<Result<string>> => {
	const { group, person, post } = said
	const { rejectReports } = await personStanding(tx, person, group.id)
	const banned = banHolds(await findBan(tx, group.id, person.id), world.ports.now())
	// What is no person may answer each answer.
	if (rejectReports || banned || person.kind !== "person")
		return refused("forbidden", "Nothing more is taken from them by the people who look after this group.")
	const [groupId, reporterId] = [group.id, person.id]
	const about = { subjectId: post.authorId, postId: post.id, words: plainText(said.html) }
	const report = await fileReport(world, tx, { uri: `${said.uri} ${groupId}`, groupId, reporterId, ...about })
	if (!report.ok) return report
	const facts = { answer: { says: "reported" }, language: said.language } as const
	const told = { type: "group-answered", groupId, personId: person.id, postId: post.id, facts } as const
	await record(tx, world.ports, told)
	return report
}
