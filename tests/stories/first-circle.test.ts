import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { type Peer, startPeer } from "../support/peer.ts"
import { type Snug, startSnug } from "../support/snug.ts"
import { withOwner } from "../support/with-owner.ts"

describe("a circle of people on several servers", () => {
	let snug: Snug
	let mastodon: Peer
	let lemmy: Peer

	beforeAll(async () => {
		snug = await startSnug()
		await withOwner(snug, "tea")
		mastodon = await startPeer({ software: "mastodon" })
		lemmy = await startPeer({ software: "lemmy" })
	})
	afterAll(async () => {
		await Promise.all([snug?.close(), mastodon?.stop(), lemmy?.stop()])
	})

	it("is found, followed, and shares a post once in the form each server reads", async () => {
		const bob = await mastodon.person("bob")
		const eve = await mastodon.person("eve")
		const ann = await lemmy.person("ann")
		const tea = await bob.lookUp(`@tea@${snug.host}`)
		await bob.follow(tea)
		await eve.follow(tea)
		await mastodon.waitFor((r) => r.json?.type === "Accept" && r.json.to[0] === eve.id)
		await ann.follow(await ann.lookUp(`@tea@${snug.host}`))
		await lemmy.waitFor((r) => r.json?.type === "Accept")

		const { note, answer } = await bob.post({ text: "What is in your pot?", mention: tea })
		expect(answer.status).toBe(202)
		const boost = await mastodon.waitFor((r) => r.json?.type === "Announce")
		expect(boost.json.object).toBe(note.id)
		expect(boost.verified).toBe(true)
		const wrapped = await lemmy.waitFor((r) => r.json?.type === "Announce")
		expect(wrapped.json.object).toMatchObject({ type: "Create", actor: bob.id })
		expect(eve.home().map((entry) => entry.note.id)).toContain(note.id)
		expect(lemmy.community(tea.id).posts).toHaveLength(1)
	})
})
