import { mkdtemp, rm, utimes, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { sql } from "drizzle-orm"
import sharp from "sharp"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { signUp } from "../../src/accounts/sign-up.ts"
import { putFiles } from "../../src/backup/media.ts"
import { openBackup } from "../../src/backup/read-file.ts"
import { readConfig } from "../../src/config.ts"
import { joinGroup } from "../../src/groups/join-group.ts"
import { sweepFiles } from "../../src/media/sweep-files.ts"
import { changeFilter } from "../../src/moderation/change-filter.ts"
import { enact } from "../../src/moderation/enact.ts"
import type { Actor } from "../../src/people/actor.ts"
import { folderStorage } from "../../src/storage/folder.ts"
import { type House, openHouse } from "../attacks/house.ts"
import { Browser } from "../support/browser.ts"
import { eventually } from "../support/eventually.ts"
import { type Peer, type Person, startPeer } from "../support/peer.ts"
import { film, photo } from "../support/pictures.ts"
import { startHere } from "../support/snug-here.ts"
import { withOwner } from "../support/with-owner.ts"

const password = "correct horse battery staple"
const form = { text: "Look!", language: "en", do: "send" }
let house: House
let [ana, bea, cem, anyone]: Browser[] = []
let peer: Peer
let bob: Person

const enter = async (name: string): Promise<Browser> => {
	if (name !== "ana") {
		const person = await signUp(house.world, { name, password, email: null })
		await enact(house.world, (tx) =>
			joinGroup(house.world, tx, {
				group: house.tea,
				person: (person as { value: Actor }).value,
				followUri: null,
			}),
		)
	}
	const browser = new Browser(house.origin)
	await browser.send("/login", { name, password })
	return browser
}

beforeAll(async () => {
	house = await openHouse()
	peer = await startPeer({ software: "mastodon" })
	bob = peer.person("bob")
	;[ana, bea, cem] = [await enter("ana"), await enter("bea"), await enter("cem")]
	anyone = new Browser(house.origin)
	const by = { actorId: (await house.ana()).id }
	await enact(house.world, (tx) =>
		changeFilter(house.world, tx, { groupId: house.tea.id, by, reason: "", word: "durian", effect: "hold" }),
	)
	const tea = await bob.lookUp(`@tea@${house.world.origin.host}`)
	await bob.follow(tea)
	await eventually(() => expect(bob.follows(tea.id)).toBe(true))
})
afterAll(async () => {
	await peer?.stop()
	await house?.close()
})

const sources = (page: string): string[] =>
	[...page.matchAll(/<(?:img|video)[^>]* src="([^"]+)"/g)].map(([, src]) => src!)
const fieldsOf = (page: string): Record<string, string> =>
	Object.fromEntries(
		[...page.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g)].map(([, name, value]) => [
			name!,
			value!,
		]),
	)
/** Sends a picture with words and a description; the address of its file. */
const sendPicture = async (who: Browser, text: string): Promise<{ src: string; post: string }> => {
	const sent = await who.sendFiles("/@tea/write", { ...form, text, alt_new: "A cup", told: "yes" }, "files", [
		await photo(),
	])
	expect(sent.status).toBe(303)
	const [row] = await house.rows(
		sql`select m.name, m.post_id from media m order by m.created_at desc, m.id desc limit 1`,
	)
	return { src: `/media/${row!.name}`, post: row!.post_id }
}
const left = async (): Promise<string[]> => {
	const names: string[] = []
	for await (const { name } of house.world.media!.storage.list()) names.push(name)
	return names
}

