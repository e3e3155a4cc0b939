import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { type Circle, startCircle } from "../support/circle.ts"
import { eventually } from "../support/eventually.ts"
import type { Json, Peer, Received } from "../support/peer.ts"
import type { Snug } from "../support/snug.ts"

type Deed = {
	words: (to: { post: string; bob: string }) => string[]
	/** What each kind of server hears of it; null where it hears nothing. */
	mastodon: ((json: Json) => boolean) | null
	lemmy: ((inner: Json) => boolean) | null
}

const undone = (json: Json) => json.type === "Undo" && json.object?.type === "Announce"
const boosted = (json: Json) => json.type === "Announce" && typeof json.object === "string"
const inner = (type: string, of?: string) => (said: Json) =>
	said.type === type && (of === undefined || said.object?.type === of)

const deeds: Record<string, Deed> = {
	hold: { words: ({ post }) => ["post", "hold", post], mastodon: undone, lemmy: inner("Delete") },
	approve: {
		words: ({ post }) => ["post", "approve", post],
		mastodon: boosted,
		lemmy: inner("Undo", "Delete"),
	},
	remove: { words: ({ post }) => ["post", "remove", post], mastodon: undone, lemmy: inner("Delete") },
	restore: {
		words: ({ post }) => ["post", "restore", post],
		mastodon: boosted,
		lemmy: inner("Undo", "Delete"),
	},
	lock: { words: ({ post }) => ["post", "lock", post], mastodon: null, lemmy: inner("Lock") },
	unlock: { words: ({ post }) => ["post", "unlock", post], mastodon: null, lemmy: inner("Undo", "Lock") },
	pin: { words: ({ post }) => ["post", "pin", post], mastodon: null, lemmy: inner("Add") },
	unpin: { words: ({ post }) => ["post", "unpin", post], mastodon: null, lemmy: inner("Remove") },
	ban: {
		words: ({ bob }) => ["member", "ban", "tea", bob],
		mastodon: (json) => json.type === "Reject",
		lemmy: inner("Block"),
	},
	lift: { words: ({ bob }) => ["member", "lift", "tea", bob], mastodon: null, lemmy: inner("Undo", "Block") },
}

/** Each death of the server, and what moderators did just before it. */
const rounds: { place: string; names: string[] }[] = [
	{ place: "outbox:before-commit", names: ["hold"] },
	{ place: "outbox:handed-over", names: ["approve", "lock", "pin"] },
	{ place: "deliver:before-send", names: ["unlock", "unpin", "remove"] },
	{ place: "deliver:sent", names: ["restore", "ban", "lift"] },
]

describe("what moderators do survives kill -9", () => {
	let circle: Circle<Snug>
	let post: string

	beforeAll(async () => {
		circle = await startCircle()
		await circle.gather()
		const { bob, tea, mastodon, lemmy } = circle
		post = (await bob.post({ text: "A post to be moderated.", mention: tea })).note.id
		for (const peer of [mastodon, lemmy]) await peer.waitFor((r) => r.json?.type === "Announce")
	})
	afterAll(() => circle?.close())

	/** What is new since then; what was said before may be said again after a crash, under its old id. */
	const heardBy = (peer: Peer, from: number, holds: (json: Json) => boolean): Received[] => {
		const before = new Set(peer.received.slice(0, from).map((r) => r.json?.id))
		return peer.received.slice(from).filter((r) => r.json && !before.has(r.json.id) && holds(r.json))
	}

	for (const { place, names } of rounds)
		it(`${names.join(" and ")}, killed at ${place}`, async () => {
			const from = { mastodon: circle.mastodon.received.length, lemmy: circle.lemmy.received.length }
			await circle.again({ FAILPOINT: place })
			for (const name of names)
				await circle.snug.snug(...deeds[name]!.words({ post, bob: circle.bob.handle }), "--reason", "A test")
			await eventually(() => expect(circle.snug.process.signalCode).toBe("SIGKILL"), 25_000)
			await circle.again({ FAILPOINT: "" })
			for (const name of names) await eventually(() => expectOnce(deeds[name]!, from), 25_000)
		}, 90_000)

	/** Said to each kind of server that has words for it, under one id and in one form however often it was sent. */
	const expectOnce = (deed: Deed, from: { mastodon: number; lemmy: number }): void => {
		const wrapped = (json: Json) => json.type === "Announce" && !!deed.lemmy?.(json.object)
		const told = [
			...(deed.mastodon ? [heardBy(circle.mastodon, from.mastodon, deed.mastodon)] : []),
			...(deed.lemmy ? [heardBy(circle.lemmy, from.lemmy, wrapped)] : []),
		]
		for (const heard of told) {
			expect(heard.length).toBeGreaterThan(0)
			expect(new Set(heard.map((r) => r.json!.id)).size).toBe(1)
			expect(new Set(heard.map((r) => r.bytes.toString())).size).toBe(1)
		}
	}

	it("and stands in the mod log once", async () => {
		const log: { state: string }[] = await circle.snug.snug("mod", "log", "tea")
		const counts = Map.groupBy(log, ({ state }) => state)
		for (const state of [
			"post-suspended",
			"post-approved",
			"post-removed",
			"thread-locked",
			"member-banned",
			"ban-lifted",
		])
			expect(counts.get(state), state).toHaveLength(1)
	})
})
