import { createHash, generateKeyPairSync, randomUUID } from "node:crypto"
import { connect as connectTcp } from "node:net"
import { sql } from "drizzle-orm"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { signedHeaders } from "../support/peer/signatures/sign.ts"
import type { Json, Peer, Person } from "../support/peer.ts"
import { Stage } from "../support/stage.ts"

let stage: Stage
let evil: Peer
let mallory: Person
let victim: Peer
let vera: Person
/** Documents that the evil server serves in place of its own, by path. */
const forged = new Map<
	string,
	{ body: string; type?: string; status?: number; headers?: Record<string, string> }
>()

const hour = 3_600_000
const seenBy = (peer: Peer) => peer.requests.length
const send = (person: Person, activity: Json, how: Partial<Parameters<Person["send"]>[1]> = {}) =>
	person.send(activity, { to: stage.inbox, ...how })

beforeAll(async () => {
	stage = await Stage.open()
	victim = await stage.peer("mastodon")
	vera = victim.person("vera", { ownKey: true })
	evil = await stage.peer("mastodon")
	mallory = evil.person("mallory", { ownKey: true })
	// Their keys are known, so that what they do is refused for what it is.
	for (const known of [mallory, stage.mallet]) await send(known, stage.note(known).create)
	await evil.behave(({ method, path }) => {
		const found = method === "GET" ? forged.get(path) : undefined
		if (!found) return undefined
		return {
			status: found.status ?? 200,
			headers: { "content-type": found.type ?? "application/activity+json", ...found.headers },
			body: found.body,
		}
	})
})
afterAll(() => stage?.close())

/** POSTs whatever is given, without the peers' help. */
const raw = async (
	body: Uint8Array | string,
	headers: Record<string, string> = {},
	path = "/inbox",
	method = "POST",
) => {
	const answer = await fetch(`${stage.snug.origin}${path}`, {
		method,
		headers,
		body: body as Uint8Array<ArrayBuffer>,
	})
	return answer.status
}

/** Signs as a peer would, then lets the headers be spoilt. */
const signedRaw = async (
	person: Person,
	activity: Json,
	spoil: (headers: Record<string, string>) => Record<string, string>,
	path = "/inbox",
	signing: object = {},
) => {
	const body = Buffer.from(JSON.stringify(activity))
	const url = `${stage.snug.origin}${path}`
	const headers = signedHeaders(
		{ method: "POST", url, headers: { "content-type": "application/activity+json" }, body },
		{ keyId: person.keyId, key: person.keys.privateKey, date: new Date(), ...signing },
	)
	return new Promise<number>((resolve, reject) => {
		const socket = connectTcp(Number(new URL(url).port), "127.0.0.1")
		const { host, ...rest } = spoil(headers)
		const lines = Object.entries(rest).flatMap(([name, value]) =>
			value.split("\u0001").map((each) => `${name}: ${each}`),
		)
		socket.write(
			`POST ${path} HTTP/1.1\r\nhost: ${host}\r\nconnection: close\r\ncontent-length: ${body.length}\r\n${lines.join("\r\n")}\r\n\r\n`,
		)
		socket.write(body)
		let answer = ""
		socket.on("data", (chunk) => (answer += chunk))
		socket.on("end", () => resolve(Number(answer.slice(9, 12))))
		socket.on("error", reject)
	})
}