describe("a picture in a post", () => {
	it("is asked to be described once, and then sent, shown and told to other servers", async () => {
		const asked = await bea!.sendFiles("/@tea/write", form, "files", [await photo()])
		expect(asked.status).toBe(422)
		expect(asked.text).toContain("Some readers cannot see this picture.")
		const [src] = sources(asked.text)
		expect((await bea!.open(src!)).status).toBe(200)
		expect((await anyone!.open(src!)).status).toBe(404)
		expect((await cem!.open(src!)).status).toBe(404)
		const { told: _, ...typed } = fieldsOf(asked.text)
		const sent = await bea!.send("/@tea/write", {
			...form,
			...typed,
			alt_0: "A red cup <on> blue",
			focus_0: "top",
		})
		expect(sent.status).toBe(303)
		const page = await anyone!.open(new URL(sent.headers.get("location")!, house.origin).pathname)
		expect(page.text).toContain('alt="A red cup &lt;on&gt; blue" width="60" height="40" loading="lazy"')
		const { status, headers } = await anyone!.open(sources(page.text)[0]!)
		expect(status).toBe(200)
		expect(headers.get("content-type")).toBe("image/webp")
		expect(headers.get("content-security-policy")).toContain("sandbox")
		expect(headers.get("cache-control")).toBe("public, max-age=60, must-revalidate")
		expect(headers.get("x-content-type-options")).toBe("nosniff")
		const create = await peer.waitFor(
			(r) => r.json?.type === "Announce" || JSON.stringify(r.json ?? {}).includes("A red cup"),
		)
		const note = create.json.object.attachment
			? create.json.object
			: await (await fetch(create.json.object, { headers: { accept: "application/activity+json" } })).json()
		expect(note.attachment).toEqual([
			{
				type: "Image",
				mediaType: "image/webp",
				url: `${house.origin}${src}`,
				name: "A red cup <on> blue",
				width: 60,
				height: 40,
				blurhash: expect.stringMatching(/^.{20,40}$/),
				focalPoint: [0, 0.8],
			},
		])
	})

	it("is described anew, left out and added when the post is changed, and other servers are told", async () => {
		const { src, post } = await sendPicture(bea!, "A cup, to be changed")
		const path = `/@tea/p/${post}/edit`
		const opened = await bea!.open(path)
		const { told: _, ...typed } = fieldsOf(opened.text)
		expect(typed).toMatchObject({ id: post, picture_0: expect.stringMatching(/^[0-9a-f-]{36}$/) })
		expect(opened.text).toContain(">A cup</textarea>")
		const words = { text: "A cup, changed", language: "en", do: "send" }
		// Words alone leave the picture where it is.
		expect((await bea!.send(path, words)).status).toBe(303)
		expect((await anyone!.open(src)).status).toBe(200)
		const bare = await bea!.send(path, { ...words, ...typed, alt_0: "" })
		expect(bare.status).toBe(422)
		expect(bare.text).toContain("It was not changed yet.")
		const more = { ...words, ...typed, alt_0: "A blue cup", focus_0: "left", alt_new: "A pot" }
		expect((await bea!.sendFiles(path, more, "files", [await photo()])).status).toBe(303)
		const update = await peer.waitFor(
			({ json }) => json?.type === "Update" && json.object?.attachment?.length === 2,
		)
		expect(update.json.object.attachment).toMatchObject([
			{ name: "A blue cup", focalPoint: [-0.8, 0] },
			{ name: "A pot" },
		])
		const again = fieldsOf((await bea!.open(path)).text)
		const stolen = { ...words, id: again.id!, picture_0: again.picture_1!, alt_0: "Mine" }
		expect((await cem!.send("/@tea/write", { ...stolen, id: "" })).status).toBe(422)
		expect(
			(await bea!.send(path, { ...words, ...again, alt_0: "x", alt_1: "A pot", drop_0: "yes" })).status,
		).toBe(303)
		expect((await anyone!.open(src)).status).toBe(404)
		expect((await bea!.open(src)).status).toBe(404)
		const page = await anyone!.open(`/@tea/t/${post}`)
		expect(page.text).toContain('alt="A pot"')
		expect(sources(page.text)).toHaveLength(1)
	})

	it("may go without words, and without a description if its author says so", async () => {
		const sent = await bea!.sendFiles("/@tea/write", { ...form, text: "", undescribed: "yes" }, "files", [
			await photo(),
		])
		expect(sent.status).toBe(303)
		const page = await anyone!.open(new URL(sent.headers.get("location")!, house.origin).pathname)
		expect(page.text).toContain('alt="A picture that nobody described"')
	})

	it("says nothing of where and with what it was taken, and stands upright", async () => {
		const { src } = await sendPicture(bea!, "Upright")
		const bytes = Buffer.from(await (await fetch(house.origin + src)).arrayBuffer())
		expect((await photo()).includes("Canary camera")).toBe(true)
		expect(bytes.includes("Canary camera")).toBe(false)
		const { exif, icc, xmp, orientation, width, height } = await sharp(bytes).metadata()
		expect({ exif, icc, xmp, orientation, width, height }).toEqual({ width: 60, height: 40 })
		const { data } = await sharp(bytes)
			.extract({ left: 30, top: 4, width: 1, height: 1 })
			.raw()
			.toBuffer({ resolveWithObject: true })
		expect(data[0]! > 150 && data[2]! < 90).toBe(true)
	})

	it("is a film: whole, in parts, and without its place", async () => {
		const sent = await bea!.sendFiles("/@tea/write", { ...form, alt_new: "Steam" }, "files", [
			film("+51.5-000.1/"),
		])
		const page = await bea!.open(new URL(sent.headers.get("location")!, house.origin).pathname)
		const [src] = sources(page.text)
		const whole = await fetch(house.origin + src)
		expect(whole.headers.get("content-type")).toBe("video/mp4")
		const bytes = Buffer.from(await whole.arrayBuffer())
		expect(bytes.length).toBe(film("+51.5-000.1/").length)
		expect(bytes.includes("51.5")).toBe(false)
		const part = await fetch(house.origin + src, { headers: { range: "bytes=4-7" } })
		expect([part.status, await part.text()]).toEqual([206, "ftyp"])
	})
})

