import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"

/** The server that holds a data folder. */
export type Holder = { pid: number; startedAt: string; origin: string; boot: string }

export type Lock = { release(): void }

/** Takes a data folder for this process alone, or answers with the one that has it. A lock left by a crash is taken over. */
export const lockFolder = (folder: string, origin: string, now: Date): Lock | { heldBy: Holder } => {
	const path = join(folder, "snug.lock")
	mkdirSync(folder, { recursive: true, mode: 0o711 })
	const own: Holder = {
		pid: process.pid,
		startedAt: now.toISOString(),
		origin,
		boot: bootOf(process.pid) ?? "",
	}
	for (let tries = 0; tries < 5; tries++) {
		try {
			writeFileSync(path, JSON.stringify(own), { flag: "wx" })
			return { release: () => releaseOwn(path, own) }
		} catch (error) {
			if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error
		}
		const holder = readHolder(path)
		if (holder && isAlive(holder)) return { heldBy: holder }
		putAside(path, holder)
	}
	throw new Error(`${path} keeps changing hands; remove it if no server runs on ${folder}`)
}

const readHolder = (path: string): Holder | null => {
	try {
		return JSON.parse(readFileSync(path, "utf8"))
	} catch {
		return null
	}
}

/** A process with the same number but another start is another process. */
const isAlive = ({ pid, boot }: Holder): boolean => {
	try {
		process.kill(pid, 0)
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === "EPERM" && bootOf(pid) === boot
	}
	return bootOf(pid) === boot
}

/** When a process began, as the kernel counts; empty where it does not say. */
const bootOf = (pid: number): string | null => {
	try {
		const stat = readFileSync(`/proc/${pid}/stat`, "utf8")
		return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? ""
	} catch {
		return process.platform === "linux" ? null : ""
	}
}

/** Moves a stale lock away by renaming, so that of two that find it stale only one takes this one. */
const putAside = (path: string, stale: Holder | null): void => {
	const aside = `${path}.${process.pid}`
	try {
		renameSync(path, aside)
		const moved = readHolder(aside)
		if (moved && moved.pid !== stale?.pid && isAlive(moved)) renameSync(aside, path)
		else rmSync(aside, { force: true })
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error
	}
}

const releaseOwn = (path: string, own: Holder): void => {
	if (readHolder(path)?.pid === own.pid) rmSync(path, { force: true })
}

/** The living server that holds a data folder, or null; takes nothing. */
export const holderOf = (folder: string): Holder | null => {
	const holder = readHolder(join(folder, "snug.lock"))
	return holder && isAlive(holder) ? holder : null
}
