import { createPublicKey, randomBytes, randomUUID } from "node:crypto"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { eventually } from "../support/eventually.ts"
import { exchange } from "../support/peer/exchange.ts"
import { freshEd25519, multikeyOf } from "../support/peer/signatures/keys.ts"
import { signedHeaders } from "../support/peer/signatures/sign.ts"
import type { Json, Peer, Person } from "../support/peer.ts"
import { Stage } from "../support/stage.ts"
import { written } from "./limits.ts"

// What tests/federation/front-door.test.ts does not hold already; README.md says where each case is.
let stage: Stage
let evil: Peer
let mallory: Person
const second = 1000
const window = written.clockSkew
/** Documents that the evil server serves in place of its own, by path. */
const forged = new Map<string, string>()

const send = async (person: Person, activity: Json, how: Partial<Parameters<Person["send"]>[1]> = {}) =>
	(await person.send(activity, { to: stage.inbox, ...how })).status

beforeAll(async () => {
	stage = await Stage.open()
	evil = await stage.peer("mastodon")
	mallory = evil.person("mallory", { ownKey: true })
	await evil.behave(({ method, path }) => {
		const body = method === "GET" ? forged.get(path) : undefined
		return body === undefined
			? undefined
			: { status: 200, headers: { "content-type": "application/activity+json" }, body }
	})
})
afterAll(() => stage?.close())

