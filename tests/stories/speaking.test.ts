import { sql } from "drizzle-orm"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { findLocalActor } from "../../db/actors.ts"
import { findGroup } from "../../db/groups.ts"
import { readActor } from "../../federation/translate/actor.ts"
import { signUp } from "../../src/accounts/sign-up.ts"
import { followGroup } from "../../src/groups/follow-group.ts"
import { updateGroup } from "../../src/groups/update-group.ts"
import { changeFilter } from "../../src/moderation/change-filter.ts"
import { enact } from "../../src/moderation/enact.ts"
import { meet } from "../../src/people/meet.ts"
import { type House, openHouse } from "../attacks/house.ts"
import { Browser, type Page } from "../support/browser.ts"
import { GroupElsewhere } from "../support/elsewhere.ts"
import { eventually } from "../support/eventually.ts"
import { type Json, type Peer, type Person, startPeer } from "../support/peer.ts"

const password = "correct horse battery staple"
let house: House
let [mastodon, lemmy]: Peer[] = []
let [bob, ann]: Person[] = []
let [ana, bo]: Browser[] = []

const signedIn = async (name: string): Promise<Browser> => {
	const browser = new Browser(house.origin)
	expect((await browser.send("/login", { name, password })).status).toBe(303)
	return browser
}
/** The form on a page, as a browser would send it when nothing is changed. */
const formOn = (page: Page): Record<string, string> => {
	const form = /<form[^>]*class="compose"[\s\S]*?<\/form>/.exec(page.text)?.[0] ?? ""
	const fields = [...form.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g)]
	return Object.fromEntries(fields.map(([, name, value]) => [name!, value!]))
}
const write = async (by: Browser, path: string, words: Record<string, string>, how = "send") => {
	const form = { ...formOn(await by.open(path)), ...words }
	return by.send(path.split("?")[0]!, { ...form, do: how })
}
const idIn = (page: Page): string =>
	/#post-([0-9a-f-]{36})$/.exec(page.headers.get("location") ?? "")?.[1] ?? page.text
const posts = async (text: string) =>
	(await house.rows(sql`select id from posts where source = ${text}`)).map((row) => row.id as string)
const heard = (peer: Peer, fits: (json: Json) => boolean) =>
	eventually(() => {
		const found = peer.received.find((one) => one.json && fits(one.json))
		if (!found) throw new Error("not heard yet")
		return found.json as Json
	})
const owner = async () => ({ actorId: (await house.ana()).id })

beforeAll(async () => {
	house = await openHouse()
	await signUp(house.world, { name: "bo", displayName: "Bo", password, email: null })
	await signUp(house.world, { name: "dee", displayName: "Dee", password, email: null })
	;[mastodon, lemmy] = await Promise.all([
		startPeer({ software: "mastodon" }),
		startPeer({ software: "lemmy" }),
	])
	bob = mastodon!.person("bob", { ownKey: true })
	ann = lemmy!.person("ann", { ownKey: true })
	for (const person of [bob, ann]) {
		const tea = await person.lookUp(`@tea@${house.world.origin.host}`)
		await person.follow(tea)
		await eventually(() => expect(person.follows(tea.id)).toBe(true))
	}
	;[ana, bo] = [await signedIn("ana"), await signedIn("bo")]
})
afterAll(async () => {
	await house?.close()
	await Promise.all([mastodon, lemmy].map((peer) => peer?.stop()))
})

describe("coming in", () => {
	it("shows the rules before the door, and lets people in and out by themselves", async () => {
		const deed = { groupId: house.tea.id, by: await owner(), change: { rules: "Be kind to cats." } }
		await enact(house.world, (tx) => updateGroup(house.world, tx, deed))
		const door = await bo!.open("/@tea")
		expect(door.text.indexOf("Be kind to cats.")).toBeLessThan(door.text.indexOf('action="/@tea/join"'))
		expect(door.text).not.toContain("Say something")
		expect((await bo!.send("/@tea/join", {})).headers.get("location")).toBe("/@tea#join")
		const inside = (await bo!.open("/@tea")).text
		expect(inside).toContain("You are a member.")
		expect(inside).toContain('href="/@tea/write"')
		await bo!.send("/@tea/leave", {})
		await bo!.send("/@tea/leave", {})
		expect((await bo!.open("/@tea")).text).toContain('action="/@tea/join"')
		await bo!.send("/@tea/join", {})
	})

	it("says plainly that a request waits", async () => {
		await house.rows(sql`update groups set joining = 'approval' where actor_id = ${house.books.id}`)
		await bo!.send("/@books/join", {})
		expect((await bo!.open("/@books")).text).toContain("asked to be a member")
	})

	it("keeps an owner until there is another", async () => {
		const answer = await ana!.send("/@tea/leave", {})
		expect(answer.status).toBe(403)
		expect(answer.text).toContain("hands it over")
	})
})