describe("what is not an activity", () => {
	const bodies: Record<string, Uint8Array | string> = {
		nothing: "",
		null: "null",
		list: "[]",
		text: '"x"',
		number: "1",
		"a byte order mark": "\ufeff{}",
		"a NUL": '{"type":"Create\\u0000","actor":"https://m.test/u"}',
		"a NUL in the words": '{"type":"Create","actor":"https://m.test/u","content":"a\\u0000b"}',
		"half a character": '{"type":"Create","actor":"https://m.test/u","content":"\\ud83d"}',
		"invalid UTF-8": Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]),
		"64 KB of spaces": " ".repeat(65_536),
		multipart: '--x\r\ncontent-disposition: form-data; name="a"\r\n\r\n1\r\n--x--',
		"brackets without end": "[".repeat(100_000),
		"nested objects": `${'{"a":'.repeat(5000)}1${"}".repeat(5000)}`,
		"nested `object`": `{"type":"Create","actor":"https://m.test/u",${'"object":{'.repeat(3000)}${"}".repeat(3001)}`,
		"20 000 tags": JSON.stringify({ type: "Create", actor: "https://m.test/u", tag: Array(20_000).fill({}) }),
		"50 000 keys": `{"type":"Create","actor":"https://m.test/u",${Array.from({ length: 50_000 }, (_, n) => `"k${n}":1`).join(",")}}`,
		"`__proto__`": '{"type":"Create","actor":"https://m.test/u","__proto__":{"type":"Delete"}}',
		"two actors under one name": '{"type":"Create","actor":"https://m.test/u","actor":"https://m.test/v"}',
		"one name spelt twice": '{"type":"Create","actor":"https://m.test/u","\\u0061ctor":"https://m.test/v"}',
		"no type": '{"actor":"https://m.test/u"}',
		"two types": '{"type":["Create","Lock"],"actor":"https://m.test/u"}',
		"100 types": JSON.stringify({ type: Array(100).fill("Create"), actor: "https://m.test/u" }),
		"a type that is no text": '{"type":{"toString":1},"actor":"https://m.test/u"}',
		"two actors": '{"type":"Create","actor":["https://m.test/u","https://m.test/v"]}',
		"no actor": '{"type":"Create"}',
		"an actor that is a number": '{"type":"Create","actor":1e999}',
		"an actor that is no web address": '{"type":"Create","actor":"acct:bob@m.test"}',
		"an actor with a line break": '{"type":"Create","actor":"https://m.te\\nst/u"}',
		"an id that is none": '{"type":"Create","id":"x","actor":"https://m.test/u"}',
		"an id of 2 000 letters": JSON.stringify({
			type: "Create",
			id: `https://m.test/${"é".repeat(2000)}`,
			actor: "https://m.test/u",
		}),
	}
	for (const [name, body] of Object.entries(bodies))
		it(`is refused with 400: ${name}`, async () => {
			expect(await raw(body, { "content-type": "application/activity+json" })).toBe(400)
			expect(
				await raw(body, { "content-type": "application/activity+json" }, new URL(stage.tea.inbox).pathname),
			).toBe(400)
		})

	it("is passed over when its type means nothing, whatever it is called", async () => {
		for (const type of [
			"Lock",
			"__proto__",
			"constructor",
			"toString",
			"https://example.org/ns#Create",
			"as:Create",
		])
			await stage.withoutEffect(async () => {
				const { create } = stage.note(stage.bob, {}, { type })
				expect((await send(stage.bob, create)).status).toBe(202)
			})
	})

	it("is refused when it is larger than its limit, however its length is told", async () => {
		const { create } = stage.note(stage.bob, { content: "x".repeat(1_100_000) })
		await stage.withoutEffect(async () => {
			expect((await send(stage.bob, create)).status).toBe(413)
			const chunks = new ReadableStream({
				start(controller) {
					for (let n = 0; n < 1100; n++) controller.enqueue(new Uint8Array(1000).fill(32))
					controller.close()
				},
			})
			const chunked = fetch(stage.inbox, {
				method: "POST",
				body: chunks,
				duplex: "half",
			} as RequestInit).then(({ status }) => status)
			expect([413, 0]).toContain(await chunked.catch(() => 0))
		})
		await stage.withoutEffect(async () => {
			const short = await signedRaw(stage.bob, create, (headers) => headers).catch(() => 400)
			expect([400, 413]).toContain(short)
		})
	})

	it("waits for nobody who announces more than is sent", async () => {
		const socket = connectTcp(Number(new URL(stage.snug.origin).port), "127.0.0.1")
		socket.write("POST /inbox HTTP/1.1\r\nhost: x\r\ncontent-length: 500\r\n\r\n{}")
		await stage.control()
		socket.destroy()
	})

	it("has no other verb", async () => {
		for (const path of ["/inbox", new URL(stage.tea.inbox).pathname])
			for (const method of ["GET", "HEAD", "PUT", "PATCH", "DELETE", "OPTIONS"]) {
				const { status } = await fetch(`${stage.snug.origin}${path}`, { method })
				expect(status, `${method} ${path}`).toBeGreaterThanOrEqual(400)
				expect(status, `${method} ${path}`).toBeLessThan(500)
			}
	})

	it("finds no inbox where there is none", async () => {
		for (const id of ["0".repeat(36), "-".repeat(36), "x", randomUUID(), "%2e%2e", "a".repeat(3000)])
			expect(await raw("{}", {}, `/ap/groups/${id}/inbox`), id).toBe(404)
	})
})

