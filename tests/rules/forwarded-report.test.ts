import { describe, expect, it } from "vitest"
import { forwarded } from "../../federation/saying/reports.ts"
import type { EventRecord } from "../../src/events.ts"
import type { Actor } from "../../src/people/actor.ts"

const actor = (uri: string, local: boolean, kind: Actor["kind"] = "person"): Actor => ({
	id: uri,
	uri,
	local,
	kind,
	handle: uri.split("/").at(-1)!,
	host: new URL(uri).host,
	name: "",
	summary: "",
	url: uri,
	inbox: `${uri}/inbox`,
	sharedInbox: null,
	followers: null,
	createdAt: new Date(0),
	updatedAt: new Date(0),
	goneAt: null,
	movedTo: null,
	alsoKnownAs: [],
	icon: null,
	image: null,
})

const origin = "https://snug.example"
const server = actor(`${origin}/ap/server`, true, "server")
const alice = actor(`${origin}/ap/people/alice`, true)
const bob = actor("https://mastodon.example/users/bob", false)
const spam = actor("https://elsewhere.example/u/spam", false)
const post = { uri: `${spam.uri}/posts/1` }
const here = actor(`${origin}/ap/groups/tea`, true, "group")
const elsewhere = actor("https://lemmy.example/c/tea", false, "group")
const event = { id: "0190", facts: {} } as EventRecord

type Given = Partial<Parameters<typeof forwarded>[1]>
const said = (given: Given) => {
	const facts = { origin, server, report: { words: "Off topic" }, subject: spam, post, reporter: alice }
	const out = forwarded(event, { ...facts, group: here, keepsCommunities: false, ...given })
	if (out.to !== "person") throw new Error("A report is for one server.")
	const { "@context": _, ...flag } = JSON.parse(new TextDecoder().decode(out.body))
	return { flag, to: out.person.uri, by: out.signerId, audience: out.audience }
}
const flag = {
	id: `${origin}/ap/activities/0190/flag`,
	type: "Flag",
	content: "Off topic",
	summary: "Off topic",
}

describe("a report that is passed on", () => {
	it("is to a server of notes this server's own word about a person and a post", () => {
		expect(said({})).toEqual({
			flag: { ...flag, actor: server.uri, to: [spam.uri], object: [spam.uri, post.uri] },
			to: spam.uri,
			by: server.uri,
			audience: "people",
		})
		expect(said({ post: null, keepsCommunities: true }).flag).toMatchObject({ object: [spam.uri] })
		expect(said({ group: null, keepsCommunities: true }).flag).toMatchObject({ actor: server.uri })
	})

	it("is to a server of communities the word of the person here who reported, about the post in the group", () => {
		const about = { to: [here.uri], audience: here.uri, object: post.uri }
		expect(said({ keepsCommunities: true })).toMatchObject({
			flag: { ...flag, ...about, actor: alice.uri },
			to: spam.uri,
			by: alice.uri,
		})
		for (const reporter of [bob, null, { ...alice, goneAt: new Date() }])
			expect(said({ keepsCommunities: true, reporter })).toMatchObject({
				flag: { ...about, actor: server.uri },
				by: server.uri,
			})
	})

	it("goes to the group itself when that is elsewhere", () => {
		expect(said({ group: elsewhere })).toMatchObject({
			flag: { actor: alice.uri, to: [elsewhere.uri], audience: elsewhere.uri, object: post.uri },
			to: elsewhere.uri,
		})
	})
})
