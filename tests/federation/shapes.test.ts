import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { type Circle, startCircleHere } from "../support/circle.ts"
import { eventually } from "../support/eventually.ts"
import { type Json, type Peer, PUBLIC, type Received, startPeer } from "../support/peer.ts"
import { complaintsOf } from "../support/wire-shape.ts"

const stamp = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/)
const context = expect.arrayContaining(["https://www.w3.org/ns/activitystreams"])
const plain = "https://www.w3.org/ns/activitystreams"

describe("what goes over the wire", () => {
	let circle: Circle
	let tea: Json
	let ana: Json
	let post: Json
	let bobs: Json

	const get = async (address: string, accept = "application/activity+json") => {
		const answer = await fetch(new URL(address, circle.snug.origin), {
			headers: { accept },
			redirect: "manual",
		})
		const text = await answer.text()
		return {
			answer,
			json: (answer.headers.get("content-type")?.includes("json") ? JSON.parse(text) : null) as Json,
		}
	}
	const heard = async (peer: Peer, holds: (json: Json) => boolean): Promise<Json> => {
		const received = await peer.waitFor((r: Received) => r.json && holds(r.json))
		expect(received.verified, received.json.type).toBe(true)
		expect(complaintsOf(received.json), JSON.stringify(received.json)).toEqual([])
		expect(received.headers["content-type"]).toBe("application/activity+json")
		return received.json
	}
	const boosted = (uri: string) =>
		heard(circle.mastodon, (json) => json.type === "Announce" && json.object === uri)
	const wrapped = (type: string, about: string) =>
		heard(circle.lemmy, ({ type: kind, object }) => {
			const inner = object?.type === "Undo" && type === "Undo" ? object.object?.object : object?.object
			return kind === "Announce" && object?.type === type && [inner, inner?.id].includes(about)
		})
	const around = (id: RegExp, inner: unknown) => ({
		"@context": context,
		id: expect.stringMatching(id),
		type: "Announce",
		actor: tea.id,
		to: [PUBLIC],
		cc: [tea.followers],
		audience: tea.id,
		published: stamp,
		object: inner,
	})
	const deed = (type: string, rest: Json) => ({
		"@context": context,
		id: expect.stringMatching(/^http:\/\/localhost:\d+\/ap\/activities\/[0-9a-f-]{36}\//),
		type,
		actor: ana.id,
		to: [PUBLIC],
		cc: [tea.id],
		audience: tea.id,
		...rest,
	})

	beforeAll(async () => {
		circle = await startCircleHere()
		tea = circle.tea
		ana = (await get("/@ana")).json
	})
	afterAll(() => circle?.close())

	it("is told only to who asked: the answer to a Follow embeds it, and names one recipient", async () => {
		await circle.gather()
		for (const person of [circle.bob, circle.ann]) {
			const accept = await heard(person.peer, (json) => json.type === "Accept" && json.to[0] === person.id)
			const { "@context": _, to: __, ...follow } = person.following.get(tea.id)!.follow
			expect(accept).toEqual({
				"@context": plain,
				id: expect.stringMatching(/\/ap\/activities\/[0-9a-f-]{36}\/accept$/),
				type: "Accept",
				actor: tea.id,
				to: [person.id],
				object: { ...follow },
			})
		}
	})

	it("says who we are", async () => {
		const { snug } = circle
		const { answer, json } = await get(tea.id)
		expect(answer.headers.get("content-type")).toBe("application/activity+json")
		expect(answer.headers.get("vary")).toMatch(/\bAccept\b/i)
		expect(complaintsOf(json)).toEqual([])
		expect(json).toMatchObject({
			id: tea.id,
			type: "Group",
			preferredUsername: "tea",
			webfinger: `tea@${snug.host}`,
			inbox: `${tea.id}/inbox`,
			outbox: `${tea.id}/outbox`,
			followers: `${tea.id}/followers`,
			featured: `${tea.id}/featured`,
			attributedTo: `${tea.id}/moderators`,
			moderators: `${tea.id}/moderators`,
			postingRestrictedToMods: false,
			manuallyApprovesFollowers: false,
			discoverable: true,
			indexable: false,
			sensitive: false,
			published: stamp,
			updated: stamp,
			source: { content: expect.any(String), mediaType: "text/markdown" },
			endpoints: { sharedInbox: `${snug.origin}/inbox` },
			publicKey: { id: `${tea.id}#main-key`, owner: tea.id },
			assertionMethod: [
				{
					id: `${tea.id}#ed25519-key`,
					type: "Multikey",
					controller: tea.id,
					publicKeyMultibase: expect.stringMatching(/^z6Mk/),
				},
			],
			attachment: [expect.objectContaining({ type: "PropertyValue" })],
		})
		for (const id of [ana.id, `${snug.origin}/ap/server`]) {
			const actor = (await get(id, 'application/ld+json; profile="https://www.w3.org/ns/activitystreams"'))
				.json
			expect(complaintsOf(actor)).toEqual([])
			expect(actor).toMatchObject({ id, inbox: expect.any(String), outbox: expect.any(String) })
		}
	})

	it("is found by every name it has", async () => {
		const { snug } = circle
		for (const resource of [
			`acct:tea@${snug.host}`,
			`acct:TEA@${snug.host}`,
			tea.id,
			`${snug.origin}/@tea`,
		]) {
			const { answer, json } = await get(
				`/.well-known/webfinger?resource=${encodeURIComponent(resource)}`,
				"*/*",
			)
			expect(answer.headers.get("content-type"), resource).toBe("application/jrd+json")
			expect(json.subject).toBe(`acct:tea@${snug.host}`)
			expect(json.aliases).toContain(tea.id)
			expect(json.links).toContainEqual(
				expect.objectContaining({ rel: "self", type: "application/activity+json", href: tea.id }),
			)
		}
		const host = await get(`/.well-known/webfinger?resource=${encodeURIComponent(`${snug.origin}/`)}`, "*/*")
		expect(host.json).toEqual({
			subject: snug.origin,
			aliases: [`${snug.origin}/ap/server`],
			links: [
				{
					rel: "https://www.w3.org/ns/activitystreams#Service",
					type: "application/activity+json",
					href: `${snug.origin}/ap/server`,
				},
			],
		})
		const { json } = await get("/.well-known/nodeinfo", "application/json")
		for (const link of json.links) {
			const info = (await get(link.href, "application/json")).json
			expect(info).toMatchObject({
				version: link.rel.split("/").at(-1),
				software: { name: "snug" },
				protocols: ["activitypub"],
				openRegistrations: false,
				metadata: { features: expect.arrayContaining(["groups", "fep-1b12"]) },
			})
		}
		expect(json.links).toHaveLength(2)
	})

	it("carries a local post: a boost for some, the Create for others", async () => {
		post = await circle.snug.snug(
			...[
				"post",
				"submit",
				"tea",
				"--as",
				"ana",
				"--title",
				"Pu-erh <week>",
				"--text",
				"What is in your *pot*?",
			],
		)
		const create = (await wrapped("Create", post.uri)).object
		const everyoneHere = { to: [PUBLIC, tea.id], cc: [tea.followers, `${ana.id}/followers`] }
		const content = expect.stringMatching(
			/^<p><strong>Pu-erh &lt;week&gt;<\/strong><\/p>.*<em>pot<\/em>.*@<span>tea</,
		)
		expect(create).toEqual({
			"@context": context,
			id: `${post.uri}/create`,
			type: "Create",
			actor: ana.id,
			audience: tea.id,
			...everyoneHere,
			published: stamp,
			object: {
				id: post.uri,
				type: "Note",
				attributedTo: ana.id,
				audience: tea.id,
				...everyoneHere,
				name: "Pu-erh <week>",
				content,
				mediaType: "text/html",
				source: { content: "**Pu-erh <week>**\n\nWhat is in your *pot*?", mediaType: "text/markdown" },
				contentMap: { en: content },
				sensitive: false,
				published: stamp,
				url: post.uri,
				tag: [{ type: "Mention", href: tea.id, name: `@tea@${circle.snug.host}` }],
				attachment: [],
				context: expect.stringContaining("/ap/threads/"),
				conversation: create.object.context,
				replies: `${post.uri}/replies`,
				commentsEnabled: true,
				stickied: false,
				interactionPolicy: expect.objectContaining({
					canReply: { automaticApproval: [PUBLIC] },
					canAnnounce: { automaticApproval: [PUBLIC] },
					canLike: { automaticApproval: [PUBLIC] },
				}),
			},
		})
		expect(await boosted(post.uri)).toEqual({
			...around(/\/announce$/, post.uri),
			"@context": plain,
			cc: [tea.followers, ana.id],
		})
		const { "@context": _, ...object } = create.object
		expect((await get(post.uri)).json).toEqual({ "@context": context, ...object })
		expect((await get(create.id)).json).toEqual(create)
	})

	it("carries somebody else's post in their own words, and each activity is there to be looked up", async () => {
		const said = await circle.bob.post({ text: "A first flush.", mention: tea })
		bobs = said.note
		const announce = await wrapped("Create", bobs.id)
		expect(announce).toEqual(around(/\/announce-create$/, said.create))
		const boost = await boosted(bobs.id)
		expect(Date.parse(boost.published)).toBeGreaterThanOrEqual(Date.parse(bobs.published))
		expect(boost.cc).toEqual([tea.followers, circle.bob.id])
		for (const activity of [announce, boost]) expect((await get(activity.id)).json).toEqual(activity)
	})

	it("carries what GoToSocial writes as it wrote it, one recipient without a list included", async () => {
		const gotosocial = await startPeer({ software: "gotosocial" })
		const gil = gotosocial.person("gil")
		await gil.follow(await gil.lookUp(`@tea@${circle.snug.host}`))
		await gotosocial.waitFor((r) => r.json?.type === "Accept")
		const { note } = await gil.post({ text: "One to, one tag.", mention: tea })
		const create = (await wrapped("Create", note.id)).object
		expect([create.to, create.object.to]).toEqual([PUBLIC, PUBLIC])
		expect(create.object.tag).toEqual(note.tag[0])
		await gotosocial.stop()
	})

	it("brings an answer by somebody here to the group, and to whom it answers, so that the next comes back", async () => {
		const reply = await circle.snug.snug(
			...["post", "submit", "tea", "--as", "ana", "--text", "Lucky you.", "--reply-to", bobs.id],
		)
		const create = await heard(
			circle.mastodon,
			(json) => json.type === "Create" && json.object.id === reply.uri,
		)
		expect(create.object).toMatchObject({
			inReplyTo: bobs.id,
			cc: [circle.bob.id, tea.followers, `${ana.id}/followers`],
			tag: [
				{ type: "Mention", href: circle.bob.id, name: circle.bob.handle },
				{ type: "Mention", href: tea.id, name: `@tea@${circle.snug.host}` },
			],
		})
		expect((await wrapped("Create", reply.uri)).object).toEqual(create)
		const mentions = create.object.tag.map((tag: Json) => ({ id: tag.href, inbox: tea.inbox }))
		const back = await circle.bob.post({
			text: "I am.",
			mention: mentions.slice(1),
			inReplyTo: create.object,
		})
		await wrapped("Create", back.note.id)
		expect((await get(`${bobs.context ?? create.object.context}`)).json).toMatchObject({
			type: "OrderedCollection",
			attributedTo: tea.id,
			totalItems: 3,
			orderedItems: expect.arrayContaining([bobs.id, reply.uri, back.note.id]),
		})
		expect((await get(`${reply.uri}/replies`)).json).toMatchObject({
			type: "Collection",
			attributedTo: ana.id,
			totalItems: 1,
			items: [back.note.id],
		})
	})

	it("lists what there is, whole, and names no follower", async () => {
		const lists: Record<string, Json> = {}
		for (const name of ["followers", "outbox", "featured", "moderators"]) {
			const { answer, json } = await get(`${tea.id}/${name}`)
			expect(complaintsOf(json), name).toEqual([])
			expect(answer.headers.get("vary")).toMatch(/\bAccept\b/i)
			expect(json).toMatchObject({ id: `${tea.id}/${name}`, type: "OrderedCollection", attributedTo: tea.id })
			lists[name] = json
		}
		expect(lists.followers).toMatchObject({ totalItems: 5, orderedItems: [] })
		expect(lists.moderators!.orderedItems).toEqual([ana.id])
		expect(lists.featured!.orderedItems[0]).toMatchObject({ type: "Note", attributedTo: tea.id })
		expect(lists.outbox!.orderedItems).toHaveLength(5)
		for (const { "@context": _, type, object } of lists.outbox!.orderedItems)
			expect([type, object.type]).toEqual(["Announce", "Create"])
	})

	it("says an edit to all, and a pin, a lock and a moderator to those who have words for it", async () => {
		const { snug } = circle
		await snug.snug("post", "edit", post.id, "--as", "ana", "--text", "What is in your pot today?")
		const update = await heard(
			circle.mastodon,
			(json) => json.type === "Update" && json.object.id === post.uri,
		)
		expect(update).toMatchObject({
			actor: ana.id,
			to: [PUBLIC, tea.id],
			object: { updated: stamp, type: "Note" },
		})
		expect((await wrapped("Update", post.uri)).object).toEqual(update)

		await snug.snug("post", "pin", "tea", post.id)
		const add = await wrapped("Add", post.uri)
		expect(add).toEqual(around(/\//, deed("Add", { object: post.uri, target: tea.featured })))
		await snug.snug("post", "lock", "tea", post.id)
		expect((await wrapped("Lock", post.uri)).object).toEqual(deed("Lock", { object: post.uri }))
		await snug.snug("member", "promote", "tea", circle.ann.handle)
		const moderator = (await wrapped("Add", circle.ann.id)).object
		expect(moderator).toEqual(deed("Add", { object: circle.ann.id, target: `${tea.id}/moderators` }))
	})

	it("boosts answers where the group wants that, and takes the boost back with the answer", async () => {
		const { snug } = circle
		const before = await snug.snug("group", "show", "tea")
		expect(before).toMatchObject({ form: "note", boost_answers: false })
		const set = await snug.snug("group", "set", "tea", "--boost-answers", "on")
		expect(set).toMatchObject({ boost_answers: true })
		const answer = await circle.bob.post({ text: "And another.", mention: tea, inReplyTo: bobs })
		const boost = await boosted(answer.note.id)
		await snug.snug("group", "set", "tea", "--boost-answers", "off")
		await snug.snug("post", "remove", "tea", answer.note.id, "--reason", "Twice")
		const undo = await heard(circle.mastodon, (json) => json.type === "Undo" && json.object.id === boost.id)
		const { "@context": _, audience: __, published: ___, ...object } = boost
		expect(undo).toEqual({
			"@context": plain,
			id: `${boost.id}/undo`,
			type: "Undo",
			actor: tea.id,
			to: boost.to,
			cc: boost.cc,
			object,
		})
		const removal = (await wrapped("Delete", answer.note.id)).object
		expect(removal).toEqual(deed("Delete", { object: answer.note.id, summary: "Twice" }))

		await snug.snug("post", "remove", "tea", bobs.id)
		await heard(circle.mastodon, (json) => json.type === "Undo" && json.object.object === bobs.id)
		await snug.snug("post", "restore", "tea", bobs.id)
		await eventually(() => {
			const boosts = circle.mastodon.received.filter(
				({ json }) => json?.type === "Announce" && json.object === bobs.id,
			)
			expect(new Set(boosts.map(({ json }) => json.id)).size).toBe(2)
		})
		expect((await wrapped("Undo", bobs.id)).object).toMatchObject({
			type: "Undo",
			object: { type: "Delete" },
		})
	})

	it("sends pages from a group that is a forum: the title is a name, and an answer stays a note", async () => {
		const { snug } = circle
		expect(await snug.snug("group", "set", "tea", "--form", "page")).toMatchObject({ form: "page" })
		await heard(circle.mastodon, (json) => json.type === "Update" && json.object.type === "Group")
		const titled = await snug.snug(
			...["post", "submit", "tea", "--as", "ana", "--title", "Kettles", "--text", "Which one?"],
		)
		const page = (await wrapped("Create", titled.uri)).object.object
		expect(page).toMatchObject({ type: "Page", name: "Kettles", source: { content: "Which one?" } })
		expect(page.content).not.toContain("Kettles")
		const bare = await snug.snug("post", "submit", "tea", "--as", "ana", "--text", "No title.\n\nMore words.")
		expect((await wrapped("Create", bare.uri)).object.object).toMatchObject({
			type: "Page",
			name: "No title.",
		})
		const answer = await snug.snug(
			...["post", "submit", "tea", "--as", "ana", "--text", "Iron.", "--reply-to", titled.uri],
		)
		expect((await wrapped("Create", answer.uri)).object.object.type).toBe("Note")

		await snug.snug("post", "delete", titled.id, "--as", "ana")
		const gone = await heard(circle.mastodon, (json) => json.type === "Delete")
		expect(gone).toEqual({
			...deed("Delete", { object: { id: titled.uri, type: "Tombstone", deleted: stamp } }),
			to: [PUBLIC, tea.id],
			cc: [tea.followers, `${ana.id}/followers`],
		})
		expect((await wrapped("Delete", titled.uri)).object).toEqual({ ...gone, object: titled.uri })
		const { answer: status, json } = await get(titled.uri)
		expect([status.status, json.type, json.formerType]).toEqual([410, "Tombstone", "Page"])
	})

	it("brings a page to a group on Lemmy, and a note to one that shows notes", async () => {
		const { snug, lemmy, mastodon } = circle
		for (const [peer, type] of [
			[lemmy, "Page"],
			[mastodon, "Note"],
		] as const) {
			const cups = peer.person("cups", { type: "Group" })
			await snug.snug("federation", "follow", cups.handle, "--as", "ana")
			await eventually(() => expect(cups.followers.has(ana.id)).toBe(true))
			const said = await snug.snug(
				...["post", "submit", cups.handle, "--as", "ana", "--title", "Handles", "--text", "Or none?"],
			)
			const create = await heard(peer, (json) => json.type === "Create" && json.object.id === said.uri)
			expect(create.object).toMatchObject({ type, name: "Handles", audience: cups.id, to: [PUBLIC, cups.id] })
			expect(create.object.tag).toEqual([{ type: "Mention", href: cups.id, name: cups.handle }])
		}
	})

	it("says a ban to communities, and to the banned only that they do not follow any more", async () => {
		await circle.snug.snug("member", "ban", "tea", circle.eve.handle, "--reason", "Rule 1", "--until", "7d")
		const ban = await wrapped("Block", circle.eve.id)
		expect(ban.object).toEqual(
			deed("Block", {
				object: circle.eve.id,
				target: tea.id,
				removeData: false,
				summary: "Rule 1",
				endTime: stamp,
				expires: ban.object.endTime,
			}),
		)
		const reject = await heard(circle.mastodon, (json) => json.type === "Reject")
		expect(reject).toMatchObject({
			actor: tea.id,
			to: [circle.eve.id],
			object: { type: "Follow", object: tea.id },
		})
		expect(circle.mastodon.received.some((r) => r.json?.type === "Block")).toBe(false)
	})

	it("says that the group changed in one Update, and reads alike in all that was sent", async () => {
		await circle.snug.snug("group", "set", "tea", "--summary", "Slow *tea*.")
		const update = await heard(circle.lemmy, (json) => {
			return json.type === "Update" && json.object.summary?.includes("<em>tea</em>")
		})
		const { "@context": _, ...group } = (await get(tea.id)).json
		expect(update).toEqual({
			"@context": context,
			id: expect.stringMatching(/\/update$/),
			type: "Update",
			actor: tea.id,
			to: [PUBLIC],
			cc: [tea.followers],
			object: group,
		})
		for (const { json } of [...circle.mastodon.received, ...circle.lemmy.received])
			expect(complaintsOf(json), json.id).toEqual([])
	})

	it("says of a post that its thread is closed, and that it is pinned, while that is so", async () => {
		const { snug } = circle.snug
		const { id, uri } = await snug("post", "submit", "tea", "--as", "ana", "--text", "A door")
		const marksIn = ({ commentsEnabled, interactionPolicy, stickied }: Json) => [
			commentsEnabled,
			interactionPolicy.canReply.automaticApproval,
			stickied,
		]
		const marks = async () => marksIn((await get(uri)).json)
		expect(await marks()).toEqual([true, [PUBLIC], false])
		await snug("post", "lock", "tea", id)
		await snug("post", "pin", "tea", id)
		expect(await marks()).toEqual([false, [], true])
		await snug("post", "edit", id, "--as", "ana", "--text", "A closed door")
		expect(marksIn((await wrapped("Update", uri)).object.object)).toEqual([false, [], true])
		await snug("post", "unlock", "tea", id)
		await snug("post", "unpin", "tea", id)
		expect(await marks()).toEqual([true, [PUBLIC], false])
	})
})
