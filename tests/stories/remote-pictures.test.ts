import { randomUUID } from "node:crypto"
import { createServer, type IncomingHttpHeaders, type Server } from "node:http"
import type { AddressInfo } from "node:net"
import { gzipSync } from "node:zlib"
import { sql } from "drizzle-orm"
import sharp from "sharp"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { sweepCopies } from "../../src/media/sweep-copies.ts"
import { type House, openHouse, type Signer, watchConnects } from "../attacks/house.ts"
import { Browser } from "../support/browser.ts"
import { photo } from "../support/pictures.ts"

let house: House
let ana: Browser
let anyone: Browser
let bob: Signer
let gallery: Server
let at: string
let bytes: Buffer
const asked: { path: string; headers: IncomingHttpHeaders }[] = []

const answers: Record<string, () => [number, Record<string, string>, Uint8Array]> = {
	"/cup.jpg": () => [200, { "content-type": "text/html" }, bytes],
	"/bob.jpg": () => [200, { "content-type": "image/jpeg" }, bytes],
	"/inside.jpg": () => [302, { location: "http://10.0.0.1/secret" }, Buffer.alloc(0)],
	"/round.jpg": () => [302, { location: "/round.jpg" }, Buffer.alloc(0)],
	"/packed.jpg": () => [200, { "content-encoding": "gzip" }, gzipSync(bytes)],
	"/large.jpg": () => [200, {}, Buffer.concat([bytes, Buffer.alloc(9 * 1024 ** 2)])],
	"/drawing.svg": () => [
		200,
		{ "content-type": "image/png" },
		Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
	],
	"/page.png": () => [
		200,
		{ "content-type": "image/png" },
		Buffer.from("<!doctype html><script>alert(1)</script>"),
	],
	"/broken.jpg": () => [200, {}, bytes.subarray(0, bytes.length / 2)],
}

beforeAll(async () => {
	bytes = await photo(300, 200)
	gallery = createServer((request, answer) => {
		asked.push({ path: request.url!, headers: request.headers })
		const [status, headers, body] = answers[request.url!]?.() ?? [404, {}, Buffer.alloc(0)]
		answer.writeHead(status, headers).end(body)
	})
	await new Promise<void>((resolve) => gallery.listen(0, "127.0.0.1", resolve))
	at = `http://127.0.0.1:${(gallery.address() as AddressInfo).port}`
	house = await openHouse({ settings: { MEDIA_REMOTE: "1" } })
	bob = await house.friend("bob", "far.example")
	await house.rows(sql`update actors set icon = ${`${at}/bob.jpg`} where uri = ${bob.id}`)
	ana = new Browser(house.origin)
	await ana.send("/login", { name: "ana", password: "correct horse battery staple" })
	anyone = new Browser(house.origin)
})
afterAll(async () => {
	gallery?.close()
	await house?.close()
})

const sources = (page: string): string[] =>
	[...page.matchAll(/<img[^>]* src="([^"]+)"/g)].map(([, src]) => src!)
/** Bob shows pictures to the group; the page they stand on, and where it has them from. */
const shows = async (...paths: string[]): Promise<{ id: string; page: string; srcs: string[] }> => {
	const attachment = paths.map((path) => ({
		type: "Image",
		mediaType: "image/jpeg",
		url: at + path,
		name: `A ${path}`,
	}))
	const { note, create } = house.note(bob, { attachment })
	expect(await house.post(bob, create)).toBe(202)
	await house.settled()
	const [row] = await house.rows(sql`select id from posts where uri = ${note.id}`)
	const page = (await anyone.open(`/@tea/t/${row!.id}`)).text
	return { id: row!.id, page, srcs: sources(page) }
}
const times = (path: string): number => asked.filter((one) => one.path === path).length
const status = async (path: string, who = anyone): Promise<number> => (await who.open(path)).status

