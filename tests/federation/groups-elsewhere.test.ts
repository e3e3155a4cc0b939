import { sql } from "drizzle-orm"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { type Connection, connect } from "../../db/connect.ts"
import { findGroup } from "../../db/groups.ts"
import { readConversations, readThread } from "../../db/reading.ts"
import { Browser } from "../support/browser.ts"
import { GroupElsewhere } from "../support/elsewhere.ts"
import { eventually } from "../support/eventually.ts"
import { type Json, type Peer, type Person, PUBLIC, startPeer } from "../support/peer.ts"
import type { Server } from "../support/snug.ts"
import { startHere } from "../support/snug-here.ts"
import { withOwner } from "../support/with-owner.ts"

const software = ["lemmy", "nodebb", "mbin", "piefed", "mobilizon", "guppe"] as const

describe("groups of other servers", () => {
	let snug: Server
	let connection: Connection
	let mastodon: Peer
	let eve: Person
	let tea: Json
	const groups = new Map<string, GroupElsewhere>()
	const at = (name: (typeof software)[number]): GroupElsewhere => groups.get(name)!

	const rows = async <T = Record<string, unknown>>(query: ReturnType<typeof sql>): Promise<T[]> =>
		(await connection.db.execute(query)) as unknown as T[]
	const listed = async (name: string): Promise<Json[]> => snug.snug("post", "list", name)
	const addresses = async (name: string): Promise<string[]> => (await listed(name)).map(({ uri }) => uri)
	const shows = (name: string, uri: string) =>
		eventually(async () => expect(await addresses(name)).toContain(uri))
	/** What became of an Announce, once it has been dealt with. */
	const outcome = (announce: Json): Promise<string> =>
		eventually(async () => {
			const [row] = await rows<{ state: string; outcome: string }>(
				sql`select state, outcome from inbox where activity_uri = ${announce.id} order by position desc limit 1`,
			)
			expect(row?.state).toBe("done")
			return row!.outcome
		})
	const share = async (group: string, uri: string) =>
		(
			await rows<{
				state: string
				pinned: boolean
				locked: boolean
				top: boolean
				event_id: string | null
			}>(sql`
				select s.state, s.pinned_at is not null as pinned, s.locked_at is not null as locked, s.top_level as top, s.event_id
				from shares s join posts p on p.id = s.post_id join actors g on g.id = s.group_id
				where p.uri = ${uri} and g.uri = ${group}`)
		)[0]
	const idOf = async (uri: string): Promise<string> =>
		(await rows<{ id: string }>(sql`select id from actors where uri = ${uri}`))[0]!.id

	beforeAll(async () => {
		snug = await startHere()
		connection = connect(snug.databaseUrl, { size: 2 })
		await withOwner(snug, "tea", "cake")
		mastodon = await startPeer({ software: "mastodon" })
		eve = mastodon.person("eve", { ownKey: true })
		tea = await eve.lookUp(`@tea@${snug.host}`)
		await eve.follow(tea)
		await eventually(() => expect(eve.follows(tea.id)).toBe(true))
		for (const name of software) groups.set(name, await GroupElsewhere.open(name, `${snug.origin}/inbox`))
	})
	afterAll(async () => {
		await connection?.close()
		await Promise.all([...groups.values()].map(({ peer }) => peer.stop()))
		await mastodon?.stop()
		await snug?.close()
	})

	it.each(software)("are looked up, followed and heard from: %s", async (name) => {
		const { group, peer } = at(name)
		const found = await snug.snug("federation", "lookup", group.handle)
		expect(found).toMatchObject({ uri: group.id, kind: "group" })
		await snug.snug("federation", "follow", group.handle, "--as", "ana")
		const { json: follow } = await at(name).heard("Follow")
		expect(follow).toMatchObject({ object: group.id, to: [group.id] })
		if (name === "guppe")
			await group.send(
				{ id: `${peer.origin}/a/1`, type: "Accept", actor: group.id, object: follow.id },
				{ to: `${snug.origin}/inbox` },
			)
		await eventually(async () => {
			const again = await snug.snug("federation", "follow", group.handle, "--as", "ana")
			expect(again.state).toBe("following")
		})
	})

	it("share posts in each shape that their servers send", async () => {
		const lemmy = at("lemmy").write("From Lemmy", { type: "Page", name: "From Lemmy" })
		await at("lemmy").announce(lemmy.create)
		await at("lemmy").announce(lemmy.note)

		const nodebb = at("nodebb").write("From NodeBB", { type: "Article", name: "From NodeBB" })
		const odd = { to: [`${at("nodebb").group.id}/followers`], cc: [at("nodebb").writer.id, PUBLIC] }
		await at("nodebb").announce(nodebb.note, {
			...odd,
			id: `${at("nodebb").peer.origin}/post/1#activity/announce/1`,
		})
		await at("nodebb").announce(nodebb.create, odd)

		const mbin = at("mbin").write("From Mbin", { type: "Page", name: "From Mbin" })
		await at("mbin").announce(mbin.create.id)

		const [one, two] = [at("piefed").write("One"), at("piefed").write("Two")]
		await at("piefed").announce([one.create, two.note.id])

		const { writer, group } = at("mobilizon")
		const mobilizon = at("mobilizon").write("Come all", {
			type: "Event",
			name: "A meeting",
			actor: writer.id,
			attributedTo: group.id,
			startTime: "2027-01-01T10:00:00Z",
		})
		await at("mobilizon").announce(mobilizon.note.id)

		const guppe = at("guppe").write("An answer to somebody", { inReplyTo: `${mastodon.origin}/nobody/1` })
		await at("guppe").announce(guppe.note.id, {
			to: [`${at("guppe").group.id}/followers`, PUBLIC],
			cc: [at("guppe").writer.id],
		})
		for (const [name, ...posts] of [
			["lemmy", lemmy],
			["nodebb", nodebb],
			["mbin", mbin],
			["piefed", one, two],
			["mobilizon", mobilizon],
			["guppe", guppe],
		] as const)
			for (const { note } of posts) {
				await shows(at(name).group.handle, note.id)
				expect(await share(at(name).group.id, note.id)).toMatchObject({ state: "shared", top: true })
			}
		const [row] = await listed(at("mobilizon").group.handle)
		expect(row).toMatchObject({ handle: writer.handle, title: "A meeting" })
	})

	it("bring the missing posts above an answer, as far as those were written to the same group", async () => {
		const mbin = at("mbin")
		const top = mbin.write("The beginning", { type: "Page", name: "The beginning" })
		const middle = mbin.write("In between", { inReplyTo: top.note.id })
		const last = mbin.write("The end", { inReplyTo: middle.note.id })
		await outcome(await mbin.announce(last.create))
		const reads = await readThreadOf(mbin.group.id, top.note.id)
		expect(reads.map(({ post }) => post.uri)).toEqual([top.note.id, middle.note.id, last.note.id])
		// Mbin's magazines boost what they have again.
		const boost = await mbin.announce(last.note.id)
		expect(await outcome(boost)).toBe("noted")
	})
	const readThreadOf = async (groupUri: string, uri: string) => {
		const [top] = await rows<{ id: string }>(sql`select id from posts where uri = ${uri}`)
		return readThread(connection.db, "anyone", await idOf(groupUri), top!.id)
	}

	it("are not believed about others: what they bring is read at its origin", async () => {
		const [lemmy, nodebb] = [at("lemmy"), at("nodebb")]
		const real = nodebb.write("What was said")
		const forged = { ...real.create, object: { ...real.note, content: "<p>What was never said</p>" } }
		await lemmy.announce(forged)
		await shows(lemmy.group.handle, real.note.id)
		const [post] = await rows<{ html: string }>(sql`select html from posts where uri = ${real.note.id}`)
		expect(post!.html).toContain("What was said")

		const unsaid = nodebb.deed("Like", real.note.id)
		expect(await outcome(await lemmy.announce(unsaid))).toBe("ignored: nobody but the group says so")
		const { peer, writer } = at("piefed")
		const said = { ...at("piefed").deed("Like", real.note.id), id: `${peer.origin}/like/1` }
		at("piefed").serve(said)
		expect(await outcome(await lemmy.announce(said))).toBe("reacted")
		const [like] = await rows(
			sql`select r.kind from reactions r join actors a on a.id = r.actor_id where a.uri = ${writer.id}`,
		)
		expect(like).toEqual({ kind: "like" })
		const undo = { ...at("piefed").deed("Undo", said) }
		expect(await outcome(await lemmy.announce(undo))).toBe("ignored: nobody but the group says so")
		at("piefed").tookBack(said.id)
		expect(await outcome(await lemmy.announce({ ...undo, id: `${undo.id}/2` }))).toBe("taken back")
		const more = { ...said, id: `${peer.origin}/like/2` }
		at("piefed").serve(more)
		expect(await outcome(await lemmy.announce(more))).toBe("reacted")
		const unlike = at("piefed").deed("Undo", more)
		at("piefed").serve(unlike)
		expect(await outcome(await lemmy.announce(unlike))).toBe("taken back")

		const leaver = lemmy.peer.person("leaver", { ownKey: true })
		const last = lemmy.write("I am off", {}, leaver)
		await outcome(await lemmy.announce(last.create))
		const departure = () => lemmy.deed("Delete", leaver.id, { removeData: true }, leaver)
		expect(await outcome(await lemmy.announce(departure()))).toBe("ignored: they are still there")
		lemmy.peer.persons.delete("leaver")
		expect(await outcome(await lemmy.announce(departure()))).toBe("departed")
		expect(await share(lemmy.group.id, last.note.id)).toMatchObject({ state: "deleted" })

		const [deleted] = [lemmy.deed("Delete", real.note.id, {}, nodebb.writer)]
		expect(await outcome(await nodebb.announce(deleted))).toMatch(/^ignored: There is no such post/)
		expect(await outcome(await lemmy.announce([lemmy.announceOf(real.note.id)]))).toMatch(/ignored: Announce/)
		expect(await share(lemmy.group.id, real.note.id)).toMatchObject({ state: "shared" })
	})

	it("moderate their own list, and nobody else's", async () => {
		const lemmy = at("lemmy")
		const page = lemmy.write("A quarrel", { type: "Page", name: "A quarrel" })
		await outcome(await lemmy.announce(page.create))
		await outcome(await at("nodebb").announce(page.note.id))
		const [here, there] = [lemmy.group.id, at("nodebb").group.id]
		const says = async (deed: Json) => outcome(await lemmy.announce(deed))

		expect(await says(lemmy.deed("Add", page.note.id, { target: `${here}/featured` }))).toBe("pinned")
		expect(await says(lemmy.deed("Lock", page.note.id))).toBe("locked")
		expect(await share(here, page.note.id)).toMatchObject({ pinned: true, locked: true })
		expect(await share(there, page.note.id)).toMatchObject({ pinned: false, locked: false })
		await expect(
			snug.snug(
				"post",
				"submit",
				lemmy.group.handle,
				"--as",
				"ana",
				"--text",
				"I too",
				"--reply-to",
				page.note.id,
			),
		).rejects.toThrow(/closed/)
		expect(await says(lemmy.deed("Undo", lemmy.deed("Lock", page.note.id)))).toBe("unlocked")
		expect(await says(lemmy.deed("Remove", page.note.id, { target: `${here}/featured` }))).toBe("unpinned")

		const removal = lemmy.deed("Delete", page.note.id, { summary: "Rule 1" })
		expect(await says(removal)).toBe("taken out")
		expect(await share(here, page.note.id)).toMatchObject({ state: "removed" })
		expect(await share(there, page.note.id)).toMatchObject({ state: "shared" })
		const log = await snug.snug("mod", "log", lemmy.group.handle)
		expect(log[0]).toMatchObject({ state: "post-removed", handle: lemmy.group.handle, reason: "Rule 1" })
		expect(await says(lemmy.deed("Undo", removal))).toBe("restored")
		expect(await share(here, page.note.id)).toMatchObject({ state: "shared" })

		const mod = lemmy.peer.person("mod", { ownKey: true })
		expect(await says(lemmy.deed("Add", mod.id, { target: `${here}/moderators` }))).toBe("noted")
		expect(await says(lemmy.deed("Remove", mod.id, { target: `${here}/moderators` }))).toBe("noted")

		const over = { target: here, endTime: "2020-01-01T00:00:00Z" }
		expect(await says(lemmy.deed("Block", lemmy.writer.id, over))).toBe("ignored: that ban is over")
		const noise = lemmy.peer.person("noise", { ownKey: true })
		const spam = lemmy.write("Buy this", {}, noise)
		await outcome(await lemmy.announce(spam.create))
		expect(await says(lemmy.deed("Block", noise.id, { ...over, removeData: true }))).toBe("taken out")
		expect(await share(here, spam.note.id)).toMatchObject({ state: "removed" })

		const ban = lemmy.deed("Block", lemmy.writer.id, { target: here, removeData: true, summary: "Rule 1" })
		expect(await says(ban)).toBe("banned")
		expect(await share(here, page.note.id)).toMatchObject({ state: "removed" })
		const next = lemmy.write("Once more", { type: "Page", name: "Once more" })
		await outcome(await lemmy.announce(next.create))
		expect(await share(here, next.note.id)).toBeUndefined()
		expect(await says(lemmy.deed("Undo", ban))).toBe("lifted")

		// What it shared may be read here after the ban only; it knows whom it lets speak.
		const quiet = lemmy.peer.person("quiet", { ownKey: true })
		const first = lemmy.write("Said in time", {}, quiet)
		await outcome(await lemmy.announce(first.create))
		expect(await says(lemmy.deed("Block", quiet.id, { target: here }))).toBe("banned")
		const late = lemmy.write("Said in time, heard late", {}, quiet)
		await outcome(await lemmy.announce(late.create))
		for (const { note } of [first, late])
			expect(await share(here, note.id)).toMatchObject({ state: "shared" })

		// Its author's own deletion, which is so at the author's server, goes everywhere.
		lemmy.tookBack(page.note.id)
		const gone = await at("nodebb").announce(lemmy.deed("Delete", page.note.id))
		expect(await outcome(gone)).toBe("deleted")
		expect(await share(there, page.note.id)).toMatchObject({ state: "deleted" })
	})

	it("take a boost back", async () => {
		const guppe = at("guppe")
		const { note } = guppe.write("For a moment")
		const announce = await guppe.announce(note.id)
		await shows(guppe.group.handle, note.id)
		const undo = { id: `${announce.id}/undo`, type: "Undo", actor: guppe.group.id, object: announce }
		await guppe.group.send(undo, { to: `${snug.origin}/inbox` })
		expect(await outcome(undo)).toBe("taken out")
		expect(await addresses(guppe.group.handle)).not.toContain(note.id)
	})

	it("take out what they shared before it could be read, and it stays out; what they share again comes in", async () => {
		const [lemmy, guppe] = [at("lemmy"), at("guppe")]
		const [page, again] = [1, 2].map((nth) =>
			lemmy.write(`Late ${nth}`, { type: "Page", name: `Late ${nth}` }),
		)
		const { note } = guppe.write("Late as well")
		const late = [page!.note.id, again!.note.id, note.id].map((id) => new URL(id).pathname)
		for (const { peer } of [lemmy, guppe])
			await peer.behave(({ path }) => (late.includes(path) ? "drop" : undefined))
		const first = [await lemmy.announce(page!.create), await guppe.announce(note.id)]
		const second = await lemmy.announce(again!.create)
		const waiting = [...first, second].map(({ id }) => id)
		const wait = (until: string) =>
			rows(sql`update inbox set attempts = 5, due_at = now() + ${until}::interval
				where activity_uri = any(${sql.param(waiting)}::text[]) and state = 'waiting' and outcome is not null returning activity_uri`)
		const set = new Set()
		// Each of them has failed once and waits; what comes after it is not kept back by what waits for long.
		await eventually(async () => {
			for (const { activity_uri } of await wait("1 hour")) set.add(activity_uri)
			expect(set.size).toBe(3)
		})
		const removals = [page!, again!].map(({ note }) => lemmy.deed("Delete", note.id, { summary: "Rule 1" }))
		for (const one of removals)
			expect(await outcome(await lemmy.announce(one))).toBe("ignored: there is no such post here")
		const undo = { id: `${first[1]!.id}/undo`, type: "Undo", actor: guppe.group.id, object: first[1] }
		await guppe.group.send(undo, { to: `${snug.origin}/inbox` })
		expect(await outcome(undo)).toBe("ignored: there is no such post here")
		await outcome(await lemmy.announce(lemmy.deed("Undo", removals[1])))

		for (const { peer } of [lemmy, guppe]) await peer.behave("ok")
		// Not before it is asked again at all, for a server that did not answer is left alone for ten seconds.
		await wait("11 seconds")
		await rows(sql`select pg_notify('snug_inbox', '')`)
		const atLast = (announce: Json) => eventually(() => outcome(announce), 25_000)
		for (const announce of first) expect(await atLast(announce)).toBe("ignored: the group took it out since")
		expect(await atLast(second)).toBe("accept from news")
		expect(await share(lemmy.group.id, page!.note.id)).toBeUndefined()
		expect(await share(guppe.group.id, note.id)).toBeUndefined()
		await outcome(await guppe.announce(note.id))
		expect(await share(guppe.group.id, note.id)).toMatchObject({ state: "shared" })
	}, 60_000)

	it("are answered and reported to from here", async () => {
		const lemmy = at("lemmy")
		const ann = lemmy.peer.person("ann", { ownKey: true })
		const page = lemmy.write("A question", { type: "Page", name: "A question" }, ann)
		await lemmy.announce(page.create)
		await shows(lemmy.group.handle, page.note.id)
		const words = ["--as", "ana", "--text", "An answer", "--reply-to", page.note.id]
		const reply = await snug.snug("post", "submit", lemmy.group.handle, ...words)
		const { json } = await lemmy.heard("Create", ({ object }) => object.id === reply.uri)
		expect(json).toMatchObject({ audience: lemmy.group.id, object: { inReplyTo: page.note.id } })
		expect(json.object.cc).toContain(ann.id)
		expect(json.object.tag.map(({ href }: Json) => href)).toEqual([ann.id, lemmy.group.id])

		await snug.snug("report", "file", page.note.id, "--as", "ana", "--reason", "Off topic")
		const flag = await lemmy.heard("Flag")
		expect(flag.json).toMatchObject({ to: [lemmy.group.id], object: page.note.id, content: "Off topic" })
	})

	it("are subject to this server's policy, and to what a person blocks", async () => {
		const [mbin, ana] = [at("mbin"), { actorId: await idOf(await uriOf("ana")) }]
		const handle = mbin.group.handle
		const seen = async (viewer: { actorId: string } | "anyone") =>
			(
				await readConversations(connection.db, viewer, await idOf(mbin.group.id), { after: null, limit: 50 })
			).map(({ post }) => post.uri)
		const mallet = mbin.peer.person("mallet", { ownKey: true })
		const { note } = mbin.write("Buy now", {}, mallet)
		await mbin.announce(note.id)
		await shows(handle, note.id)
		expect(await seen(ana)).toContain(note.id)

		await snug.snug("account", "block", "ana", mallet.handle)
		expect(await seen(ana)).not.toContain(note.id)
		expect(await seen("anyone")).toContain(note.id)
		expect(await snug.snug("account", "blocks", "ana")).toMatchObject([{ handle: mallet.handle }])
		await snug.snug("account", "unblock", "ana", mallet.handle)
		expect(await seen(ana)).toContain(note.id)
		await snug.snug("account", "block", "ana", mbin.peer.host)
		expect(await seen(ana)).toEqual([])
		await snug.snug("account", "unblock", "ana", mbin.peer.host)
		expect(await seen(ana)).toContain(note.id)
		expect(mbin.peer.received.some((r) => r.json?.type === "Block")).toBe(false)

		await snug.snug("filter", "add", "-", "casino", "--hold")
		const held = mbin.write("A casino")
		await outcome(await mbin.announce(held.note.id))
		expect(await share(mbin.group.id, held.note.id)).toMatchObject({ state: "held" })
		await snug.snug("domain", "block", at("guppe").peer.host)
		const shut = at("guppe").write("From a blocked server")
		expect(await outcome(await mbin.announce(shut.note.id))).toMatch(/blocked here/)
		await expect(snug.snug("federation", "follow", at("guppe").group.handle, "--as", "ana")).rejects.toThrow(
			/blocked/,
		)
		await snug.snug("domain", "allow", at("guppe").peer.host)
	})
	const uriOf = async (name: string): Promise<string> =>
		(await rows<{ uri: string }>(sql`select uri from actors where local and handle = ${name}`))[0]!.uri

	it("have a page for people with an account here, and others are shown the way to their own", async () => {
		const { group, peer } = at("mobilizon")
		const path = `/@${group.name}@${peer.host}`
		const browser = new Browser(snug.origin)
		const stranger = await browser.open(path)
		expect([stranger.status, stranger.headers.get("location")]).toEqual([302, group.actor.url])
		await browser.send("/login", { name: "ana", password: "correct horse battery staple" })
		const html = (await browser.open(path)).text
		expect(html).toContain("A meeting")
		expect(html).toContain("is a group of another server")
		const thread = /href="(\/@news@[^"]+\/t\/[^"]+)"/.exec(html)![1]!
		const talk = (await browser.open(thread)).text
		expect(talk).toContain(`href="${path}"`)
		expect((await browser.open(`/@nobody@${peer.host}`)).status).toBe(404)
	})

	it("are followed by groups, which show what they share and announce nothing of it", async () => {
		const piefed = at("piefed")
		await expect(snug.snug("group", "follow", "tea", "tea")).rejects.toThrow(/itself/)
		await snug.snug("group", "follow", "tea", piefed.group.handle)
		await piefed.heard("Follow", ({ actor }) => actor === tea.id)
		await eventually(async () => {
			const [row] = await rows(sql`select 1 from members m join actors a on a.id = m.actor_id
				where a.uri = ${tea.id} and m.requested_at is null`)
			expect(row).toBeDefined()
		})
		expect(await snug.snug("group", "follows", "tea")).toMatchObject([{ handle: piefed.group.handle }])
		const carried = piefed.write("From the other circle")
		await piefed.announce(carried.create)
		await shows("tea", carried.note.id)
		const answer = piefed.write("An answer there", { inReplyTo: carried.note.id })
		await outcome(await piefed.announce(answer.create))
		expect(await share(tea.id, answer.note.id)).toMatchObject({ state: "shared", event_id: null })

		// Its author changes it into something that tea's own filter holds.
		await snug.snug("filter", "add", "tea", "lottery", "--hold")
		const changing = piefed.write("About the weather")
		await outcome(await piefed.announce(changing.create))
		const { note: changed } = piefed.serve({ ...changing.note, content: "<p>A lottery</p>", updated: soon() })
		expect(await outcome(await piefed.announce(piefed.deed("Update", changed)))).toBe("edited")
		expect(await share(tea.id, changed.id)).toMatchObject({ state: "held", event_id: null })
		expect(await share(piefed.group.id, changed.id)).toMatchObject({ state: "shared" })
		await snug.snug("post", "approve", "tea", changed.id)
		expect(await share(tea.id, changed.id)).toMatchObject({ state: "shared", event_id: null })

		// What is here already may come again in any shape: it is the same post, and nobody is told otherwise (FEP-d36d).
		const known = await share(tea.id, carried.note.id)
		for (const again of [carried.create, carried.note.id, { ...carried.note, type: "Article" }])
			expect(await outcome(await piefed.announce(again))).toMatch(/^noted$|it is known|did that already/)
		expect(await outcome(await piefed.announce(piefed.announceOf(carried.note.id)))).toMatch(
			/ignored: Announce/,
		)
		await outcome(await at("nodebb").announce(carried.create))
		expect(await share(tea.id, carried.note.id)).toEqual(known)

		// Others do compare links, and say no to what they find twice: that is no answer to the Follow.
		const about = { id: `${tea.id}/announces/1`, type: "Announce", actor: tea.id, object: carried.note.id }
		for (const object of [about, { ...carried.note, actor: tea.id }, carried.note.id]) {
			const twice = piefed.deed("Reject", object, { target: changed.id }, piefed.group)
			await piefed.group.send(twice, { to: tea.inbox })
			expect(await outcome(twice)).toBe("ignored: nobody here asked")
		}
		expect(await snug.snug("group", "follows", "tea")).toMatchObject([{ handle: piefed.group.handle }])

		// What somebody brings to tea is announced, after all of the above was handed over.
		const { note } = await eve.post({ text: "From this circle", mention: tea })
		await mastodon.waitFor((r) => r.json?.type === "Announce" && r.json.object === note.id)
		const announced = mastodon.received.filter((r) => r.json?.type === "Announce").map((r) => r.json.object)
		expect(announced).toEqual([note.id])
		for (const { peer } of [piefed, at("nodebb")])
			expect(peer.received.filter((r) => r.json?.type === "Reject")).toEqual([])
		const outbox = await (
			await fetch(`${tea.id}/outbox`, { headers: { accept: "application/activity+json" } })
		).text()
		expect(outbox).toContain(note.id)
		expect(outbox).not.toContain(carried.note.id)

		// Its author may bring it to tea themselves.
		const { writer } = piefed
		await writer.follow(tea)
		await eventually(() => expect(writer.follows(tea.id)).toBe(true))
		await writer.send(
			{ ...carried.create, cc: [tea.id], object: { ...carried.note, cc: [tea.id] } },
			{ to: tea.inbox },
		)
		await mastodon.waitFor((r) => r.json?.type === "Announce" && r.json.object === carried.note.id)

		const other = piefed.write("Another")
		await piefed.announce(other.create)
		await shows("tea", other.note.id)
		await outcome(await piefed.announce(piefed.deed("Delete", other.note.id, { summary: "Rule 2" })))
		expect(await share(tea.id, other.note.id)).toMatchObject({ state: "removed" })
		await snug.snug("group", "unfollow", "tea", piefed.group.handle)
		await piefed.heard("Undo", ({ actor }) => actor === tea.id)
		const log = await snug.snug("mod", "log", "tea")
		expect(log.map(({ state }: Json) => state)).toEqual(
			expect.arrayContaining(["group-followed", "group-unfollowed"]),
		)
	})

	it("may follow a group here: they listen, and what they boost is only noted", async () => {
		const nodebb = at("nodebb")
		await nodebb.group.follow(tea)
		await eventually(() => expect(nodebb.group.follows(tea.id)).toBe(true))
		const members = await snug.snug("member", "list", "tea")
		expect(members).toContainEqual(
			expect.objectContaining({ handle: nodebb.group.handle, state: "follower" }),
		)
		const { note } = await eve.post({ text: "Round it goes", mention: tea })
		await nodebb.heard("Announce", ({ object }) => object?.object?.id === note.id)
		const events = async () => (await rows<{ n: number }>(sql`select count(*)::int as n from events`))[0]!.n
		const before = await events()
		expect(await outcome(await nodebb.announce(note.id))).toMatch(/from news|noted/)
		expect(await share(tea.id, note.id)).toMatchObject({ state: "shared" })
		const again = mastodon.received.filter((r) => r.json?.type === "Announce" && r.json.object === note.id)
		expect(again).toHaveLength(1)
		expect(await events()).toBeLessThanOrEqual(before + 1)
	})

	it("are where a group, or a person, may move to", async () => {
		const guppe = at("guppe")
		const cake = (await findGroup(connection.db, await idOf(await uriOf("cake"))))!
		await eve.follow(await eve.lookUp(`@cake@${snug.host}`))
		await eventually(() => expect(eve.follows(cake.uri)).toBe(true))
		await snug.snug("group", "alias", "cake", guppe.group.handle)
		const served = await (await fetch(cake.uri, { headers: { accept: "application/activity+json" } })).json()
		expect(served).toMatchObject({ alsoKnownAs: [guppe.group.id] })
		expect(served).not.toHaveProperty("movedTo")
		await mastodon.waitFor(
			(r) => r.json?.type === "Update" && r.json.object?.alsoKnownAs?.[0] === guppe.group.id,
		)

		const move = (...more: string[]) => snug.snug("group", "move", "cake", guppe.group.handle, ...more)
		await expect(move("--apply")).rejects.toThrow(/alsoKnownAs/)
		ownsTo(guppe.group, cake.uri)
		expect(await move()).toMatchObject({ state: "would move", told: 2 })
		expect((await snug.snug("group", "show", "cake")).state).toBe("open")
		expect(await move("--apply")).toMatchObject({ state: "moved" })
		const { json, verified } = await mastodon.waitFor((r) => r.json?.type === "Move")
		expect(verified).toBe(true)
		expect(json).toMatchObject({
			actor: cake.uri,
			object: cake.uri,
			target: guppe.group.id,
			to: [cake.followers],
		})
		const after = await (await fetch(cake.uri, { headers: { accept: "application/activity+json" } })).json()
		expect(after).toMatchObject({ movedTo: guppe.group.id })
		expect(await (await fetch(`${snug.origin}/@cake`)).text()).toContain(guppe.group.handle)
		await expect(move("--apply")).rejects.toThrow(/30 days/)
		await expect(snug.snug("post", "submit", "cake", "--as", "ana", "--text", "Still here?")).rejects.toThrow(
			/moved/,
		)
		const bob = mastodon.person("bob", { ownKey: true })
		await bob.follow(await bob.lookUp(`@cake@${snug.host}`))
		await eventually(() => expect(bob.following.get(cake.uri)?.state).toBe("rejected"))

		const ana = await uriOf("ana")
		ownsTo(guppe.writer, ana)
		await snug.snug("account", "move", "ana", guppe.writer.handle, "--apply")
		const moved = await guppe.heard("Move")
		expect(moved.json).toMatchObject({ actor: ana, target: guppe.writer.id, to: [guppe.group.id] })
	})
	const soon = () => new Date(Date.now() + 1000).toISOString()
	const ownsTo = (person: Person, ...alsoKnownAs: string[]) => {
		const { actor } = person
		Object.defineProperty(person, "actor", { value: { ...actor, alsoKnownAs } })
	}
})
