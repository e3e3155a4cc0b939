import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { readEnvelope } from "../../federation/envelope.ts"
import { hasOneReading } from "../../federation/translate/one-reading.ts"
import { readJson } from "../../federation/translate/strict-json.ts"
import { limits } from "../../src/limits.ts"

const bytes = (value: unknown): Uint8Array =>
	Buffer.from(typeof value === "string" ? value : JSON.stringify(value))
const create = {
	id: "https://m.test/a/1",
	type: "Create",
	actor: "https://m.test/u/bob",
	object: { id: "https://m.test/n/1" },
}

describe("an envelope", () => {
	it("holds what decides, from any of the forms peers use", () => {
		const read = {
			id: create.id,
			type: "Create",
			actor: create.actor,
			objectId: "https://m.test/n/1",
			proven: false,
			plain: true,
		}
		for (const change of [
			{},
			{ type: ["Create"] },
			{ actor: { id: create.actor, type: "Person" } },
			{ actor: [create.actor] },
			{ actor: [{ id: create.actor }] },
			{ actor: "HTTPS://M.TEST:443/u/bob" },
			{ actor: "https://m.test./u/bob" },
			{ object: "https://m.test/n/1" },
			{ object: ["https://m.test/n/1"] },
		])
			expect(readEnvelope(bytes({ ...create, ...change })), JSON.stringify(change)).toMatchObject(read)
		expect(readEnvelope(bytes({ ...create, id: null }))).toMatchObject({ id: null })
		expect(readEnvelope(bytes({ ...create, object: 7 }))).toMatchObject({ objectId: null })
	})

	it("tells who signed the document itself, which proves nothing", () => {
		expect(readEnvelope(bytes({ ...create, signature: { type: "RsaSignature2017" } }))).toMatchObject({
			proven: true,
		})
		expect(readEnvelope(bytes({ ...create, proof: [{}] }))).toMatchObject({ proven: true })
		expect(readEnvelope(bytes({ ...create, signature: "x" }))).toMatchObject({ proven: false })
	})

	it("keeps the text as it came", () => {
		const text = JSON.stringify(create, null, 7)
		expect(readEnvelope(bytes(text))).toMatchObject({ text })
	})

	it("is none without one type and one actor", () => {
		for (const change of [
			{ type: null },
			{ type: ["Create", "Lock"] },
			{ type: "a b" },
			{ type: "Créer" },
			{ type: "x".repeat(101) },
			{ actor: null },
			{ actor: [] },
			{ actor: ["https://m.test/1", "https://m.test/2"] },
			{ actor: {} },
			{ actor: "acct:bob@m.test" },
			{ id: "x" },
			{ id: 7 },
			{ id: {} },
		])
			expect(readEnvelope(bytes({ ...create, ...change })), JSON.stringify(change)).toHaveProperty("problem")
	})
})