describe("a picture of another server", () => {
	it("is had from here alone, fetched once when somebody looks, and made anew", async () => {
		const { page, srcs } = await shows("/cup.jpg")
		expect(page).not.toMatch(/<img[^>]*127\.0\.0\.1/)
		expect(asked).toEqual([])
		const [portrait, cup] = srcs
		const looks = await Promise.all([anyone, ana, anyone].map((who) => who.open(cup!)))
		expect(looks.map((one) => one.status)).toEqual([200, 200, 200])
		expect(times("/cup.jpg")).toBe(1)
		const { headers } = asked.find(({ path }) => path === "/cup.jpg")!
		expect(Object.keys(headers).sort()).toEqual([
			"accept",
			"accept-encoding",
			"connection",
			"host",
			"user-agent",
		])
		const answer = await fetch(house.origin + cup)
		expect(answer.headers.get("content-type")).toBe("image/webp")
		expect(answer.headers.get("content-security-policy")).toContain("sandbox")
		const copy = Buffer.from(await answer.arrayBuffer())
		expect(copy.includes("Canary camera")).toBe(false)
		expect(await sharp(copy).metadata()).toMatchObject({ format: "webp", width: 300, height: 200 })
		expect(times("/cup.jpg")).toBe(1)
		const face = await fetch(house.origin + portrait)
		expect(await sharp(Buffer.from(await face.arrayBuffer())).metadata()).toMatchObject({
			width: 128,
			height: 128,
		})
	})

	it("is never fetched for a name that no page has said", async () => {
		const { id, srcs } = await shows("/cup.jpg", "/bob.jpg")
		const before = asked.length
		const [, first, second] = srcs
		const forged = [
			first!.replace(`${id}.0`, `${id}.1`),
			second!.replace(`${id}.1`, `${id}.0`),
			first!.replace(/.$/, (last) => (last === "A" ? "B" : "A")),
			first!.replace(id, randomUUID()),
			`/media/remote/post.${id}.0.${"A".repeat(22)}`,
			`/media/remote/${encodeURIComponent(`${at}/cup.jpg`)}`,
		]
		for (const path of forged) expect(await status(path), path).toBe(404)
		expect(asked.length).toBe(before)
	})

	it("is shown only if it is one, whole and not too large, and never leads inside", async () => {
		const paths = Object.keys(answers).filter((path) => !["/cup.jpg", "/bob.jpg"].includes(path))
		const { srcs } = await shows(...paths, "/nothing.jpg")
		const connects = watchConnects()
		for (const src of srcs.slice(1)) expect(await status(src), src).toBe(404)
		connects.end()
		expect(connects.seen.filter((one) => !one.startsWith("127.0.0.1:") && !one.startsWith("::1:"))).toEqual(
			[],
		)
		const before = asked.length
		expect(await status(srcs[1]!)).toBe(404)
		expect(asked.length).toBe(before)
		await house.pass(7 * 3_600_000)
		expect(await status(srcs[1]!)).toBe(404)
		expect(asked.length).toBeGreaterThan(before)
	})

	it("is gone with its post, and with a server that is blocked, copied before or not", async () => {
		const { id, srcs } = await shows("/cup.jpg", "/bob.jpg")
		expect(await status(srcs[1]!)).toBe(200)
		await house.rows(sql`update shares set state = 'removed' where post_id = ${id}`)
		expect(await status(srcs[1]!)).toBe(404)
		await house.rows(sql`update shares set state = 'shared' where post_id = ${id}`)
		expect(await status(srcs[1]!)).toBe(200)
		await house.rows(
			sql`insert into domain_policies (id, domain, severity) values (${randomUUID()}, 'far.example', 'block')`,
		)
		for (const src of srcs) expect(await status(src)).toBe(404)
		await house.rows(sql`update domain_policies set severity = 'none'`)
		for (const src of srcs) expect(await status(src)).toBe(200)
		const since = asked.length
		await house.rows(sql`update domain_policies set reject_media = true`)
		for (const src of srcs) expect(await status(src)).toBe(404)
		expect(asked.length).toBe(since)
		await house.rows(sql`delete from domain_policies`)
	})

	it("is let go of when there is no room, the one shown longest ago first, and when nobody looked for long", async () => {
		await house.rows(
			sql`update remote_pictures set bytes = 600000, used_at = now() - interval '2 days' where name is not null`,
		)
		const { srcs } = await shows("/cup.jpg")
		const kept = async () =>
			(await house.rows(sql`select name from remote_pictures where name is not null`)).length
		expect(await kept()).toBeGreaterThan(1)
		while ((await sweepCopies(house.world)) > 0);
		expect(await kept()).toBe(1)
		expect(await status(srcs[1]!)).toBe(200)
		await house.pass(40 * 86_400_000)
		while ((await sweepCopies(house.world)) > 0);
		const left = []
		for await (const file of house.world.media!.storage.list()) left.push(file)
		expect([await kept(), left]).toEqual([0, []])
		expect(await status(srcs[1]!)).toBe(200)
	})
})