describe("who may see it", () => {
	it("while it waits: its author and those who look after the group; then everybody; then nobody, and its bytes are gone", async () => {
		const { src, post } = await sendPicture(bea!, "A durian")
		const seen = async () => {
			const answers = []
			for (const who of [ana, bea, cem, anyone]) answers.push(await who!.open(src))
			return answers.map(({ status }) => status)
		}
		expect(await seen()).toEqual([200, 200, 404, 404])
		expect((await ana!.open(src)).headers.get("cache-control")).toBe("private, no-store")
		expect((await ana!.send("/@tea/desk/approve", { post })).status).toBe(303)
		expect(await seen()).toEqual([200, 200, 200, 200])
		const unknown = await anyone!.open(`/media/${"A".repeat(43)}.webp`)
		expect((await bea!.send(`/@tea/p/${post}/take-back`, { do: "delete" })).status).toBe(200)
		expect(await seen()).toEqual([404, 404, 404, 404])
		expect((await anyone!.open(src)).text).toBe(unknown.text)
		expect(await left()).toContain(src.split("/").at(-1))
		await sweepFiles(house.world)
		expect(await left()).not.toContain(src.split("/").at(-1))
	})

	it("kept with a draft it stays; brought and never sent it goes after a day", async () => {
		const draft = { ...form, text: "Later", do: "draft", alt_new: "A pot" }
		await bea!.sendFiles("/@tea/write", { ...draft, id: "" }, "files", [await photo()])
		await bea!.sendFiles("/@tea/write", { ...form, do: "preview" }, "files", [await photo()])
		await house.pass(2 * 86_400_000)
		const before = (await left()).length
		await sweepFiles(house.world)
		expect((await left()).length).toBe(before - 1)
		const [kept] = await house.rows(sql`select id, pictures from drafts`)
		const page = await bea!.open(`/@tea/write?draft=${kept!.id}`)
		expect(page.text).toContain("A pot</textarea>")
		expect(sources(page.text)).toHaveLength(1)
	})

	it("of nobody else: a picture cannot be taken out of somebody’s hands", async () => {
		const asked = await bea!.sendFiles("/@tea/write", { ...form, do: "preview" }, "files", [await photo()])
		const { picture_0 } = fieldsOf(asked.text)
		const stolen = await cem!.send("/@tea/write", { ...form, picture_0: picture_0!, alt_0: "Mine" })
		expect(stolen.status).toBe(422)
		expect(stolen.text).toContain("One of the pictures is not here any more.")
	})
})

