import { createPublicKey, generateKeyPairSync } from "node:crypto"
import { describe, expect, it } from "vitest"
import { readActor } from "../../federation/translate/actor.ts"
import { keyAddresses, readKeyDocument } from "../../federation/translate/actor-keys.ts"
import { readPublicKey } from "../../src/people/keys.ts"
import { base58, freshEd25519, multikeyOf } from "../support/peer/signatures/keys.ts"

const uri = "https://m.test/u/bob"
const { publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 })
const pem = publicKey.export({ type: "spki", format: "pem" }).toString()
const key = { id: `${uri}#main-key`, owner: uri, publicKeyPem: pem }
const bob = { id: uri, type: "Person", preferredUsername: "bob", inbox: `${uri}/inbox`, publicKey: key }
const read = (change: object = {}, at = uri) => readActor({ ...bob, ...change }, at)
const keysOf = (publicKey: unknown, at = uri, change: object = {}) => {
	const actor = read({ publicKey, id: at, ...change }, at)
	if ("unfit" in actor) throw new Error(actor.unfit)
	return actor.keys.map(({ keyId }) => keyId)
}

describe("an actor", () => {
	it("is who its own address says", () => {
		expect(read()).toMatchObject({
			uri,
			kind: "person",
			handle: "bob",
			host: "m.test",
			name: "bob",
			url: uri,
		})
		for (const id of [
			undefined,
			"https://m.test/u/eve",
			"https://victim.test/u/bob",
			`${uri}/`,
			"http://m.test/u/bob",
			{ id: uri },
		])
			expect(read({ id }), String(id)).toHaveProperty("unfit")
		expect(read({ id: "HTTPS://M.test:443/u/bob" })).toHaveProperty("uri")
	})

	it("is of a kind that acts", () => {
		for (const [type, kind] of [
			["Person", "person"],
			["Group", "group"],
			["Organization", "group"],
			["Service", "server"],
			["Application", "server"],
			[["Person"], "person"],
		])
			expect(read({ type })).toMatchObject({ kind })
		for (const type of ["Note", "constructor", "__proto__", ["Person", "Group"], null])
			expect(read({ type })).toHaveProperty("unfit")
	})

	it("has a name, by its address where it says none (FEP-521a, FEP-8b32)", () => {
		const named = (address: string) =>
			readActor(
				{ ...bob, id: address, inbox: `${new URL(address).origin}/in`, preferredUsername: undefined },
				address,
			)
		expect(named("https://m.test/users/alice")).toMatchObject({ handle: "alice", name: "alice" })
		expect(named("https://m.test/@alice/")).toMatchObject({ handle: "alice" })
		expect(named("https://m.test/~alice")).toMatchObject({ handle: "alice" })
		expect(named("https://m.test/")).toMatchObject({ handle: "m.test" })
		for (const preferredUsername of [" ", "a b", "a@b", "<b>", "x".repeat(101), 7, {}, []])
			expect(read({ preferredUsername }), String(preferredUsername)).toHaveProperty("unfit")
		expect(read({ name: undefined, nameMap: { en: "Bob B." } })).toMatchObject({ name: "Bob B." })
		expect(read({ summaryMap: { en: "<p>Me</p>" } })).toMatchObject({ summary: "<p>Me</p>" })
	})

	it("says where its page is, where it moved, and its other names", () => {
		const page = "https://m.test/@bob"
		for (const url of [
			page,
			[page],
			{ type: "Link", href: page },
			[
				{ href: "https://m.test/feed", mediaType: "application/rss+xml" },
				{ href: page, mediaType: "text/html" },
			],
		])
			expect(read({ url }), JSON.stringify(url)).toMatchObject({ url: page })
		expect(read({ url: ["https://victim.test/"] })).toMatchObject({ url: uri })
		expect(read()).toMatchObject({ movedTo: null, alsoKnownAs: [] })
		expect(read({ movedTo: "https://n.test/u/bob", alsoKnownAs: "https://o.test/u/bob" })).toMatchObject({
			movedTo: "https://n.test/u/bob",
			alsoKnownAs: ["https://o.test/u/bob"],
		})
		expect(
			read({ movedTo: "", alsoKnownAs: [uri, "acct:bob@o.test", null, { id: "https://o.test/u/bob" }] }),
		).toMatchObject({
			movedTo: null,
			alsoKnownAs: ["https://o.test/u/bob"],
		})
	})

	it("receives on its own server", () => {
		// Bridgy Fed's bots: known by name, and not listened to.
		expect(read({ inbox: undefined })).toMatchObject({ inbox: `${uri}/inbox`, keys: [] })
		for (const inbox of [
			"https://victim.test/inbox",
			"http://m.test/inbox",
			"{foo:",
			"https://[bad",
			"javascript:1",
			`${uri}/${"x".repeat(8192)}`,
			[`${uri}/inbox`],
			{},
		])
			expect(read({ inbox }), String(inbox)).toHaveProperty("unfit")
		expect(read({ endpoints: { sharedInbox: "https://m.test/inbox" } })).toMatchObject({
			sharedInbox: "https://m.test/inbox",
		})
		expect(read({ sharedInbox: "https://m.test/inbox" })).toMatchObject({
			sharedInbox: "https://m.test/inbox",
		})
		for (const endpoints of [
			{ sharedInbox: "https://victim.test/inbox" },
			{ sharedInbox: "{" },
			"x",
			null,
			[],
		])
			expect(read({ endpoints })).toMatchObject({ sharedInbox: null })
		expect(read({ followers: "https://victim.test/followers" })).toMatchObject({ followers: null })
	})

	it("has a name that can be shown, and no page elsewhere", () => {
		for (const preferredUsername of [
			"",
			7,
			["bob"],
			"a b",
			"a@b",
			"a/b",
			"<b>",
			'a"',
			"x".repeat(101),
			"a\u0007",
		])
			expect(read({ preferredUsername })).toHaveProperty("unfit")
		expect(read({ name: "<b>Bob</b>", summary: "<p>Hi<script>1</script></p>" })).toMatchObject({
			name: "Bob",
			summary: "<p>Hi</p>",
		})
		expect(read({ url: "https://m.test/@bob" })).toMatchObject({ url: "https://m.test/@bob" })
		for (const url of ["https://victim.test/@vera", "javascript:1", null, 7, {}])
			expect(read({ url })).toMatchObject({ url: uri })
	})
})

