import { eq, sql } from "drizzle-orm"
import { afterAll, beforeAll, expect, it } from "vitest"
import { type Connection, connect } from "../../db/connect.ts"
import { findGroup, insertGroup } from "../../db/groups.ts"
import { listPiles, listWave } from "../../db/held.ts"
import { insertPolicy } from "../../db/policies.ts"
import { actors, events, members, posts, shares } from "../../db/schema/index.ts"
import { listSettlings } from "../../db/settlings.ts"
import type { Group } from "../../src/groups/group.ts"
import { noRules } from "../../src/moderation/policy/rules.ts"
import { settleHeld } from "../../src/moderation/settle-held.ts"
import { undoSettling } from "../../src/moderation/undo-settling.ts"
import type { Actor } from "../../src/people/actor.ts"
import { uuidv7 } from "../../src/ports.ts"
import { submitPost } from "../../src/posts/submit-post.ts"
import { realPorts } from "../../src/real-ports.ts"
import type { World } from "../../src/world.ts"
import { type Fresh, freshDatabase } from "../support/database.ts"

/** How many there are; WAVE=2000 plays the whole of it, from three hundred servers at ten groups. */
const wave = Number(process.env.WAVE ?? 40)
const size = {
	spam: wave,
	hosts: Math.ceil(wave / 6.7),
	groups: wave > 500 ? 10 : 2,
	normal: wave > 500 ? 200 : 12,
	newcomers: wave > 500 ? 30 : 4,
}

let fresh: Fresh
let connection: Connection
let world: World
let now = Date.parse("2026-03-01T12:00:00Z")
const groups: Group[] = []

const actor = (kind: "person" | "group", handle: string, host: string): Actor => {
	const uri = `https://${host}/${kind}/${handle}`
	const where = {
		uri,
		url: uri,
		inbox: `${uri}/inbox`,
		sharedInbox: `https://${host}/inbox`,
		followers: `${uri}/followers`,
	}
	const none = {
		summary: "",
		fetchedAt: null,
		goneAt: null,
		movedTo: null,
		alsoKnownAs: [],
		icon: null,
		image: null,
	}
	const at = new Date(now)
	const local = host === "snug.example"
	return {
		id: uuidv7(now),
		...where,
		...none,
		local,
		kind,
		handle,
		host,
		name: handle,
		createdAt: at,
		updatedAt: at,
	} as Actor
}
const crowd = async (count: number, name: (n: number) => [string, string]): Promise<Actor[]> => {
	const people = Array.from({ length: count }, (_, n) => actor("person", ...name(n)))
	if (people.length > 0) await world.db.insert(actors).values(people)
	return people
}
const says = (author: Actor, text: string): Promise<string[]> =>
	world.db.transaction(async (tx) => {
		const id = uuidv7(now)
		const uri = `https://${author.host}/posts/${id}`
		const draft = {
			id,
			uri,
			url: uri,
			kind: "note",
			title: null,
			html: `<p>${text}</p>`,
			source: null,
			contentWarning: null,
			sensitive: false,
			language: "en",
			attachments: [],
			audience: "public",
			inReplyTo: null,
			contextUri: null,
			quoteUri: null,
			publishedAt: new Date(now),
			createUri: `${uri}/create`,
			createBytes: null,
			people: [],
		} as const
		const result = await submitPost(world, tx, {
			author,
			draft: { ...draft, attachments: [], people: [] },
			addressed: groups,
		})
		if (!result.ok) throw new Error(result.reason)
		const { verdicts } = result.value
		return groups.map(({ id: at }) => verdicts.find(({ group }) => group.id === at)!.verdict.verdict)
	})
const sharedIn = async (group: Group): Promise<string[]> =>
	(
		await world.db
			.select({ html: posts.html })
			.from(shares)
			.innerJoin(posts, eq(posts.id, shares.postId))
			.where(sql`${shares.groupId} = ${group.id} and ${shares.state} = 'shared'`)
	).map(({ html }) => html)

beforeAll(async () => {
	fresh = await freshDatabase()
	connection = connect(fresh.url, { size: 2 })
	const ports = {
		...realPorts(() => Promise.reject(new Error("nobody is asked"))),
		now: () => new Date(now),
		newId: () => uuidv7(now),
	}
	world = { db: connection.db, ports, origin: new URL("https://snug.example"), secretKey: "", wake: () => {} }
	const made = Array.from({ length: size.groups }, (_, n) => actor("group", `circle${n}`, "snug.example"))
	await world.db.insert(actors).values(made)
	await world.db.transaction(async (tx) => {
		for (const { id } of made) {
			await insertGroup(tx, { actorId: id, posting: "anyone" })
			const rules = { ...noRules, newcomers: { posts: 1, days: 0 }, flood: { strangers: 5, minutes: 10 } }
			await insertPolicy(tx, { id: uuidv7(now), groupId: id, version: 1, rules, createdAt: new Date(now) })
		}
	})
	for (const { id } of made) groups.push((await findGroup(world.db, id))!)
}, 60_000)
afterAll(async () => {
	await connection?.close()
	await fresh?.drop()
})

