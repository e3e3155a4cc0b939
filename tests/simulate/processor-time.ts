import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"

/** Clock ticks a second in /proc/PID/stat; Linux has had this many on every machine for twenty years. */
const ticks = 100

type Process = { parent: number; own: number; ofChildren: number }

const readProcess = (pid: string): Process | null => {
	try {
		const stat = readFileSync(`/proc/${pid}/stat`, "utf8")
		// The name, which may hold anything, stands in brackets before the rest.
		const rest = stat
			.slice(stat.lastIndexOf(")") + 2)
			.split(" ")
			.map(Number)
		const [user, system, usersOfChildren, systemsOfChildren] = rest.slice(11, 15) as [
			number,
			number,
			number,
			number,
		]
		return { parent: rest[1]!, own: user + system, ofChildren: usersOfChildren + systemsOfChildren }
	} catch {
		return null
	}
}

/** Seconds of processor time of the PostgreSQL that keeps its files in a folder, sessions that ended included; null where that cannot be seen. */
export const usedIn = (folder: string): number | null => {
	try {
		const [pid] = readFileSync(join(folder, "postmaster.pid"), "utf8").split("\n")
		const first = readProcess(pid!)
		if (!first) return null
		let sum = first.own + first.ofChildren
		for (const other of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
			const child = readProcess(other)
			if (child?.parent === Number(pid)) sum += child.own
		}
		return sum / ticks
	} catch {
		return null
	}
}
