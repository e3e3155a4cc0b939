import { execFileSync } from "node:child_process"
import { readFileSync, readlinkSync, realpathSync } from "node:fs"
import { platform } from "node:os"
import { join, resolve } from "node:path"

/** A server that runs on a folder, as its postmaster.pid tells (PostgreSQL's miscinit.c, "CreateDataDirLockFile"). */
export type Running = { dir: string; pid: number; socketFolder: string; ready: boolean; url: string }

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

/** The server that runs on this folder, or null if there is none or what the file names is not it. */
export const readRunning = (dir: string): Running | null => {
	let lines: string[]
	try {
		lines = readFileSync(join(dir, "postmaster.pid"), "utf8").split("\n")
	} catch {
		return null
	}
	const pid = Number(lines[0])
	if (!(pid > 1) || !isServerOf(dir, pid)) return null
	const port = lines[3]
	const socketFolder = resolve(dir, lines[4] ?? "")
	const url = `postgresql://snug@localhost:${port}/snug?host=${encodeURIComponent(socketFolder)}`
	return { dir, pid, socketFolder, ready: lines[7]?.trim() === "ready", url }
}

// A process number is used again quickly inside a container. A server works in its data folder, so that tells.
const isServerOf = (dir: string, pid: number): boolean => {
	try {
		if (platform() === "linux") return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(dir)
		return execFileSync("ps", ["-p", String(pid), "-o", "comm="], { encoding: "utf8" }).includes("postgres")
	} catch (error) {
		// a server of another user: its folder cannot be looked at, but it is alive
		return (error as NodeJS.ErrnoException).code === "EACCES"
	}
}

/** Waits while a server starts, recovers or stops: it, once it takes connections, or null once it is gone. */
export const waitUntilReady = async (found: Running): Promise<Running | null> => {
	for (let left = 1200; left > 0; left--) {
		const now = readRunning(found.dir)
		if (!now || now.ready) return now
		await pause(50)
	}
	throw new Error(`The database in ${found.dir} has been starting or stopping for a minute.`)
}
