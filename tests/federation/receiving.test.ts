import { generateKeyPairSync, randomUUID } from "node:crypto"
import { sql } from "drizzle-orm"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { exchange } from "../support/peer/exchange.ts"
import { type Json, type Person, PUBLIC } from "../support/peer.ts"
import { say } from "../support/say.ts"
import { Stage } from "../support/stage.ts"

let stage: Stage
const send = async (person: Person, activity: Json, how: Partial<Parameters<Person["send"]>[1]> = {}) =>
	(await person.send(activity, { to: stage.inbox, ...how })).status
const context = "https://www.w3.org/ns/activitystreams"
const heard = (...said: Parameters<Stage["hear"]>) => stage.hear(...said)
const bodiesOf = async (objectUri: string, dialect: string): Promise<Json[]> =>
	(
		await stage.rows<{ body: Buffer }>(
			sql`select body from log where object_uri = ${objectUri} and dialect = ${dialect} order by position`,
		)
	).map(({ body }) => JSON.parse(Buffer.from(body).toString()))

beforeAll(async () => {
	stage = await Stage.open()
})
afterAll(() => stage?.close())

describe("a server of each kind", () => {
	for (const software of [
		"mastodon",
		"gotosocial",
		"misskey",
		"sharkey",
		"pleroma",
		"akkoma",
		"pixelfed",
		"lemmy",
		"mbin",
		"piefed",
		"friendica",
		"nodebb",
	])
		it(`follows, posts, replies, edits, deletes and leaves: ${software}`, async () => {
			const peer = await stage.peer(software)
			const ann = peer.person("ann", { ownKey: true })
			const tea = await ann.lookUp(stage.tea.id)
			await stage.join(ann, tea)
			const { note } = await ann.post({
				text: "First words",
				title: peer.traits.family === "threadiverse" ? "A title" : undefined,
				mention: tea,
			})
			await stage.settled()
			expect(await stage.sharedIn(note.id)).toEqual(["tea"])
			const reply = await ann.post({ text: "More words", mention: tea, inReplyTo: note })
			await stage.settled()
			expect(await stage.sharedIn(reply.note.id)).toEqual(["tea"])
			if (peer.traits.edits) {
				await ann.edit(note, "Other words")
				await stage.settled()
				expect((await stage.post(note.id))?.html).toContain("Other words")
			}
			await ann.delete(note)
			await stage.settled()
			expect((await stage.post(note.id))?.deleted).toBe(true)
			await ann.unfollow(tea)
			await stage.settled()
			expect(await stage.isMember(ann)).toBe(false)
		})
})

describe("a Follow", () => {
	it("of Misskey works again with the same id, within a minute", async () => {
		const peer = await stage.peer("misskey")
		const kei = peer.person("kei", { ownKey: true })
		for (let round = 0; round < 3; round++) {
			await stage.join(kei)
			expect(await stage.isMember(kei)).toBe(true)
			await kei.unfollow(stage.tea)
			await stage.settled()
			expect(await stage.isMember(kei)).toBe(false)
		}
	})

	it("may hold its object whole, in a list, and need no id", async () => {
		const peer = await stage.peer("mastodon")
		for (const object of [stage.tea, { id: stage.tea.id }, [stage.tea.id], [stage.tea]]) {
			const dora = peer.person(`dora-${randomUUID().slice(0, 4)}`)
			const { id: _, ...follow } = say(dora, "Follow", object)
			await heard(dora, follow)
			expect(await stage.isMember(dora)).toBe(true)
		}
	})

	it("of a whole actor is understood (NodeBB, Discourse)", async () => {
		const peer = await stage.peer("nodebb")
		const nod = peer.person("nod")
		await heard(nod, { ...say(nod, "Follow", stage.tea.id), actor: nod.actor })
		expect(await stage.isMember(nod)).toBe(true)
		const { note } = stage.note(nod, { attributedTo: nod.actor })
		await heard(nod, { ...say(nod, "Create", note, { to: [PUBLIC], cc: [stage.tea.id] }), actor: nod.actor })
		expect(await stage.sharedIn(note.id)).toEqual(["tea"])
	})

	it("is ended by itself, by its id, by its id in an object, or by whom it followed", async () => {
		const peer = await stage.peer("mastodon")
		const dora = peer.person("dora")
		const endings: ((follow: Json) => unknown)[] = [
			({ "@context": _, ...follow }) => follow,
			({ id }) => id,
			({ id }) => ({ id }),
			({ id }) => [id],
			({ id }) => ({ id, type: "Follow" }),
			() => ({ type: "Follow", actor: dora.id, object: stage.tea.id }),
			() => ({ type: "Follow", actor: dora.actor, object: stage.tea }),
			(follow) => [{ ...follow, id: `${dora.id}#forgotten` }],
		]
		for (const [number, ending] of endings.entries()) {
			const follow = say(dora, "Follow", stage.tea.id)
			await heard(dora, follow)
			expect(await stage.isMember(dora)).toBe(true)
			await heard(dora, say(dora, "Undo", ending(follow)))
			expect(await stage.isMember(dora), String(number)).toBe(false)
		}
	})

	it("DLV-03 that was undone before it came is void, and a new one is not", async () => {
		const peer = await stage.peer("mastodon")
		const dora = peer.person("dora")
		const follow = say(dora, "Follow", stage.tea.id)
		await heard(dora, say(dora, "Undo", follow))
		await heard(dora, follow)
		expect(await stage.isMember(dora)).toBe(false)
		await heard(dora, say(dora, "Follow", stage.tea.id))
		expect(await stage.isMember(dora)).toBe(true)
	})

	it("that comes again is answered again, under its new id", async () => {
		const peer = await stage.peer("mastodon")
		const dora = peer.person("dora")
		for (let n = 0; n < 3; n++) {
			const follow = say(dora, "Follow", stage.tea.id)
			await heard(dora, follow)
			await peer.waitFor((r) => r.json?.type === "Accept" && r.json.object.id === follow.id)
		}
	})
})

