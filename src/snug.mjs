#!/usr/bin/env node
// The snug command of a checkout: builds when needed, then runs on the Node that the project pins.
import { spawn, spawnSync } from "node:child_process"
import { existsSync } from "node:fs"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"

const folder = dirname(dirname(fileURLToPath(import.meta.url)))
const bin = (name) => join(folder, "node_modules", ".bin", name)
const main = join(folder, "dist", "snug", "main.js")

if (existsSync(bin("tsc"))) {
	const built = spawnSync(bin("node"), [join(folder, "src", "build.mjs")], { stdio: ["ignore", 2, 2] })
	if (built.status !== 0) process.exit(1)
}
const node = existsSync(bin("node")) ? bin("node") : process.execPath
const ran = spawn(node, ["--enable-source-maps", main, ...process.argv.slice(2)], { stdio: "inherit" })
// Whoever stops this one means the other, which has things to finish.
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => ran.kill(signal))
ran.on("exit", (code) => process.exit(code ?? 1))
