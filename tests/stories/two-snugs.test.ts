import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { eventually } from "../support/eventually.ts"
import { type Peer, startPeer } from "../support/peer.ts"
import { type Snug, startSnug } from "../support/snug.ts"
import { withOwner } from "../support/with-owner.ts"

describe("two Snug servers", () => {
	let home: Snug
	let away: Snug
	let mastodon: Peer

	beforeAll(async () => {
		;[home, away, mastodon] = await Promise.all([
			startSnug(),
			startSnug(),
			startPeer({ software: "mastodon" }),
		])
		await withOwner(home, "tea")
		await withOwner(away)
	})
	afterAll(async () => {
		await Promise.all([home?.close(), away?.close(), mastodon?.stop()])
	})

	it("let a person of one belong to a group of the other, post there, edit and take back", async () => {
		const eve = await mastodon.person("eve")
		const tea = await eve.lookUp(`@tea@${home.host}`)
		await eve.follow(tea)
		await mastodon.waitFor((r) => r.json?.type === "Accept")

		const asked = await away.snug("federation", "follow", `@tea@${home.host}`, "--as", "ana")
		expect(asked).toMatchObject({ handle: `@tea@${home.host}`, state: "asked" })
		await eventually(async () => {
			const members = await home.snug("member", "list", "tea")
			expect(members).toContainEqual(
				expect.objectContaining({ handle: `@ana@${away.host}`, state: "member" }),
			)
			const again = await away.snug("federation", "follow", `@tea@${home.host}`, "--as", "ana")
			expect(again.state).toBe("following")
		})

		const { note } = await eve.post({ text: "A word from further off.", mention: tea })
		await eventually(async () => {
			const there = await away.snug("post", "list", `@tea@${home.host}`)
			expect(there).toContainEqual(expect.objectContaining({ uri: note.id, handle: eve.handle }))
		})
		await eve.delete(note)
		await eventually(async () => expect(await away.snug("post", "list", `@tea@${home.host}`)).toEqual([]))

		const post = await away.snug(
			"post",
			"submit",
			`@tea@${home.host}`,
			"--as",
			"ana",
			"--text",
			"Greetings from *next door*.",
		)
		const boost = await mastodon.waitFor((r) => r.json?.type === "Announce" && r.json.object === post.uri)
		expect(boost.verified).toBe(true)
		expect(eve.home().map((entry) => entry.note.id)).toContain(post.uri)
		const here = await home.snug("post", "list", "tea")
		expect(here).toContainEqual(
			expect.objectContaining({ uri: post.uri, text: expect.stringContaining("next door") }),
		)

		await away.snug("post", "edit", post.id, "--as", "ana", "--text", "Greetings from across the road.")
		await eventually(async () => {
			const [edited] = await home.snug("post", "list", "tea")
			expect(edited.text).toContain("across the road")
		})
		await away.snug("post", "delete", post.id, "--as", "ana")
		await mastodon.waitFor((r) => r.json?.type === "Undo" && r.json.object.object === post.uri)
		expect(await home.snug("post", "list", "tea")).toEqual([])

		await away.snug("federation", "unfollow", `@tea@${home.host}`, "--as", "ana")
		await eventually(async () => {
			const members = await home.snug("member", "list", "tea")
			expect(members.map((member: { handle: string }) => member.handle)).not.toContain(`@ana@${away.host}`)
		})
	})
})