describe("JSON", () => {
	it("is read as it was written, whatever it is", () => {
		fc.assert(
			fc.property(
				fc.dictionary(fc.string({ unit: "grapheme" }), fc.jsonValue({ maxDepth: 5 })),
				fc.nat(4),
				(value, indent) => {
					const text = JSON.stringify(value, null, indent)
					fc.pre(!/\\u0000|\\ud[89a-f]/i.test(text) && !text.includes("__proto__"))
					const read = readJson(bytes(text))
					expect(read).toMatchObject({ text })
					expect("json" in read && JSON.stringify(read.json)).toBe(JSON.stringify(JSON.parse(text)))
				},
			),
			{ numRuns: 500 },
		)
	})

	it("names nothing twice, at any depth and in any spelling", () => {
		fc.assert(
			fc.property(
				fc.array(fc.constantFrom("a", "b", "c", "d", "\\u0061"), { minLength: 1, maxLength: 5 }),
				fc.nat(3),
				(names, depth) => {
					const inner = `{${names.map((name, n) => `"${name}":${n % 2 ? '":"' : "[]"}`).join(",")}}`
					const text = `${'{"x":['.repeat(depth)}${inner}${"]}".repeat(depth)}`
					const distinct = new Set(names.map((name) => JSON.parse(`"${name}"`) as string))
					expect("json" in readJson(bytes(text))).toBe(distinct.size === names.length)
				},
			),
		)
	})

	it("has limits, at which it still holds", () => {
		const deep = (depth: number) => `${'{"a":'.repeat(depth)}1${"}".repeat(depth)}`
		expect(readJson(bytes(deep(limits.activityDepth)))).toHaveProperty("json")
		expect(readJson(bytes(deep(limits.activityDepth + 1)))).toHaveProperty("problem")
		const wide = (things: number) => `{"a":[${Array(things).fill(1).join(",")}]}`
		expect(readJson(bytes(wide(limits.activityNodes - 1)))).toHaveProperty("json")
		expect(readJson(bytes(wide(limits.activityNodes)))).toHaveProperty("problem")
		// Brackets in words are words.
		expect(readJson(bytes({ a: '[{"'.repeat(2000) }))).toHaveProperty("json")
	})

	it("is an object in UTF-8 that can be kept", () => {
		for (const text of [
			"",
			"null",
			"[]",
			'"x"',
			"1",
			"\ufeff{}",
			"{",
			"{}}",
			"{} {}",
			'{"a":1,}',
			'{"a":"\\u0000"}',
			'{"a\\u0000":1}',
			'{"a":"\\ud800"}',
			'{"__proto__":{}}',
			'{"a":[{"__proto__":1}]}',
		])
			expect(readJson(bytes(text)), text).toHaveProperty("problem")
		expect(readJson(Buffer.from([0x7b, 0x22, 0xc3, 0x22, 0x3a, 0x31, 0x7d]))).toHaveProperty("problem")
	})

	it("never throws", () => {
		fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (noise) => void readEnvelope(noise)))
	})
})

describe("one reading", () => {
	const activityStreams = "https://www.w3.org/ns/activitystreams"
	it("is there for what honest servers send", () => {
		const contexts = [
			activityStreams,
			[activityStreams, "https://w3id.org/security/v1"],
			[activityStreams, { "@language": "und" }],
			[activityStreams, { "@vocab": activityStreams }],
			{ as: `${activityStreams}#`, id: "@id", type: "@type", actor: "as:actor", sensitive: "as:sensitive" },
			[
				activityStreams,
				{
					toot: "http://joinmastodon.org/ns#",
					Emoji: "toot:Emoji",
					focalPoint: { "@container": "@list", "@id": "toot:focalPoint" },
					Hashtag: "as:Hashtag",
					quoteUrl: "as:quoteUrl",
					movedTo: { "@id": "as:movedTo", "@type": "@id" },
				},
			],
		]
		for (const context of contexts)
			expect(
				hasOneReading({ "@context": context, a: [{ b: "https://x.test" }] }),
				JSON.stringify(context),
			).toBe(true)
	})

	it("is not when a name means something else, or something else means the name", () => {
		const contexts = [
			{ writer: "as:actor" },
			{ writer: { "@id": `${activityStreams}#attributedTo` } },
			{ name2: "@id" },
			{ kind: "@type" },
			{ all: "@graph" },
			{ actor: "https://evil.test/ns#actor" },
			{ content: null },
			{ to: { "@id": "as:cc" } },
			{ p: `${activityStreams}#`, writer: "p:actor" },
			{ writer: { "@reverse": "as:actor" } },
			{ object: { "@id": "as:object", "@context": {} } },
			{ "@import": "https://evil.test/context" },
			7,
			null,
		]
		for (const context of contexts) {
			if (context === null) continue
			expect(hasOneReading({ "@context": [activityStreams, context] }), JSON.stringify(context)).toBe(false)
			expect(hasOneReading({ object: [{ "@context": context }] }), JSON.stringify(context)).toBe(false)
		}
		for (const key of ["@id", "@type", "@graph", "as:actor", `${activityStreams}#actor`])
			expect(hasOneReading({ object: { [key]: 1 } })).toBe(false)
	})
})