describe("an actor's key", () => {
	const serve = async (
		person: Person,
		publicKey: unknown,
		more: Json = {},
		others: Record<string, Json> = {},
	) =>
		person.peer.behave(({ method, path }) => {
			const document =
				path === new URL(person.id).pathname ? { ...person.actor, ...more, publicKey } : others[path]
			return method === "GET" && document
				? {
						status: 200,
						headers: { "content-type": "application/activity+json; charset=utf-8" },
						body: JSON.stringify(document),
					}
				: undefined
		})
	const taken = async (person: Person, keyId = person.keyId, how = {}) => {
		await heard(person, say(person, "Follow", stage.tea.id), { keyId, ...how })
		expect(await stage.isMember(person)).toBe(true)
	}

	it("may be in PKCS#1 (Mobilizon)", async () => {
		const mo = (await stage.peer("mobilizon")).person("mo")
		const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 })
		await serve(mo, {
			...mo.actor.publicKey,
			publicKeyPem: publicKey.export({ type: "pkcs1", format: "pem" }),
		})
		await taken(mo, mo.keyId, { key: privateKey })
	})

	it("may be one of several, in a list of one, or have its owner whole", async () => {
		const peer = await stage.peer("mastodon")
		const shapes: ((key: Json, person: Person) => unknown)[] = [
			(key) => [key],
			(key, { id }) => [{ id: `${id}#second`, owner: id, publicKeyPem: "x" }, key],
			(key, { id }) => ({ ...key, owner: { id } }),
			({ owner, ...key }) => ({ ...key, controller: owner }),
		]
		for (const [number, shape] of shapes.entries()) {
			const person = peer.person(`many-${number}`)
			await serve(person, shape(person.actor.publicKey, person))
			await taken(person)
		}
	})

	it("may be only named, and live at an address of its own (GoToSocial, activitypub.bot)", async () => {
		const bot = (await stage.peer("mastodon")).person("bot")
		const key = {
			"@context": context,
			id: `${bot.id}/publickey`,
			type: "CryptographicKey",
			owner: bot.id,
			publicKeyPem: bot.keys.publicKeyPem,
		}
		await serve(bot, key.id, {}, { [new URL(key.id).pathname]: key })
		await taken(bot, key.id)
		const other = (await stage.peer("mastodon")).person("other")
		const away = {
			...key,
			id: `${other.peer.origin}/keys/1`,
			owner: other.id,
			publicKeyPem: other.keys.publicKeyPem,
		}
		await serve(other, away, {}, { "/keys/1": away })
		await taken(other, away.id)
	})

	it("may belong to an actor whose address is a query (WordPress), behind a byte order mark", async () => {
		const peer = await stage.peer("mastodon")
		const person = peer.person("author")
		const id = `${peer.origin}/?author=1`
		const publicKey = { id: `${id}#main-key`, owner: id, publicKeyPem: person.keys.publicKeyPem }
		const body = `\ufeff${JSON.stringify({ ...person.actor, id, inbox: `${id}/inbox`, publicKey })}`
		await peer.behave(({ method, path }) =>
			method === "GET" && path === "/?author=1"
				? { status: 200, headers: { "content-type": "application/activity+json" }, body }
				: undefined,
		)
		await heard(
			person,
			{ ...say(person, "Follow", stage.tea.id), id: `${id}#follow`, actor: id },
			{ keyId: publicKey.id },
		)
		expect(await stage.isMember({ id })).toBe(true)
	})

	it("that an Update announces counts at once, and the old one no more", async () => {
		const peer = await stage.peer("mastodon")
		const dora = peer.person("dora", { ownKey: true })
		await taken(dora)
		const old = dora.keys.privateKey
		Object.assign(dora, { keys: peer.person("spare", { ownKey: true }).keys })
		await heard(dora, say(dora, "Update", dora.actor), { key: old })
		expect(await send(dora, stage.note(dora).create, { key: old })).toBe(401)
		const { note, create } = stage.note(dora)
		await heard(dora, create)
		expect(await stage.sharedIn(note.id)).toEqual(["tea"])
	})
})

