import { createVerify } from "node:crypto"
import { afterEach, describe, expect, it } from "vitest"
import { type Json, type Peer, type PeerOptions, PUBLIC, type Sending, startPeer } from "../support/peer.ts"

const peers: Peer[] = []
const start = async (options: PeerOptions | string = {}): Promise<Peer> => {
	const peer = await startPeer(typeof options === "string" ? { software: options } : options)
	peers.push(peer)
	return peer
}

afterEach(async () => {
	await Promise.all(peers.splice(0).map((peer) => peer.stop()))
})

const ofType = (type: string) => (received: { json: Json }) => received.json.type === type

describe("two Mastodons", () => {
	const meet = async () => {
		const [here, there] = await Promise.all([start("mastodon"), start("mastodon")])
		const [bob, carol] = [here.person("bob"), there.person("carol")]
		const found = await bob.lookUp(carol.handle)
		await bob.follow(found)
		await here.waitFor(ofType("Accept"))
		return { here, there, bob, carol, found }
	}

	it("find, follow and read each other", async () => {
		const { here, bob, carol, found } = await meet()
		expect(found.id).toBe(carol.id)
		expect(bob.follows(carol.id)).toBe(true)
		expect([...carol.followers.keys()]).toEqual([bob.id])

		const { note, answer } = await carol.post({ text: "Tea <b>time</b>" })
		expect(answer.status).toBe(202)
		await here.waitFor(ofType("Create"))
		expect(bob.home()).toEqual([{ boostedBy: null, note: expect.objectContaining({ id: note.id }) }])
		expect(note.content).toBe("<p>Tea &lt;b&gt;time&lt;/b&gt;</p>")
	})

	it("hear of edits and deletions, and only from the author", async () => {
		const { here, there, bob, carol } = await meet()
		const { note } = await carol.post({ text: "first" })
		await carol.edit(note, "second")
		await here.waitFor(ofType("Update"))
		expect(bob.home()[0]!.note.content).toContain("second")

		const mallory = there.person("mallory")
		const forged = { type: "Delete", id: `${mallory.id}#d`, actor: mallory.id, object: note.id }
		await mallory.send(forged, { to: bob.inbox })
		const refused = await here.waitFor(ofType("Delete"))
		expect(refused.outcome).toContain("only its author")
		expect(bob.home()).toHaveLength(1)

		await carol.delete(note)
		await here.waitFor((received) => received.json.object?.type === "Tombstone")
		expect(bob.home()).toHaveLength(0)
		const gone = await fetch(note.id, { headers: { accept: "application/activity+json" } })
		expect([gone.status, ((await gone.json()) as Json).type]).toEqual([410, "Tombstone"])
	})

	it.each([true, false])("unfollow, the Follow embedded: %s", async (embedded) => {
		const { there, bob, carol, found } = await meet()
		const { undo } = await bob.unfollow(found, { embedded })
		expect(typeof undo.object).toBe(embedded ? "object" : "string")
		await there.waitFor(ofType("Undo"))
		expect(bob.follows(carol.id)).toBe(false)
		if (embedded) expect(carol.followers.size).toBe(0)
	})

	it("notify a mentioned person, and show a private post only to whom it is for", async () => {
		const { there, bob, carol } = await meet()
		const to = await bob.lookUp(carol.handle)
		const { note } = await bob.post({ text: "psst", mention: to, visibility: "direct" })
		await there.waitFor(ofType("Create"))
		expect(carol.notifications()[0]).toMatchObject({ type: "mention", from: bob.id })
		const anonymous = await fetch(note.id, { headers: { accept: "application/activity+json" } })
		expect(anonymous.status).toBe(404)
	})

	it("address a group as Mastodon does", async () => {
		const [here, there] = await Promise.all([start(), start("lemmy")])
		const bob = here.person("bob")
		const group = { ...there.person("tea", { type: "Group" }).actor }
		const { note, create } = await bob.post({ text: "hello", mention: group })
		expect(note.to).toEqual([PUBLIC])
		expect(note.cc).toEqual([`${bob.id}/followers`, group.id, group.followers])
		expect(note.tag).toEqual([{ type: "Mention", href: group.id, name: `@tea@${there.host}` }])
		expect(create.id).toBe(`${bob.id}/statuses/1/activity`)
	})
})

