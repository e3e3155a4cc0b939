import { globSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"

const root = join(import.meta.dirname, "../..")
const page = readFileSync(join(import.meta.dirname, "README.md"), "utf8")
const rows = page
	.split("\n")
	.map((line) => line.split("|").map((cell) => cell.trim()))
	.filter(([, id]) => /^[A-Z]{3}-\d\d$/.test(id ?? ""))
/** Where the page says that each case is; nothing for one that waits. */
const told = new Map(rows.map(([, id, where, shows]) => [id!, shows ? where!.split(", ") : []]))

/** The ids in the names of a file's tests. */
const namesIn = (file: string): string[] => {
	const texts = readFileSync(join(root, file), "utf8").match(/(["'`])(?:(?!\1).)*\1/g) ?? []
	return texts.flatMap((text) => text.match(/\b(SIG|ORG|NET|DOS|DLV|CRA|XSS|AUT|MOD|PRV)-\d\d\b/g) ?? [])
}
const files = globSync("tests/**/*.test.{ts,tsx}", { cwd: root }).map((file) => file.replaceAll("\\", "/"))
const found = new Map<string, string[]>()
for (const file of files)
	for (const id of new Set(namesIn(file))) found.set(id, [...(found.get(id) ?? []), file])

describe("the list of attacks", () => {
	it("names each case once, in order", () => {
		const groups = ["SIG", "ORG", "NET", "DOS", "DLV", "CRA", "XSS", "AUT", "MOD", "PRV"]
		const ids = rows.filter(([, , , shows]) => shows).map(([, id]) => id!)
		const place = (id: string) => groups.indexOf(id.slice(0, 3)) * 100 + Number(id.slice(4))
		expect(ids).toEqual([...ids].sort((one, other) => place(one) - place(other)))
		expect(told.size).toBe(rows.length)
	})

	it("says where each is, and no test is where it does not say", () => {
		const sorted = (map: Map<string, string[]>) =>
			[...map].map(([id, where]) => `${id} ${[...where].sort().join(", ")}`.trim()).sort()
		const waiting: [string, string[]][] = [...told].filter(([, where]) => where.length === 0)
		expect(sorted(new Map([...found, ...waiting]))).toEqual(sorted(told))
	})
})
