import { sql } from "drizzle-orm"
import sharp from "sharp"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { sweepFiles } from "../../src/media/sweep-files.ts"
import { type House, openHouse } from "../attacks/house.ts"
import { Browser } from "../support/browser.ts"
import { eventually } from "../support/eventually.ts"
import { type Json, type Peer, type Person, startPeer } from "../support/peer.ts"
import { photo } from "../support/pictures.ts"

let house: House
let ana: Browser
let anyone: Browser
let peer: Peer
let bob: Person

beforeAll(async () => {
	house = await openHouse()
	peer = await startPeer({ software: "mastodon" })
	bob = peer.person("bob")
	ana = new Browser(house.origin)
	await ana.send("/login", { name: "ana", password: "correct horse battery staple" })
	anyone = new Browser(house.origin)
	const tea = await bob.lookUp(`@tea@${house.world.origin.host}`)
	await bob.follow(tea)
	await eventually(() => expect(bob.follows(tea.id)).toBe(true))
	await ana.send("/@tea/write", { text: "Hello", language: "en", do: "send" })
	await house.settled()
})
afterAll(async () => {
	await peer?.stop()
	await house?.close()
})

const document = async (uri: string): Promise<Json> =>
	(await fetch(uri, { headers: { accept: "application/activity+json" } })).json() as Promise<Json>
const give = async (path: string): Promise<number> =>
	(await ana.sendFiles(path, { do: "keep" }, "picture", [await photo(300, 200)])).status
const updates = (uri: string): Json[] =>
	peer.received.flatMap((r) =>
		r.json?.type === "Update" && r.json.object?.id === uri ? [r.json.object] : [],
	)
const sizeOf = async (url: string): Promise<unknown> => {
	const { width, height, exif } = await sharp(Buffer.from(await (await fetch(url)).arrayBuffer())).metadata()
	return { width, height, exif }
}

describe("a picture of oneself", () => {
	it("stands on pages, is told to other servers, and goes when it is taken away", async () => {
		expect(await give("/settings/profile/picture")).toBe(303)
		const { uri, icon } = await house.ana()
		expect((await anyone.open("/@ana")).text).toContain(`src="/media/${icon}"`)
		expect((await document(uri)).icon).toEqual({
			type: "Image",
			mediaType: "image/webp",
			url: `${house.origin}/media/${icon}`,
		})
		await eventually(() => expect(updates(uri).at(-1)?.icon?.url).toBe(`${house.origin}/media/${icon}`))
		expect(await sizeOf(`${house.origin}/media/${icon}`)).toEqual({
			width: 400,
			height: 400,
			exif: undefined,
		})
		expect((await ana.sendFiles("/settings/profile/picture", { do: "remove" }, "picture", [])).status).toBe(
			303,
		)
		expect((await document(uri)).icon).toBeUndefined()
		expect((await anyone.open(`/media/${icon}`)).status).toBe(404)
		await sweepFiles(house.world)
		expect(await house.rows(sql`select name from media where name = ${icon}`)).toEqual([])
	})

	it("is no film, and no page", async () => {
		const sent = await ana.sendFiles("/settings/profile/picture", { do: "keep" }, "picture", [
			Buffer.from("<html>"),
		])
		expect(sent.status).toBe(422)
		expect(sent.text).toContain("That is no picture we can show.")
		expect((await ana.sendFiles("/settings/profile/picture", { do: "keep" }, "picture", [])).text).toContain(
			"Please choose a picture first.",
		)
	})
})

describe("the pictures of a group", () => {
	it("stand on its page and in its document, and nobody else changes them", async () => {
		expect(await give("/@tea/settings/name/picture")).toBe(303)
		expect(await give("/@tea/settings/name/wide")).toBe(303)
		const [{ icon, image } = {}] = await house.rows(sql`select icon, image from actors where handle = 'tea'`)
		const page = (await anyone.open("/@tea")).text
		expect(page).toContain(`class="own" src="/media/${icon}"`)
		expect(page).toContain(`class="wide" src="/media/${image}"`)
		const { uri } = house.tea
		expect((await document(uri)).image.url).toBe(`${house.origin}/media/${image}`)
		await eventually(() => expect(updates(uri).at(-1)?.image?.url).toBe(`${house.origin}/media/${image}`))
		expect(await sizeOf(`${house.origin}/media/${image}`)).toMatchObject({ width: 1500, height: 500 })
		const stranger = await anyone.sendFiles("/@tea/settings/name/picture", { do: "remove" }, "picture", [])
		expect(stranger.status).toBe(303)
		expect(stranger.headers.get("location")).toContain("/login")
		expect((await anyone.open(`/media/${icon}`)).status).toBe(200)
	})
})