describe("boosts", () => {
	const circle = async (software: string) => {
		const [home, away, house] = await Promise.all([start(software), start(), start()])
		const [bob, carol] = [home.person("bob"), away.person("carol")]
		const group = house.person("tea", { type: "Group" })
		await bob.follow(await bob.lookUp(group.handle))
		await home.waitFor(ofType("Accept"))
		const { note, create } = await carol.post({ text: "shared" })
		const announce = (object: unknown, count = 1) => ({
			"@context": "https://www.w3.org/ns/activitystreams",
			id: `${group.id}/announces/${count}`,
			type: "Announce",
			actor: group.id,
			published: new Date().toISOString(),
			to: [PUBLIC],
			cc: [`${group.id}/followers`],
			object,
		})
		const tell = async (activity: Json) => {
			await group.send(activity, { to: bob.inbox })
			return home.waitFor((received) => received.json.id === activity.id)
		}
		return { home, bob, carol, group, note, create, announce, tell }
	}

	it("show a public post once, and can be taken back", async () => {
		const { bob, group, note, announce, tell } = await circle("mastodon")
		await tell(announce(note.id))
		expect(bob.home()).toMatchObject([{ boostedBy: group.id, note: { id: note.id } }])
		expect((await tell(announce(note.id, 2))).outcome).toContain("boosted already")
		expect(bob.home()).toHaveLength(1)
		const undo = { type: "Undo", id: `${group.id}/undo`, actor: group.id, object: announce(note.id) }
		await tell(undo)
		expect(bob.home()).toHaveLength(0)
	})

	it("show nothing for what nobody follows, or for an activity that leads nowhere", async () => {
		const { home, bob, carol, group, note, announce, tell } = await circle("mastodon")
		const inner = { id: `${group.id}/likes/1`, type: "Like", actor: group.id, object: note.id }
		expect((await tell(announce(inner))).outcome).toContain("answered 404")
		const stranger = { ...announce(note.id), id: `${carol.id}/announces/1`, actor: carol.id }
		await carol.send(stranger, { to: bob.inbox })
		const { outcome } = await home.waitFor((received) => received.json.id === stranger.id)
		expect(outcome).toContain("nobody here follows")
		expect(bob.home()).toHaveLength(0)
	})

	it("of whole activities mean nothing to Misskey", async () => {
		const { bob, create, announce, tell } = await circle("misskey")
		expect((await tell(announce(create))).outcome).toContain("unknown object type")
		expect(bob.home()).toHaveLength(0)
	})
})

describe("a Lemmy", () => {
	const village = async () => {
		const [lemmy, house] = await Promise.all([start("lemmy"), start("lemmy")])
		const [bob, alice, mod] = [lemmy.person("bob"), house.person("alice"), house.person("mod")]
		const group = house.person("tea", { type: "Group" })
		await bob.follow(await bob.lookUp(group.handle))
		await lemmy.waitFor(ofType("Accept"))
		let count = 0
		const announce = (object: unknown, changes: Json = {}) => {
			count += 1
			const id = `${group.id}/announces/${count}`
			const activity = {
				id,
				type: "Announce",
				actor: group.id,
				to: [PUBLIC],
				cc: [`${group.id}/followers`],
				object,
			}
			return group.send({ ...activity, ...changes }, { to: `${lemmy.origin}/inbox` })
		}
		const { note, create } = await alice.post({ text: "Which pot?", title: "Pots", mention: group.actor })
		return { lemmy, bob, alice, mod, group, announce, note, create }
	}

	it("keeps what a community announces, and lets it be removed and restored", async () => {
		const { lemmy, alice, mod, group, announce, note, create } = await village()
		expect((await announce(create)).status).toBe(200)
		expect(lemmy.community(group.id).posts).toMatchObject([{ id: note.id, title: "Pots", author: alice.id }])

		const reply = await alice.post({ text: "The blue one", mention: group.actor, inReplyTo: note })
		expect((await announce(reply.create)).status).toBe(200)
		expect(lemmy.community(group.id).comments).toMatchObject([{ inReplyTo: note.id }])

		const gone = {
			id: `${mod.id}/d`,
			type: "Delete",
			actor: mod.id,
			object: note.id,
			to: [PUBLIC],
			cc: [group.id],
			summary: "no pots",
		}
		expect((await announce(gone)).status).toBe(200)
		expect(lemmy.community(group.id)).toMatchObject({ posts: [], removed: new Map([[note.id, "no pots"]]) })
		await announce({
			id: `${mod.id}/u`,
			type: "Undo",
			actor: mod.id,
			object: gone,
			to: [PUBLIC],
			cc: [group.id],
		})
		expect(lemmy.community(group.id).posts).toHaveLength(1)
	})

	it("answers 400 to every other form", async () => {
		const { lemmy, bob, group, announce, note, create } = await village()
		expect((await announce(note.id)).status).toBe(400)
		expect((await announce(note)).status).toBe(400)
		expect((await announce({ ...create, cc: "x" })).status).toBe(400)
		expect((await announce({ ...create, id: "http://elsewhere.example/1" })).status).toBe(400)
		expect((await announce(create, { to: [group.id], cc: [] })).status).toBe(400)
		const elsewhere = { audience: undefined, to: [PUBLIC], cc: [] }
		const object = { ...create.object, ...elsewhere }
		expect((await announce({ ...create, ...elsewhere, object })).status).toBe(400)
		bob.stopFollowing(group.id)
		expect((await announce(create)).status).toBe(400)
		expect(lemmy.community(group.id).posts).toEqual([])
	})

	it("reads only an Accept that embeds the Follow and is for the follower alone", async () => {
		const [lemmy, house] = await Promise.all([start("lemmy"), start("lemmy")])
		const bob = lemmy.person("bob")
		const group = house.person("tea", { type: "Group", locked: true })
		const { follow } = await bob.follow(await bob.lookUp(group.handle))
		const accept = { id: `${group.id}/accept`, type: "Accept", actor: group.id, to: [bob.id], object: follow }
		const say = async (changes: Json) =>
			(await group.send({ ...accept, ...changes }, { to: bob.inbox })).status
		expect(await say({ object: follow.id })).toBe(400)
		expect(await say({ to: [bob.id, PUBLIC] })).toBe(400)
		expect(bob.follows(group.id)).toBe(false)
		expect(await say({})).toBe(200)
		expect(bob.follows(group.id)).toBe(true)
	})
})

