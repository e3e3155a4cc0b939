import { spawn } from "node:child_process"
import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"

const folder = join(import.meta.dirname, "../..")

export type DemoServer = { origin: string; setupUrl: string; stop(): Promise<void> }

/** Starts a Snug server as an operator would, in a folder that goes away with it. */
export const startServer = async (port: number): Promise<DemoServer> => {
	const data = await mkdtemp(join(tmpdir(), "snug-demo-"))
	const environment = {
		PATH: process.env.PATH ?? "",
		DATA_DIR: data,
		PORT: String(port),
		LOG_LEVEL: "warning",
	}
	const main = join(folder, "dist/snug/main.js")
	// In a group of its own, so that Ctrl-C reaches the demo first, which then stops it.
	const child = spawn(process.execPath, [main, "start"], { env: environment, cwd: folder, detached: true })
	const gone = new Promise<void>((resolve) => child.once("exit", () => resolve()))
	let output = ""
	const setupUrl = await new Promise<string>((resolve, reject) => {
		const read = (chunk: Buffer) => {
			output += chunk
			const url = /Setup: (\S+)/.exec(output)?.[1]
			if (url) resolve(url)
		}
		child.stdout.on("data", read)
		child.stderr.on("data", read)
		child.once("exit", () => reject(new Error(`Snug did not start:\n${output}`)))
	})
	return {
		origin: new URL(setupUrl).origin,
		setupUrl,
		async stop() {
			child.kill("SIGTERM")
			await gone
			await rm(data, { recursive: true, force: true })
		},
	}
}

/** Fills in the first page of a new server. */
export const fillIn = async (setupUrl: string, fields: Record<string, string>): Promise<void> => {
	const answer = await fetch(setupUrl, { method: "POST", body: new URLSearchParams(fields) })
	if (!answer.ok) throw new Error(`The setup page answered ${answer.status}`)
}
