import { findActorByUri } from "../../db/actors.ts"
import { personStanding } from "../../db/borders/standing.ts"
import type { Transaction } from "../../db/connect.ts"
import { findGroupsAddressed } from "../../db/groups.ts"
import { groupsOf } from "../../db/members.ts"
import { findPostByUri, findShares } from "../../db/posts.ts"
import { limits } from "../../src/limits.ts"
import { fileReport } from "../../src/moderation/file-report.ts"
import type { Actor } from "../../src/people/actor.ts"
import { plainText } from "../../src/posts/markup.ts"
import type { Heard, Hearing, Listening } from "../inbox.ts"
import { addressees, idsOf, textOf } from "../translate/reading.ts"
import type { Json } from "../translate/wire.ts"

/**
 * Somebody reports a person or posts: Mastodon as its server, with a list; Lemmy and Mbin as the person, with one post.
 * It is kept for the moderators of each group that it concerns, and for the operator if for none.
 */
export const receiveFlag = async ({ world }: Listening, heard: Heard): Promise<Hearing> => {
	const uris = idsOf(heard.json.object).slice(0, limits.reportedAtOnce)
	const words = plainText(textOf(heard.json.content) || textOf(heard.json.summary) || "")
	const reporterId = isServerItself(heard.actor) ? null : heard.actor.id
	return async (tx) => {
		const named = await whatIsNamed(tx, uris)
		if (!named) return "ignored: it is about nobody here"
		const groupIds = await groupsConcerned(tx, heard.json, named)
		let [filed, unheard] = [0, 0]
		for (const groupId of groupIds.length > 0 ? groupIds : [null]) {
			if ((await personStanding(tx, heard.actor, groupId)).rejectReports) {
				unheard++
				continue
			}
			const uri = heard.id ? `${heard.id} ${groupId ?? ""}` : null
			const report = await fileReport(world, tx, { uri, groupId, reporterId, ...named.about, words })
			if (report.ok) filed++
		}
		if (filed > 0) return "reported"
		return unheard > 0
			? "ignored: no reports are taken from that server"
			: "ignored: the same report waits already"
	}
}

/** Servers that keep the reporter to themselves report as themselves, under the name of their host. */
const isServerItself = ({ kind, handle, host }: Actor): boolean =>
	kind === "server" || handle.toLowerCase() === host

type Named = { about: { subjectId: string | null; postId: string | null }; postIds: string[] }

const whatIsNamed = async (tx: Transaction, uris: string[]): Promise<Named | null> => {
	const postIds: string[] = []
	let [subjectId, postId]: (string | null)[] = [null, null]
	for (const uri of uris) {
		const post = await findPostByUri(tx, uri)
		const actor = post ? null : await findActorByUri(tx, uri)
		if (post) {
			postIds.push(post.id)
			postId ??= post.id
			subjectId ??= post.authorId
		} else if (actor && (actor.kind !== "group" || !subjectId)) subjectId = actor.id
	}
	return subjectId ? { about: { subjectId, postId: postId ?? null }, postIds } : null
}

/** The groups that hold a reported post, that the report is addressed to, or that the reported person is in. */
const groupsConcerned = async (tx: Transaction, json: Json, { about, postIds }: Named): Promise<string[]> => {
	const found = new Set<string>()
	for (const postId of postIds) for (const share of await findShares(tx, postId)) found.add(share.groupId)
	for (const group of await findGroupsAddressed(tx, [...addressees(json), ...idsOf(json.object)]))
		found.add(group.id)
	if (found.size === 0 && about.subjectId)
		for (const groupId of await groupsOf(tx, about.subjectId)) found.add(groupId)
	return [...found].slice(0, limits.reportedAtOnce)
}