describe("an actor's keys", () => {
	it("are those that it lists, that live with it, and that say they are its own", () => {
		expect(keysOf(key)).toEqual([key.id])
		expect(keysOf([key])).toEqual([key.id])
		expect(
			keysOf([
				{ ...key, id: `${uri}/main-key` },
				{ ...key, id: uri },
				{ ...key, id: `${uri}?operation=rsakey` },
			]),
		).toHaveLength(3)
		expect(keysOf({ ...key, owner: undefined, controller: uri })).toEqual([key.id])
		const blog = "https://blog.test/?author=1"
		expect(
			keysOf({ ...key, id: `${blog}#main-key`, owner: blog }, blog, { inbox: "https://blog.test/inbox" }),
		).toEqual([`${blog}#main-key`])
	})

	it("are not a neighbour's, nor anybody else's", () => {
		const others = [
			{ ...key, owner: "https://m.test/u/eve" },
			{ ...key, owner: undefined },
			{ ...key, owner: ["https://m.test/u/eve", uri] },
			{ ...key, id: "https://m.test/u/eve#main-key" },
			{ ...key, id: "https://m.test/u/bobby#main-key" },
			{ ...key, id: "https://victim.test/u/bob#main-key" },
			{ ...key, id: "http://m.test/u/bob#main-key" },
			{ ...key, id: undefined },
			key.id,
			null,
			7,
		]
		for (const other of others) expect(keysOf(other), JSON.stringify(other)).toEqual([])
		const root = "https://m.test/"
		expect(keysOf({ ...key, owner: root }, root)).toEqual([])
	})

	it("that are only named, or live elsewhere on its server, are asked for", () => {
		expect(keyAddresses({ publicKey: `${uri}/key` }, uri)).toEqual([`${uri}/key`])
		expect(keyAddresses({ publicKey: [{ ...key, id: "https://m.test/keys/1" }, key] }, uri)).toEqual([
			"https://m.test/keys/1",
		])
		expect(keyAddresses({ publicKey: ["https://victim.test/key", 7, null] }, uri)).toEqual([])
		expect(readKeyDocument({ ...key, type: "CryptographicKey" }, key.id)).toEqual({ owner: uri, pem })
		expect(readKeyDocument(bob, key.id)).toEqual({ owner: uri, pem })
		expect(readKeyDocument(bob, `${uri}#other`)).toEqual({ owner: uri, pem: null })
	})

	const multikey = (publicKeyMultibase: unknown, change: object = {}) => ({
		id: `${uri}#ed25519-key`,
		type: "Multikey",
		controller: uri,
		publicKeyMultibase,
		...change,
	})
	const ed = freshEd25519()
	const listing = (property: string, value: unknown) => keysOf(undefined, uri, { [property]: value })

	it("may be Multikeys, as FEP-521a has it, with the keys of its own examples", () => {
		for (const property of ["assertionMethod", "authentication", "publicKey"])
			for (const value of [multikey(ed.publicKeyMultibase), [multikey(ed.publicKeyMultibase)]]) {
				const actor = read({ publicKey: undefined, [property]: value })
				expect(actor, property).toMatchObject({
					keys: [{ keyId: `${uri}#ed25519-key`, publicKeyPem: ed.publicKeyPem }],
				})
			}
		expect(
			listing("assertionMethod", multikey("z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2")),
		).toHaveLength(1)
		const rsa = createPublicKey(pem).export({ type: "pkcs1", format: "der" })
		const spelt = base58(Buffer.concat([Buffer.of(0x85, 0x24), rsa]))
		expect(spelt).toMatch(/^z4MXj1wBzi9jUsty/)
		expect(read({ publicKey: undefined, assertionMethod: multikey(spelt) })).toMatchObject({
			keys: [{ publicKeyPem: pem }],
		})
		// Mitra lists one key in both ways, under one id.
		const twice = { ...key, publicKeyPem: undefined, ...multikey(spelt, { id: key.id }) }
		expect(
			keysOf([key, key, key.id], uri, { assertionMethod: [twice, multikey(ed.publicKeyMultibase)] }),
		).toEqual([key.id, `${uri}#ed25519-key`])
		expect(
			keyAddresses({ publicKey: [key, key.id], assertionMethod: [twice, `${uri}#x`, `${uri}#x`] }, uri),
		).toEqual([`${uri}#x`])
		const own = multikey(ed.publicKeyMultibase, { id: "https://m.test/keys/1" })
		expect(readKeyDocument(own, own.id)).toEqual({ owner: uri, pem: ed.publicKeyPem })
	})

	it("that are Multikeys are its own, of a kind that is verified with, and read in one way", () => {
		const point = Buffer.from(createPublicKey(ed.publicKeyPem).export({ format: "jwk" }).x!, "base64url")
		const kind = (prefix: number, bytes: Uint8Array) =>
			base58(Buffer.concat([Buffer.of(prefix >> 8, prefix & 255), bytes]))
		expect(kind(0xed01, point)).toBe(ed.publicKeyMultibase)
		const others: Record<string, unknown> = {
			"another's": multikey(ed.publicKeyMultibase, { controller: "https://m.test/u/eve" }),
			"nobody's": multikey(ed.publicKeyMultibase, { controller: undefined }),
			"a neighbour's": multikey(ed.publicKeyMultibase, { id: "https://m.test/u/eve#key" }),
			"of elsewhere": multikey(ed.publicKeyMultibase, { id: "https://victim.test/u/bob#key" }),
			X25519: multikey(kind(0xec01, point)),
			secp256k1: multikey(kind(0xe701, Buffer.concat([Buffer.of(2), point]))),
			"P-256": multikey(kind(0x8024, Buffer.concat([Buffer.of(2), point]))),
			"RSA that is none": multikey(kind(0x8524, point)),
			"a byte short": multikey(kind(0xed01, point.subarray(1))),
			"a byte long": multikey(kind(0xed01, Buffer.concat([point, Buffer.of(1)]))),
			"without its kind": multikey(base58(point)),
			base64url: multikey(`u${Buffer.concat([Buffer.of(0xed, 1), point]).toString("base64url")}`),
			"letters that base58 has not": multikey("z6Mk0OIl0OIl0OIl0OIl0OIl0OIl0OIl0OIl0OIl0OIl0OIl"),
			"without end": multikey(`z${"6".repeat(500_000)}`),
			"a list": multikey([ed.publicKeyMultibase]),
			nothing: multikey(""),
		}
		for (const [name, value] of Object.entries(others))
			expect(listing("assertionMethod", value), name).toEqual([])
	})

	it("are looked at in a short list only", () => {
		const list = (length: number) =>
			Array.from({ length }, (_, n) => multikey(freshEd25519().publicKeyMultibase, { id: `${uri}#${n}` }))
		expect(listing("assertionMethod", list(10))).toHaveLength(10)
		expect(listing("assertionMethod", list(500))).toEqual(Array.from({ length: 16 }, (_, n) => `${uri}#${n}`))
	})

	it("are no points that anybody can sign for (RFC 8032)", () => {
		const prime = 2n ** 255n - 19n
		const eight = 0x7a03ac9277fdc74ec6cc392cfa53202a0f67100d760b3cba4fd84d3d706a17c7n
		const written = (y: bigint, sign: boolean) => {
			const bytes = Buffer.from(y.toString(16).padStart(64, "0"), "hex").reverse()
			bytes[31]! |= sign ? 0x80 : 0
			return bytes
		}
		for (const y of [0n, 1n, prime - 1n, eight, prime - eight, prime, prime + 1n])
			for (const sign of [false, true])
				expect(listing("assertionMethod", multikey(multikeyOf(written(y, sign)))), `${y} ${sign}`).toEqual([])
		const rest = createPublicKey({
			key: { kty: "OKP", crv: "Ed25519", x: written(1n, false).toString("base64url") },
			format: "jwk",
		})
		expect(readPublicKey(rest.export({ type: "spki", format: "pem" }).toString())).toBeNull()
	})

	it("are strong enough to mean something", () => {
		const rsa = (modulusLength: number, type: "spki" | "pkcs1" = "spki") =>
			generateKeyPairSync("rsa", { modulusLength }).publicKey.export({ type, format: "pem" }).toString()
		expect(keysOf({ ...key, publicKeyPem: rsa(2048, "pkcs1") })).toEqual([key.id])
		const curve = generateKeyPairSync("ec", { namedCurve: "P-256" }).publicKey.export({
			type: "spki",
			format: "pem",
		})
		for (const publicKeyPem of [
			rsa(1024),
			curve,
			"",
			"x",
			"-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----",
			7,
			[pem],
			`${pem}${" ".repeat(10_000)}`,
		])
			expect(keysOf({ ...key, publicKeyPem })).toEqual([])
	})
})