describe("a post", () => {
	const addressing: Record<string, (tea: Json, bob: Person) => Json> = {
		to: (tea) => ({ to: [PUBLIC, tea.id], cc: [] }),
		cc: (tea) => ({ to: [PUBLIC], cc: [tea.id] }),
		"text and no lists": (tea) => ({ to: PUBLIC, cc: tea.id }),
		"whole actors": (tea) => ({ to: [{ id: PUBLIC }], cc: [tea] }),
		audience: (tea) => ({ to: [PUBLIC], cc: [], audience: tea.id }),
		"audience, a list": (tea) => ({ to: [PUBLIC], cc: [], audience: [tea.id] }),
		target: (tea) => ({ to: [PUBLIC], cc: [], target: tea.id }),
		"a mention": (tea) => ({ to: [PUBLIC], cc: [], tag: [{ type: "Mention", href: tea.id, name: "@tea" }] }),
		"one mention and no list": (tea) => ({ to: [PUBLIC], cc: [], tag: { type: "Mention", href: tea.id } }),
		"its followers": (tea) => ({ to: [PUBLIC], cc: [tea.followers] }),
		unlisted: (tea, bob) => ({ to: [`${bob.id}/followers`], cc: [PUBLIC, tea.id] }),
		"as:Public": (tea) => ({ to: ["as:Public"], cc: [tea.id] }),
		Public: (tea) => ({ to: ["Public"], cc: [tea.id] }),
	}
	for (const [name, address] of Object.entries(addressing))
		it(`reaches the group however it is addressed: ${name}`, async () => {
			const where = address(stage.tea, stage.bob)
			const { note, create } = stage.note(stage.bob, where, { to: where.to, cc: where.cc })
			await heard(stage.bob, create)
			expect(await stage.sharedIn(note.id)).toEqual(["tea"])
		})

	it("reaches the group when only the activity says so, or only the post", async () => {
		const inside = stage.note(
			stage.bob,
			{ to: [PUBLIC], cc: [stage.tea.id] },
			{ to: undefined, cc: undefined },
		)
		const outside = stage.note(
			stage.bob,
			{ to: undefined, cc: undefined },
			{ to: [PUBLIC], cc: [stage.tea.id] },
		)
		for (const { note, create } of [inside, outside]) {
			await heard(stage.bob, create)
			expect(await stage.sharedIn(note.id)).toEqual(["tea"])
		}
	})

	const narrow: Record<string, (tea: Json, bob: Person) => Json> = {
		"followers only": (tea, bob) => ({ to: [`${bob.id}/followers`], cc: [tea.id, tea.followers] }),
		direct: (tea) => ({ to: [tea.id, tea.followers], cc: [] }),
		"to the group": (tea) => ({ to: tea.id }),
		"to nobody": (tea) => ({ to: [], cc: [], tag: [{ type: "Mention", href: tea.id }] }),
		"to something public that is not everyone": (tea) => ({
			to: [`${PUBLIC}#`, "public", "https://www.w3.org/ns/activitystreams"],
			cc: [tea.id],
		}),
	}
	for (const [name, address] of Object.entries(narrow))
		it(`that is not for everyone is not shared and not kept: ${name}`, async () => {
			const secret = randomUUID()
			const where = address(stage.tea, stage.bob)
			for (const [object, around] of [
				[where, where],
				[where, { to: [PUBLIC], cc: [stage.tea.id] }],
				[{ to: [PUBLIC], cc: [stage.tea.id] }, where],
			] as [Json, Json][]) {
				if (name === "to nobody" && (object !== where || around !== where)) continue
				const { note, create } = stage.note(
					stage.bob,
					{ cc: undefined, ...object, content: secret },
					{ cc: undefined, ...around },
				)
				await heard(stage.bob, create)
				expect(await stage.post(note.id)).toBeUndefined()
				await heard(
					stage.bob,
					say(
						stage.bob,
						"Update",
						{ ...note, updated: new Date().toISOString() },
						{ to: note.to, cc: note.cc, ...around },
					),
				)
				expect(await stage.post(note.id)).toBeUndefined()
			}
			expect(await stage.rows(sql`select 1 from events e where e::text like ${`%${secret}%`}`)).toEqual([])
			await stage.control()
		})

	it("to two groups is shared by both, once each", async () => {
		const { note, create } = stage.note(
			stage.bob,
			{ cc: [stage.tea.id, stage.books.id] },
			{ cc: [stage.tea.id, stage.books.id] },
		)
		await heard(stage.bob, create)
		await heard(stage.bob, create, { to: stage.books.inbox })
		expect(await stage.sharedIn(note.id)).toEqual(["books", "tea"])
		expect(await bodiesOf(note.id, "microblog")).toHaveLength(2)
	})

	it("DLV-01 that arrives fifty times at once is one", async () => {
		const { note, create } = stage.note(
			stage.bob,
			{ cc: [stage.tea.id, stage.books.id] },
			{ cc: [stage.tea.id, stage.books.id] },
		)
		const inboxes = [stage.inbox, stage.tea.inbox, stage.books.inbox]
		const answers = await Promise.all(
			Array.from({ length: 50 }, (_, n) => send(stage.bob, create, { to: inboxes[n % 3] })),
		)
		expect(answers).toEqual(Array(50).fill(202))
		await stage.settled()
		expect(await stage.sharedIn(note.id)).toEqual(["books", "tea"])
		const ids = (await bodiesOf(note.id, "microblog")).map(({ id }) => id)
		expect(new Set(ids).size).toBe(2)
		expect(ids).toHaveLength(2)
	})

	it("is kept of every kind, with its words in any of the usual places", async () => {
		const kinds: Json[] = [
			{
				type: "Page",
				name: "A title",
				audience: stage.tea.id,
				attachment: [{ type: "Link", href: "https://example.org/a" }],
			},
			{ type: "Article", name: "A title", summary: "What it says" },
			{ type: "Question", oneOf: [{ type: "Note", name: "Yes" }] },
			{ type: "Event", name: "A meeting", startTime: new Date().toISOString() },
			{
				type: "Video",
				name: "A film",
				attributedTo: [stage.bob.id, `${stage.bob.peer.origin}/video-channels/films`],
				url: [
					{ type: "Link", mediaType: "video/mp4", href: `${stage.bob.peer.origin}/1.mp4` },
					{ type: "Link", mediaType: "text/html", href: `${stage.bob.peer.origin}/w/1` },
				],
			},
			{ type: ["Note"] },
			{ type: "Note", content: undefined, contentMap: { de: "<p>Wörter</p>" } },
			{ type: "Note", content: "*Words*", mediaType: "text/markdown" },
			{
				type: "Note",
				tag: [
					{
						id: null,
						type: "Emoji",
						name: ":tea:",
						icon: { type: "Image", url: "https://example.org/t.png" },
					},
				],
			},
			{ type: "Note", attributedTo: { type: "Person", id: stage.bob.id } },
			{
				type: "Note",
				attributedTo: [
					{ type: "Person", id: stage.bob.id },
					{ type: "Group", id: `${stage.bob.peer.origin}/video-channels/films` },
				],
			},
			{
				type: "Note",
				replies: [{ type: "Note" }],
				url: [`${stage.bob.peer.origin}/@bob/1`],
				inReplyTo: null,
			},
		]
		for (const change of kinds) {
			const { note, create } = stage.note(stage.bob, change)
			await heard(stage.bob, create)
			expect(await stage.sharedIn(note.id), JSON.stringify(change)).toEqual(["tea"])
			expect((await stage.post(note.id))?.html).toMatch(/Words|Wörter/)
		}
	})

	it("needs no context that can be fetched, and none at all", async () => {
		for (const strange of [
			undefined,
			"https://litepub.social/schemas/litepub-0.1.jsonld",
			[context, `${stage.bob.peer.origin}/schemas/litepub-0.1.jsonld`, { "@language": "und" }],
			[context, "https://nowhere.invalid/context.json"],
		]) {
			const asked = stage.bob.peer.requests.filter(({ path }) => path.includes("litepub")).length
			const { note, create } = stage.note(stage.bob, {}, { "@context": strange })
			await heard(stage.bob, create)
			expect(await stage.sharedIn(note.id)).toEqual(["tea"])
			expect(stage.bob.peer.requests.filter(({ path }) => path.includes("litepub"))).toHaveLength(asked)
			expect((await bodiesOf(note.id, "threadiverse"))[0]!.object).toEqual(JSON.parse(JSON.stringify(create)))
		}
	})

	it("comes as its address alone", async () => {
		const { note } = await stage.bob.post({ text: "Fetched words", mention: stage.tea, visibility: "public" })
		await stage.settled()
		const peer = stage.bob.peer
		const asked = peer.requests.length
		const fresh = await stage.eve.post({ text: "By address", mention: [], alsoTo: [] })
		await heard(stage.eve, say(stage.eve, "Create", fresh.note.id, { to: [PUBLIC], cc: [stage.tea.id] }))
		expect(await stage.sharedIn(fresh.note.id)).toEqual(["tea"])
		expect(peer.requests.slice(asked).map(({ path }) => path)).toContain(new URL(fresh.note.id).pathname)
		expect(note.id).not.toBe(fresh.note.id)
	})

	it("that nobody addressed to a group is passed over, and so is a vote", async () => {
		await stage.withoutEffect(async () => {
			expect(await send(stage.bob, stage.note(stage.bob, { cc: [] }, { cc: [] }).create)).toBe(202)
			expect(
				await send(
					stage.bob,
					stage.note(stage.bob, {
						name: "Yes",
						content: undefined,
						inReplyTo: `${stage.snug.origin}/ap/posts/${randomUUID()}`,
					}).create,
				),
			).toBe(202)
			expect(await send(stage.bob, stage.note(stage.bob, { type: "Tombstone" }).create)).toBe(202)
		})
	})
})