describe("what somebody takes along", () => {
	it("has every picture of theirs in it, whole, and nobody else's", async () => {
		const { src } = await sendPicture(bea!, "A cup to take along")
		const other = await sendPicture(cem!, "Another's cup")
		const cookie = [...bea!.cookies].map(([name, value]) => `${name}=${value}`).join("; ")
		const answer = await fetch(`${house.origin}/settings/export/pictures.zip`, { headers: { cookie } })
		expect([answer.status, answer.headers.get("content-type")]).toEqual([200, "application/zip"])
		expect(answer.headers.get("cache-control")).toBe("private, no-store")
		const zip = Buffer.from(await answer.arrayBuffer())
		const file = Buffer.from(await (await fetch(house.origin + src)).arrayBuffer())
		expect(zip.includes(file)).toBe(true)
		expect(zip.includes(other.src.slice(1))).toBe(false)
		const own = await house.rows(sql`select m.name from media m join actors a on a.id = m.owner_id
			where a.handle = 'bea' and m.gone_at is null order by m.id`)
		// The list at the end of such a file names each of them once more (PKWARE APPNOTE 4.3.12).
		const listed = zip.subarray(zip.indexOf("PK\u0001\u0002")).toString("latin1")
		expect(listed.match(/media\/[\w-]{43}\.[a-z0-9]{3,4}/g)).toEqual(own.map(({ name }) => `media/${name}`))
	})
})

describe("by the command", () => {
	it("goes with a post, is counted, and what a crash left behind is found and let go of", async () => {
		const stage = await startHere()
		const folder = await mkdtemp(join(tmpdir(), "snug-pictures-"))
		try {
			await withOwner(stage, "tea")
			await writeFile(join(folder, "cup.jpg"), await photo())
			const words = [
				"post",
				"submit",
				"tea",
				"--as",
				"ana",
				"--text",
				"Look",
				"--picture",
				join(folder, "cup.jpg"),
			]
			await expect(stage.snug(...words)).rejects.toThrow("Some readers cannot see a picture")
			const { id } = await stage.snug(...words, "--alt", "A cup")
			const document = await fetch(`${stage.origin}/ap/posts/${id}`, {
				headers: { accept: "application/activity+json" },
			})
			const { attachment } = (await document.json()) as { attachment: { name: string; url: string }[] }
			expect(attachment[0]).toMatchObject({ type: "Image", name: "A cup" })
			expect((await fetch(attachment[0]!.url)).status).toBe(200)
			const media = folderStorage(join(stage.dataDir, "media"))
			await media.put(`${"o".repeat(43)}.webp`, Buffer.from("left behind"))
			const old = new Date(Date.now() - 7_200_000)
			await utimes(join(stage.dataDir, "media", "oo", `${"o".repeat(43)}.webp`), old, old)
			const [own, ana, , left] = await stage.snug("media", "usage")
			expect([own, ana, left]).toMatchObject([{ files: 1 }, { files: 1 }, { files: 1 }])
			expect(await stage.snug("media", "prune")).toMatchObject({ left_behind: 1 })
			expect(await stage.snug("media", "prune", "--apply")).toMatchObject({ state: "done", left_behind: 1 })
			expect(await stage.snug("media", "prune")).toMatchObject({ left_behind: 0 })
			expect((await fetch(attachment[0]!.url)).status).toBe(200)
			const cup = join(folder, "cup.jpg")
			await stage.snug("account", "portrait", "ana", cup)
			await stage.snug("account", "portrait", "ana", cup, "--group", "tea")
			await stage.snug("group", "picture", "tea", cup, "--as", "ana", "--wide")
			const faces = await (await fetch(`${stage.origin}/@tea`, { headers: { accept: "text/html" } })).text()
			expect(faces).toMatch(/class="wide" src="\/media\/[\w-]{43}\.webp"/)
			await stage.snug("account", "portrait", "ana", "--group", "tea", "--remove")
			await stage.snug("group", "picture", "tea", "--wide", "--remove")
			await expect(stage.snug("account", "portrait", "ana")).rejects.toThrow("Name a file")
			expect((await stage.snug("account", "portrait", "ana", "--remove")).state).toBe("removed")
			await stage.snug("media", "prune", "--apply")
			const path = join(folder, "all.backup")
			await stage.snug("backup", "create", path)
			const { manifest } = await openBackup(path)
			const name = attachment[0]!.url.split("/").at(-1)!
			expect(manifest.files.map((file) => file.name)).toEqual([name])
			const other = { ...readConfig({}), dataDir: join(folder, "restored") }
			await putFiles(other, () => new Date(), await openBackup(path))
			const restored = await folderStorage(join(other.dataDir, "media")).get(name)
			expect(Buffer.from(await new Response(restored!.body).arrayBuffer())).toEqual(
				Buffer.from(await (await fetch(attachment[0]!.url)).arrayBuffer()),
			)
		} finally {
			await stage.close()
			await rm(folder, { recursive: true, force: true })
		}
	})
})
