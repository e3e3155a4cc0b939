import { randomUUID } from "node:crypto"
import { sql } from "drizzle-orm"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { type Json, type Peer, type Person, PUBLIC } from "../support/peer.ts"
import { say } from "../support/say.ts"
import { Stage } from "../support/stage.ts"

let stage: Stage
let home: Peer
let away: Peer

/** What somebody's own address says of them from now on, or the status it answers with; on the peers of this file. */
const says = new Map<string, Json | number>()
/** The addresses of those people that were asked for. */
const asked: string[] = []
const serving = (peer: Peer) =>
	peer.behave(({ method, path }) => {
		const uri = `${peer.origin}${path}`
		const said = method === "GET" ? says.get(uri) : undefined
		if (said === undefined) return undefined
		asked.push(uri)
		if (typeof said === "number") return { status: said }
		const headers = { "content-type": "application/activity+json" }
		return { status: 200, headers, body: JSON.stringify(said) }
	})
const change = (person: Person, more: Json) => says.set(person.id, { ...person.actor, ...more })
const newcomer = (peer = home): Person => peer.person(`p${randomUUID().slice(0, 8)}`, { ownKey: true })

const heard = (...said: Parameters<Stage["hear"]>) => stage.hear(...said)
const move = (old: Person, target: Person) => say(old, "Move", old.id, { target: target.id })
/** Both accounts say at their own addresses that the one became the other. */
const agreed = (old: Person, target: Person) => {
	change(old, { movedTo: target.id })
	change(target, { alsoKnownAs: [old.id] })
}
const standing = async (person: Person, group: Json): Promise<string | undefined> => {
	const rows = await stage.rows<{ role: string; waits: boolean }>(sql`
		select m.role, m.requested_at is not null as waits from members m join actors p on p.id = m.actor_id
		join actors g on g.id = m.group_id where p.uri = ${person.id} and g.uri = ${group.id}`)
	return rows[0] && `${rows[0].role}${rows[0].waits ? ", waiting" : ""}`
}

beforeAll(async () => {
	stage = await Stage.open()
	home = await stage.peer("mastodon")
	away = await stage.peer("gotosocial")
	await Promise.all([serving(home), serving(away)])
	await stage.snug.snug("group", "set", "books", "--join", "approval")
})
afterAll(() => stage?.close())

describe("a member who moves to another account", () => {
	it("Move: leaves under the old name, and is a member under the new one without being asked again", async () => {
		const [old, target] = [newcomer(), newcomer(away)]
		await stage.join(old, stage.tea)
		await stage.join(old, stage.books)
		await stage.snug.snug("member", "approve", "books", old.id)
		expect(await standing(old, stage.books)).toBe("member")
		agreed(old, target)
		await heard(old, move(old, target))
		expect([await standing(old, stage.tea), await standing(old, stage.books)]).toEqual([undefined, undefined])
		expect(await standing(target, stage.books)).toBeUndefined()
		await stage.join(target, stage.books)
		expect(await standing(target, stage.books)).toBe("member")
		const events = await stage.rows(sql`select facts from events e join actors p on p.id = e.person_id
			where e.type = 'member-moved' and p.uri = ${old.id} order by position`)
		expect(events.map(({ facts }) => facts)).toEqual(Array(2).fill({ to: target.id, role: "member" }))
		// The admission is used up: whoever leaves asks again.
		await heard(target, say(target, "Undo", { type: "Follow", actor: target.id, object: stage.books.id }))
		await stage.join(target, stage.books)
		expect(await standing(target, stage.books)).toBe("follower, waiting")
	})

	it("gives no more than was there: a follower waits again", async () => {
		const [old, target] = [newcomer(), newcomer(away)]
		await stage.join(old, stage.books)
		agreed(old, target)
		await heard(old, move(old, target))
		await stage.join(target, stage.books)
		expect(await standing(target, stage.books)).toBe("follower, waiting")
	})

	it("is a member at once where the new account followed first, and a moderator only when it is made one", async () => {
		const [old, target] = [newcomer(), newcomer(away)]
		await stage.join(old, stage.books)
		await stage.snug.snug("member", "approve", "books", old.id)
		await stage.snug.snug("member", "promote", "books", old.id)
		expect(await standing(old, stage.books)).toBe("moderator")
		await stage.join(target, stage.books)
		agreed(old, target)
		await heard(old, move(old, target))
		expect(await standing(target, stage.books)).toBe("member")
		expect(await standing(old, stage.books)).toBeUndefined()
	})

	it("stays where they are unless both accounts say so now", async () => {
		const [old, target, eve] = [newcomer(), newcomer(away), newcomer(away)]
		await stage.join(old)
		await stage.withoutEffect(async () => {
			await heard(old, move(old, target))
			change(old, { movedTo: target.id })
			await heard(old, move(old, target))
			change(target, { alsoKnownAs: [eve.id] })
			await heard(old, move(old, target))
			change(old, {})
			change(target, { alsoKnownAs: [old.id] })
			await heard(old, move(old, target))
			agreed(old, target)
			await heard(old, move(old, eve))
			await heard(old, say(old, "Move", old.id, { target: old.id }))
			await heard(old, say(old, "Move", old.id))
			await heard(eve, say(eve, "Move", old.id, { target: target.id }))
			await heard(target, say(target, "Move", old.id, { target: target.id }))
			says.set(target.id, 410)
			await heard(old, move(old, target))
		})
		expect(await standing(old, stage.tea)).toBe("member")
	})

	it("takes a ban along", async () => {
		const [old, target] = [newcomer(), newcomer(away)]
		await stage.join(old)
		await stage.snug.snug("member", "ban", "tea", old.id, "--reason", "Enough.")
		agreed(old, target)
		await heard(old, move(old, target))
		await target.follow(stage.tea)
		await away.waitFor(({ json }) => json?.type === "Reject" && json.to[0] === target.id)
		expect(await standing(target, stage.tea)).toBeUndefined()
	})

	it("makes no ban or pause of the new account shorter by one of the old", async () => {
		const [old, target] = [newcomer(), newcomer(away)]
		await stage.join(old)
		await stage.join(target)
		const deed = (verb: string, who: Person, ...until: string[]) =>
			stage.snug.snug("member", verb, "tea", who.id, "--reason", "Enough.", ...until)
		const kept = () =>
			stage.rows(sql`select b.until as ban, s.until as pause from bans b join pauses s using (group_id, actor_id)
				join actors p on p.id = actor_id where p.uri = ${target.id}`)
		await deed("pause", old, "--until", "12h")
		await deed("pause", target, "--until", "4w")
		await deed("ban", old, "--until", "12h")
		await deed("ban", target)
		const before = await kept()
		expect(before).toHaveLength(1)
		agreed(old, target)
		await heard(old, move(old, target))
		expect(await kept()).toEqual(before)
	})
})

