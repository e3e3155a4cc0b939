import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { type Circle, startCircle } from "../support/circle.ts"
import { eventually } from "../support/eventually.ts"
import type { Json, Peer, Person } from "../support/peer.ts"
import type { Server } from "../support/snug.ts"

const everyone = "https://www.w3.org/ns/activitystreams#Public"

describe("a circle of people on several servers", () => {
	let circle: Circle
	let snug: Server
	let mastodon: Peer
	let lemmy: Peer
	let [bob, eve, ann]: Person[] = []
	let tea: Json
	let first: { note: Json }

	const announced = (peer: Peer, object: string) =>
		peer.waitFor(
			(r) =>
				r.json?.type === "Announce" && (r.json.object === object || r.json.object?.object?.id === object),
		)
	const count = (peer: Peer, holds: (json: Json) => boolean) =>
		peer.received.filter((r) => r.json && holds(r.json)).length

	beforeAll(async () => {
		circle = await startCircle()
		;({ snug, mastodon, lemmy, bob, eve, ann } = circle)
	})
	afterAll(() => circle?.close())

	it("is found and followed, and says yes with the Follow inside", async () => {
		tea = await bob!.lookUp(`@tea@${snug.host}`)
		for (const person of [bob!, eve!, ann!]) {
			const { follow, answer } = await person.follow(await person.lookUp(`@tea@${snug.host}`))
			expect(answer.status).toBe(202)
			const peer = person === ann ? lemmy : mastodon
			const accept = await peer.waitFor((r) => r.json?.type === "Accept" && r.json.to[0] === person.id)
			expect(accept.verified).toBe(true)
			expect(accept.json).toMatchObject({
				actor: tea.id,
				to: [person.id],
				object: { id: follow.id, type: "Follow", actor: person.id, object: tea.id },
			})
		}
		expect(await snug.snug("member", "list", "tea")).toHaveLength(4)
	})

	it("shares a post once, in the form each server reads", async () => {
		first = await bob!.post({ text: "What is in your pot?", mention: tea })
		const boost = await announced(mastodon, first.note.id)
		expect(boost).toMatchObject({ verified: true, path: "/inbox" })
		expect(boost.json).toMatchObject({
			actor: tea.id,
			object: first.note.id,
			to: [everyone],
			cc: [tea.followers, bob!.id],
		})
		const wrapped = await announced(lemmy, first.note.id)
		expect(wrapped.json).toMatchObject({
			actor: tea.id,
			object: { type: "Create", actor: bob!.id, object: { id: first.note.id } },
		})
		expect(wrapped.answered).toBe(200)
		expect(eve!.home().map((entry) => entry.note.id)).toEqual([first.note.id])
		expect(lemmy.community(tea.id).posts).toHaveLength(1)
		expect(await circle.page("/@tea")).toContain("What is in your pot?")
	})

	it("shares nothing twice, however often and wherever it arrives", async () => {
		const again = await eve!.post({ text: "Green, with a biscuit.", mention: tea })
		await announced(mastodon, again.note.id)
		const answers = await Promise.all(
			[tea.inbox, tea.endpoints.sharedInbox, tea.inbox, tea.endpoints.sharedInbox].map((to) =>
				eve!.send(again.create, { to }),
			),
		)
		expect(answers.map((answer) => answer.status)).toEqual([202, 202, 202, 202])
		// What somebody says is dealt with in its order, so that this comes last.
		const last = await eve!.post({ text: "And another.", mention: tea })
		for (const peer of [mastodon, lemmy]) await announced(peer, last.note.id)
		expect(count(mastodon, (json) => json.type === "Announce" && json.object === again.note.id)).toBe(1)
		expect(
			count(lemmy, (json) => json.type === "Announce" && json.object?.object?.id === again.note.id),
		).toBe(1)
	})

	it("carries an answer to the thread, and to servers that keep communities, but floods no home with it", async () => {
		const answer = await ann!.post({
			text: "Oolong, the third infusion.",
			mention: tea,
			inReplyTo: first.note,
		})
		const back = await eve!.post({ text: "Lucky you.", mention: tea, inReplyTo: answer.note })
		await announced(lemmy, back.note.id)
		expect(lemmy.community(tea.id).comments).toHaveLength(2)
		expect(count(mastodon, (json) => json.type === "Announce" && json.object === back.note.id)).toBe(0)
		const path = /href="(\/@tea\/t\/[^"]+)"[^>]*>[^<]*What is in your pot/.exec(
			await circle.page("/@tea"),
		)?.[1]
		const thread = await circle.page(path!)
		for (const words of ["What is in your pot?", "Oolong, the third infusion.", "Lucky you."])
			expect(thread).toContain(words)
	})

	it("shows an edit, and passes it on word for word", async () => {
		const { update } = await bob!.edit(first.note, "What is in your pot today?")
		const passed = await lemmy.waitFor((r) => r.json?.type === "Announce" && r.json.object?.type === "Update")
		expect(passed.json.object).toEqual(update)
		await eventually(async () => expect(await circle.page("/@tea")).toContain("What is in your pot today?"))
	})

	it("takes a post out again when its author deletes it", async () => {
		await bob!.delete(first.note)
		const undo = await mastodon.waitFor(
			(r) => r.json?.type === "Undo" && r.json.object?.object === first.note.id,
		)
		expect(undo.json).toMatchObject({ actor: tea.id, object: { type: "Announce", object: first.note.id } })
		const boost = mastodon.received.find(
			(r) => r.json?.type === "Announce" && r.json.object === first.note.id,
		)
		expect(undo.json.object.id).toBe(boost!.json.id)
		const passed = await lemmy.waitFor((r) => r.json?.type === "Announce" && r.json.object?.type === "Delete")
		expect(passed.json.object.actor).toBe(bob!.id)
		expect(await circle.page("/@tea")).not.toContain("What is in your pot")
		expect(eve!.home().map((entry) => entry.note.id)).not.toContain(first.note.id)
	})

	it("lets somebody with an account here post, edit and delete in both dialects", async () => {
		const post = await snug.snug("post", "submit", "tea", "--as", "ana", "--text", "The kettle is **on**.")
		const boost = await announced(mastodon, post.uri)
		expect(boost.json.object).toBe(post.uri)
		expect(eve!.home()[0]?.note.content).toContain("kettle")
		const wrapped = await announced(lemmy, post.uri)
		expect(wrapped.json.object).toMatchObject({
			type: "Create",
			id: `${post.uri}/create`,
			object: { type: "Note", id: post.uri },
		})

		await snug.snug("post", "edit", post.id, "--as", "ana", "--text", "The kettle is off.")
		const update = await mastodon.waitFor((r) => r.json?.type === "Update" && r.json.object.id === post.uri)
		expect(update).toMatchObject({ verified: true, signer: update.json.actor })
		await lemmy.waitFor(
			(r) =>
				r.json?.type === "Announce" &&
				r.json.object?.type === "Update" &&
				r.json.object.object.id === post.uri,
		)
		await eventually(() => expect(eve!.home()[0]?.note.content).toContain("off"))

		await snug.snug("post", "delete", post.id, "--as", "ana")
		await mastodon.waitFor((r) => r.json?.type === "Delete" && r.json.object.id === post.uri)
		await mastodon.waitFor((r) => r.json?.type === "Undo" && r.json.object.object === post.uri)
		await lemmy.waitFor(
			(r) =>
				r.json?.type === "Announce" && r.json.object?.type === "Delete" && r.json.object.object === post.uri,
		)
	})

	it("sends nothing more to a server whose last follower has left", async () => {
		await ann!.unfollow(tea)
		await eventually(async () => expect(await snug.snug("member", "list", "tea")).toHaveLength(3))
		const before = lemmy.received.length
		const post = await eve!.post({ text: "One more cup?", mention: tea })
		await announced(mastodon, post.note.id)
		await lemmy.settled()
		expect(lemmy.received.length).toBe(before)
	})

	it("signs everything it sends so that it verifies", () => {
		const all = [...mastodon.received, ...lemmy.received]
		expect(all.length).toBeGreaterThan(10)
		expect(all.filter((r) => !r.verified)).toEqual([])
	})
})
