import { execFile } from "node:child_process"
import { existsSync } from "node:fs"
import { chmod, chown, mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { setTimeout as pause } from "node:timers/promises"
import { promisify } from "node:util"
import { personFor } from "../../../db/embedded/user.ts"
import { runOn } from "./place.ts"

/** Where a whole PostgreSQL with pg_basebackup may be; what Snug brings along has none. */
const folders = [
	"/usr/lib/postgresql/18/bin",
	"/usr/lib/postgresql/17/bin",
	"/usr/lib/postgresql/16/bin",
	"/usr/lib/postgresql/15/bin",
]
const binaries = folders.find((folder) => existsSync(join(folder, "pg_basebackup")))

export type Pair = {
	primary: string
	standby: string
	/** The primary dies, and the standby takes its place with all that was committed there. */
	failOver(): Promise<void>
	close(): Promise<void>
}

/**
 * Two PostgreSQL servers, the second a standby that has whatever the first has acknowledged (synchronous replication);
 * null where no PostgreSQL with pg_basebackup is installed.
 */
export const openPair = async (): Promise<Pair | null> => {
	if (!binaries) return null
	const folder = await mkdtemp(join(tmpdir(), "snug-pair-"))
	const { uid, gid } = personFor(folder, join(binaries, ".."))
	await chmod(folder, 0o700)
	await chown(folder, uid, gid)
	const run = async (program: string, ...given: string[]) => {
		await promisify(execFile)(join(binaries, program), given, { uid, gid, cwd: folder, timeout: 60_000 })
	}
	const [one, two] = [join(folder, "one"), join(folder, "two")]
	const start = (dir: string, port: number, ...more: string[]) =>
		run(
			"pg_ctl",
			"start",
			"-w",
			"-s",
			"-D",
			dir,
			"-l",
			`${dir}.log`,
			"-o",
			[`-p ${port} -k ${folder} -c listen_addresses=''`, ...more].join(" "),
		)
	const urlOf = (port: number, name = "snug") =>
		`postgresql://snug@localhost:${port}/${name}?host=${encodeURIComponent(folder)}`
	await run("initdb", "-D", one, "-U", "snug", "--auth=trust", "-E", "UTF8", "--no-sync")
	await start(one, 5432)
	await runOn(urlOf(5432, "postgres"), "create database snug")
	await run(
		"pg_basebackup",
		"-D",
		two,
		"-h",
		folder,
		"-p",
		"5432",
		"-U",
		"snug",
		"-R",
		"-X",
		"stream",
		"--checkpoint=fast",
		"--no-sync",
	)
	await start(two, 5433)
	await runOn(urlOf(5432), "alter system set synchronous_standby_names = '*'")
	await runOn(urlOf(5432), "select pg_reload_conf()")
	await streaming(urlOf(5432))
	return {
		primary: urlOf(5432),
		standby: urlOf(5433),
		async failOver() {
			await run("pg_ctl", "stop", "-w", "-s", "-m", "immediate", "-D", one)
			await run("pg_ctl", "promote", "-w", "-s", "-D", two)
		},
		async close() {
			for (const dir of [one, two])
				await run("pg_ctl", "stop", "-w", "-s", "-m", "immediate", "-D", dir).catch(() => {})
			await rm(folder, { recursive: true, force: true })
		},
	}
}

const streaming = async (url: string): Promise<void> => {
	for (let left = 200; left > 0; left--) {
		const [row] = await runOn<{ state: string }>(url, "select sync_state as state from pg_stat_replication")
		if (row?.state === "sync") return
		await pause(50)
	}
	throw new Error("The standby does not follow.")
}