describe("signatures", () => {
	const pair = async (software = "mastodon") => {
		const [here, there] = await Promise.all([start({ software }), start()])
		const bob = there.person("bob")
		const to = here.person("carol").inbox
		const like = { id: `${bob.id}#likes/1`, type: "Like", actor: bob.id, object: `${to}/1` }
		const send = async (options: Partial<Sending> = {}) => {
			const { status } = await bob.send(like, { to, ...options })
			await here.settled()
			const { verified, signer, outcome } = here.received.at(-1)!
			return { status, verified, signer, outcome }
		}
		return { here, there, bob, send }
	}

	it.each(["cavage", "rfc9421"] as const)("hold in %s", async (scheme) => {
		const { bob, send } = await pair()
		expect(await send({ scheme })).toMatchObject({ status: 202, verified: true, signer: bob.id })
	})

	it("are over the bytes that the specifications name", async () => {
		const { here, bob, send } = await pair()
		const holds = (base: string[], signature: string) =>
			createVerify("sha256").update(base.join("\n")).verify(bob.keys.publicKeyPem, signature, "base64")

		await send({ scheme: "cavage" })
		const { headers: draft, path } = here.received.at(-1)!
		const cavage = [
			`(request-target): post ${path}`,
			`host: ${here.host}`,
			`date: ${draft.date}`,
			`digest: ${draft.digest}`,
			"content-type: application/activity+json",
		]
		expect(holds(cavage, /signature="(.+)"/.exec(draft.signature!)![1]!)).toBe(true)

		await send({ scheme: "rfc9421" })
		const { headers: rfc } = here.received.at(-1)!
		const rfc9421 = [
			'"@method": POST',
			`"@target-uri": ${here.origin}${path}`,
			`"content-digest": ${rfc["content-digest"]}`,
			`"@signature-params": ${rfc["signature-input"]!.replace("sig1=", "")}`,
		]
		expect(holds(rfc9421, /sig1=:(.+):/.exec(rfc.signature!)![1]!)).toBe(true)
	})

	const hour = 3_600_000
	const flip = (bytes: Uint8Array) => Buffer.from(Buffer.from(bytes).toString().replace("Like", "Lije"))
	const wrong: [string, Partial<Sending>, string][] = [
		["a changed body", { tamper: flip }, "does not match the body"],
		["no signature", { unsigned: true }, "not signed"],
		["another body's digest", { digest: `SHA-256=${"A".repeat(43)}=` }, "does not match the body"],
		["no digest", { digest: false }, "does not cover digest"],
		["a digest nobody signed", { headers: ["(request-target)", "host", "date"] }, "does not cover digest"],
		["a date that nobody signed", { headers: ["(request-target)", "host", "digest"] }, "does not cover date"],
		["a date long ago", { date: new Date(Date.now() - 14 * hour) }, "too long ago"],
		["a date to come", { date: new Date(Date.now() + 2 * hour) }, "in the future"],
	]
	it.each(wrong)("are refused for %s", async (_, options, why) => {
		const { send } = await pair()
		const refused = await send(options)
		expect(refused).toMatchObject({ status: 401, verified: false })
		expect(refused.outcome).toContain(why)
	})

	it("of RFC 9421 are refused for a changed body and for an old date", async () => {
		const { send } = await pair()
		expect(await send({ scheme: "rfc9421", tamper: flip })).toMatchObject({ status: 401, verified: false })
		const date = new Date(Date.now() - 14 * hour)
		expect(await send({ scheme: "rfc9421", date })).toMatchObject({ status: 401, verified: false })
	})

	it("are refused under somebody else's name, and the actor must be the signer", async () => {
		const { there, bob, send } = await pair()
		const mallory = there.person("mallory")
		expect(await send({ key: mallory.keys.privateKey })).toMatchObject({ status: 401, verified: false })
		const other = await send({ signAs: mallory })
		expect(other).toMatchObject({ verified: true, signer: mallory.id })
		expect(other.outcome).toContain("the actor is not the signer")
		expect(bob.keyId).not.toBe(mallory.keyId)
	})

	it("are judged by each software's own rules", async () => {
		const withoutHost = { headers: ["(request-target)", "date", "digest"] }
		expect((await (await pair("mastodon")).send(withoutHost)).status).toBe(202)
		expect((await (await pair("misskey")).send(withoutHost)).status).toBe(401)
		expect((await (await pair("gotosocial")).send({ scheme: "rfc9421" })).status).toBe(401)
		const mbin = await (await pair("mbin")).send({ unsigned: true })
		expect(mbin).toMatchObject({ status: 200, verified: false })
	})
})