describe("what is known of somebody elsewhere", () => {
	const nameOf = async ({ id }: Person) =>
		(await stage.rows<{ name: string }>(sql`select name from actors where uri = ${id}`))[0]?.name
	const aDayPasses = ({ id }: Person) =>
		stage.rows(sql`update actors set fetched_at = fetched_at - interval '25 hours' where uri = ${id}`)
	const posted = async (person: Person) => {
		const { note, create } = stage.note(person)
		await heard(person, create)
		expect(await stage.sharedIn(note.id)).toEqual(["tea"])
	}

	it("is asked anew after a day, when they do something, and once", async () => {
		const dora = newcomer()
		await stage.join(dora)
		change(dora, { name: "Dora the Second" })
		const before = asked.length
		await posted(dora)
		expect([await nameOf(dora), asked.length]).toEqual([dora.displayName, before])
		await aDayPasses(dora)
		await posted(dora)
		await posted(dora)
		expect([await nameOf(dora), asked.length]).toEqual(["Dora the Second", before + 1])
	})

	it("stays what it was while their server does not answer, which is not asked each time", async () => {
		const dora = newcomer()
		await stage.join(dora)
		await aDayPasses(dora)
		says.set(dora.id, 500)
		const before = asked.length
		await posted(dora)
		await posted(dora)
		expect(asked.length).toBe(before + 1)
	})
})

describe("somebody who goes for good", () => {
	const farewell = (person: Person) => say(person, "Delete", person.id, { to: [PUBLIC] })
	const present = async (person: Person) => {
		await stage.join(person)
		const { note, create } = stage.note(person)
		await heard(person, create)
		return note
	}

	it("is believed by their address being gone, when the key they sign with is a new one nobody can ask for", async () => {
		for (const status of [410, 404]) {
			const dora = newcomer()
			const note = await present(dora)
			says.set(dora.id, status)
			await heard(dora, farewell(dora), { key: newcomer().keys.privateKey })
			expect(await standing(dora, stage.tea)).toBeUndefined()
			expect((await stage.post(note.id))?.deleted).toBe(true)
		}
	})

	it("is believed by their address being gone, when no key of theirs is known any more", async () => {
		const dora = newcomer()
		const note = await present(dora)
		await stage.rows(sql`delete from remote_keys where key_id = ${dora.keyId}`)
		says.set(dora.id, 410)
		await heard(dora, farewell(dora))
		expect((await stage.post(note.id))?.deleted).toBe(true)
	})

	it("is not taken for gone while their address answers, whoever says so", async () => {
		const dora = newcomer()
		await present(dora)
		await stage.withoutEffect(async () => {
			const forged = await dora.send(farewell(dora), { to: stage.inbox, key: newcomer().keys.privateKey })
			expect(forged.status).toBe(401)
			says.set(dora.id, 500)
			await stage.rows(sql`delete from remote_keys where key_id = ${dora.keyId}`)
			const unknown = await dora.send(farewell(dora), { to: stage.inbox, key: newcomer().keys.privateKey })
			expect([401, 503]).toContain(unknown.status)
		})
		expect(await standing(dora, stage.tea)).toBe("member")
	})
})