describe("what comes in the wrong order", () => {
	it("an Update before its Create is taken as the post", async () => {
		const { note, create } = stage.note(stage.bob)
		await heard(
			stage.bob,
			say(
				stage.bob,
				"Update",
				{ ...note, content: "<p>Better words</p>", updated: new Date().toISOString() },
				{ to: note.to, cc: note.cc },
			),
		)
		expect(await stage.sharedIn(note.id)).toEqual(["tea"])
		await heard(stage.bob, create)
		expect((await stage.post(note.id))?.html).toBe("<p>Better words</p>")
		expect(await bodiesOf(note.id, "microblog")).toHaveLength(1)
	})

	it("an Update that adds the group is taken as the post", async () => {
		const { note, create } = stage.note(stage.bob, { cc: [] }, { cc: [] })
		await heard(stage.bob, create)
		expect(await stage.post(note.id)).toBeUndefined()
		await heard(
			stage.bob,
			say(stage.bob, "Update", { ...note, cc: [stage.tea.id] }, { to: note.to, cc: [stage.tea.id] }),
		)
		expect(await stage.sharedIn(note.id)).toEqual(["tea"])
	})

	it("an older Update after a newer one changes nothing", async () => {
		const { note, create } = stage.note(stage.bob)
		await heard(stage.bob, create)
		const update = (content: string, at: number) =>
			say(
				stage.bob,
				"Update",
				{ ...note, content, updated: new Date(at).toISOString() },
				{ to: note.to, cc: note.cc },
			)
		const now = Date.now()
		await heard(stage.bob, update("<p>Newest</p>", now - 1000))
		await heard(stage.bob, update("<p>Older</p>", now - 60_000))
		expect((await stage.post(note.id))?.html).toBe("<p>Newest</p>")
	})

	it("a reply before its parent waits for it, whoever wrote which", async () => {
		for (const replier of [stage.bob, stage.eve]) {
			const parent = stage.note(stage.bob)
			const reply = stage.note(replier, { inReplyTo: parent.note.id })
			const more = stage.note(replier, { inReplyTo: reply.note.id })
			expect(await send(replier, more.create)).toBe(202)
			expect(await send(replier, reply.create)).toBe(202)
			// What has nothing to do with it goes on.
			const other = stage.note(replier)
			expect(await send(replier, other.create)).toBe(202)
			expect(await send(stage.bob, parent.create)).toBe(202)
			await stage.settledSooner()
			for (const { note } of [parent, reply, more, other])
				expect(await stage.sharedIn(note.id)).toEqual(["tea"])
			const threads = await stage.rows(
				sql`select distinct thread_id from posts where uri in (${parent.note.id}, ${reply.note.id}, ${more.note.id})`,
			)
			expect(threads).toHaveLength(1)
		}
	}, 60_000)

	it("a reply needs no mention when what it answers is in a group", async () => {
		const parent = stage.note(stage.bob)
		await heard(stage.bob, parent.create)
		const { note, create } = stage.note(
			stage.eve,
			{ inReplyTo: parent.note.id, cc: [stage.bob.id] },
			{ cc: [stage.bob.id] },
		)
		await heard(stage.eve, create)
		expect(await stage.sharedIn(note.id)).toEqual(["tea"])
		// A conversation is not sent to those who see single posts.
		expect(await bodiesOf(note.id, "microblog")).toEqual([])
		expect(await bodiesOf(note.id, "threadiverse")).toHaveLength(1)
	})

	it("a reply to something unknown is passed over, and holds nobody up for long", async () => {
		const { note, create } = stage.note(stage.bob, { inReplyTo: `https://elsewhere.example/${randomUUID()}` })
		expect(await send(stage.bob, create)).toBe(202)
		const after = stage.note(stage.bob)
		expect(await send(stage.bob, after.create)).toBe(202)
		await stage.settledSooner()
		expect(await stage.sharedIn(after.note.id)).toEqual(["tea"])
		expect(await stage.post(note.id)).toBeUndefined()
		expect(await stage.rows(sql`select 1 from inbox where state = 'set_aside'`)).toEqual([])
	}, 60_000)

	it("a reply goes where its parent is, whatever group it names", async () => {
		const parent = stage.note(stage.bob)
		await heard(stage.bob, parent.create)
		const { note, create } = stage.note(
			stage.eve,
			{ inReplyTo: parent.note.id, cc: [stage.books.id] },
			{ cc: [stage.books.id] },
		)
		await heard(stage.eve, create)
		expect(await stage.sharedIn(note.id)).toEqual(["tea"])
	})
})

describe("an actor that goes", () => {
	it("takes everything along, also when its key is gone from its server", async () => {
		for (const object of [(id: string) => id, (id: string) => ({ id, type: "Person" })]) {
			const peer = await stage.peer("mastodon")
			const dora = peer.person("dora", { ownKey: true })
			await stage.join(dora)
			const { note, create } = stage.note(dora)
			await heard(dora, create)
			await peer.behave(({ method }) => (method === "GET" ? { status: 410 } : undefined))
			await heard(dora, say(dora, "Delete", object(dora.id), { to: [PUBLIC] }))
			expect(await stage.isMember(dora)).toBe(false)
			expect((await stage.post(note.id))?.deleted).toBe(true)
		}
	})
})

describe("who we are", () => {
	it("is told to those who do not say what they want to read", async () => {
		for (const uri of [stage.tea.id, `${stage.snug.origin}/ap/server`]) {
			for (const headers of [{}, { accept: "*/*" }, { accept: "application/json" }] as Record<
				string,
				string
			>[]) {
				const answer = await exchange("GET", uri, headers)
				expect(answer.status).toBe(200)
				expect(JSON.parse(answer.bytes.toString()).publicKey.owner).toBe(uri)
			}
		}
	})
})