describe("writing", () => {
	it("says who can read it and where it travels, and arrives there", async () => {
		const page = await bo!.open("/@tea/write")
		expect(page.headers.get("cache-control")).toBe("private, no-store")
		expect(page.text).toContain("Everybody can read this")
		expect(page.text).toContain(`${mastodon!.host} (Mastodon)`)
		const looked = await write(bo!, "/@tea/write", { title: "Scones", text: "With **jam**." }, "preview")
		expect(looked.status).toBe(200)
		expect(looked.text).toContain("<strong>jam</strong>")
		expect(await posts("With **jam**.")).toEqual([])
		const sent = await write(bo!, "/@tea/write", { title: "Scones", text: "With **jam**.", note: "food" })
		const id = idIn(sent)
		const uri = `${house.origin}/ap/posts/${id}`
		await heard(mastodon!, (json) => json.type === "Announce" && json.object === uri)
		const create = await heard(lemmy!, (json) => json.type === "Announce" && json.object?.object?.id === uri)
		expect(create.object.object).toMatchObject({ summary: "food", sensitive: true, name: "Scones" })
		await eventually(() => expect(bob!.home().some((entry) => entry.note.id === uri)).toBe(true))
		expect((await new Browser(house.origin).open(`/@tea/t/${id}`)).text).toContain("<strong>jam</strong>")
	})

	it("is sent once, however often the button is pressed", async () => {
		const form = { ...formOn(await bo!.open("/@tea/write")), text: "Only once.", do: "send" }
		const answers = await Promise.all([1, 2, 3].map(() => bo!.send("/@tea/write", form)))
		expect(new Set(answers.map((one) => one.headers.get("location"))).size).toBe(1)
		expect(answers[0]!.status).toBe(303)
		expect(await posts("Only once.")).toHaveLength(1)
	})

	it("does not take somebody else’s id, nor one from the future", async () => {
		const [theirs] = await posts("Only once.")
		const again = await ana!.send("/@tea/write", { id: theirs!, text: "Mine now.", do: "send" })
		expect(again.status).toBe(422)
		expect(again.text).toContain("Mine now.")
		const future = await ana!.send("/@tea/write", {
			id: `ffffffff-ffff-7${theirs!.slice(15)}`,
			text: "Tomorrow.",
			do: "send",
		})
		expect(idIn(future)).not.toMatch(/^ffffffff/)
	})

	it("says before it is sent that a moderator will look, and what the group does not take", async () => {
		for (const [word, effect] of [
			["pineapple", "hold"],
			["durian", "refuse"],
		] as const) {
			const deed = { groupId: house.tea.id, by: await owner(), reason: "", word, effect }
			await enact(house.world, (tx) => changeFilter(house.world, tx, deed))
		}
		const no = await write(bo!, "/@tea/write", { text: "A durian.", title: "Fruit" })
		expect(no.status).toBe(422)
		expect(no.text).toContain("words that this group does not take")
		expect(no.text).toContain("A durian.")
		expect(no.text).toContain('value="Fruit"')
		const told = await write(bo!, "/@tea/write", { text: "A pineapple." })
		expect(told.status).toBe(200)
		expect(told.text).toContain("A moderator will look at this")
		expect(await posts("A pineapple.")).toEqual([])
		const sent = await bo!.send("/@tea/write", { ...formOn(told), text: "A pineapple.", do: "send" })
		expect(sent.headers.get("location")).toBe("/drafts?done=waits")
		expect((await bo!.follow(sent)).text).toContain("A pineapple.")
		expect((await house.rows(sql`select 1 from events where type = 'post-refused'`)).length).toBe(0)
	})

	it("tells those whom it names, wherever they are, and says before whom", async () => {
		const zoe = mastodon!.person("zoe", { ownKey: true })
		const [name, nobody] = [`@zoe@${mastodon!.host}`, `@nobody@${mastodon!.host}`]
		const text = `Tea, ${name}? And @ana, and ${nobody}, and \`@dee\`.`
		const looked = await write(bo!, "/@tea/write", { text }, "preview")
		expect(looked.text).toMatch(/You name <bdi>[^<]+<\/bdi> and <bdi>[^<]+<\/bdi>, who will be told of it/)
		expect(looked.text).toContain(`Nobody was found by the name <bdi>${nobody}</bdi>`)
		expect(mastodon!.received.some(({ json }) => json?.object?.source?.content === text)).toBe(false)
		const id = idIn(await write(bo!, "/@tea/write", { text }))
		const uri = `${house.origin}/ap/posts/${id}`
		const create = await heard(mastodon!, (json) => json.type === "Create" && json.object?.id === uri)
		expect(create.cc).toContain(zoe.id)
		expect(create.object.tag).toContainEqual({ type: "Mention", href: zoe.id, name })
		expect(create.object.tag).toHaveLength(3)
		expect(create.object.content).toContain(`class="u-url mention"`)
		expect(create.object.content).toContain(`@<span>zoe@${mastodon!.host}</span></a>`)
		expect((await ana!.open("/notifications")).text).toContain(`#post-${id}`)
		await bo!.send(`/@tea/p/${id}/edit`, { text: "Tea for nobody.", do: "send" })
		const update = await heard(mastodon!, (json) => json.type === "Update" && json.object?.id === uri)
		expect(update.cc).not.toContain(zoe.id)
		await bo!.send(`/@tea/p/${id}/take-back`, { do: "delete" })
		await heard(mastodon!, (json) => json.type === "Delete" && json.object?.id === uri)
	})

	it("asks a poll", async () => {
		const poll = { text: "Which tea?", options: "Assam\r\n\r\nDarjeeling", multiple: "yes", closes: "3d" }
		const sent = await write(bo!, "/@tea/write", poll)
		expect((await bo!.follow(sent)).text).toMatch(/Assam[\s\S]*Darjeeling/)
		const wrong = await write(bo!, "/@tea/write", { text: "Which tea?", options: "Assam" })
		expect(wrong.text).toContain("at least two options")
	})

	it("gives the words back to whoever was signed out meanwhile, and tells nothing of the place", async () => {
		const out = new Browser(house.origin)
		const answers = await Promise.all(
			["/@tea/write", "/@nothere/write"].map((path) =>
				out.send(path, { text: "Long & careful.", do: "send" }),
			),
		)
		for (const { status, text } of answers) {
			expect(status).toBe(401)
			expect(text).toContain("Long &amp; careful.")
		}
		const plain = answers.map(({ text }) =>
			text.replaceAll("nothere", "tea").replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ""),
		)
		expect(plain[0]).toBe(plain[1])
	})
})

