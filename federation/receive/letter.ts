import type { Transaction } from "../../db/connect.ts"
import { findGroupsAddressed } from "../../db/groups.ts"
import { findPostByUri, findShare } from "../../db/posts.ts"
import type { Group } from "../../src/groups/group.ts"
import { looksLikeCommand } from "../../src/moderation/voices/command.ts"
import { reportPrivately } from "../../src/moderation/voices/report-privately.ts"
import { writeToModerators } from "../../src/moderation/voices/write-to-moderators.ts"
import { ownWords } from "../../src/posts/markup.ts"
import type { Draft } from "../../src/posts/submit-post.ts"
import type { Heard, Hearing, Listening } from "../inbox.ts"

/**
 * Somebody wrote to a public group and to nobody else: a letter to those who look after it or, as an answer to a post of
 * the group, a report of that post. Null for whatever is a post, and for what a moderator asks of the group.
 */
export const receiveLetter = async (
	{ world }: Listening,
	heard: Heard,
	{ draft, addressed }: { draft: Draft; addressed: string[] },
): Promise<Hearing | null> => {
	if (draft.audience !== "people" || heard.text === null || heard.json.type !== "Create") return null
	if (draft.kind !== "note" || looksLikeCommand(ownWords(draft.html))) return null
	const groups = await findGroupsAddressed(world.db, addressed)
	const [group] = groups
	const named = [group?.uri, heard.actor.uri]
	if (group?.visibility !== "public" || addressed.some((uri) => !named.includes(uri))) return null
	return (tx) => take(world, tx, heard, group, draft)
}

const take = async (
	world: Listening["world"],
	tx: Transaction,
	{ actor: person }: Heard,
	group: Group,
	{ uri, html, language, inReplyTo }: Draft,
): Promise<string> => {
	const post = inReplyTo ? await findPostByUri(tx, inReplyTo) : null
	const share = post && (await findShare(tx, group.id, post.id))
	if (post && share && post.authorId !== person.id) {
		const report = await reportPrivately(world, tx, { group, person, post, html, uri, language })
		return report.ok ? "reported" : `ignored: ${report.reason}`
	}
	const letter = await writeToModerators(world, tx, { group, person, html, uri, language })
	return letter.ok ? "a letter" : `ignored: ${letter.reason}`
}