describe("a look-up", () => {
	it("is refused by Mastodon when WebFinger does not lead back", async () => {
		const [here, there] = await Promise.all([start(), start()])
		const carol = there.person("carol")
		const self = { rel: "self", type: "application/activity+json", href: there.person("dave").id }
		const body = JSON.stringify({ subject: `acct:carol@${there.host}`, links: [self] })
		await there.behave(({ path }) =>
			path.startsWith("/.well-known/webfinger") ? { status: 200, body } : "ok",
		)
		await expect(here.person("bob").lookUp(carol.id)).rejects.toThrow("WebFinger for its name leads to")
	})

	it("is refused by Lemmy when the actor lacks what it needs", async () => {
		const [here, there] = await Promise.all([start("lemmy"), start()])
		const carol = there.person("carol")
		const body = JSON.stringify({ ...carol.actor, outbox: undefined })
		const headers = { "content-type": "application/activity+json" }
		await there.behave(({ path }) => (path === "/users/carol" ? { status: 200, headers, body } : "ok"))
		await expect(here.person("bob").lookUp(carol.id)).rejects.toThrow("it has no outbox")
	})

	it("is signed, which secure mode demands", async () => {
		const [here, gts] = await Promise.all([start(), start("gotosocial")])
		const carol = gts.person("carol")
		const unsigned = await fetch(carol.id, { headers: { accept: "application/activity+json" } })
		expect(unsigned.status).toBe(401)
		expect((await here.person("bob").lookUp(carol.handle)).publicKey.id).toBe(`${carol.id}/main-key`)
	})

	it("finds out the software by NodeInfo", async () => {
		const peer = await start("piefed")
		const read = async (url: string) => (await (await fetch(url)).json()) as Json
		const { links } = await read(`${peer.origin}/.well-known/nodeinfo`)
		for (const { href } of links) expect((await read(href)).software.name).toBe("piefed")
		expect(links).toHaveLength(2)
	})
})

describe("conduct", () => {
	it("can be down, up again on the same port, or scripted", async () => {
		const [here, there] = await Promise.all([start(), start()])
		const [bob, carol] = [here.person("bob"), there.person("carol")]
		const to = await bob.lookUp(carol.handle)
		await there.behave("down")
		expect((await bob.follow(to)).answer.status).toBe(0)
		await there.behave({ status: 503, headers: { "retry-after": "60" } })
		expect((await bob.follow(to)).answer.status).toBe(503)
		expect(carol.followers.size).toBe(0)
		await there.behave("ok")
		expect((await bob.follow(to)).answer.status).toBe(202)
		await here.waitFor(ofType("Accept"))
		expect(there.received.map(({ answered }) => answered)).toEqual([503, 202])
		expect(there.received[1]!.headers.host).toBe(there.host)
	})

	it("waits only so long, and says what came instead", async () => {
		const [here, there] = await Promise.all([start(), start()])
		const [bob, carol] = [here.person("bob"), there.person("carol")]
		await bob.follow(await bob.lookUp(carol.handle))
		await there.waitFor(ofType("Follow"))
		const waiting = there.waitFor(ofType("Create"), { timeout: 50 })
		await expect(waiting).rejects.toThrow(/in vain[\s\S]*Follow .*answered 202, verified, now follows/)
	})
})
