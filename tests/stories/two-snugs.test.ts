import { mkdtempSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { eventually } from "../support/eventually.ts"
import { type Json, type Peer, startPeer } from "../support/peer.ts"
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

	it("let groups that follow each other show each other's posts, each announced once and never again", async () => {
		await home.snug("group", "follow", "tea", `@hall@${away.host}`)
		await away.snug("group", "follow", "hall", `@tea@${home.host}`)
		for (const [here, group, there] of [
			[home, "tea", `@hall@${away.host}`],
			[away, "hall", `@tea@${home.host}`],
		] as const)
			await eventually(async () => {
				const members = await here.snug("member", "list", group)
				expect(members).toContainEqual(expect.objectContaining({ handle: there, state: "follower" }))
			})
		const eve = mastodon.person("eve")
		const [tea, hall] = [await eve.lookUp(`@tea@${home.host}`), await eve.lookUp(`@hall@${away.host}`)]
		await eve.follow(hall)
		await eventually(() => expect(eve.follows(hall.id)).toBe(true))

		const { note } = await eve.post({ text: "Round the houses.", mention: tea })
		const listedAt = (snug: Snug, group: string, uri: string) =>
			eventually(async () =>
				expect(await snug.snug("post", "list", group)).toContainEqual(expect.objectContaining({ uri })),
			)
		await listedAt(home, "tea", note.id)
		await listedAt(away, "hall", note.id)
		// One post that names both is announced by both, and goes no further.
		const both = await eve.post({ text: "To both houses.", mention: [tea, hall] })
		await listedAt(home, "tea", both.note.id)
		await listedAt(away, "hall", both.note.id)
		const last = await away.snug("post", "submit", "hall", "--as", "ana", "--text", "The last word.")
		await listedAt(home, "tea", last.uri)
		await mastodon.waitFor((r) => r.json?.type === "Announce" && r.json.object === last.uri)

		// What tea says goes out in its order: had it said more of these, that would be here before this.
		const control = await eve.post({ text: "And so to bed.", mention: [tea, hall] })
		for (const group of [tea, hall])
			await mastodon.waitFor(
				(r) => r.json?.type === "Announce" && r.json.object === control.note.id && r.json.actor === group.id,
			)
		const announcedBy = (uri: string) =>
			mastodon.received
				.filter((r) => r.json?.type === "Announce" && r.json.object === uri)
				.map((r) => r.json.actor)
				.sort()
		expect(announcedBy(both.note.id)).toEqual([tea.id, hall.id].sort())
		expect(announcedBy(note.id)).toEqual([tea.id])
		expect(announcedBy(last.uri)).toEqual([hall.id])
	})

	it("let somebody of one quote somebody of the other, who is asked, agrees, and takes it back", async () => {
		const quoted = await away.snug("post", "submit", "hall", "--as", "ana", "--text", "Words worth keeping.")
		const words = ["--text", "Hear, hear!", "--quote", quoted.uri]
		const quoting = await home.snug("post", "submit", "tea", "--as", "ana", ...words)
		expect(quoting.quote).toBe("asked")
		const permission = await eventually(async () => {
			const { quote, quoteAuthorization } = await activityAt(quoting.uri)
			expect([quote, quoteAuthorization]).toEqual([
				quoted.uri,
				expect.stringContaining(`${quoted.uri}/quotes/`),
			])
			return quoteAuthorization
		})
		expect(await activityAt(permission)).toMatchObject({ interactingObject: quoting.uri })
		await mastodon.waitFor(
			(r) => r.json?.type === "Update" && r.json.object.quoteAuthorization === permission,
		)
		await away.snug("post", "delete", quoted.id, "--as", "ana")
		await eventually(async () =>
			expect(await activityAt(quoting.uri)).not.toHaveProperty("quoteAuthorization"),
		)
	})
	const activityAt = async (uri: string): Promise<Json> =>
		(await fetch(uri, { headers: { accept: "application/activity+json" } })).json() as Promise<Json>

	it("take a group in that moves, and whoever followed it goes along", async () => {
		await withLibrary(home, away)
		await home.snug("account", "create", "bob", "--password-file", passwordFile())
		await home.snug("federation", "follow", `@books@${away.host}`, "--as", "bob")
		await eventually(async () => {
			const members = await away.snug("member", "list", "books")
			expect(members).toContainEqual(expect.objectContaining({ handle: `@bob@${home.host}` }))
		})
		const books = await away.snug("group", "show", "books")
		await home.snug("group", "alias", "library", books.uri)
		const moved = await away.snug("group", "move", "books", `@library@${home.host}`, "--apply")
		expect(moved).toMatchObject({ state: "moved" })
		await eventually(async () => {
			const members = await home.snug("member", "list", "library")
			expect(members).toContainEqual(
				expect.objectContaining({ handle: `@bob@${home.host}`, state: "member" }),
			)
		})
		await eventually(async () => {
			const left = await away.snug("member", "list", "books")
			expect(left.map((member: { handle: string }) => member.handle)).not.toContain(`@bob@${home.host}`)
		})
	})
})

const withLibrary = async (home: Snug, away: Snug): Promise<void> => {
	await home.snug("group", "create", "library", "--name", "The library", "--owner", "ana")
	await away.snug("group", "create", "books", "--name", "Books", "--owner", "ana")
}

const passwordFile = (): string => {
	const path = join(mkdtempSync(join(tmpdir(), "snug-")), "password")
	writeFileSync(path, "correct horse battery staple")
	return path
}
