import type { Transaction } from "../../db/connect.ts"
import { forgetGone, goneSince, rememberGoneAt, waitsSinceBefore } from "../../db/inbox.ts"
import { findPostByUri, findShare } from "../../db/posts.ts"
import type { World } from "../../src/world.ts"
import type { Heard } from "../inbox.ts"

/**
 * Remembers that a group took a post out that it does not have here. Its share may still wait for the post's own server,
 * and what waits for long is overtaken by what the group said after it. Where nothing of the group's waits and the post
 * is known, there is nothing to remember.
 */
export const rememberTakenOut = async (
	world: World,
	tx: Transaction,
	heard: Heard,
	uri: string,
): Promise<void> => {
	const post = await findPostByUri(tx, uri)
	if (post && (await findShare(tx, heard.actor.id, post.id))) return
	if (post && !(await waitsSinceBefore(tx, heard.actor.uri, heard.receivedAt))) return
	await rememberGoneAt(tx, uri, heard.actor.uri, world.ports.now())
}

/** Whether the group took the post out after it shared it like this. A share that came after that is a new beginning. */
export const wasTakenOutSince = async (tx: Transaction, heard: Heard, uri: string): Promise<boolean> => {
	const since = await goneSince(tx, uri, heard.actor.uri)
	if (!since) return false
	if (since >= heard.receivedAt) return true
	await putBack(tx, heard, uri)
	return false
}

/** Whether the group took the post out at some time, as far as is known, and not shared it since. */
export const isTakenOut = async (tx: Transaction, heard: Heard, uri: string): Promise<boolean> =>
	(await goneSince(tx, uri, heard.actor.uri)) !== null

/** The group has it again: a share of it that still waits counts. */
export const putBack = async (tx: Transaction, heard: Heard, uri: string): Promise<void> => {
	await forgetGone(tx, uri, heard.actor.uri, heard.receivedAt)
}