describe("a signature", () => {
	it("SIG-15 is good to the very edges of its twelve hours, and not a minute beyond", async () => {
		const at = (offset: number) => ({ date: new Date(Date.now() + offset) })
		for (const scheme of ["cavage", "rfc9421"] as const) {
			for (const offset of [-window + 20 * second, window - 5 * second])
				expect(await send(stage.bob, stage.note(stage.bob).create, { ...at(offset), scheme })).toBe(202)
			await stage.withoutEffect(async () => {
				for (const offset of [-window - 60 * second, window + 60 * second])
					expect(await send(stage.bob, stage.note(stage.bob).create, { ...at(offset), scheme })).toBe(401)
			})
		}
	})

	it("SIG-17 said again is not told again: each follower's server hears one Announce", async () => {
		const other = (await stage.peer("mastodon")).person("dora")
		await stage.join(other)
		const { note, create } = stage.note(stage.bob)
		for (const to of [stage.inbox, stage.inbox, stage.tea.inbox])
			expect(await send(stage.bob, create, { to })).toBe(202)
		await stage.settled()
		const after = stage.note(stage.bob)
		expect(await send(stage.bob, after.create)).toBe(202)
		for (const { peer } of [stage.bob, other]) {
			// What comes about the next post comes after all that was to be said of this one.
			await peer.waitFor(({ json }) => json.type === "Announce" && json.object === after.note.id)
			const heard = peer.received.filter(({ json }) => json.type === "Announce" && json.object === note.id)
			expect(heard.map(({ verified }) => verified)).toEqual([true])
		}
	})

	it("SIG-23 by a key with no secret in it, of monstrous size or under a heap of rubbish is none", async () => {
		const rsa = (n: Buffer, e: string) =>
			createPublicKey({ key: { kty: "RSA", n: n.toString("base64url"), e }, format: "jwk" })
				.export({ type: "spki", format: "pem" })
				.toString()
		const modulus = (bytes: number) => {
			const n = randomBytes(bytes)
			n[0]! |= 0x80
			n[bytes - 1]! |= 1
			return n
		}
		const keys: Record<string, string> = {
			"an exponent of one": rsa(modulus(256), "AQ"),
			"16 384 bits": rsa(modulus(2048), "AQAB"),
			"a megabyte of rubbish": `-----BEGIN PUBLIC KEY-----\n${"A".repeat(1_000_000)}\n-----END PUBLIC KEY-----`,
			"a key and a megabyte of rubbish": `${mallory.keys.publicKeyPem}${"\n".repeat(1_000_000)}`,
		}
		await stage.withoutEffect(async () => {
			for (const [number, [name, publicKeyPem]] of Object.entries(keys).entries()) {
				const id = `${evil.origin}/users/silly-${number}`
				const publicKey = { id: `${id}#main-key`, owner: id, publicKeyPem }
				forged.set(
					new URL(id).pathname,
					JSON.stringify({ ...mallory.actor, id, inbox: `${id}/inbox`, publicKey }),
				)
				const { create } = stage.note(mallory, { attributedTo: id }, { actor: id, id: `${id}/1` })
				expect(await send(mallory, create, { keyId: publicKey.id }), name).toBe(401)
			}
		})
		const honest = `${evil.origin}/users/honest`
		const publicKey = {
			id: `${honest}#main-key`,
			owner: honest,
			publicKeyPem: mallory.keys.publicKeyPem,
		}
		forged.set(
			"/users/honest",
			JSON.stringify({ ...mallory.actor, id: honest, inbox: `${honest}/inbox`, publicKey }),
		)
		const follow = { id: `${honest}/follow`, type: "Follow", actor: honest, object: stage.tea.id }
		expect(await send(mallory, follow, { keyId: publicKey.id })).toBe(202)
		await eventually(async () => expect(await stage.isMember({ id: honest })).toBe(true))
	})

	const softwares = ["mastodon", "gotosocial", "lemmy", "misskey", "pleroma", "mbin", "pixelfed", "nodebb"]
	it.each(softwares)("SIG-32 of %s holds, each time it can be made", async (software) => {
		const peer = await stage.peer(software)
		const ann = peer.person("ann", { ownKey: true })
		await stage.join(ann)
		for (const scheme of peer.traits.schemes) {
			const { note, create } = stage.note(ann)
			expect(await send(ann, create, { scheme })).toBe(202)
			await stage.settled()
			expect(await stage.sharedIn(note.id)).toEqual(["tea"])
		}
	})

	it("SIG-32 of an Ed25519 key holds, by every name there is for it", async () => {
		const ann = (await stage.peer("mastodon")).person("ann", { ed25519: true })
		await stage.join(ann)
		for (const [scheme, algorithm] of [
			["cavage", "hs2019"],
			["cavage", "ed25519"],
			["rfc9421", undefined],
			["rfc9421", "ed25519"],
		] as const) {
			const { note, create } = stage.note(ann)
			const reckoning = { hash: null, ...(algorithm && { algorithm }) }
			expect(await send(ann, create, { scheme, reckoning }), `${scheme} ${algorithm}`).toBe(202)
			await stage.settled()
			expect(await stage.sharedIn(note.id)).toEqual(["tea"])
		}
	})

	it("SIG-32 with SHA-512 holds (Streams)", async () => {
		for (const algorithm of ["hs2019", "rsa-sha512"])
			expect(
				await send(stage.bob, stage.note(stage.bob).create, { reckoning: { hash: "sha512", algorithm } }),
			).toBe(202)
	})

	it("SIG-19 counts by a new Ed25519 key after one look, after an old one or one of RSA", async () => {
		const peer = await stage.peer("mastodon")
		for (const before of [{ ownKey: true }, { ed25519: true }]) {
			const dora = peer.person(`dora${Object.keys(before)}`.toLowerCase(), before)
			await stage.join(dora)
			const { privateKey: key } = dora.keys
			const { keys } = peer.person("spare", { ed25519: true })
			Object.assign(dora, { keys })
			expect(await send(dora, stage.note(dora).create)).toBe(202)
			await stage.withoutEffect(async () =>
				expect(await send(dora, stage.note(dora).create, { key })).toBe(401),
			)
		}
	})

	/** Somebody on the evil server, with the keys that their document lists. */
	const listing = (name: string, keys: (id: string) => Json) => {
		const id = `${evil.origin}/users/${name}`
		const { publicKey: _, ...actor } = mallory.actor
		const document = { ...actor, id, preferredUsername: name, inbox: `${id}/inbox`, ...keys(id) }
		forged.set(new URL(id).pathname, JSON.stringify(document))
		return id
	}
	const multikey = (id: string, keyId: string, publicKeyMultibase: string | undefined): Json => ({
		id: keyId,
		type: "Multikey",
		controller: id,
		publicKeyMultibase,
	})
	const says = (actor: string) => ({
		id: `${actor}/follow/${randomUUID()}`,
		type: "Follow",
		actor,
		object: stage.tea.id,
	})

	it("SIG-32 of one key of several holds, and of one far down a long list does not", async () => {
		const keys = Array.from({ length: 500 }, freshEd25519)
		const list = (length: number) => (id: string) => ({
			assertionMethod: keys
				.slice(0, length)
				.map(({ publicKeyMultibase }, n) => multikey(id, `${id}#${n}`, publicKeyMultibase)),
		})
		for (const [name, length, place, status] of [
			["ten", 10, 9, 202],
			["many", 500, 3, 202],
			["many", 500, written.keysOfActor - 1, 202],
			["many", 500, written.keysOfActor, 401],
			["many", 500, 400, 401],
		] as const) {
			const id = listing(name, list(length))
			const { privateKey: key } = keys[place]!
			expect(await send(mallory, says(id), { key, keyId: `${id}#${place}` }), `${place} of ${name}`).toBe(
				status,
			)
		}
	})

	it("SIG-28 by a Multikey is its owner's, whatever somebody else's document says of it", async () => {
		const { privateKey: key, publicKeyMultibase } = freshEd25519()
		const { bob } = stage
		const liars: Record<string, (id: string) => Json> = {
			"names another": (id) => ({ assertionMethod: [multikey(bob.id, `${id}#key`, publicKeyMultibase)] }),
			"names nobody": (id) => ({
				assertionMethod: [{ ...multikey(id, `${id}#key`, publicKeyMultibase), controller: undefined }],
			}),
			"lists one at a neighbour's": (id) => ({
				assertionMethod: [multikey(id, `${mallory.id}#key`, publicKeyMultibase)],
			}),
			"lists one of elsewhere": (id) => ({
				assertionMethod: [multikey(id, `${bob.id}#key`, publicKeyMultibase)],
			}),
		}
		await stage.withoutEffect(async () => {
			for (const [number, [name, keys]] of Object.entries(liars).entries()) {
				const id = listing(`liar${number}`, keys)
				const keyId = (keys(id).assertionMethod as { id: string }[])[0]!.id
				for (const scheme of ["cavage", "rfc9421"] as const) {
					expect(await send(mallory, says(id), { key, keyId, scheme }), name).toBe(401)
					expect(await send(mallory, stage.note(bob).create, { key, keyId, scheme }), name).toBe(401)
				}
			}
		})
		await stage.control()
	})

	it("SIG-23 by a point that needs no secret, or by a key of another kind, is none", async () => {
		const point = (first: number) => Buffer.concat([Buffer.of(first), Buffer.alloc(31)])
		const { privateKey: key, publicKeyMultibase } = freshEd25519()
		const keys = {
			"all zero": multikeyOf(point(0)),
			"the point at rest": multikeyOf(point(1)),
			"another kind": publicKeyMultibase!.replace(/^z6Mk/, "z6LS"),
		}
		await stage.withoutEffect(async () => {
			for (const [number, [name, multibase]] of Object.entries(keys).entries()) {
				const id = listing(`point${number}`, (at) => ({
					assertionMethod: [multikey(at, `${at}#key`, multibase)],
				}))
				const body = Buffer.from(JSON.stringify(says(id)))
				const plain = { "content-type": "application/activity+json" }
				const headers = signedHeaders(
					{ method: "POST", url: stage.inbox, headers: plain, body },
					{ keyId: `${id}#key`, key, date: new Date() },
				)
				const nothing = Buffer.concat([point(1), Buffer.alloc(32)]).toString("base64")
				for (const signature of [
					headers.signature!,
					headers.signature!.replace(/signature="[^"]*"/, `signature="${nothing}"`),
				])
					expect((await exchange("POST", stage.inbox, { ...headers, signature }, body)).status, name).toBe(
						401,
					)
			}
		})
	})

	it("SIG-32 on a request for a document, with a query too, is no obstacle to getting it", async () => {
		for (const url of [stage.tea.id, `${stage.tea.outbox}?page=true&max_id=1`, `${stage.tea.id}?x=%20`])
			for (const scheme of ["cavage", "rfc9421"] as const) {
				const headers = signedHeaders(
					{ method: "GET", url, headers: { accept: "application/activity+json" } },
					{ keyId: stage.bob.keyId, key: stage.bob.keys.privateKey, date: new Date(), scheme },
				)
				expect((await exchange("GET", url, headers)).status, url).toBe(200)
			}
	})
})
