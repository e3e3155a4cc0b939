import { execFileSync } from "node:child_process"
import { readFileSync, readlinkSync, realpathSync } from "node:fs"
import { connect } from "node:net"
import { platform } from "node:os"
import { join, resolve } from "node:path"
import { sslRequest } from "../connection/socket.ts"

/** A server that runs on a folder, as its postmaster.pid tells (PostgreSQL's miscinit.c, "CreateDataDirLockFile"). */
export type Running = {
	dir: string
	pid: number
	socketFolder: string
	port: number
	ready: boolean
	url: string
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

const linesOf = (lock: string): string[] => {
	try {
		return readFileSync(lock, "utf8").split("\n")
	} catch {
		return []
	}
}

/** The process number in a lock file of PostgreSQL, alive or not; 0 if there is none. */
export const pidIn = (lock: string): number => Number(linesOf(lock)[0] ?? 0)

/** Whether a process with that number exists, whoever's it is. */
export const isAlive = (pid: number): boolean => {
	try {
		return pid > 0 && process.kill(pid, 0)
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === "EPERM"
	}
}

/** The server that runs on this folder, or null if there is none or what the file names is not it. */
export const readRunning = (dir: string): Running | null => {
	const lines = linesOf(join(dir, "postmaster.pid"))
	const pid = Number(lines[0])
	if (!(pid > 1) || !isServerOf(dir, pid)) return null
	const port = Number(lines[3])
	const socketFolder = resolve(dir, lines[4] ?? "")
	const url = `postgresql://snug@localhost:${port}/snug?host=${encodeURIComponent(socketFolder)}`
	return { dir, pid, socketFolder, port, ready: lines[7]?.trim() === "ready", url }
}

// A process number is used again quickly inside a container. A server works in its data folder, so that tells.
const isServerOf = (dir: string, pid: number): boolean => {
	try {
		if (platform() === "linux") return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(dir)
		return execFileSync("ps", ["-p", String(pid), "-o", "comm="], { encoding: "utf8" }).includes("postgres")
	} catch (error) {
		// root in a container may not look at another user's process that closely
		return (
			(error as NodeJS.ErrnoException).code === "EACCES" &&
			linesOf(`/proc/${pid}/cmdline`).join().includes(`\0${dir}\0`)
		)
	}
}

/** Waits while a server starts, recovers or stops: it, once it takes connections, or null once it is gone. */
export const waitUntilReady = async (found: Running): Promise<Running | null> => {
	for (let left = 1200; left > 0; left--) {
		const now = readRunning(found.dir)
		if (!now || (now.ready && (await answers(now)))) return now
		await pause(50)
	}
	throw new Error(`The database in ${found.dir} has been starting or stopping for a minute.`)
}

// The file goes on saying "ready" when a server was killed; for a moment its process can still be seen, too.
const answers = ({ socketFolder, port }: Running): Promise<boolean> =>
	new Promise((resolve) => {
		const socket = connect(join(socketFolder, `.s.PGSQL.${port}`))
		socket.setTimeout(1000, () => socket.destroy())
		socket.on("error", () => {}).on("close", () => resolve(false))
		socket.once("data", () => {
			resolve(true)
			socket.destroy()
		})
		socket.write(sslRequest)
	})
