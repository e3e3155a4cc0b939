import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { sql } from "drizzle-orm"
import sharp from "sharp"
import { afterAll, beforeAll, expect, it } from "vitest"
import { fingerprintKept } from "../../src/media/fingerprint-kept.ts"
import { sweepFiles } from "../../src/media/sweep-files.ts"
import { takeFile } from "../../src/media/take-file.ts"
import { type House, openHouse } from "../attacks/house.ts"
import { Browser } from "../support/browser.ts"

/** A picture with something on it, unlike others of another kind. */
const picture = (kind: number, side = 240): Promise<Buffer> => {
	const raw = Buffer.alloc(side * side * 3)
	for (let y = 0; y < side; y++)
		for (let x = 0; x < side; x++) {
			const [u, v] = [(x / side) * 7 * kind, (y / side) * 5 * kind]
			const light = 128 + 60 * Math.sin(u + v * kind) + 60 * Math.cos(v * u * 0.3 + kind)
			raw.fill(Math.max(0, Math.min(255, light)), (y * side + x) * 3, (y * side + x) * 3 + 3)
		}
	return sharp(raw, { raw: { width: side, height: side, channels: 3 } })
		.jpeg({ quality: 92 })
		.toBuffer()
}

let house: House
let ana: Browser
let bad: Buffer
let alike: Buffer
let other: Buffer
const gallery = createServer((request, response) => {
	response.end(request.url === "/bad.jpg" ? alike : other)
})

beforeAll(async () => {
	house = await openHouse()
	;[bad, other] = [await picture(1), await picture(2.3)]
	alike = await sharp(bad).resize(180, 180).modulate({ brightness: 1.05 }).webp({ quality: 60 }).toBuffer()
	ana = new Browser(house.origin)
	await ana.send("/login", { name: "ana", password: "correct horse battery staple" })
	await new Promise<void>((listening) => gallery.listen(0, "127.0.0.1", listening))
})
afterAll(async () => {
	gallery.close()
	await house?.close()
})

const brings = async (bytes: Buffer) =>
	takeFile(house.world, { ownerId: (await house.ana()).id, bytes: new Uint8Array(bytes) })
const bans = (form: Record<string, string>, files: Buffer[] = []) =>
	ana.sendFiles("/admin/servers/pictures", form, "picture", files)

it("lets go of every copy, takes none again, and keeps nothing of it but what it is known by", async () => {
	const sent = await ana.sendFiles(
		"/@tea/write",
		{ text: "Look!", language: "en", do: "send", alt_new: "A cup", told: "yes" },
		"files",
		[bad],
	)
	expect(sent.status).toBe(303)
	const [file] = (await house.rows(sql`select name from media where post_id is not null`)) as [
		{ name: string },
	]
	await brings(other)
	const bob = await house.friend("bob", "far.example")
	const at = `http://127.0.0.1:${(gallery.address() as AddressInfo).port}`
	const attachment = ["/bad.jpg", "/other.jpg"].map((path) => ({
		type: "Image",
		mediaType: "image/jpeg",
		url: at + path,
		name: path,
	}))
	const { note, create } = house.note(bob, { attachment })
	await house.post(bob, create)
	await house.settled()
	const [post] = await house.rows(sql`select id from posts where uri = ${note.id}`)
	const { text } = await ana.open(`/@tea/t/${post!.id}`)
	const srcs = [...text.matchAll(/<img[^>]* src="(\/media\/[^"]+)"/g)].map(([, src]) => src!)
	const statuses = () => Promise.all(srcs.map(async (src) => (await ana.open(src)).status))
	expect(await statuses()).toEqual([200, 200])
	// One was kept before sums were.
	await house.rows(sql`update media set sha256 = null, phash = null`)
	await house.rows(sql`update remote_pictures set sha256 = null, phash = null`)

	const owner = await house.ana()
	await house.rows(
		sql`insert into member_names (group_id, actor_id, icon) values (${house.tea.id}, ${owner.id}, ${file.name})`,
	)
	expect((await bans({ note: "Never again" }, [bad])).status).toBe(303)
	while ((await fingerprintKept(house.world)) > 0);
	expect(await statuses()).toEqual([404, 200])
	expect((await ana.open(`/media/${file.name}`)).status).toBe(404)
	expect((await house.rows(sql`select attachments from posts where uri <> ${note.id}`))[0]).toEqual({
		attachments: [],
	})
	expect(await house.rows(sql`select icon from member_names`)).toEqual([{ icon: null }])
	await sweepFiles(house.world)
	expect(await house.world.media!.storage.get(file.name)).toBeNull()

	for (const again of [bad, alike])
		expect(await brings(again)).toMatchObject({ ok: false, reason: "That picture is never taken here." })
	const asFace = await ana.sendFiles("/settings/profile/picture", { do: "keep" }, "picture", [alike])
	expect(asFace.status).toBeGreaterThanOrEqual(400)
	expect(await brings(other)).toMatchObject({ ok: true })
	const [ban] = (await house.rows(sql`select * from banned_media`)) as [Record<string, unknown>]
	expect(Object.keys(ban).sort()).toEqual(["created_at", "distance", "id", "note", "phash", "sha256"])
	expect((await ana.open("/admin/log")).text).toContain("Never again")

	expect((await bans({ lift: String(ban.id) })).status).toBe(303)
	expect(await brings(bad)).toMatchObject({ ok: true })
})

it("is known by a list, or by its address; a plain area is like no other", async () => {
	const [kept] = (await house.rows(sql`select name, sha256, phash from media where gone_at is null
		order by created_at desc limit 1`)) as [{ name: string; sha256: string; phash: string }]
	const hexadecimal = BigInt(`0b${kept.phash}`).toString(16).padStart(16, "0")
	expect((await bans({ list: "nothing of use" })).status).toBe(422)
	expect((await bans({ address: "/media/unknown.webp" })).status).toBe(422)
	expect((await bans({ list: `${hexadecimal},\n${"0".repeat(64)}` })).status).toBe(303)
	expect(await brings(alike)).toMatchObject({ ok: false })
	const plain = await sharp({ create: { width: 50, height: 50, channels: 3, background: "#fff" } })
		.png()
		.toBuffer()
	expect((await bans({}, [plain])).status).toBe(303)
	const black = await sharp({ create: { width: 50, height: 50, channels: 3, background: "#000" } })
		.png()
		.toBuffer()
	expect([await brings(plain), await brings(black)]).toMatchObject([{ ok: false }, { ok: true }])
	const [mine] = (await house.rows(
		sql`select name from media where gone_at is null and phash is not null limit 1`,
	)) as [{ name: string }]
	expect((await bans({ address: `/media/${mine.name}` })).status).toBe(303)
	expect(await house.rows(sql`select 1 from media where name = ${mine.name} and gone_at is null`)).toEqual([])
})
