import { existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs"
import { basename, dirname, join } from "node:path"
import type { Binaries } from "./binaries.ts"
import { isAlive } from "./running.ts"
import { EmbeddedRefusal, giveTo, type Person, runAs } from "./user.ts"

// The server's own superuser is not the one Snug works as, so that a hole in Snug is not one in the machine.
const roles = "create role snug login createdb;\ncreate database snug owner snug;\n"
/** What initdb leaves; only such things are ever cleared away. */
const ours =
	/^(PG_VERSION|base|global|log|pg_\w+|pg_\w+\.conf|postgresql(\.auto)?\.conf|startup-\d+\.log|postmaster\.(pid|opts))$/

/**
 * Makes a database in the folder if there is none. It is built beside it and moved into place when whole, so a crash
 * on the way leaves no half of one. Refuses a folder of another major version or with other things in it.
 */
export const initialise = async (
	dir: string,
	binaries: Binaries,
	person: Person,
	log: (line: string) => void,
) => {
	if (isWhole(dir)) return refuseOtherVersion(dir, binaries)
	clearHalf(dir)
	log(`Making a new database in ${dir}`)
	const fresh = makeBeside(dir)
	try {
		giveTo(person, fresh)
		await build(fresh, binaries, person)
		moveIntoPlace(fresh, dir)
	} finally {
		rmSync(fresh, { recursive: true, force: true })
	}
}

const isWhole = (dir: string) =>
	existsSync(join(dir, "PG_VERSION")) && existsSync(join(dir, "global/pg_control"))

const refuseOtherVersion = (dir: string, { major }: Binaries): void => {
	const found = readFileSync(join(dir, "PG_VERSION"), "utf8").trim()
	if (found === major) return
	const sentence = `The database in ${dir} was made by PostgreSQL ${found}, and this build of Snug brings PostgreSQL ${major}.`
	throw new EmbeddedRefusal(
		`${sentence} With the former build run \`snug backup create\`; then move ${dir} away and run \`snug backup restore FILE --apply\` with this one.`,
	)
}

const clearHalf = (dir: string): void => {
	const names = list(dir)
	const strange = names.find((name) => !ours.test(name))
	if (strange) {
		throw new EmbeddedRefusal(
			`The folder ${dir} is no database and holds other things (${strange}). Set DATA_DIR to another one.`,
		)
	}
	for (const name of names) rmSync(join(dir, name), { recursive: true, force: true })
}

const list = (dir: string): string[] => {
	try {
		return readdirSync(dir)
	} catch (error) {
		const { code } = error as NodeJS.ErrnoException
		throw new EmbeddedRefusal(
			`The folder ${dir} cannot be read by this user (${code}): it belongs to another one.`,
		)
	}
}

/** In a container the process before this one had the same number. */
const atWork = new Set<string>()

const makeBeside = (dir: string): string => {
	const parent = dirname(dir)
	const prefix = `${basename(dir)}.making-`
	try {
		// what a crash left; the number is of the process that began it, which may also be at work right now
		const left = readdirSync(parent).filter((name) => name.startsWith(prefix))
		for (const name of left) {
			const pid = Number(name.slice(prefix.length).split("-")[0])
			if (!isAlive(pid) || (pid === process.pid && !atWork.has(name)))
				rmSync(join(parent, name), { recursive: true, force: true })
		}
		const fresh = mkdtempSync(join(parent, `${prefix}${process.pid}-`))
		atWork.add(basename(fresh))
		return fresh
	} catch (error) {
		const { code } = error as NodeJS.ErrnoException
		throw new EmbeddedRefusal(`${parent} cannot be written (${code}). Set DATA_DIR to a folder that can.`)
	}
}

const build = async (fresh: string, { initdb, postgres }: Binaries, person: Person): Promise<void> => {
	const flags = ["--encoding=UTF8", "--no-locale", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
	const made = await runAs(
		person,
		initdb,
		["-D", fresh, "-U", "postgres", "-A", "trust", "--no-instructions", ...flags],
		"/",
	)
	if (made.code !== 0) throw new EmbeddedRefusal(`The database could not be made: ${made.output}`)
	const alone = await runAs(
		person,
		postgres,
		["--single", "-D", fresh, "-c", "exit_on_error=on", "postgres"],
		"/",
		roles,
	)
	if (alone.code !== 0) throw new EmbeddedRefusal(`The new database could not be prepared: ${alone.output}`)
}

const moveIntoPlace = (fresh: string, dir: string): void => {
	try {
		renameSync(fresh, dir)
	} catch (error) {
		const { code } = error as NodeJS.ErrnoException
		// another process was faster: its database is as good
		if ((code === "ENOTEMPTY" || code === "EEXIST") && isWhole(dir)) return
		if (code !== "EBUSY" && code !== "EXDEV") throw error
		throw new EmbeddedRefusal(`${dir} is where a volume is mounted. Mount it at ${dirname(dir)} instead.`)
	}
}
