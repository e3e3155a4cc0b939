import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import type { Binaries } from "./binaries.ts"
import { isAlive, pidIn, readRunning } from "./running.ts"
import { EmbeddedRefusal, giveTo, type Person, runAs } from "./user.ts"

/** A unix socket's name may have 107 bytes on Linux and 103 on macOS. */
const socketNameBytes = 103
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

const ours: Record<string, string> = {
	listen_addresses: "",
	// the data folder itself: it is closed to everyone else, so its socket is too
	unix_socket_directories: ".",
	unix_socket_permissions: "0700",
	// sized for one small server: about 50 MB in all
	shared_buffers: "32MB",
	max_connections: "60",
	io_method: "sync",
	jit: "off",
	max_parallel_workers: "0",
	max_parallel_workers_per_gather: "0",
	autovacuum_max_workers: "1",
	autovacuum_worker_slots: "2",
	max_wal_size: "256MB",
	timezone: "UTC",
	log_timezone: "UTC",
	// a week of logs, one file a day, so that nobody needs to tidy them
	logging_collector: "on",
	log_filename: "%a.log",
	log_truncate_on_rotation: "on",
	log_rotation_age: "1d",
	log_checkpoints: "off",
	log_min_messages: "warning",
}

/** Starts the server so that it outlives this process, and waits until it takes connections. */
export const launch = async (
	dir: string,
	binaries: Binaries,
	person: Person,
	extra: Record<string, string>,
) => {
	writeSettings(dir, person, { ...ours, ...extra })
	forgetStranger(dir)
	const startup = join(dir, `startup-${process.pid}.log`)
	const elsewhere = shortSocketFolder(dir, person)
	const given = [
		"start",
		"-D",
		dir,
		"-w",
		"-s",
		"-t",
		"120",
		"-l",
		startup,
		...(elsewhere ? ["-o", `-k ${elsewhere}`] : []),
	]
	try {
		for (let left = 20; ; left--) {
			const { code, output } = await runAs(person, binaries.pgCtl, given, dir)
			if (code === 0) return
			const said = [...lastLines(startup), ...lastLines(currentLog(dir)), output].join(" ")
			rmSync(startup, { force: true })
			// the processes of a server that was killed need a moment to notice
			const patient = left > 0 && said.includes("shared memory block")
			if (!patient) throw new EmbeddedRefusal(`The database in ${dir} does not start: ${said}`)
			await pause(500)
		}
	} catch (error) {
		if (elsewhere) rmSync(elsewhere, { recursive: true, force: true })
		throw error
	} finally {
		rmSync(startup, { force: true })
	}
}

const shortSocketFolder = (dir: string, person: Person): string | null => {
	if (Buffer.byteLength(join(dir, ".s.PGSQL.5432")) <= socketNameBytes) return null
	const folder = mkdtempSync("/tmp/snug-db-")
	giveTo(person, folder)
	return folder
}

const writeSettings = (dir: string, person: Person, settings: Record<string, string>): void => {
	const lines = Object.entries(settings).map(([name, value]) => `${name} = '${value.replaceAll("'", "''")}'`)
	const head = "# Written by Snug at each start. Your own settings go into own.conf beside this file."
	write(dir, person, "postgresql.conf", [head, ...lines, "include 'own.conf'", ""].join("\n"))
	if (!existsSync(join(dir, "own.conf"))) write(dir, person, "own.conf", "")
	write(
		dir,
		person,
		"pg_hba.conf",
		"# Written by Snug. Only the server's user and root reach the socket.\nlocal all all trust\n",
	)
}

const write = (dir: string, person: Person, name: string, text: string): void => {
	const path = join(dir, name)
	const fresh = `${path}.${process.pid}`
	writeFileSync(fresh, text, { mode: 0o600 })
	giveTo(person, fresh)
	renameSync(fresh, path)
}

// PostgreSQL takes any living process of its user with the number in a lock file for its former self, and in a container
// numbers come round quickly. A dead one's files it clears away itself.
const forgetStranger = (dir: string): void => {
	if (readRunning(dir)) return
	for (const name of ["postmaster.pid", ".s.PGSQL.5432.lock"]) {
		const lock = join(dir, name)
		if (isAlive(pidIn(lock))) rmSync(lock, { force: true })
	}
}

// What went wrong is said before or after the server turns to its own log.
const currentLog = (dir: string): string => {
	const named = lastLines(join(dir, "current_logfiles"))
		.join("")
		.replace(/^stderr /, "")
	return named ? join(dir, named) : ""
}

const lastLines = (path: string): string[] => {
	try {
		return readFileSync(path, "utf8").trim().split("\n").slice(-4)
	} catch {
		return []
	}
}
