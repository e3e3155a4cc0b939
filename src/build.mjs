// Checks the types and writes dist; then joins what a process of Snug reads into the few files of dist/snug, since to read
// two thousand small ones is most of a start. Does nothing when nothing has changed. What it is told, it tells tsc.
import { spawnSync } from "node:child_process"
import { createHash } from "node:crypto"
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs"
import { basename, dirname, join } from "node:path"
import { fileURLToPath } from "node:url"

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const folder = join(root, "dist", "snug")
const note = join(folder, "built.json")

const sources = [
	"src",
	"federation",
	"db",
	"tsconfig.json",
	"package.json",
	"package-lock.json",
	"node_modules/.package-lock.json",
]

/** Main; the others are what the tests' process for verbs takes from it. */
const entryPoints = {
	main: "dist/src/main.js",
	verbs: "dist/src/cli/snug.js",
	outside: "dist/src/outside.js",
	run: "dist/src/run.js",
	temporal: "dist/src/temporal.js",
}

/** One line for all that it is built from. Another time of a file counts as a change, a newer one or an older one. */
const signature = () => {
	const hash = createHash("sha256")
	for (const path of sources) {
		const found = statSync(join(root, path), { throwIfNoEntry: false })
		const inside = found?.isDirectory() ? readdirSync(join(root, path), { recursive: true }).sort() : [""]
		for (const name of found ? inside : []) {
			const { size, mtimeMs } = statSync(join(root, path, name))
			hash.update(`${path}/${name} ${size} ${mtimeMs}\n`)
		}
	}
	return hash.digest("hex")
}

const lastBuilt = () => {
	try {
		return JSON.parse(readFileSync(note, "utf8"))
	} catch {
		return { signature: "", files: [] }
	}
}

const joined = async () => {
	// not read when there is nothing to do
	const { build } = await import("esbuild")
	const { outputFiles } = await build({
		absWorkingDir: root,
		entryPoints,
		outdir: folder,
		write: false,
		bundle: true,
		splitting: true,
		format: "esm",
		platform: "node",
		target: "node24",
		// of a package in several forms, the one that Node itself would take
		conditions: ["module-sync"],
		mainFields: ["main"],
		// it brings a library of the machine
		external: ["sharp"],
		sourcemap: true,
		sourcesContent: false,
		logLevel: "warning",
		banner: {
			js: 'import { createRequire as requireFrom } from "node:module"; const require = requireFrom(import.meta.url);',
		},
	})
	return outputFiles.map(({ path, contents }) => ({ name: basename(path), contents }))
}

const hour = 3_600_000

/** Main comes last, and each whole: a process may start meanwhile, or build as well. One that runs keeps what it may yet ask for. */
const write = (files, before) => {
	mkdirSync(folder, { recursive: true })
	const isEntry = ({ name }) => name.split(".")[0] in entryPoints
	for (const { name, contents } of files.sort((a, b) => isEntry(a) - isEntry(b))) {
		const beside = join(folder, `${name}.${process.pid}`)
		writeFileSync(beside, contents)
		renameSync(beside, join(folder, name))
	}
	const kept = new Set([...files.map(({ name }) => name), ...before, basename(note)])
	for (const name of readdirSync(folder)) {
		const path = join(folder, name)
		const isBeside = /\.\d+$/.test(name)
		const written = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0
		if (isBeside ? written < Date.now() - hour : !kept.has(name)) rmSync(path, { force: true })
	}
}

const now = signature()
const last = lastBuilt()
if (now !== last.signature) {
	const words = [
		join(root, "node_modules/typescript/bin/tsc"),
		"-p",
		join(root, "tsconfig.json"),
		...process.argv.slice(2),
	]
	const { status } = spawnSync(process.execPath, words, { stdio: ["ignore", 2, 2] })
	const files = await joined()
	write(files, last.files)
	// with an error in the types it is built, so that it can be tried, but it is not done
	const built = { signature: status === 0 ? now : "", files: files.map(({ name }) => name) }
	writeFileSync(note, JSON.stringify(built))
	process.exitCode = status ?? 1
}