it(
	"holds a wave of strangers as one thing, and touches nobody who is known",
	async () => {
		const members_ = await crowd(size.normal / 4, (n) => [`old${n}`, `home${n % 5}.example`])
		const long = new Date(now - 90 * 86_400_000)
		await world.db
			.insert(members)
			.values(
				groups.flatMap(({ id }) =>
					members_.map((one) => ({ groupId: id, actorId: one.id, role: "member" as const, joinedAt: long })),
				),
			)
		// They have been heard here before.
		for (const one of members_) await says(one, "old words")
		await world.db.update(shares).set({ state: "shared", strangeAt: null, inWave: false })
		now += 3_600_000
		const spam = await crowd(size.spam, (n) => [`s${n}`, `spam${n % size.hosts}.example`])
		const newcomers = await crowd(size.newcomers, (n) => [`new${n}`, `kind${n}.example`])
		const [steps, told] = [size.spam + size.normal + size.newcomers, { spam: 0, normal: 0, newcomers: 0 }]
		for (let step = 0; step < steps; step++) {
			now += 60_000 / steps
			const kind = (["spam", "normal", "newcomers"] as const).toSorted(
				(a, b) => told[a] / size[a] - told[b] / size[b],
			)[0]!
			const n = told[kind]++
			if (kind === "spam") expect(new Set(await says(spam[n]!, "buy gold"))).toEqual(new Set(["hold"]))
			else if (kind === "normal")
				expect(new Set(await says(members_[n % members_.length]!, "tea"))).toEqual(new Set(["accept"]))
			else expect(new Set(await says(newcomers[n]!, "hello, I am new"))).toEqual(new Set(["hold"]))
		}
		for (const group of groups) {
			const shown = await sharedIn(group)
			expect(shown.filter((html) => html.includes("gold"))).toEqual([])
			expect(shown.filter((html) => html.includes("tea"))).toHaveLength(size.normal)
			expect((await listPiles(world.db, group.id, { ofServer: 8, ofPerson: 4 })).map(({ by }) => by)).toEqual(
				[{ wave: true }],
			)
		}
		// Everybody who waits was told why, once, though they wrote to several groups.
		const letters = await world.db
			.select({ personId: events.personId, reason: events.reason })
			.from(events)
			.where(eq(events.type, "author-told"))
		expect(new Set(letters.map(({ personId }) => personId)).size).toBe(letters.length)
		for (const { id } of newcomers)
			expect(letters.find(({ personId }) => personId === id)?.reason).toMatch(/new here/)

		const [group] = groups as [Group]
		const settle = (whose: Parameters<typeof settleHeld>[2]["whose"], way: "let-in" | "remove") =>
			world.db.transaction((tx) =>
				settleHeld(world, tx, { groupId: group.id, whose, way, by: "operator", reason: "Seen" }),
			)
		expect(await settle({ personIds: newcomers.map(({ id }) => id) }, "let-in")).toEqual({
			ok: true,
			value: size.newcomers,
		})
		expect((await sharedIn(group)).filter((html) => html.includes("I am new"))).toHaveLength(size.newcomers)
		expect((await says(newcomers[0]!, "and I stay"))[groups.indexOf(group)]).toBe("accept")
		expect(await settle({ wave: true }, "remove")).toEqual({ ok: true, value: size.spam })
		expect(await listWave(world.db, group.id, 10)).toEqual([])

		const [last] = await listSettlings(world.db, group.id, new Date(0))
		expect(last).toMatchObject({ way: "remove", wave: true })
		const undo = () =>
			world.db.transaction((tx) =>
				undoSettling(world, tx, { groupId: group.id, settlingId: last!.id, by: "operator", reason: "" }),
			)
		expect(await undo()).toEqual({ ok: true, value: size.spam })
		expect((await undo()).ok).toBe(false)
		expect(await listWave(world.db, group.id, 9999)).toHaveLength(size.spam)
		const [letIn] = await listSettlings(world.db, group.id, new Date(0))
		const back = await world.db.transaction((tx) =>
			undoSettling(world, tx, { groupId: group.id, settlingId: letIn!.id, by: "operator", reason: "" }),
		)
		expect(back).toEqual({ ok: true, value: size.newcomers })
		expect(
			(await sharedIn(group)).filter((html) => html.includes("gold") || html.includes("I am new")),
		).toEqual([])
	},
	process.env.WAVE ? 1_800_000 : undefined,
)
