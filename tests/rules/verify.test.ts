import { generateKeyPairSync, type KeyObject } from "node:crypto"
import "../../src/temporal.ts"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { readClaim, verifies } from "../../federation/plumbing/verify.ts"
import { type Signing, signedHeaders } from "../support/peer/signatures/sign.ts"

const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 })
const url = "https://snug.test/inbox"
const keyId = "https://m.test/u/bob#main-key"
const body = Buffer.from('{"type":"Create"}')
const now = new Date("2026-11-20T10:00:00Z")
const hour = 3_600_000

const signedBy = (change: Partial<Signing> = {}, at = url) =>
	signedHeaders(
		{ method: "POST", url: at, headers: { "content-type": "application/activity+json" }, body },
		{ keyId, key: privateKey, date: now, ...change },
	)
const holdsFor = (
	key: KeyObject,
	headers: Record<string, string>,
	{ at = url, sent = body }: { at?: string; sent?: Uint8Array | null } = {},
) => verifies({ url: at, headers: new Headers(headers), body: sent }, key, now)
const signed = signedBy
const holds = (headers: Record<string, string>) => holdsFor(publicKey, headers)
const refused = (headers: Record<string, string>) => "refusal" in readClaim(new Headers(headers))

const kinds = {
	RSA: { privateKey, publicKey },
	Ed25519: generateKeyPairSync("ed25519"),
}
const cases = (["cavage", "rfc9421"] as const).flatMap((scheme) =>
	(["RSA", "Ed25519"] as const).map((kind) => ({ scheme, kind })),
)
for (const { scheme, kind } of cases)
	describe(`a signature by ${scheme} with ${kind}`, () => {
		const signed = (change: Partial<Signing> = {}, at = url) =>
			signedBy({ key: kinds[kind].privateKey, ...change }, at)
		const holds = (headers: Record<string, string>, change: Parameters<typeof holdsFor>[2] = {}) =>
			holdsFor(kinds[kind].publicKey, headers, change)

		it("holds for the request it was made for, and names its key", async () => {
			const headers = signed({ scheme })
			expect(readClaim(new Headers(headers))).toEqual({ keyId })
			expect(await holds(headers)).toBe(true)
			// Whatever a proxy made of the Host header.
			expect(await holds({ ...headers, host: "10.0.0.1:3000" })).toBe(true)
			if (scheme === "rfc9421")
				expect(await holds(signed({ scheme }, `${url}?a=b&c`), { at: `${url}?a=b&c` })).toBe(true)
		})

		it("holds for no other body, target, host, time or key", async () => {
			const headers = signed({ scheme })
			expect(await holds(headers, { sent: Buffer.from('{"type":"Delete"}') })).toBe(false)
			for (const at of ["https://snug.test/other", "https://other.test/inbox", "https://snug.test:444/inbox"])
				expect(await holds(signed({ scheme }, at)), at).toBe(false)
			for (const hours of [-11.9, 11.9])
				expect(await holds(signed({ scheme, date: new Date(now.getTime() + hours * hour) }))).toBe(true)
			for (const hours of [-12.1, 12.1])
				expect(await holds(signed({ scheme, date: new Date(now.getTime() + hours * hour) }))).toBe(false)
			const others = [
				generateKeyPairSync("rsa", { modulusLength: 2048 }),
				generateKeyPairSync("ed25519"),
				kinds[kind === "RSA" ? "Ed25519" : "RSA"],
			]
			for (const other of others) expect(await holds(signed({ scheme, key: other.privateKey }))).toBe(false)
		})

		it("holds no more when any part of what was signed is changed", async () => {
			const headers = signed({ scheme })
			const names =
				scheme === "cavage"
					? ["date", "digest", "content-type", "signature"]
					: ["content-digest", "signature-input", "signature"]
			await fc.assert(
				fc.asyncProperty(
					fc.constantFrom(...names),
					fc.nat(2000),
					fc.constantFrom("A", "0", " ", '"', ",", "="),
					async (name, place, letter) => {
						const value = headers[name]!
						// The last letters of base64 hold bits that mean nothing.
						const at = place % (value.length - 8)
						const changed = value.slice(0, at) + letter + value.slice(at + 1)
						fc.pre(changed.trim().replaceAll("=", "") !== value.trim().replaceAll("=", ""))
						// Nor are the names of headers others when they are written large.
						fc.pre(changed.toLowerCase() !== value.toLowerCase() || at > value.indexOf(',signature="'))
						const all = { ...headers, [name]: changed }
						const claim = readClaim(new Headers(all))
						// What it says of its key or its algorithm is not signed by draft-cavage; then it is another key that is asked for.
						fc.pre(
							"refusal" in claim ||
								scheme === "rfc9421" ||
								name !== "signature" ||
								at > value.indexOf('headers="'),
						)
						expect(!("refusal" in claim) && claim.keyId === keyId && (await holds(all))).toBe(false)
					},
				),
				{ numRuns: 300 },
			)
		})

		it("that cannot be read is refused, and never throws", async () => {
			await fc.assert(
				fc.asyncProperty(fc.string(), fc.string(), fc.string(), async (signature, input, date) => {
					const headers = new Headers()
					for (const [name, value] of Object.entries({
						signature,
						"signature-input": input,
						date,
						digest: input,
					}))
						if (/^[\x20-\x7e]*$/.test(value)) headers.set(name, value)
					readClaim(headers)
					expect(await verifies({ url, headers, body }, kinds[kind].publicKey, now)).toBe(false)
				}),
				{ numRuns: 200 },
			)
		})
	})

