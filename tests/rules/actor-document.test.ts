import { generateKeyPairSync } from "node:crypto"
import { describe, expect, it } from "vitest"
import { keyAddresses, readActor, readKeyDocument } from "../../federation/translate/actor.ts"

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
