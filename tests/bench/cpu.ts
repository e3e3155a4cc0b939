import { readdirSync, readFileSync } from "node:fs"

// USER_HZ: 100 on every Linux that Node runs on (proc(5), sysconf(_SC_CLK_TCK)).
const millisecondsPerTick = 10

type Stat = { command: string; parent: number; own: number; ended: number }

const statOf = (pid: number | string): Stat | null => {
	try {
		const text = readFileSync(`/proc/${pid}/stat`, "utf8")
		const end = text.lastIndexOf(")")
		const fields = text.slice(end + 2).split(" ")
		const sum = (one: number, other: number) =>
			(Number(fields[one]) + Number(fields[other])) * millisecondsPerTick
		const command = text.slice(text.indexOf("(") + 1, end)
		return { command, parent: Number(fields[1]), own: sum(11, 12), ended: sum(13, 14) }
	} catch {
		return null
	}
}

const cpuOf = (pid: number): number | null => statOf(pid)?.own ?? null

/** The same of a process with its children, those that have ended included. */
export const cpuOfFamily = (pid: number): number | null => {
	const head = statOf(pid)
	if (!head) return null
	const children = readdirSync("/proc")
		.filter((name) => /^\d+$/.test(name))
		.map(statOf)
		.filter((stat) => stat?.parent === pid)
	return children.reduce((sum, child) => sum + child!.own, head.own + head.ended)
}

/** The postmaster above one of its backends; null when the database runs elsewhere. */
export const postmasterOf = (backend: number): number | null => {
	const stat = statOf(backend)
	return stat?.command === "postgres" && statOf(stat.parent)?.command === "postgres" ? stat.parent : null
}

/** Resident memory of a process in MB; null where it cannot be seen. */
export const memoryOf = (pid: number): number | null => {
	try {
		const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]
		return kilobytes ? Math.round(Number(kilobytes) / 1024) : null
	} catch {
		return null
	}
}

/** CPU used so far by a server, its PostgreSQL, and whatever asks and answers it, in milliseconds. */
export type Spent = { server: number | null; database: number | null; generator: number | null }
export type Meter = () => Spent

/** Reads what a server's process, its database and the generator's processes have used so far. */
export const meter =
	(server: number, database: () => number | null, generator: number[]): Meter =>
	() => ({ server: cpuOf(server), database: database(), generator: total(generator.map(cpuOf)) })

/** What was used between two readings, for each of so many items. */
export const costs = (before: Spent, after: Spent, items: number) => {
	const each = (name: keyof Spent) => {
		const difference = total([after[name], before[name] === null ? null : -before[name]])
		return difference === null ? null : difference / items
	}
	return {
		cpu: total([each("server"), each("database")]),
		database: each("database"),
		generator: each("generator"),
	}
}

const total = (readings: (number | null)[]): number | null =>
	readings.reduce((sum, one) => (sum === null || one === null ? null : sum + one), 0)

/** The database of a server that has none. */
export const noDatabase = (): number => 0
