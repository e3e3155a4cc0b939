import { readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { receivers } from "../../federation/inbox.ts"
import { feps } from "../../federation/nodeinfo.ts"
import { dialectOf, threadiverse } from "../../federation/plumbing/nodeinfo-reader.ts"
import { federated } from "../../src/event-readings.ts"

const page = readFileSync(join(import.meta.dirname, "../../FEDERATION.md"), "utf8")

/** The rows of the first table after a heading, each with its cells. */
const tableAfter = (heading: string): string[][] => {
	const lines = page.slice(page.indexOf(`\n## ${heading}\n`)).split("\n")
	const start = lines.findIndex((line) => line.startsWith("|---"))
	const rows = lines.slice(start + 1)
	const end = rows.findIndex((line) => !line.startsWith("|"))
	return rows.slice(0, end).map((line) =>
		line
			.slice(1, -1)
			.split("|")
			.map((cell) => cell.trim()),
	)
}
const named = (cell = ""): string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name!)

describe("FEDERATION.md says what the code does", () => {
	it("lists every activity that is understood, and no other", () => {
		const listed = tableAfter("What we understand").flatMap(([activity]) => named(activity))
		expect(listed.sort()).toEqual(Object.keys(receivers).sort())
	})

	it("lists every event that other servers hear of, and no other", () => {
		const listed = tableAfter("What we send").flatMap((cells) => named(cells.at(-1)))
		expect([...new Set(listed)].sort()).toEqual([...federated].sort())
	})

	it("lists the proposals that NodeInfo names", () => {
		const listed = tableAfter("Supported FEPs").map(([cell]) => /^\[([0-9a-f]{4})\]/.exec(cell!)?.[1])
		expect(listed.sort()).toEqual([...feps].sort())
	})

	it("lists who speaks which dialect", () => {
		const listed = /\*\*Threadiverse\*\*: ([^.]+)\./.exec(page)![1]!.split(/,\s+/)
		expect(listed.sort()).toEqual([...threadiverse].sort())
	})
})

describe("the dialect of a server", () => {
	it.each([
		"lemmy",
		"PieFed",
		"mbin",
		"nodebb",
		"discourse",
		"friendica",
		"ghost",
		"wordpress",
		"lotide",
		"snug",
	])("of %s is the communities'", (software) => expect(dialectOf(software)).toBe("threadiverse"))
	it.each([
		"mastodon",
		"gotosocial",
		"misskey",
		"pixelfed",
		"hollo",
		"guppe",
		"peertube",
		"something new",
		null,
	])("of %s is the boosts'", (software) => expect(dialectOf(software)).toBe("microblog"))
})
