import { describe, expect, it } from "vitest"
import type { Decision } from "../../db/events.ts"
import { moderation } from "../../src/event-readings.ts"
import type { EventType } from "../../src/events.ts"
import { sentenceFor } from "../../src/web/pages/sentences.ts"

const actor = (handle: string, host: string): Decision["by"] =>
	({ handle, host, name: handle.toUpperCase() }) as Decision["by"]
const at = new Date("2026-11-20T20:30:00Z")

const decision = (type: string, change: Partial<Decision> = {}): Decision => ({
	id: "0193c0de-0000-7000-8000-000000000001",
	position: 7,
	at,
	type: type as EventType,
	actorId: "m",
	groupId: "g",
	postId: "p",
	personId: "b",
	by: actor("ana", "lantern.example"),
	person: actor("bob", "m.example"),
	reason: "Off topic",
	facts: {},
	...change,
})

describe("what everybody may read of a decision", () => {
	it.each([
		["post-removed", { shareId: "s" }, "A post was taken out."],
		["post-restored", { removalId: "r" }, "A post was put back."],
		["thread-locked", {}, "A conversation was closed to new answers."],
		["thread-unlocked", {}, "A conversation was opened again."],
		["post-pinned", {}, "A post was pinned."],
		["post-unpinned", {}, "A post was unpinned."],
		["member-banned", { until: null }, "@bob@m.example was banned."],
		["member-banned", { until: "2027-03-01T00:00:00Z" }, "@bob@m.example was banned until 1 March 2027."],
		["ban-lifted", {}, "The ban on @bob@m.example was lifted."],
		["role-changed", { from: "member", to: "moderator" }, "@bob@m.example is a moderator now."],
		["role-changed", { from: "moderator", to: "owner" }, "@bob@m.example is an owner now."],
		["role-changed", { from: "moderator", to: "member" }, "@bob@m.example is a moderator no longer."],
		["domain-limited", { domain: "bad.example", severity: "block" }, "The server bad.example was blocked."],
		[
			"domain-limited",
			{ domain: "bad.example", severity: null },
			"The server bad.example is like any other again.",
		],
		[
			"domain-limited",
			{ domain: "bad.example", severity: "limit", was: "block" },
			"The server bad.example is blocked no longer.",
		],
		["group-updated", { changed: ["name", "posting"] }, "The group changed its name and who may post."],
		["group-updated", { changed: ["toString"] }, "The group changed what it says of itself."],
	])("%s %j", (type, facts, text) => {
		expect(sentenceFor(decision(type, { facts }), { named: true })).toEqual({ text, reason: "Off topic" })
	})

	it.each([
		[
			"member-paused",
			{ until: "2027-03-01T00:00:00Z" },
			"Somebody was asked to write nothing until 1 March 2027.",
		],
		["pause-lifted", {}, "Somebody may write again, before the pause was over."],
	])("%s %j, and neither who nor why", (type, facts, text) => {
		expect(sentenceFor(decision(type, { facts }), { named: true })).toEqual({ text, reason: null })
	})

	it("says no reason where none was given", () => {
		expect(sentenceFor(decision("post-pinned", { reason: " " }), { named: true })?.reason).toBeNull()
		expect(sentenceFor(decision("post-pinned", { reason: null }), { named: true })?.reason).toBeNull()
	})

	it.each([
		["post-held", {}],
		["post-refused", { postUri: "https://m.example/1" }],
		["post-approved", {}],
		["held-settled", { way: "remove", host: "m.example", times: 500 }],
		["post-unshared", { shareId: "s" }],
		["join-refused", {}],
		["member-admitted", {}],
		["request-declined", {}],
		["filter-changed", { word: "tea", effect: "hold" }],
		["report-resolved", { reportId: "r" }],
		["report-forwarded", { reportId: "r" }],
		["report-filed", { reportId: "r" }],
		["domain-limited", { domain: "bad.example", severity: "limit" }],
		["domain-limited", { domain: "bad.example", severity: null, was: "limit" }],
		["role-changed", { from: "follower", to: "member" }],
	])("keeps %s %j between the group and those concerned", (type, facts) => {
		expect(sentenceFor(decision(type, { facts }), { named: true })).toBeNull()
	})

	it("says to nobody but members whom something was done to", () => {
		const facts = { until: "2027-03-01T00:00:00Z" }
		const said = (type: string) => sentenceFor(decision(type, { facts }), { named: false })?.text
		expect([said("member-banned"), said("ban-lifted")]).toEqual([
			"Somebody was banned until 1 March 2027.",
			"The ban on somebody was lifted.",
		])
		// Who looks after a group stands on its page; nobody else is named.
		const office = decision("role-changed", { facts: { from: "member", to: "moderator" } })
		expect(sentenceFor(office, { named: false })?.text).toBe("@bob@m.example is a moderator now.")
		for (const type of moderation)
			expect(
				JSON.stringify(
					sentenceFor(decision(type, { facts: { shareId: "s", domain: "d.example" } }), { named: false }),
				),
				type,
			).not.toMatch(type.startsWith("group-") ? /ana/ : /ana|bob/)
	})

	/** Why some of what moderators do has no line on that page. Something new? Give it a sentence, or say here why not. */
	const unsaid: Readonly<Record<string, string>> = {
		"post-held": "a post that waits was seen by nobody yet",
		"post-refused": "nor was one that was not taken",
		"post-approved": "what was let through stands there for everybody",
		"held-settled": "the same for many",
		"post-suspended": "a post that waits again is between its author and the group",
		"post-unshared": "its author did it",
		"join-refused": "who asks to come in is between them and the group",
		"member-admitted": "the same",
		"request-declined": "the same",
		"member-moved": "somebody goes by another name; nobody decided anything",
		"word-said": "a word to one person is for them",
		"change-asked": "the same",
		"appeal-decided": "an appeal is theirs; what it changed has a line of its own",
		"settling-undone": "the same for many that wait, taken back",
		"filter-changed": "whoever knows the words goes around them",
		"report-resolved": "reports are between the moderators and whoever told them",
		"report-forwarded": "the same",
		"group-closed": "the page is gone with the group",
		"queue-dropped": "it is the operator's, and of no group",
	}

	it("has a line for everything that moderators do, or a reason to have none", () => {
		const facts = {
			shareId: "s",
			from: "member",
			to: "owner",
			domain: "d.example",
			severity: "block",
			changed: ["name", "links"],
			until: "2027-03-01T00:00:00Z",
			handle: "@tea@new.example",
		}
		const silent = [...moderation].filter((type) => {
			const shown = decision(type, { facts, ...(type === "actor-moved" && { person: null }) })
			return sentenceFor(shown, { named: true }) === null
		})
		expect(silent.filter((type) => !unsaid[type])).toEqual([])
		expect(Object.keys(unsaid).filter((type) => !silent.includes(type as EventType))).toEqual([])
	})

	it("does not mention a post that was taken out while it waited", () => {
		expect(sentenceFor(decision("post-removed", { facts: { shareId: null } }), { named: true })).toBeNull()
	})

	it("keeps to itself whatever it does not know", () => {
		for (const type of ["something-new", "constructor", "__proto__", ""])
			expect(sentenceFor(decision(type), { named: true })).toBeNull()
	})

	it("names no moderator, and neither post nor filter, in any decision there is", () => {
		const facts = {
			shareId: "s",
			word: "secretword",
			from: "member",
			to: "owner",
			domain: "d.example",
			severity: "block",
			changed: ["name"],
		}
		for (const type of moderation) {
			const said = JSON.stringify(sentenceFor(decision(type, { facts }), { named: true }))
			expect(said, type).not.toMatch(/ana|secretword/i)
		}
	})
})
