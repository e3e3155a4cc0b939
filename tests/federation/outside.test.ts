import { Activity, Group, Note, Person, Service } from "@fedify/vocab"
import "../../src/temporal.ts"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { staticContexts } from "../../federation/plumbing/contexts.ts"
import type { Server } from "../support/snug.ts"
import { startHere } from "../support/snug-here.ts"
import { withOwner } from "../support/with-owner.ts"

const ap = "application/activity+json"
const everyone = "https://www.w3.org/ns/activitystreams#Public"
const loaders = { contextLoader: staticContexts, documentLoader: staticContexts }

describe("what other servers see", () => {
	let snug: Server
	// biome-ignore lint/suspicious/noExplicitAny: documents are looked into field by field
	let group: any
	let post: { id: string; uri: string }

	const get = (path: string, accept = ap) =>
		fetch(new URL(path, snug.origin), { headers: { accept }, redirect: "manual" })
	// biome-ignore lint/suspicious/noExplicitAny: documents are looked into field by field
	const json = async (path: string, accept = ap): Promise<any> => (await get(path, accept)).json()

	beforeAll(async () => {
		snug = await startHere()
		await withOwner(snug, "tea")
		group = await json("/@tea")
		post = await snug.snug(
			"post",
			"submit",
			"tea",
			"--as",
			"ana",
			"--title",
			"Pu-erh week",
			"--text",
			"What is in **your** pot?",
		)
	})
	afterAll(() => snug?.close())

	it("finds a group by handle in any case, by page and by id, and always answers canonically", async () => {
		const resources = [
			`acct:tea@${snug.host}`,
			`acct:TEA@${snug.host.toUpperCase()}`,
			`acct:@Tea@${snug.host}`,
			`${snug.origin}/@tea`,
			`${snug.origin}/@TEA`,
			group.id,
		]
		for (const resource of resources) {
			const answer = await get(`/.well-known/webfinger?resource=${encodeURIComponent(resource)}`, "*/*")
			expect(answer.status, resource).toBe(200)
			expect(answer.headers.get("content-type")).toContain("application/jrd+json")
			expect(answer.headers.get("access-control-allow-origin")).toBe("*")
			const jrd = (await answer.json()) as { subject: string; aliases: string[]; links: object[] }
			expect(jrd.subject).toBe(`acct:tea@${snug.host}`)
			expect(jrd.aliases).toEqual(expect.arrayContaining([group.id, `${snug.origin}/@tea`]))
			expect(jrd.links).toContainEqual({ rel: "self", type: ap, href: group.id })
		}
	})

	it("knows nobody else by WebFinger", async () => {
		for (const resource of [
			`acct:nobody@${snug.host}`,
			"acct:tea@elsewhere.example",
			"tea",
			`${snug.origin}/@tea/x`,
			"https://elsewhere.example/@tea",
			"acct:%E0%A4%A@x",
		])
			expect(
				(await get(`/.well-known/webfinger?resource=${encodeURIComponent(resource)}`)).status,
				resource,
			).toBe(404)
		expect((await get("/.well-known/webfinger")).status).toBe(400)
	})

	it("introduces the server itself (FEP-d556)", async () => {
		const jrd = await json(`/.well-known/webfinger?resource=${encodeURIComponent(`${snug.origin}/`)}`)
		const link = jrd.links.find(
			(one: { rel: string }) => one.rel === "https://www.w3.org/ns/activitystreams#Service",
		)
		const actor = await json(link.href)
		expect(actor).toMatchObject({ id: link.href, type: "Service", preferredUsername: "server" })
		expect(await Service.fromJsonLd(actor, loaders)).toBeInstanceOf(Service)
	})

	it("publishes NodeInfo in both versions", async () => {
		const { links } = await json("/.well-known/nodeinfo", "application/json")
		const versions = await Promise.all(
			links.map((link: { href: string }) => json(link.href, "application/json")),
		)
		expect(versions.map((one) => one.version)).toEqual(["2.1", "2.0"])
		for (const one of versions)
			expect(one).toMatchObject({ software: { name: "snug" }, protocols: ["activitypub"] })
	})

	it("shows a group in the shape every peer reads", async () => {
		expect(group).toMatchObject({
			type: "Group",
			preferredUsername: "tea",
			name: "The tea circle",
			webfinger: `tea@${snug.host}`,
			inbox: `${group.id}/inbox`,
			outbox: `${group.id}/outbox`,
			followers: `${group.id}/followers`,
			featured: `${group.id}/featured`,
			attributedTo: `${group.id}/moderators`,
			moderators: `${group.id}/moderators`,
			endpoints: { sharedInbox: `${snug.origin}/inbox` },
			manuallyApprovesFollowers: false,
			postingRestrictedToMods: false,
			discoverable: true,
			indexable: false,
			url: `${snug.origin}/@tea`,
			publicKey: { id: `${group.id}#main-key`, owner: group.id },
		})
		expect(group.id).toMatch(/\/ap\/groups\/[0-9a-f-]{36}$/)
		expect(group.publicKey.publicKeyPem).toMatch(/^-----BEGIN PUBLIC KEY-----/)
		expect(group.assertionMethod).toHaveLength(1)
		expect(group.assertionMethod[0]).toMatchObject({ type: "Multikey", controller: group.id })
		expect(group.assertionMethod[0].publicKeyMultibase).toMatch(/^z6Mk/)
		expect(Array.isArray(group.attachment)).toBe(true)
		expect(await Group.fromJsonLd(group, loaders)).toBeInstanceOf(Group)
	})

	it("says that only moderators post once that is so", async () => {
		await snug.snug("group", "set", "tea", "--posting", "moderators")
		expect((await json(group.id)).postingRestrictedToMods).toBe(true)
		await snug.snug("group", "set", "tea", "--posting", "followers")
		expect((await json(group.id)).postingRestrictedToMods).toBe(false)
	})

	it("answers with a document or a page, as asked, and says so to caches", async () => {
		for (const accept of [
			ap,
			'application/ld+json; profile="https://www.w3.org/ns/activitystreams"',
			`text/html, ${ap};q=0.5`,
		]) {
			const answer = await get("/@tea", accept)
			expect(answer.headers.get("content-type")).toBe(ap)
			expect(answer.headers.get("vary")).toMatch(/accept/i)
			expect(await answer.json()).toMatchObject({ id: group.id })
		}
		const page = await get("/@tea", "text/html,application/xhtml+xml,*/*;q=0.8")
		expect(page.headers.get("content-type")).toMatch(/^text\/html/)
		expect(page.headers.get("vary")).toMatch(/accept/i)
		const moved = await get(group.id, "text/html")
		expect([moved.status, moved.headers.get("location")]).toEqual([302, `${snug.origin}/@tea`])
		expect((await get(group.id, "*/*")).headers.get("content-type")).toBe(ap)
	})

	it("answers 304 to who has the newest version", async () => {
		const first = await get(group.id)
		const etag = first.headers.get("etag")!
		const again = await fetch(group.id, { headers: { accept: ap, "if-none-match": etag } })
		expect(again.status).toBe(304)
		expect(await again.text()).toBe("")
	})

	it("gives its collections whole, and followers as a number only", async () => {
		const followers = await json(group.followers)
		expect(followers).toMatchObject({ type: "OrderedCollection", orderedItems: [] })
		expect(followers.totalItems).toBeTypeOf("number")
		const [ana] = await snug.snug("member", "list", "tea")
		expect(await json(group.moderators)).toMatchObject({ totalItems: 1, orderedItems: [ana.uri] })
		expect(await json(group.featured)).toMatchObject({
			type: "OrderedCollection",
			totalItems: 1,
			orderedItems: [{ id: `${group.id}/welcome`, type: "Note", attributedTo: group.id }],
		})
		const outbox = await json(group.outbox)
		expect(outbox).toMatchObject({ type: "OrderedCollection", totalItems: 1 })
		expect(outbox.orderedItems[0]).toMatchObject({
			type: "Announce",
			actor: group.id,
			object: { type: "Create" },
		})
		expect(await Person.fromJsonLd(await json(ana.uri), loaders)).toBeInstanceOf(Person)
	})

	it("shows a post as other servers read it", async () => {
		const note = await json(post.uri)
		expect(note).toMatchObject({
			id: post.uri,
			type: "Note",
			name: "Pu-erh week",
			audience: group.id,
			to: [everyone, group.id],
			context: expect.stringContaining("/ap/threads/"),
			replies: `${post.uri}/replies`,
			source: { mediaType: "text/markdown" },
		})
		expect(note.cc).toContain(group.followers)
		expect(note.tag).toEqual([{ type: "Mention", href: group.id, name: `@tea@${snug.host}` }])
		expect(note.content).toContain("<strong>your</strong>")
		expect(note.attachment).toEqual([])
		expect(await Note.fromJsonLd(note, loaders)).toBeInstanceOf(Note)
		const create = await json(`${post.uri}/create`)
		expect(create).toMatchObject({ type: "Create", id: `${post.uri}/create`, object: { id: post.uri } })
		expect(await Activity.fromJsonLd(create, loaders)).toBeInstanceOf(Activity)
		const thread = await json(note.context)
		expect(thread).toMatchObject({
			type: "OrderedCollection",
			orderedItems: [post.uri],
			attributedTo: group.id,
		})
		expect(await json(note.replies)).toMatchObject({ type: "Collection", items: [] })
		const page = await get(post.uri, "text/html")
		expect(page.headers.get("location")).toMatch(new RegExp(`^/@tea/t/${post.id}.*#post-${post.id}$`))
	})

	it("leaves a tombstone of what was taken back", async () => {
		const slip = await snug.snug(
			"post",
			"submit",
			"tea",
			"--as",
			"ana",
			"--text",
			"A slip with a secret-canary in it",
		)
		await snug.snug("post", "delete", slip.id, "--as", "ana")
		const answer = await get(slip.uri)
		expect(answer.status).toBe(410)
		const tombstone = await answer.json()
		expect(tombstone).toMatchObject({ id: slip.uri, type: "Tombstone", deleted: expect.any(String) })
		for (const path of [slip.uri, `${slip.uri}/create`, `${slip.uri}/replies`, group.outbox, "/@tea"])
			expect(await (await get(path)).text(), path).not.toContain("secret-canary")
		expect((await get(slip.uri, "text/html")).status).toBe(404)
	})

	it("has nothing at addresses that name nothing", async () => {
		const nobody = "01a1fea7-0000-7000-8000-000000000000"
		const paths = [
			"/@nobody",
			"/@server",
			`/ap/groups/${nobody}`,
			`/ap/people/${nobody}`,
			`/ap/posts/${nobody}`,
			`/ap/threads/${nobody}`,
			"/ap/groups/x",
			`/ap/activities/${nobody}/announce`,
			`/ap/groups/${group.id.split("/").at(-1)}/nothing`,
		]
		for (const path of paths) {
			expect((await get(path)).status, path).toBe(404)
			expect((await get(path, "text/html")).status, path).toBe(404)
		}
	})
})