describe("how a signature was reckoned", () => {
	const of = (kind: keyof typeof kinds, change: Partial<Signing>) =>
		holdsFor(kinds[kind].publicKey, signedBy({ key: kinds[kind].privateKey, ...change }))

	it("is for the key to say, by draft-cavage: SHA-256 or SHA-512 with RSA, whatever it is called", async () => {
		for (const hash of ["sha256", "sha512"] as const)
			for (const algorithm of ["hs2019", "rsa-sha256", "rsa-sha512", "ed25519"])
				expect(await of("RSA", { reckoning: { hash, algorithm } }), `${hash} ${algorithm}`).toBe(true)
		for (const algorithm of ["hs2019", "ed25519", "rsa-sha256"])
			expect(await of("Ed25519", { reckoning: { hash: null, algorithm } }), algorithm).toBe(true)
	})

	it("must be called by its name, by RFC 9421, if it is called anything", async () => {
		const named = (kind: keyof typeof kinds, hash: "sha256" | "sha512" | null, algorithm?: string) =>
			of(kind, { scheme: "rfc9421", reckoning: { hash, ...(algorithm && { algorithm }) } })
		expect(await named("RSA", "sha256", "rsa-v1_5-sha256")).toBe(true)
		expect(await named("Ed25519", null, "ed25519")).toBe(true)
		expect(await named("RSA", "sha256", "ed25519")).toBe(false)
		expect(await named("Ed25519", null, "rsa-v1_5-sha256")).toBe(false)
		expect(await named("RSA", "sha512")).toBe(false)
		for (const algorithm of ["rsa-pss-sha512", "ecdsa-p256-sha256", "hmac-sha256", "none"])
			for (const kind of ["RSA", "Ed25519"] as const)
				expect(await named(kind, kind === "RSA" ? "sha256" : null, algorithm), algorithm).toBe(false)
	})

	it("leaves no second signature to be made of one (RFC 8032: S below the order of the group)", async () => {
		const headers = signedBy({ key: kinds.Ed25519.privateKey })
		const [, text] = /signature="([^"]*)"/.exec(headers.signature!)!
		const bytes = Buffer.from(text!, "base64")
		const s = BigInt(`0x${Buffer.from(bytes.subarray(32)).reverse().toString("hex")}`)
		const more = s + 2n ** 252n + 27742317777372353535851937790883648493n
		const other = Buffer.concat([
			bytes.subarray(0, 32),
			Buffer.from(more.toString(16).padStart(64, "0"), "hex").reverse(),
		])
		expect(await holdsFor(kinds.Ed25519.publicKey, headers)).toBe(true)
		const changed = headers.signature!.replace(text!, other.toString("base64"))
		expect(await holdsFor(kinds.Ed25519.publicKey, { ...headers, signature: changed })).toBe(false)
	})

	it("covers the query of a GET, or leaves it out as Mastodon did before 4.3", async () => {
		const at = "https://snug.test/ap/outbox?page=true"
		const ask = (address: string) =>
			signedHeaders(
				{ method: "GET", url: address, headers: {} },
				{ keyId, key: privateKey, date: now, headers: ["(request-target)", "host", "date"] },
			)
		const get = (headers: Record<string, string>) => holdsFor(publicKey, headers, { at, sent: null })
		expect(await get(ask(at))).toBe(true)
		expect(await get(ask("https://snug.test/ap/outbox"))).toBe(true)
		expect(await get(ask("https://snug.test/ap/outbox?page=false"))).toBe(false)
		expect(await holdsFor(publicKey, signedBy({}, url), { at: `${url}?x=1` })).toBe(false)
	})
})