describe("drafts", () => {
	it("are kept, opened again, sent and gone; and nobody else’s", async () => {
		const kept = await write(
			bo!,
			"/@tea/write",
			{ title: "Half", text: "Half a thought", options: "a\nb" },
			"draft",
		)
		const list = await bo!.follow(kept)
		const href = /href="(\/@tea\/write\?draft=[^"]+)"/.exec(list.text)![1]!
		const opened = await bo!.open(href)
		expect(opened.text).toContain("Half a thought")
		expect(opened.text).toContain("a\nb</textarea>")
		expect((await ana!.open(href)).text).not.toContain("Half a thought")
		expect((await ana!.open("/drafts")).text).not.toContain("Half")
		const id = href.split("=")[1]!
		await ana!.send(`/drafts/${id}/discard`, {})
		expect((await bo!.open("/drafts")).text).toContain("Half")
		const stolen = await ana!.send("/@tea/write", { id, text: "Mine", do: "draft" })
		expect(stolen.status).toBe(422)
		const sent = await bo!.send("/@tea/write", { ...formOn(opened), text: "A whole thought", do: "send" })
		expect(idIn(sent)).toBe(id)
		expect((await bo!.open("/drafts")).text).not.toContain("Half")
	})

	it("are as many as there is room for", async () => {
		const { id } = (await findLocalActor(house.world.db, "dee"))!
		await house.rows(sql`insert into drafts (id, actor_id, group_id, source)
			select gen_random_uuid(), ${id}, ${house.tea.id}, 'x' from generate_series(1, 100)`)
		const dee = await signedIn("dee")
		const full = await write(dee, "/@tea/write", { text: "One too many" }, "draft")
		expect(full.status).toBe(422)
		expect(full.text).toContain("One too many")
	})
})