describe("a signature", () => {
	it("SIG-01 is there, or nothing is asked of anybody", async () => {
		await stage.withoutEffect(async () => {
			const before = [evil, ...stage.peers].map(seenBy)
			const context = `${evil.origin}/context`
			const { create } = stage.note(
				mallory,
				{},
				{ "@context": ["https://www.w3.org/ns/activitystreams", context] },
			)
			expect((await send(mallory, create, { unsigned: true })).status).toBe(401)
			expect([evil, ...stage.peers].map(seenBy)).toEqual(before)
		})
	})

	it("SIG-02 of one is not another's", async () => {
		await stage.withoutEffect(async () => {
			const { create } = stage.note(vera)
			for (const scheme of ["cavage", "rfc9421"] as const) {
				expect((await send(vera, create, { signAs: mallory, scheme })).status).toBe(401)
				expect(
					(await send(vera, create, { keyId: vera.keyId, key: mallory.keys.privateKey, scheme })).status,
				).toBe(401)
			}
		})
	})

	const keyDocuments: Record<string, () => Json> = {
		"an actor that lends its key": () => ({
			...mallory.actor,
			publicKey: { ...mallory.actor.publicKey, owner: vera.id },
		}),
		"a key alone": () => ({
			id: `${evil.origin}/key`,
			type: "CryptographicKey",
			owner: vera.id,
			publicKeyPem: mallory.keys.publicKeyPem,
		}),
		"the victim's document": () => ({
			...vera.actor,
			publicKey: { id: `${evil.origin}/key`, owner: vera.id, publicKeyPem: mallory.keys.publicKeyPem },
		}),
		"several keys": () => ({
			...mallory.actor,
			id: `${evil.origin}/key`,
			publicKey: [
				mallory.actor.publicKey,
				{ id: `${evil.origin}/key`, owner: vera.id, publicKeyPem: mallory.keys.publicKeyPem },
			],
		}),
	}
	for (const [name, document] of Object.entries(keyDocuments))
		it(`SIG-03 is not believed to be a victim's: ${name}`, async () => {
			forged.set("/key", { body: JSON.stringify(document()) })
			await stage.withoutEffect(async () => {
				for (const more of [{}, { signature: { type: "RsaSignature2017", creator: vera.keyId } }]) {
					const { create } = stage.note(vera, {}, more)
					const answer = await send(vera, create, {
						keyId: `${evil.origin}/key`,
						key: mallory.keys.privateKey,
					})
					expect(answer.status).toBe(401)
				}
			})
			expect(await stage.rows(sql`select 1 from remote_keys where key_id = ${`${evil.origin}/key`}`)).toEqual(
				[],
			)
			forged.delete("/key")
		})

	it("SIG-08 does not let anybody use up an activity id of somebody else", async () => {
		const { note, create } = stage.note(vera)
		await stage.join(vera)
		await stage.withoutEffect(async () => {
			expect(
				(await send(mallory, { ...create, actor: mallory.id, object: stage.note(mallory).note })).status,
			).toBe(401)
			// Passed on by somebody else, it is only a hint, whatever id it claims to have.
			const hint = {
				...create,
				object: { ...note, id: `${vera.id}/statuses/none` },
				signature: { type: "RsaSignature2017" },
			}
			expect((await send(mallory, hint)).status).toBe(202)
		})
		expect((await send(vera, create)).status).toBe(202)
		await stage.settled()
		expect(await stage.sharedIn(note.id)).toEqual(["tea"])
	})

	it("SIG-08 neither on the same server", async () => {
		const { note, create } = stage.note(stage.eve)
		const { note: other } = stage.note(stage.mallet)
		expect((await send(stage.mallet, { ...create, actor: stage.mallet.id, object: other })).status).toBe(202)
		await stage.settled()
		expect((await send(stage.eve, create)).status).toBe(202)
		await stage.settled()
		expect(await stage.sharedIn(note.id)).toEqual(["tea"])
		expect(await stage.post(other.id)).toBeUndefined()
	})

	it("SIG-09 covers the body, the target, the host and the time", async () => {
		await stage.withoutEffect(async () => {
			const { create } = stage.note(stage.bob)
			const all = ["(request-target)", "host", "date", "digest"]
			for (const left of all)
				expect((await send(stage.bob, create, { headers: all.filter((name) => name !== left) })).status).toBe(
					401,
				)
			expect((await send(stage.bob, create, { digest: false })).status).toBe(401)
			const parts = ["@method", "@target-uri", "content-digest"]
			for (const left of parts)
				expect(
					(
						await send(stage.bob, create, {
							scheme: "rfc9421",
							headers: parts.filter((name) => name !== left),
						})
					).status,
				).toBe(401)
		})
	})

	it("SIG-10 does not hold for other words", async () => {
		await stage.withoutEffect(async () => {
			const { create } = stage.note(stage.bob)
			const tamper = (bytes: Uint8Array) =>
				Buffer.from(Buffer.from(bytes).toString().replace("Words", "Lords"))
			for (const scheme of ["cavage", "rfc9421"] as const)
				expect((await send(stage.bob, create, { tamper, scheme })).status).toBe(401)
			// The digest is put right, but it was signed.
			const body = Buffer.from(JSON.stringify(create))
			const digest = `SHA-256=${createHash("sha256").update(tamper(body)).digest("base64")}`
			expect((await send(stage.bob, create, { tamper, digest: `SHA-256=${"A".repeat(43)}=` })).status).toBe(
				401,
			)
			expect(
				await signedRaw(stage.bob, stage.note(stage.bob).create, (headers) => ({ ...headers, digest })),
			).toBe(401)
		})
	})

	it("SIG-13, SIG-14 does not hold at another host or address", async () => {
		await stage.withoutEffect(async () => {
			const { create } = stage.note(stage.bob)
			const elsewhere = { to: `${victim.origin}/inbox` }
			const body = Buffer.from(JSON.stringify(create))
			for (const url of [elsewhere.to, `${stage.snug.origin}/users/x/inbox`])
				for (const scheme of ["cavage", "rfc9421"] as const) {
					const headers = signedHeaders(
						{ method: "POST", url, headers: { "content-type": "application/activity+json" }, body },
						{ keyId: stage.bob.keyId, key: stage.bob.keys.privateKey, date: new Date(), scheme },
					)
					const { host: _, ...rest } = headers
					expect(await raw(body, rest), `${url} ${scheme}`).toBe(401)
				}
		})
	})

	it("SIG-15 holds for twelve hours either way", async () => {
		const at = (hours: number) => ({ date: new Date(Date.now() + hours * hour) })
		for (const hours of [-11, 11])
			expect((await send(stage.bob, stage.note(stage.bob).create, at(hours))).status).toBe(202)
		for (const hours of [-11, 11])
			expect(
				(await send(stage.bob, stage.note(stage.bob).create, { ...at(hours), scheme: "rfc9421" })).status,
			).toBe(202)
		await stage.withoutEffect(async () => {
			for (const hours of [-13, 13, -1000, 1000])
				for (const scheme of ["cavage", "rfc9421"] as const)
					expect(
						(await send(stage.bob, stage.note(stage.bob).create, { ...at(hours), scheme })).status,
						`${hours}`,
					).toBe(401)
			expect(
				await signedRaw(stage.bob, stage.note(stage.bob).create, (headers) => ({
					...headers,
					date: "yesterday",
				})),
			).toBe(401)
		})
	})

	it("SIG-16 is not stretched by its own parameters, nor read in two ways", async () => {
		await stage.withoutEffect(async () => {
			const parameter = (name: string, value: string) => (headers: Record<string, string>) => ({
				...headers,
				signature: headers.signature!.replace(
					'algorithm="rsa-sha256"',
					`algorithm="hs2019",${name}=${value}`,
				),
			})
			const second = (seconds: number) => String(Math.floor(Date.now() / 1000) + seconds)
			const spoilings: Record<string, (headers: Record<string, string>) => Record<string, string>> = {
				expired: parameter("expires", second(-60)),
				"expires as words": parameter("expires", '"later"'),
				"created far ahead": parameter("created", second(100_000)),
				"created as words": parameter("created", '"now"'),
				"created covered and missing": (headers) => ({
					...headers,
					signature: headers.signature!.replace(" date", " (created) date"),
				}),
				"two keyIds": parameter("keyId", `"${mallory.keyId}"`),
				"two lists of headers": parameter("headers", '"(request-target) host date digest"'),
				"two Signature headers": (headers) => ({
					...headers,
					signature: `${headers.signature}\u0001${headers.signature}`,
				}),
				"two digests, one wrong": (headers) => ({
					...headers,
					digest: `${headers.digest}, SHA-256=${"A".repeat(43)}=`,
				}),
				"an empty Signature-Input beside": (headers) => ({ ...headers, "signature-input": "" }),
				"a covered header that is not there": (headers) => ({
					...headers,
					signature: headers.signature!.replace('headers="', 'headers="x-none '),
				}),
				"an algorithm of one's own": (headers) => ({
					...headers,
					signature: headers.signature!.replace(/signature="[^"]*"/, 'signature=""'),
				}),
				"a signature that is none": (headers) => ({
					...headers,
					signature: headers.signature!.replace(/signature="[^"]*"/, 'signature="%%%"'),
				}),
			}
			for (const [name, spoil] of Object.entries(spoilings))
				expect(await signedRaw(stage.bob, stage.note(stage.bob).create, spoil), name).toBe(401)
		})
	})

	it("by RFC 9421 is one, of plain components", async () => {
		await stage.withoutEffect(async () => {
			const change = (from: string | RegExp, to: string) => (headers: Record<string, string>) => ({
				...headers,
				"signature-input": headers["signature-input"]!.replace(from, to),
			})
			const spoilings: Record<string, (headers: Record<string, string>) => Record<string, string>> = {
				"a second label": change(/$/, ', sig2=("@method");created=1;keyid="x"'),
				"a component with a parameter": change('"content-digest"', '"content-digest";req'),
				"a component of another message": change('"@method"', '"@method";req'),
				"two keyids": change(/$/, `;keyid="${mallory.keyId}"`),
				"no created": change(/;created=\d+/, ""),
				"created as words": change(/created=\d+/, 'created="now"'),
				"an expiry in the past": change(/$/, `;expires=${Math.floor(Date.now() / 1000) - 60}`),
				"an unknown algorithm": change(/$/, ';alg="none"'),
				"another label than the signature's": change("sig1=", "sig2="),
				"no components": change(/\([^)]*\)/, "()"),
				"nothing readable": () => ({
					host: stage.snug.host,
					"signature-input": "((((",
					signature: "sig1=:AA==:",
				}),
			}
			for (const [name, spoil] of Object.entries(spoilings))
				expect(
					await signedRaw(stage.bob, stage.note(stage.bob).create, spoil, "/inbox", { scheme: "rfc9421" }),
					name,
				).toBe(401)
		})
	})

	it("SIG-17 is heard once, wherever it arrives", async () => {
		const { note, create } = stage.note(stage.bob)
		for (const to of [stage.inbox, stage.inbox, stage.tea.inbox, stage.books.inbox])
			expect((await send(stage.bob, create, { to })).status).toBe(202)
		await stage.settled()
		// What is dealt with twice does no harm by a second defence; it is not to come to that.
		expect(await stage.outcomes(create.id)).toEqual(["accept in tea"])
		const log = await stage.rows(
			sql`select activity_uri from log where object_uri = ${note.id} and dialect = 'microblog'`,
		)
		expect(log).toHaveLength(1)
	})

	it("SIG-19 follows a new key at once and forgets the old one", async () => {
		const peer = await stage.peer("mastodon")
		const dora = peer.person("dora", { ownKey: true })
		await stage.join(dora)
		const old = dora.keys.privateKey
		const { keys } = peer.person("spare", { ownKey: true })
		Object.assign(dora, { keys })
		const actorAsked = () => peer.requests.filter(({ path }) => path === new URL(dora.id).pathname).length
		const asked = actorAsked()
		expect((await send(dora, stage.note(dora).create)).status).toBe(202)
		expect(actorAsked()).toBe(asked + 1)
		await stage.withoutEffect(async () => {
			for (let n = 0; n < 3; n++)
				expect((await send(dora, stage.note(dora).create, { key: old })).status).toBe(401)
			// Nobody can make us ask a server again and again.
			expect(actorAsked()).toBe(asked + 1)
		})
	})

	it("SIG-19 by many at once all the same", async () => {
		const peer = await stage.peer("mastodon")
		const dora = peer.person("dora", { ownKey: true })
		await stage.join(dora)
		Object.assign(dora, { keys: peer.person("spare", { ownKey: true }).keys })
		const answers = await Promise.all(Array.from({ length: 10 }, () => send(dora, stage.note(dora).create)))
		expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(202))
	})

	it("SIG-21 waits for a key whose server is down", async () => {
		const peer = await stage.peer("mastodon")
		const dora = peer.person("dora", { ownKey: true })
		const { create, note } = stage.note(dora)
		for (const conduct of ["drop", { status: 500 }] as const) {
			await peer.behave(({ method }) => (method === "GET" ? conduct : undefined))
			const answer = await fetch(stage.inbox, {
				method: "POST",
				body: JSON.stringify(create),
				headers: (({ host: _, ...rest }) => rest)(
					signedHeaders(
						{
							method: "POST",
							url: stage.inbox,
							headers: { "content-type": "x" },
							body: Buffer.from(JSON.stringify(create)),
						},
						{ keyId: dora.keyId, key: dora.keys.privateKey, date: new Date() },
					),
				),
			})
			expect(answer.status).toBe(503)
			expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0)
		}
		await stage.control()
		await peer.behave("ok")
		await new Promise((resolve) => setTimeout(resolve, 11_000))
		expect((await send(dora, create)).status).toBe(202)
		await stage.settled()
		expect((await stage.outcomes(create.id))[0]).toContain("refuse")
		expect(await stage.post(note.id)).toBeUndefined()
	}, 60_000)

	const pem = (type: "rsa" | "ec", options: object) =>
		(type === "rsa"
			? generateKeyPairSync("rsa", options as { modulusLength: number })
			: generateKeyPairSync("ec", options as { namedCurve: string })
		).publicKey
			.export({ type: "spki", format: "pem" })
			.toString()
	it("SIG-23 is not made with a silly key", async () => {
		const keys = {
			short: pem("rsa", { modulusLength: 512 }),
			huge: `-----BEGIN PUBLIC KEY-----\n${"A".repeat(400_000)}\n-----END PUBLIC KEY-----`,
			curve: pem("ec", { namedCurve: "P-256" }),
			nothing: "",
			garbage: "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----",
			number: 7,
			list: [mallory.keys.publicKeyPem],
		}
		await stage.withoutEffect(async () => {
			for (const [name, publicKeyPem] of Object.entries(keys)) {
				const id = `${evil.origin}/users/silly-${name}`
				const publicKey = { id: `${id}#main-key`, owner: id, publicKeyPem }
				forged.set(`/users/silly-${name}`, {
					body: JSON.stringify({ ...mallory.actor, id, inbox: `${id}/inbox`, publicKey }),
				})
				const { create } = stage.note(mallory, { attributedTo: id }, { actor: id })
				expect((await send(mallory, create, { keyId: publicKey.id })).status, name).toBe(401)
			}
		})
	})

	it("SIG-26 names a key that can be asked for", async () => {
		await stage.withoutEffect(async () => {
			const before = [evil, victim].map(seenBy)
			const ids = [
				`acct:mallory@${evil.host}`,
				"javascript:1",
				"file:///etc/passwd",
				"/users/mallory",
				"",
				`${evil.origin}/${"k".repeat(5000)}`,
				`http://u:p@${evil.host}/key`,
				`ftp://${evil.host}/key`,
				`${stage.snug.origin}/ap/server#main-key`,
				`${stage.tea.id}#main-key`,
				`${victim.origin}/users/vera#main-key`,
			]
			for (const keyId of ids)
				expect((await send(mallory, stage.note(mallory).create, { keyId })).status, keyId).toBe(401)
			expect([evil, victim].map(seenBy)).toEqual(before)
		})
	})

	it("SIG-26 is found under any spelling of an address that is the same, and no other", async () => {
		const { note, create } = stage.note(stage.bob)
		const spelt = stage.bob.keyId.replace("http://localhost", "HTTP://LOCALHOST")
		expect((await send(stage.bob, create, { keyId: spelt })).status).toBe(202)
		await stage.settled()
		expect(await stage.sharedIn(note.id)).toEqual(["tea"])
		await stage.withoutEffect(async () => {
			for (const keyId of [
				stage.bob.id,
				`${stage.bob.id}#other`,
				`${stage.bob.id}?x#main-key`,
				stage.bob.keyId.replace("localhost", "127.0.0.1"),
			])
				expect((await send(stage.bob, stage.note(stage.bob).create, { keyId })).status, keyId).toBe(401)
		})
	})

	it("SIG-28 of a neighbour or of the server is not the actor's", async () => {
		await stage.withoutEffect(async () => {
			for (const signAs of [stage.mallet, stage.bob.peer.instance])
				expect((await send(stage.bob, stage.note(stage.bob).create, { signAs })).status).toBe(401)
		})
	})

	it("SIG-28 does not change hands when a neighbour lists it", async () => {
		const peer = await stage.peer("mastodon")
		const dora = peer.person("dora", { ownKey: true })
		const thief = peer.person("thief", { ownKey: true })
		await stage.join(dora)
		const path = new URL(thief.id).pathname
		for (const publicKey of [
			{ id: dora.keyId, owner: thief.id, publicKeyPem: thief.keys.publicKeyPem },
			[thief.actor.publicKey, { id: dora.keyId, owner: thief.id, publicKeyPem: thief.keys.publicKeyPem }],
			[thief.actor.publicKey, dora.keyId],
		]) {
			await peer.behave((request) =>
				request.method === "GET" && request.path === path
					? {
							status: 200,
							headers: { "content-type": "application/activity+json" },
							body: JSON.stringify({ ...thief.actor, publicKey }),
						}
					: undefined,
			)
			await send(thief, { ...stage.note(thief).create }, { keyId: dora.keyId })
			await send(thief, { ...stage.note(thief).create })
			await peer.behave("ok")
			const { note, create } = stage.note(dora)
			expect((await send(dora, create)).status).toBe(202)
			await stage.settled()
			expect(await stage.sharedIn(note.id)).toEqual(["tea"])
		}
	})

	it("SIG-32 of every honest sender holds", async () => {
		for (const scheme of ["cavage", "rfc9421"] as const)
			expect((await send(stage.bob, stage.note(stage.bob).create, { scheme })).status).toBe(202)
		const target = "/inbox?from=somewhere&x=1"
		expect(
			await signedRaw(stage.bob, stage.note(stage.bob).create, (headers) => headers, target, {
				scheme: "rfc9421",
			}),
		).toBe(202)
		const orders = [
			["digest", "date", "host", "(request-target)"],
			["(request-target)", "content-type", "date", "digest", "host"],
			["(request-target)", "host", "date", "digest"],
		]
		for (const headers of orders)
			expect((await send(stage.bob, stage.note(stage.bob).create, { headers })).status).toBe(202)
		const lower = (headers: Record<string, string>) => ({
			...headers,
			signature: headers
				.signature!.replace('algorithm="rsa-sha256"', 'algorithm="hs2019"')
				.replaceAll(",", ", "),
		})
		expect(await signedRaw(stage.bob, stage.note(stage.bob).create, lower)).toBe(202)
		const behindProxy = (headers: Record<string, string>) => ({ ...headers, host: "127.0.0.1:9999" })
		expect(await signedRaw(stage.bob, stage.note(stage.bob).create, behindProxy)).toBe(202)
		const { "content-type": _, ...untyped } = { "content-type": "" }
		expect(
			await signedRaw(
				stage.bob,
				stage.note(stage.bob).create,
				({ "content-type": _, ...rest }) => ({ ...rest, ...untyped }),
				"/inbox",
				{ headers: orders[2] },
			),
		).toBe(202)
		await stage.settled()
		await stage.control()
	})
})

