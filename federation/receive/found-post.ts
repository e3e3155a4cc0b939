import type { Transaction } from "../../db/connect.ts"
import { findGroup, findGroupsAddressed } from "../../db/groups.ts"
import { findPostByUri, findShares } from "../../db/posts.ts"
import type { Group } from "../../src/groups/group.ts"
import { limits } from "../../src/limits.ts"
import { judgePost } from "../../src/moderation/judge-post.ts"
import type { Actor } from "../../src/people/actor.ts"
import { type Draft, submitPost } from "../../src/posts/submit-post.ts"
import type { World } from "../../src/world.ts"
import type { Listening } from "../inbox.ts"
import { type NotFound, tooMuch } from "../plumbing/look-up.ts"
import { readPostObject } from "../translate/post.ts"
import { idOf, isObject, listOf, sameOrigin, typeOf } from "../translate/reading.ts"
import type { Json } from "../translate/wire.ts"

/** A post of another server that nobody sent here: it was read where it lives. */
export type FoundPost = { author: Actor; draft: Draft; addressed: string[] }

/** What may still be spent on reading what nobody sent: how many posts, how many bytes, and until when. */
export type Purse = { posts: number; bytes: number; until: Date }

/** @returns a full purse. An inbox row is held for a minute, and what is asked before and last may take ten seconds each. */
export const newPurse = ({ ports }: World, posts: number = limits.postsAbove): Purse => ({
	posts,
	bytes: limits.aboveBytes,
	until: new Date(ports.now().getTime() + limits.aboveTime),
})

/**
 * `unfit`: what is there was read and is none for us; otherwise it may still come by itself. `hidden`: it is not for
 * everyone. `away`: its server is, just now.
 */
export type NoPost = { skip: string; unfit: boolean; hidden?: boolean; away?: boolean }

/** Reads a post at its own address, as its own server serves it (FEP-fe34), if it is for everyone. */
export const postAt = async (
	{ world, lookUp }: Listening,
	uri: string,
	purse: Purse,
): Promise<FoundPost | NoPost> => {
	if (purse.posts <= 0 || purse.bytes <= 0 || world.ports.now() > purse.until)
		return { skip: tooMuch.reason, unfit: false }
	const answer = await lookUp.document(uri)
	purse.posts--
	if (answer.state !== "found") return notRead(uri, answer)
	purse.bytes -= answer.bytes
	const authorUri = authorOf(answer.document, uri)
	if (!authorUri) return { skip: `${uri}: nobody of its own server wrote it`, unfit: true }
	const reading = readPostObject(answer.document, authorUri, null)
	if ("unfit" in reading) return { skip: `${uri}: ${reading.unfit}`, unfit: true }
	if (reading.draft.audience !== "public")
		return { skip: `${uri}: it is not for everyone`, unfit: true, hidden: true }
	const author = await lookUp.actor(authorUri)
	if ("state" in author) return notRead(authorUri, author)
	return { author, draft: reading.draft, addressed: reading.addressed }
}

const notRead = (uri: string, { state, reason }: NotFound): NoPost => ({
	skip: `${uri}: ${reason}`,
	unfit: false,
	away: state === "unreachable",
})

/** Who wrote a thing that is attributed to several: the person among them, as of a film and its channel (PeerTube). */
const authorOf = (document: Json, uri: string): string | null => {
	const authors = listOf(document.attributedTo ?? document.actor)
	const person = authors.find((author) => isObject(author) && typeOf(author) === "Person") ?? authors[0]
	const author = idOf(person)
	return author && sameOrigin(author, uri) ? author : null
}

/**
 * Hands in what was found, in its order: the group's policy decides as of any post, but for a group that did not take the
 * post when it came by itself. Whoever did not write to a group here is not told that it was not taken, and the moderators
 * are not asked.
 */
export const takeInFound = async (world: World, tx: Transaction, found: FoundPost[]): Promise<void> => {
	for (const { author, draft, addressed } of found) {
		const groups = await findGroupsAddressed(tx, addressed)
		if (groups.length === 0 && !(await isWelcome(world, tx, author, draft))) continue
		await submitPost(world, tx, { author, draft, addressed: groups, found: true })
	}
}

/** Whether any group that shares what a post answers would accept it. */
const isWelcome = async (world: World, tx: Transaction, author: Actor, draft: Draft): Promise<boolean> => {
	const parent = draft.inReplyTo ? await findPostByUri(tx, draft.inReplyTo) : null
	const shares = parent ? await findShares(tx, parent.id) : []
	for (const share of shares) {
		const group: Group | null = share.state === "shared" ? await findGroup(tx, share.groupId) : null
		const post = { ...draft, id: "", threadId: share.threadId }
		const verdict = group && (await judgePost(tx, { group, author, post, now: world.ports.now() }))
		if (verdict?.verdict === "accept") return true
	}
	return false
}
