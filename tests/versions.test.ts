import { readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"

const root = join(import.meta.dirname, "..")
const read = (file: string): string => readFileSync(join(root, file), "utf8")

type Version = [number, number, number]
const versionOf = (text: string): Version => {
	const [major = 0, minor = 0, patch = 0] = text.split(/[-+]/)[0]!.split(".").map(Number)
	return [major, minor, patch]
}
const isAtLeast = (version: string, floor: string): boolean => {
	const [one, other] = [versionOf(version), versionOf(floor)]
	const at = one.findIndex((part, i) => part !== other[i])
	return at === -1 || one[at]! > other[at]!
}

type Locked = Record<string, { version?: string }>
const { packages } = JSON.parse(read("package-lock.json")) as { packages: Locked }
/** Every copy of a package that the lockfile installs, nested ones too. */
const copiesOf = (name: string): string[] =>
	Object.entries(packages)
		.filter(([path]) => path === `node_modules/${name}` || path.endsWith(`/node_modules/${name}`))
		.map(([, { version }]) => version!)

/** Exactly these: the newest set that can be installed, held together by hand (SECURITY.md). */
const exact: [name: string, version: string, why: string][] = [
	["@fedify/fedify", "2.3.8", "before 2.3.8 anyone could post as anyone (CVE-2026-96625)"],
	["@fedify/vocab", "2.3.6", "what 2.3.8 asks for cannot be installed; the overrides were tested with this"],
	["@fedify/vocab-runtime", "2.3.6", "as vocab"],
	["@fedify/webfinger", "2.3.6", "as vocab"],
]

/** Not older than these, for the reason given. */
const floors: [name: string, floor: string, why: string][] = [
	[
		"hono",
		"4.13.16",
		"CVE-2026-126357: middleware of a mounted app was passed by; and the form validator could be",
	],
	[
		"@hono/node-server",
		"2.1.7",
		"GHSA-92pp, GHSA-rmxm: doubled slashes and double decoding passed rules on paths by",
	],
	["drizzle-orm", "0.45.2", "CVE-2026-39356: identifiers were not escaped"],
	["sanitize-html", "2.17.4", "GHSA-rpr9: markup inside xmp went through"],
]

/** undici has two lines that are mended: 7 up to 8, and from 8 on. */
const isMendedUndici = (version: string): boolean =>
	versionOf(version)[0] === 7 ? isAtLeast(version, "7.29.1") : isAtLeast(version, "8.10.2")

/** Copies of undici that make no request of ours: it belongs to the loader of the JSON-LD processor, and ours refuses to load. */
const idleUndici = ["node_modules/@digitalbazaar/http-client/node_modules/undici"]

describe("the versions that are installed", () => {
	it("compares versions as numbers", () => {
		expect(isAtLeast("4.13.19", "4.13.16")).toBe(true)
		expect(isAtLeast("4.9.20", "4.13.16")).toBe(false)
		expect(isAtLeast("24.22.1", "24.22.1")).toBe(true)
		expect(isAtLeast("24.21.9", "24.22.1")).toBe(false)
	})

	it.each(exact)("%s is exactly %s: %s", (name, version) => {
		expect(copiesOf(name).length).toBeGreaterThan(0)
		expect(copiesOf(name).filter((copy) => copy !== version)).toEqual([])
	})

	it.each(floors)("%s is not older than %s: %s", (name, floor) => {
		expect(copiesOf(name).length).toBeGreaterThan(0)
		expect(copiesOf(name).filter((copy) => !isAtLeast(copy, floor))).toEqual([])
	})

	it("undici is mended: CVE-2026-22036 chains of encodings, CVE-2026-84890 decompression bombs", () => {
		const copies = Object.keys(packages).filter((path) => /(^|\/)node_modules\/undici$/.test(path))
		expect(copies).toContain("node_modules/undici")
		const used = copies.filter((path) => !idleUndici.includes(path))
		expect(used.filter((path) => !isMendedUndici(packages[path]!.version!))).toEqual([])
	})

	it("names exact versions in package.json, so that installing is repeatable", () => {
		const { dependencies, devDependencies } = JSON.parse(read("package.json")) as Record<
			string,
			Record<string, string>
		>
		const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(
			([, version]) => !/^\d+\.\d+\.\d+/.test(version),
		)
		expect(loose).toEqual([])
	})

	it("the image's Node is not older than 24.22.1: CVE-2026-111497, strangers run code through the Brotli decoder", () => {
		const images = [...read("docker/Dockerfile").matchAll(/^FROM node:(\S+)/gm)].map(([, tag]) => tag!)
		expect(images.length).toBeGreaterThan(0)
		for (const tag of images) {
			expect(tag).toMatch(/^24\.\d+\.\d+-/)
			expect(isAtLeast(tag, "24.22.1")).toBe(true)
		}
	})
})