describe("answering, thanking, changing and taking back", () => {
	let note: Json
	let thread: string

	beforeAll(async () => {
		const tea = await bob!.lookUp(`@tea@${house.world.origin.host}`)
		note = (await bob!.post({ text: "Who has biscuits?", mention: tea })).note
		await eventually(async () => {
			const [row] = await house.rows(sql`select id from posts where uri = ${note.id}`)
			thread = row!.id
		})
	})

	it("answers in the thread, and its author hears it", async () => {
		const page = await bo!.open(`/@tea/t/${thread}`)
		expect(page.text).toContain(`action="/@tea/t/${thread}/reply"`)
		const sent = await write(bo!, `/@tea/t/${thread}/reply`, { text: "I have some." })
		expect(sent.headers.get("location")).toMatch(`/@tea/t/${thread}#post-`)
		const create = await heard(
			mastodon!,
			(json) => json.type === "Create" && json.object?.inReplyTo === note.id,
		)
		expect(create.actor).toBe((await findLocalActor(house.world.db, "bo"))!.uri)
	})

	it("says thanks by name, changes them for an emoji, and takes them back, here and there", async () => {
		const thanks = (wish: string) => bo!.send(`/@tea/p/${thread}/thanks`, { wish })
		const page = async () => (await new Browser(house.origin).open(`/@tea/t/${thread}`)).text
		await thanks("thanks")
		expect(await page()).toContain("<bdi>Bo</bdi> said thanks")
		const like = await heard(mastodon!, (json) => json.type === "Like" && json.object === note.id)
		await heard(lemmy!, (json) => json.type === "Announce" && json.object?.id === like.id)
		const served = await fetch(like.id, { headers: { accept: "application/activity+json" } })
		expect(await served.json()).toMatchObject({ type: "Like", object: note.id, actor: like.actor })
		await thanks("🎉")
		expect(await page()).toMatch(/🎉<\/span> <bdi>Bo/)
		const undo = await heard(mastodon!, (json) => json.type === "Undo" && json.object?.id === like.id)
		expect(undo.actor).toBe(like.actor)
		await heard(mastodon!, (json) => json.type === "Like" && json.content === "🎉")
		await thanks("nothing")
		expect(await page()).not.toContain("🎉")
		await heard(mastodon!, (json) => json.type === "Undo" && json.object?.content === "🎉")
		expect((await thanks("<script>")).status).toBe(422)
	})

	it("changes what was said, shows what it said before, and tells those who have it", async () => {
		const sent = await write(bo!, "/@tea/write", { text: "Five o’clok" })
		const id = idIn(sent)
		const uri = `${house.origin}/ap/posts/${id}`
		await heard(mastodon!, (json) => json.type === "Announce" && json.object === uri)
		expect((await bo!.open(`/@tea/p/${id}/edit`)).text).toContain("Five o’clok</textarea>")
		expect((await ana!.open(`/@tea/p/${id}/edit`)).status).toBe(404)
		await ana!.send(`/@tea/p/${id}/edit`, { text: "Hers now", do: "send" })
		const edited = await bo!.send(`/@tea/p/${id}/edit`, { text: "Five o’clock", do: "send" })
		expect(edited.status).toBe(303)
		await heard(mastodon!, (json) => json.type === "Update" && json.object?.id === uri)
		await heard(lemmy!, (json) => json.object?.type === "Update" && json.object.object?.id === uri)
		const anyone = new Browser(house.origin)
		expect((await anyone.open(`/@tea/t/${id}`)).text).toContain(`href="/@tea/p/${id}/earlier"`)
		expect((await anyone.open(`/@tea/p/${id}/earlier`)).text).toContain("Five o’clok")
		expect((await anyone.open(`/@tea/p/${thread}/earlier`)).status).toBe(404)
	})

	it("takes a post out of the group, or back altogether, and says what that does", async () => {
		const [out, gone] = [
			idIn(await write(bo!, "/@tea/write", { text: "Out of here" })),
			idIn(await write(bo!, "/@tea/write", { text: "Never said" })),
		]
		await house.settled()
		expect((await bo!.open(`/@tea/p/${gone}/take-back`)).text).toContain("nobody can make them")
		expect((await ana!.send(`/@tea/p/${gone}/take-back`, { do: "delete" })).status).toBe(404)
		expect((await bo!.send(`/@tea/p/${out}/take-back`, { do: "unshare" })).status).toBe(200)
		expect((await bo!.send(`/@tea/p/${gone}/take-back`, { do: "delete" })).status).toBe(200)
		for (const id of [out, gone]) expect((await bo!.open(`/@tea/t/${id}`)).status).toBe(404)
		const uri = `${house.origin}/ap/posts/${gone}`
		await heard(mastodon!, (json) => json.type === "Delete" && json.object?.id === uri)
		await heard(lemmy!, (json) => json.object?.type === "Delete" && json.object.object === uri)
		expect(await house.rows(sql`select source from posts where id = ${gone}`)).toEqual([{ source: null }])
	})

	it("keeps posts and mutes conversations for one’s own eyes", async () => {
		await bo!.send(`/@tea/p/${thread}/keep`, { keep: "yes" })
		expect((await bo!.open("/bookmarks")).text).toContain("Who has biscuits?")
		expect((await ana!.open("/bookmarks")).text).not.toContain("Who has biscuits?")
		await bo!.send(`/@tea/t/${thread}/mute`, { mute: "yes" })
		expect((await bo!.open("/@tea")).text).not.toContain("Who has biscuits?")
		expect((await ana!.open("/@tea")).text).toContain("Who has biscuits?")
		expect((await bo!.open("/bookmarks")).text).toContain("Muted conversations")
		await bo!.send(`/@tea/t/${thread}/mute`, { mute: "no", from: "kept" })
		await bo!.send(`/@tea/p/${thread}/keep`, { keep: "no", from: "kept" })
		expect((await bo!.open("/bookmarks")).text).not.toContain("Who has biscuits?")
		expect((await bo!.open("/@tea")).text).toContain("Who has biscuits?")
	})

	it("reports a post to those who look after the group, and on to its server if that is wished", async () => {
		const page = await bo!.open(`/@tea/p/${thread}/report`)
		expect(page.text).toContain("people who look after")
		expect(page.text).toContain(mastodon!.host)
		expect((await bo!.send(`/@tea/p/${thread}/report`, { words: "" })).text).toContain("needs a few words")
		const filed = await bo!.send(`/@tea/p/${thread}/report`, {
			words: "Stale biscuits",
			about: "author",
			forward: "yes",
		})
		expect(filed.status).toBe(200)
		expect((await ana!.open("/@tea/desk")).text).toContain("Stale biscuits")
		await heard(mastodon!, (json) => json.type === "Flag" && json.content === "Stale biscuits")
	})

	it("gives those who may not speak the reason instead of a composer", async () => {
		const dee = await signedIn("dee")
		const page = await dee.open(`/@tea/t/${thread}`)
		expect(page.text).toContain("Only people who follow the group post here.")
		expect(page.text).not.toContain('class="compose"')
		expect((await write(dee, `/@tea/t/${thread}/reply`, { text: "Still" })).status).toBe(422)
	})
})

