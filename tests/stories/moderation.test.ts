import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { type Circle, startCircle } from "../support/circle.ts"
import { eventually } from "../support/eventually.ts"
import { type Json, type Peer, type Person, type Received, startPeer } from "../support/peer.ts"
import type { Server } from "../support/snug.ts"

describe("moderators of a circle", () => {
	let circle: Circle
	let snug: Server
	let mastodon: Peer
	let lemmy: Peer
	let [bob, eve]: Person[] = []
	let tea: Json

	const boosts = (object: string) =>
		mastodon.received.filter((r) => r.json?.type === "Announce" && r.json.object === object)
	const wrapped = (type: string, holds: (inner: Json) => boolean = () => true) =>
		lemmy.waitFor((r) => r.json?.type === "Announce" && r.json.object?.type === type && holds(r.json.object))
	const posted = async (person: Person, text: string) => {
		const { note } = await person.post({ text, mention: tea })
		await mastodon.waitFor((r) => r.json?.type === "Announce" && r.json.object === note.id)
		return note
	}
	const log = async (): Promise<{ state: string; reason: string; person: string }[]> =>
		snug.snug("mod", "log", "tea")

	beforeAll(async () => {
		circle = await startCircle()
		;({ snug, mastodon, lemmy, bob, eve, tea } = circle)
		await circle.gather()
	})
	afterAll(() => circle?.close())

	it("remove a post here and tell both kinds of servers, and put it back under a new id", async () => {
		const note = await posted(bob!, "Kettle for sale, cheap.")
		const removed = await snug.snug("post", "remove", note.id, "--reason", "No sales here")
		expect(removed).toMatchObject({ uri: note.id, state: "removed" })
		const undo = await mastodon.waitFor((r) => r.json?.type === "Undo" && r.json.object?.object === note.id)
		expect(undo.json.object.id).toBe(boosts(note.id)[0]!.json.id)
		const gone = await wrapped("Delete", (inner) => inner.object === note.id)
		expect(gone.json.object).toMatchObject({ summary: "No sales here", audience: tea.id })
		expect(gone.answered).toBe(200)
		expect(await circle.page("/@tea")).not.toContain("Kettle for sale")
		expect(eve!.home().map((entry) => entry.note.id)).not.toContain(note.id)

		expect(await snug.snug("post", "restore", "tea", note.id)).toMatchObject({ state: "shared" })
		await mastodon.waitFor(() => boosts(note.id).length === 2)
		const [first, second] = boosts(note.id)
		expect(second!.json.id).not.toBe(first!.json.id)
		await wrapped("Undo", (inner) => inner.object?.type === "Delete")
		await eventually(async () => expect(await circle.page("/@tea")).toContain("Kettle for sale"))
		expect((await log()).map((row) => row.state)).toEqual(
			expect.arrayContaining(["post-removed", "post-restored"]),
		)
	})

	it("hold posts with certain words, tell the author once a day, and let them through", async () => {
		await snug.snug("filter", "add", "tea", "earl grey", "--hold")
		const { note } = await bob!.post({ text: "Earl Grey at four?", mention: tea })
		const saysItWaits = (r: Received): boolean =>
			r.json?.type === "Create" &&
			r.json.actor === tea.id &&
			/waiting for a moderator/.test(r.json.object.content)
		const told = await mastodon.waitFor(saysItWaits)
		expect(told.json).toMatchObject({ to: [bob!.id], cc: [], object: { type: "Note", attributedTo: tea.id } })
		expect(told.json.object.content).toMatch(/\/@tea\/status\/[0-9a-f-]{36}/)
		expect(boosts(note.id)).toEqual([])
		expect(await circle.page("/@tea")).not.toContain("Earl Grey")
		const [held] = await snug.snug("post", "list", "tea", "--held")
		expect(held).toMatchObject({ uri: note.id, state: "held" })

		await bob!.post({ text: "Earl Grey at five then?", mention: tea })
		await eventually(async () => expect(await snug.snug("post", "list", "tea", "--held")).toHaveLength(2))
		expect(mastodon.received.filter(saysItWaits)).toHaveLength(1)

		await snug.snug("post", "approve", note.id, "--reason", "Fine by me")
		await mastodon.waitFor((r) => r.json?.type === "Announce" && r.json.object === note.id)
		await wrapped("Create", (inner) => inner.object.id === note.id)
		await snug.snug("filter", "remove", "tea", "earl grey")
		expect(await snug.snug("filter", "list", "tea")).toEqual([])
	})

	it("ban somebody: their server hears that the follow ended, and what they send is not taken and not answered", async () => {
		await snug.snug("member", "ban", "tea", bob!.handle, "--reason", "Sales again", "--until", "7d")
		const told = (r: Received): boolean => r.json?.type === "Create" && r.json.to[0] === bob!.id
		await mastodon.waitFor((r) => told(r) && r.json!.object.content.includes("Sales again"))
		const before = mastodon.received.filter(told).length
		const reject = await mastodon.waitFor((r) => r.json?.type === "Reject")
		expect(reject.json).toMatchObject({
			actor: tea.id,
			to: [bob!.id],
			object: { type: "Follow", actor: bob!.id },
		})
		const block = await wrapped("Block")
		expect(block.json.object).toMatchObject({
			object: bob!.id,
			target: tea.id,
			summary: "Sales again",
			endTime: expect.any(String),
		})

		const { note, answer } = await bob!.post({ text: "I am still here.", mention: tea })
		expect(answer.status).toBe(202)
		await bob!.follow(tea)
		await mastodon.waitFor((r) => r.json?.type === "Reject" && r !== reject)
		expect(await circle.page("/@tea")).not.toContain("I am still here")
		expect(boosts(note.id)).toEqual([])
		expect(mastodon.received.filter(told)).toHaveLength(before)
		expect(await snug.snug("member", "list", "tea", "--banned")).toContainEqual(
			expect.objectContaining({ handle: bob!.handle, reason: "Sales again" }),
		)

		await snug.snug("member", "lift", "tea", bob!.handle)
		await bob!.follow(tea)
		await eventually(async () =>
			expect(await snug.snug("member", "list", "tea")).toContainEqual(
				expect.objectContaining({ handle: bob!.handle, state: "member" }),
			),
		)
	})

	it("let followers be members only when a moderator says so", async () => {
		await snug.snug("group", "set", "tea", "--join", "approval", "--posting", "members")
		const dan = await mastodon.person("dan")
		await dan.follow(tea)
		await mastodon.waitFor((r) => r.json?.type === "Accept" && r.json.to[0] === dan.id)
		expect(await snug.snug("member", "list", "tea", "--waiting")).toContainEqual(
			expect.objectContaining({ handle: dan.handle }),
		)
		const early = await dan.post({ text: "May I?", mention: tea })
		const told = await mastodon.waitFor((r) => r.json?.type === "Create" && r.json.to[0] === dan.id)
		expect(told.json.object.content).toContain("Only members")
		await snug.snug("member", "approve", "tea", dan.handle)
		const note = await posted(dan, "Thank you for having me.")
		expect(boosts(early.note.id)).toEqual([])
		expect(boosts(note.id)).toHaveLength(1)
		await snug.snug("group", "set", "tea", "--join", "open", "--posting", "followers")
	})

	it("close a thread to answers", async () => {
		const note = await posted(eve!, "Milk first?")
		await snug.snug("post", "lock", note.id, "--reason", "Run its course")
		await wrapped("Lock", (inner) => inner.object === note.id)
		await bob!.post({ text: "Never!", mention: tea, inReplyTo: note })
		await eventually(async () =>
			expect(await log()).toContainEqual(
				expect.objectContaining({ state: "post-refused", reason: expect.stringContaining("closed") }),
			),
		)
		await snug.snug("post", "unlock", note.id)
		await bob!.post({ text: "Well, sometimes.", mention: tea, inReplyTo: note })
		await wrapped("Create", (inner) => inner.object.content.includes("Well, sometimes"))
	})

	it("keep reports, and close them", async () => {
		const note = await posted(bob!, "Tea is overrated.")
		const flag = {
			"@context": "https://www.w3.org/ns/activitystreams",
			id: `${mastodon.origin}/flags/1`,
			type: "Flag",
			actor: mastodon.instance.id,
			content: "Not kind",
			object: [bob!.id, note.id],
		}
		await mastodon.instance.send(flag, { to: tea.inbox })
		await mastodon.instance.send(flag, { to: tea.endpoints.sharedInbox })
		const [report, ...others] = await eventually(async () => {
			const rows = await snug.snug("report", "list", "tea")
			expect(rows.length).toBeGreaterThan(0)
			return rows
		})
		expect(others).toEqual([])
		expect(report).toMatchObject({ state: "open", handle: bob!.handle, words: "Not kind", reporter: null })
		await snug.snug("report", "resolve", report.id, "--reason", "Talked to him")
		expect(await snug.snug("report", "show", report.id)).toMatchObject({
			state: "resolved",
			resolution: "Talked to him",
		})
	})

	it("let an author take a post out by answering it with one word", async () => {
		const note = await posted(eve!, "Written too soon.")
		await eve!.post({ text: "unshare", mention: tea, inReplyTo: note })
		await mastodon.waitFor((r) => r.json?.type === "Undo" && r.json.object?.object === note.id)
		await wrapped("Delete", (inner) => inner.object === note.id)
		expect(await circle.page("/@tea")).not.toContain("Written too soon")
		expect(await circle.page("/@tea")).not.toContain("unshare</")
	})

	it("pin a welcome that says what this is, how to post and how to take a post back", async () => {
		await snug.snug("group", "set", "tea", "--rules", "Be *kind*.")
		const featured = (await (
			await fetch(tea.featured, { headers: { accept: "application/activity+json" } })
		).json()) as Json
		const [welcome] = featured.orderedItems
		expect(welcome).toMatchObject({ id: `${tea.id}/welcome`, type: "Note", attributedTo: tea.id })
		for (const words of ["Welcome to", `@tea@${snug.host}`, "unshare", "<em>kind</em>"])
			expect(welcome.content).toContain(words)
		await mastodon.waitFor((r) => r.json?.type === "Update" && r.json.object?.id === welcome.id)
		const own = (await (
			await fetch(welcome.id, { headers: { accept: "application/activity+json" } })
		).json()) as Json
		expect(own.content).toBe(welcome.content)
	})

	it("pass gestures on to communities, and never to homes", async () => {
		const note = await posted(bob!, "A good cup.")
		const like = {
			"@context": "https://www.w3.org/ns/activitystreams",
			id: `${eve!.id}#likes/1`,
			type: "Like",
			actor: eve!.id,
			object: note.id,
		}
		await eve!.send(like, { to: tea.inbox })
		expect((await wrapped("Like")).json.object).toEqual(like)
		const undo = { ...like, id: `${eve!.id}#likes/1/undo`, type: "Undo", object: like }
		await eve!.send(undo, { to: tea.inbox })
		await wrapped("Undo", (inner) => inner.object?.type === "Like")
		expect(
			mastodon.received.filter((r) => r.json?.type === "Announce" && typeof r.json.object !== "string"),
		).toEqual([])
	})

	it("block a server: nothing of it is taken, nothing more is sent to it", async () => {
		const other = await startPeer({ software: "mastodon" })
		const mallet = await other.person("mallet")
		await mallet.follow(await mallet.lookUp(`@tea@${snug.host}`))
		await other.waitFor((r) => r.json?.type === "Accept")
		expect(await snug.snug("domain", "block", other.host, "--reason", "Spam")).toMatchObject({
			id: other.host,
			state: "block",
		})
		const before = other.received.length
		const { answer } = await mallet.post({ text: "Buy now", mention: tea })
		expect(answer.status).toBe(202)
		await posted(eve!, "Quiet again.")
		await lemmy.settled()
		expect(other.received.length).toBe(before)
		expect(await circle.page("/@tea")).not.toContain("Buy now")
		expect(await snug.snug("domain", "list")).toContainEqual(
			expect.objectContaining({ id: other.host, state: "block", reason: "Spam" }),
		)

		await snug.snug("domain", "limit", other.host)
		await mallet.post({ text: "Sorry about that.", mention: tea })
		await eventually(async () =>
			expect(await snug.snug("post", "list", "tea", "--held")).toContainEqual(
				expect.objectContaining({ text: expect.stringContaining("Sorry") }),
			),
		)
		await snug.snug("domain", "allow", other.host)
		expect(await snug.snug("domain", "list")).toEqual([])
		await other.stop()
	})
})
