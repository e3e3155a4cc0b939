import { describe, expect, it } from "vitest"
import { looksLikeCommand, readCommand } from "../../src/moderation/voices/command.ts"

const day = 86_400_000

describe("what a moderator asks for by an answer", () => {
	it.each([
		["!remove spam", { verb: "remove", lasts: null, reason: "spam" }],
		["@bob !Remove: Off topic, again.", { verb: "remove", lasts: null, reason: "Off topic, again." }],
		["@bob@m.example @tea@snug.example:4811 !LOCK", { verb: "lock", lasts: null, reason: "" }],
		["!tea@snug.example, !pin", { verb: "pin", lasts: null, reason: "" }],
		["！unpin", { verb: "unpin", lasts: null, reason: "" }],
		["!remove unkind words @bob @tea@snug.example", { verb: "remove", lasts: null, reason: "unkind words" }],
		["!ban 30d Spam.", { verb: "ban", lasts: 30 * day, reason: "Spam." }],
		["!ban 2W 3d after the warning", { verb: "ban", lasts: 14 * day, reason: "3d after the warning" }],
		["!ban 12h calm down", { verb: "ban", lasts: day / 2, reason: "calm down" }],
		["!pause 3d calm down", { verb: "pause", lasts: 3 * day, reason: "calm down" }],
		["!ban 9999d spam", { verb: "ban", lasts: null, reason: "spam" }],
		["!ban 30 days of spam", { verb: "ban", lasts: null, reason: "30 days of spam" }],
		["!approve", { verb: "approve", lasts: null, reason: "" }],
		["!help me", { verb: "help", lasts: null, reason: "me" }],
	])("%s", (words, command) => {
		expect(readCommand(words)).toEqual(command)
	})

	it.each([
		["!remove", "Please say why: those concerned may read it."],
		["!remove @tea@snug.example", "Please say why: those concerned may read it."],
		["!ban 30d", "Please say why: those concerned may read it."],
		["!pause calm down", "A pause needs a time, like !pause 3d and why."],
		["!ban 0d spam", "That end has passed."],
		["@tea !remvoe spam", "That is no word the group knows."],
		["!toString", "That is no word the group knows."],
	])("%s is not understood", (words, reason) => {
		expect(readCommand(words)).toMatchObject({ verb: null, reason })
	})

	it.each([
		"",
		"!",
		"! remove",
		"!!! wow",
		"Do !remove it",
		"@tea hello",
		"!5 pm",
		"!remové it",
		"-!remove x",
	])("%s is words like any other", (words) => {
		expect([looksLikeCommand(words), readCommand(words)]).toEqual([false, null])
	})

	it("takes no longer for hostile words", () => {
		for (const words of ["@a ".repeat(30_000), `!remove x${" @a".repeat(30_000)}b`, "!a@b".repeat(20_000)])
			expect(readCommand(words)?.verb ?? null).toBe(words.startsWith("!remove") ? "remove" : null)
	})
})