describe("in a group of another server", () => {
	it("follows, writes, thanks, changes and takes back from here, in one’s own name", async () => {
		const news = await GroupElsewhere.open("mastodon", house.inbox)
		try {
			const person = (await findLocalActor(house.world.db, "bo"))!
			const reading = readActor(news.group.actor, news.group.id)
			if ("unfit" in reading) throw new Error(reading.unfit)
			const group = await house.world.db.transaction((tx) => meet(house.world, tx, reading))
			const owner = await house.ana()
			await followGroup(house.world, { person: owner, group })
			const at = `/@news@${news.peer.host}`
			expect((await bo!.open(at)).text).toContain("Follow the group")
			await bo!.send(`${at}/join`, {})
			const follow = (await news.heard("Follow", ({ actor }) => actor === person.uri)).json
			const page = await bo!.open(`${at}/write`)
			expect(page.text).toContain("that server decides whether to share it")
			const id = idIn(await write(bo!, `${at}/write`, { text: "From afar" }))
			const uri = `${house.origin}/ap/posts/${id}`
			expect((await news.heard("Create", ({ object }) => object.id === uri)).json.actor).toBe(person.uri)
			await ana!.send(`${at}/p/${id}/thanks`, { wish: "thanks" })
			expect((await news.heard("Like", ({ object }) => object === uri)).json.actor).toBe(owner.uri)
			await bo!.send(`${at}/p/${id}/edit`, { text: "From far away", do: "send" })
			await news.heard("Update", ({ object }) => object.id === uri)
			await bo!.send(`${at}/p/${id}/take-back`, { do: "delete" })
			await news.heard("Delete", ({ object }) => object.id === uri)
			await bo!.send(`${at}/leave`, {})
			await news.heard("Undo", ({ object }) => object.id === follow.id)
		} finally {
			await news.peer.stop()
		}
	})
})

