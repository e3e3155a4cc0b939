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
		expect(sentenceFor(decision(type, { facts }))).toEqual({ text, reason: "Off topic" })
	})

	it.each([
		[
			"member-paused",
			{ until: "2027-03-01T00:00:00Z" },
			"Somebody was asked to write nothing until 1 March 2027.",
		],
		["pause-lifted", {}, "Somebody may write again, before the pause was over."],
	])("%s %j, and neither who nor why", (type, facts, text) => {
		expect(sentenceFor(decision(type, { facts }))).toEqual({ text, reason: null })
	})

	it("says no reason where none was given", () => {
		expect(sentenceFor(decision("post-pinned", { reason: " " }))?.reason).toBeNull()
		expect(sentenceFor(decision("post-pinned", { reason: null }))?.reason).toBeNull()
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
		expect(sentenceFor(decision(type, { facts }))).toBeNull()
	})

	it("does not mention a post that was taken out while it waited", () => {
		expect(sentenceFor(decision("post-removed", { facts: { shareId: null } }))).toBeNull()
	})

	it("keeps to itself whatever it does not know", () => {
		for (const type of ["something-new", "constructor", "__proto__", ""])
			expect(sentenceFor(decision(type))).toBeNull()
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
			const said = JSON.stringify(sentenceFor(decision(type, { facts })))
			expect(said, type).not.toMatch(/ana|secretword/i)
		}
	})
})
