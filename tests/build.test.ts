import { spawnSync } from "node:child_process"
import {
	cpSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	rmSync,
	statSync,
	symlinkSync,
	utimesSync,
	writeFileSync,
} from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { afterAll, beforeAll, expect, it } from "vitest"

const root = join(import.meta.dirname, "..")
let folder: string
const file = (path: string) => join(folder, path)
const put = (path: string, text: string): void => {
	mkdirSync(dirname(file(path)), { recursive: true })
	writeFileSync(file(path), text)
}
const run = (...words: string[]) => spawnSync(process.execPath, words, { cwd: folder, encoding: "utf8" })
const build = () => run("src/build.mjs").status
const said = () => run("dist/snug/main.js").stdout
const builtAt = () => statSync(file("dist/snug/main.js")).mtimeMs
const parts = () => readdirSync(file("dist/snug")).filter((name) => /^later-.*\.js$/.test(name))
const saying = (word: string) => put("src/later.ts", `export const word: string = "${word}"\n`)

// A tree with the same entries, and next to nothing in them.
beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), "snug-build-"))
	for (const path of ["src/build.mjs", "tsconfig.json", "package.json"]) cpSync(join(root, path), file(path))
	symlinkSync(join(root, "node_modules"), file("node_modules"))
	for (const path of ["src/cli/snug.ts", "src/outside.ts", "src/run.ts", "src/temporal.ts"])
		put(path, "export {}\n")
	for (const path of ["federation/one.ts", "db/one.ts"]) put(path, "export {}\n")
	put("src/main.ts", 'const { word } = await import("./later.ts")\nconsole.log(word)\n')
	saying("one")
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

it("builds what has changed, whichever way its time went, and nothing else", () => {
	expect(build()).toBe(0)
	expect(said()).toBe("one\n")
	const first = builtAt()
	expect(build()).toBe(0)
	expect(builtAt()).toBe(first)
	saying("two")
	// as what is unpacked from an archive is older than what was built here
	utimesSync(file("src/later.ts"), 1e9, 1e9)
	expect(build()).toBe(0)
	expect(said()).toBe("two\n")
}, 60_000)

it("leaves to a server that runs what it may yet ask for, until the build after the next", () => {
	expect(parts()).toHaveLength(2)
	saying("three")
	expect(build()).toBe(0)
	expect(parts()).toHaveLength(2)
	expect(said()).toBe("three\n")
}, 60_000)

it("says what is wrong with the types, each time until it is mended", () => {
	put("src/later.ts", 'export const word: number = "four"\n')
	for (let nth = 0; nth < 2; nth++) {
		const { status, stderr } = run("src/build.mjs")
		expect(status).not.toBe(0)
		expect(stderr).toContain("src/later.ts(1,14): error TS2322")
	}
	saying("five")
	expect(build()).toBe(0)
	expect(said()).toBe("five\n")
}, 60_000)