describe("who looks", () => {
	it("finds nothing of a private group, whatever they try", async () => {
		await house.rows(sql`update groups set visibility = 'private' where actor_id = ${house.books.id}`)
		expect((await findGroup(house.world.db, house.books.id))!.visibility).toBe("private")
		const page = await ana!.open("/@books/write")
		expect(page.text).toContain("Only the members of")
		const stranger = `@ursula@${mastodon!.host}`
		mastodon!.person("ursula", { ownKey: true })
		const id = idIn(await write(ana!, "/@books/write", { text: `Among us, not for ${stranger}` }))
		expect((await house.rows(sql`select html from posts where id = ${id}`))[0]!.html).not.toContain("mention")
		expect(await house.rows(sql`select 1 from actors where handle = 'ursula'`)).toEqual([])
		const ask = async (path: string, form?: Record<string, string>) => {
			const { status, text } = await (form ? bo!.send(path, form) : bo!.open(path))
			return {
				status,
				text: text
					.replaceAll(id, "ID")
					.replaceAll("books", "nil")
					.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ""),
			}
		}
		const strange = (text: string) => text.replaceAll("books", "nil")
		for (const path of [
			`/@books/write`,
			`/@books/t/${id}/reply`,
			`/@books/p/${id}/edit`,
			`/@books/p/${id}/earlier`,
			`/@books/p/${id}/report`,
		])
			expect(await ask(path), path).toEqual(await ask(strange(path)))
		for (const path of [
			`/@books/p/${id}/thanks`,
			`/@books/p/${id}/keep`,
			`/@books/p/${id}/report`,
			`/@books/join`,
			`/@books/write`,
		])
			expect(await ask(path, { wish: "thanks", text: "x" }), path).toEqual(
				await ask(strange(path), { wish: "thanks", text: "x" }),
			)
		expect(await house.rows(sql`select 1 from reactions where post_id = ${id}`)).toEqual([])
	})

	it("takes nothing that another page sends", async () => {
		for (const path of ["/@tea/write", "/@tea/join", "/@tea/leave"]) {
			const answer = await bo!.send(
				path,
				{ text: "Forged", do: "send" },
				{ origin: "https://evil.example", "sec-fetch-site": "cross-site" },
			)
			expect(answer.status, path).toBe(403)
		}
		expect(await posts("Forged")).toEqual([])
	})

	it("lets nobody pour out more than people say", async () => {
		const dee = await signedIn("dee")
		await dee.send("/@tea/join", {})
		const form = { ...formOn(await dee.open("/@tea/write")), do: "send" }
		const answers: number[] = []
		for (let nth = 0; nth < 31; nth++)
			answers.push((await dee.send("/@tea/write", { ...form, text: "Again" })).status)
		expect(answers.slice(0, 30).every((status) => status === 303)).toBe(true)
		expect(answers[30]).toBe(429)
	})
})