describe("somebody leaving whom nobody here knows", () => {
	it("DOS-21 costs no request", async () => {
		await stage.withoutEffect(async () => {
			const before = seenBy(evil)
			for (let n = 0; n < 50; n++) {
				const actor = `${evil.origin}/users/gone-${n}`
				for (const object of [actor, { type: "Person", id: actor }]) {
					const activity = { id: `${actor}#delete`, type: "Delete", actor, to: ["as:Public"], object }
					expect((await send(mallory, activity, { keyId: `${actor}#main-key` })).status).toBe(202)
				}
			}
			expect(seenBy(evil)).toBe(before)
		})
	})

	it("is asked for once at most when something else is deleted by a key that is gone", async () => {
		const actor = `${evil.origin}/users/gone`
		forged.set("/users/gone", { status: 410, body: "" })
		await stage.withoutEffect(async () => {
			for (let n = 0; n < 5; n++) {
				const activity = {
					id: `${actor}/${n}#delete`,
					type: "Delete",
					actor,
					to: ["as:Public"],
					object: `${actor}/${n}`,
				}
				expect((await send(mallory, activity, { keyId: `${actor}#main-key` })).status).toBe(202)
			}
			expect(
				(
					await send(mallory, stage.note(mallory, { attributedTo: actor }, { actor }).create, {
						keyId: `${actor}#main-key`,
					})
				).status,
			).toBe(401)
		})
	})
})

describe("a server that is blocked", () => {
	it("ORG-22, MOD-06 is not asked for anything and does nothing, however it is spelt", async () => {
		const blocked = await stage.peer("mastodon")
		const bert = blocked.person("bert", { ownKey: true })
		await stage.connection.db.execute(
			sql`insert into domain_policies (id, domain, severity) values (${randomUUID()}, 'blocked.localhost', 'block')`,
		)
		const port = new URL(blocked.origin).port
		await stage.withoutEffect(async () => {
			const before = seenBy(blocked)
			for (const host of [
				"blocked.localhost",
				"BLOCKED.LOCALHOST",
				"a.blocked.localhost",
				"blocked.localhost.",
			]) {
				const actor = `http://${host}:${port}/users/bert`
				const { create } = stage.note(bert, { attributedTo: actor }, { actor, id: `${actor}/1` })
				expect((await send(bert, create, { keyId: `${actor}#main-key` })).status).toBe(202)
				const hint = stage.note(vera, {}, { signature: {} }).create
				expect((await send(bert, hint, { keyId: `${actor}#main-key` })).status).toBe(202)
			}
			expect(seenBy(blocked)).toBe(before)
		})
	})
})