describe("a claim", () => {
	it("must cover the target, the host, the time and the body", () => {
		const all = ["(request-target)", "host", "date", "digest"]
		expect(refused(signed({ headers: all }))).toBe(false)
		for (const left of all)
			expect(refused(signed({ headers: all.filter((name) => name !== left) })), left).toBe(true)
		const parts = ["@method", "@target-uri", "content-digest"]
		for (const left of parts)
			expect(
				refused(signed({ scheme: "rfc9421", headers: parts.filter((name) => name !== left) })),
				left,
			).toBe(true)
		expect(
			refused(signed({ scheme: "rfc9421", headers: ["@method", "@authority", "@path", "content-digest"] })),
		).toBe(false)
		for (const left of ["@authority", "@path"])
			expect(
				refused(
					signed({
						scheme: "rfc9421",
						headers: ["@method", "@authority", "@path", "content-digest"].filter((name) => name !== left),
					}),
				),
			).toBe(true)
	})

	it("must name one key that can be fetched", () => {
		for (const bad of [
			"",
			"acct:bob@m.test",
			"javascript:1",
			"file:///etc/passwd",
			"/u/bob",
			`https://m.test/${"k".repeat(5000)}`,
			"https://u:p@m.test/",
		])
			for (const scheme of ["cavage", "rfc9421"] as const)
				expect(refused(signed({ keyId: bad, scheme })), bad).toBe(true)
		const { signature } = signed()
		expect(refused({ signature: `${signature},keyId="https://evil.test/key"` })).toBe(true)
		expect(refused({ signature: `${signature}, ${signature}` })).toBe(true)
		expect(refused({ signature: `${signature},headers="date"` })).toBe(true)
		expect(refused({ signature: `${signature} garbage` })).toBe(true)
		expect(refused({})).toBe(true)
	})

	it("of RFC 9421 is one, over plain components, with a time", () => {
		const { signature, "signature-input": input } = signed({ scheme: "rfc9421" }) as {
			signature: string
			"signature-input": string
		}
		expect(refused({ signature, "signature-input": input })).toBe(false)
		for (const change of [
			`${input}, sig2=("@method");created=1;keyid="x"`,
			input.replace('"content-digest"', '"content-digest";req'),
			`${input};keyid="https://evil.test/key"`,
			input.replace(/;created=\d+/, ""),
			input.replace(/;keyid="[^"]*"/, ""),
			input.replace(/\(.*\)/, "()"),
			"",
		])
			expect(refused({ signature, "signature-input": change }), change).toBe(true)
	})

	it("that has run out does not hold", async () => {
		const seconds = now.getTime() / 1000
		const extend = (more: string) => ({ ...signed(), signature: `${signed().signature},${more}` })
		expect(await holds(extend(`expires=${seconds + 60},created=${seconds}`))).toBe(true)
		for (const more of [
			`expires=${seconds - 1}`,
			'expires="later"',
			`created=${seconds + 13 * 3600}`,
			'created="now"',
		])
			expect(await holds(extend(more)), more).toBe(false)
	})
})
