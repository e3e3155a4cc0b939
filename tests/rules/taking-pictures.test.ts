import { randomBytes } from "node:crypto"
import sharp from "sharp"
import { beforeAll, describe, expect, it } from "vitest"
import { gate } from "../../src/media/gate.ts"
import { newMedia } from "../../src/media/keeping.ts"
import { makePicture } from "../../src/media/make-picture.ts"
import { takeFile } from "../../src/media/take-file.ts"
import type { Storage } from "../../src/storage/storage.ts"
import type { World } from "../../src/world.ts"
import { bomb, moving, photo } from "../support/pictures.ts"

const never = { put: () => Promise.reject(new Error("It was kept.")) } as unknown as Storage
const world = {
	media: newMedia(never, { perPerson: 1e9, remote: { most: 1e9, age: 1e9 }, publicUrl: null }),
} as World
const take = (bytes: Uint8Array) => takeFile(world, { ownerId: "somebody", bytes })
const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'

describe("XSS-11: what is no picture, or none that we could hold", () => {
	let whole: Buffer
	beforeAll(async () => {
		whole = await photo(600, 400)
	})

	it.each<[string, () => Uint8Array | Promise<Uint8Array>, RegExp]>([
		["nothing", () => Buffer.alloc(0), /nothing in that file/],
		["SVG", () => Buffer.from(svg), /nothing we can show/],
		["SVG behind a declaration", () => Buffer.from(`<?xml version="1.0"?>${svg}`), /nothing we can show/],
		["a page", () => Buffer.from("<!doctype html><script>alert(1)</script>"), /nothing we can show/],
		["script", () => Buffer.from("alert(1)//"), /nothing we can show/],
		[
			"a program",
			() => Buffer.concat([Buffer.from("\x7fELF\x02\x01\x01"), randomBytes(200)]),
			/nothing we can show/,
		],
		["TIFF, which we do not read", () => sharp(whole).tiff().toBuffer(), /nothing we can show/],
		["the first half of a picture", () => whole.subarray(0, whole.length / 2), /cannot be read/],
		[
			"noise that begins like a picture",
			() => Buffer.concat([whole.subarray(0, 200), randomBytes(2000)]),
			/cannot be read/,
		],
		["a few bytes that unfold to 400 megapixels", () => bomb(20_000), /cannot be read/],
		["a few bytes that unfold to 56 megapixels", () => bomb(7500), /cannot be read/],
		["more frames than anybody needs", () => moving(151, 2), /cannot be read/],
		[
			"more bytes than a picture has",
			() => Buffer.concat([whole, Buffer.alloc(12 * 1024 ** 2)]),
			/at most 12 MB/,
		],
	])("is refused: %s", async (_, bytes, reason) => {
		expect(await take(await bytes())).toMatchObject({ ok: false, reason: expect.stringMatching(reason) })
	})
})

it("leaves behind what was hidden after a picture", async () => {
	const hidden = Buffer.concat([await photo(), Buffer.from("<script>alert(1)</script>")])
	const made = await makePicture(hidden, { side: 100 })
	expect(made?.mediaType).toBe("image/webp")
	expect(Buffer.from(made!.bytes).includes("script")).toBe(false)
})

it("takes a plain picture as large as they may be, and one that moves", async () => {
	expect(await makePicture(bomb(1000), { side: 10 })).toMatchObject({ width: 10, height: 10 })
	const moved = await makePicture(await moving(3, 20), { side: 10, small: 10, moving: true })
	expect(moved).toMatchObject({ mediaType: "image/gif", width: 10, height: 10 })
	expect((await sharp(moved!.bytes).metadata()).pages).toBe(3)
	expect((await sharp(moved!.small!).metadata()).pages ?? 1).toBe(1)
})

it("lets so many in at once, so many wait, and turns the others away", async () => {
	const way = gate(1, 1)
	const open = Promise.withResolvers<string>()
	const [first, second] = [way.through(() => open.promise), way.through(async () => "second")]
	expect(await way.through(async () => "third")).toBe("full")
	open.resolve("first")
	expect(await Promise.all([first, second])).toEqual(["first", "second"])
	expect(await way.through(async () => "fourth")).toBe("fourth")
})
