import { existsSync, statSync } from "node:fs"
import { join, resolve } from "node:path"
import type { Command } from "commander"
import { createBackup, nameFor, type Tell } from "../backup/create-backup.ts"
import { BackupRefusal } from "../backup/format.ts"
import { findBackup, listBackups } from "../backup/list-backups.ts"
import { type BackupFile, checkBackup, openBackup } from "../backup/read-file.ts"
import { restoreBackup } from "../backup/restore-backup.ts"
import { type Config, readConfig } from "../config.ts"
import { realPorts } from "../real-ports.ts"
import { Refusal, type Row, say } from "./speak.ts"
import { loadDotEnv } from "./with-world.ts"

const ports = realPorts(() => Promise.reject(new Error("A backup asks no other server.")))

export const backupVerbs = (snug: Command): void => {
	const backup = snug
		.command("backup")
		.description("one file with everything this server keeps, and the way back")
	backup
		.command("create")
		.description("write a backup; the server may run meanwhile")
		.argument("[file]", "a new file, or a folder for it; without it, BACKUP_DIR")
		.option("--json", "print one JSON value")
		.action((file, options) => spoken((config, signal) => create(config, file, options, signal)))
	backup
		.command("verify")
		.description("read a backup from end to end and check every sum")
		.argument("<file>", "a path, or a name in BACKUP_DIR")
		.option("--show-secret", "show the secret key in it as well")
		.option("--json", "print one JSON value")
		.action((file, options) => spoken((config) => verify(config, file, options)))
	backup
		.command("restore")
		.description("put a backup into an empty database; without --apply only see whether that would work")
		.argument("<file>", "a path, or a name in BACKUP_DIR")
		.option("--apply", "do it")
		.option("--json", "print one JSON value")
		.action((file, options) => spoken((config, signal) => restore(config, file, options, signal)))
	backup
		.command("list")
		.description("the backups in BACKUP_DIR, newest first")
		.option("--json", "print one JSON value")
		.action((options) => spoken(async (config) => say((await listBackups(config)).map(listedRow), options)))
}

type Options = { json?: boolean; apply?: boolean; showSecret?: boolean }

const spoken = async (verb: (config: Config, signal: AbortSignal) => Promise<void>): Promise<void> => {
	loadDotEnv()
	// Whoever presses Ctrl-C leaves neither half a file nor a database running behind.
	const abort = new AbortController()
	for (const name of ["SIGINT", "SIGTERM"] as const) process.once(name, () => abort.abort())
	try {
		await verb(readConfig(process.env), abort.signal)
	} catch (error) {
		if (abort.signal.aborted) throw new Refusal("Stopped on the way; nothing was kept.")
		throw error instanceof BackupRefusal ? new Refusal(error.message) : error
	}
}

const create = async (
	config: Config,
	file: string | undefined,
	options: Options,
	signal: AbortSignal,
): Promise<void> => {
	const progress = showProgress("Writing")
	const path =
		file && existsSync(file) && statSync(file).isDirectory() ? join(file, nameFor(ports.now())) : file
	const wish = { kind: "manual", tell: progress.tell, signal } as const
	const made = await createBackup(config, ports, path ? { ...wish, path: resolve(path) } : wish).finally(
		progress.end,
	)
	say(rowOf(made, "created"), options)
	note(
		made.manifest.secret
			? "This file holds the private keys of this server and its groups, and the secret that opens them. Whoever has it can speak in their name: keep it as you keep a password."
			: "SECRET_KEY is not in this file; keep it in another place. The backup is of no use without it.",
	)
}

const verify = async (config: Config, file: string, options: Options): Promise<void> => {
	const progress = showProgress("Checking")
	const backup = await openBackup(findBackup(file, config))
	await checkBackup(backup, (table) => progress.tell({ table })).finally(progress.end)
	const row = rowOf(backup, "verified")
	say(options.showSecret ? { ...row, secretKey: backup.manifest.secret } : row, options)
}

const restore = async (
	config: Config,
	file: string,
	options: Options,
	signal: AbortSignal,
): Promise<void> => {
	const progress = showProgress("Restoring")
	const apply = options.apply === true
	const backup = await openBackup(findBackup(file, config))
	await restoreBackup(config, ports, backup, { apply, tell: progress.tell, signal }).finally(progress.end)
	say(
		{
			...rowOf(backup, apply ? "restored" : "ready"),
			into: config.databaseUrl ? "DATABASE_URL" : config.dataDir,
		},
		options,
	)
	const origin = backup.manifest.webOrigin
	note(
		apply
			? `Start it with WEB_ORIGIN=${origin}. What happened there after ${backup.manifest.createdAt} is gone; other servers may remember more.`
			: "Nothing was changed. With --apply it is restored.",
	)
}

const rowOf = ({ path, size, manifest }: BackupFile, state: string): Row => ({
	id: manifest.id,
	state,
	file: path,
	createdAt: manifest.createdAt,
	bytes: size,
	rows: manifest.tables.reduce((sum, { rows }) => sum + rows, 0),
	origin: manifest.webOrigin,
	snug: manifest.snug,
	postgres: manifest.postgres,
	secret: manifest.secret ? "in the file" : "not in the file",
})

const listedRow = ({
	name,
	path,
	size,
	manifest,
	trouble,
}: Awaited<ReturnType<typeof listBackups>>[number]): Row => ({
	id: manifest?.id ?? null,
	state: trouble === null ? "whole" : "damaged",
	name,
	uri: path,
	createdAt: manifest?.createdAt ?? "",
	bytes: size,
	kind: manifest?.kind ?? "",
	origin: manifest?.webOrigin ?? "",
})

const note = (sentence: string): boolean => process.stderr.write(`${sentence}\n`)

/** One line that changes for who watches, plain lines for a log; on stderr, so that what is printed stays readable by scripts. */
const showProgress = (doing: string): { tell: Tell; end: () => void } => {
	const { stderr } = process
	const clear = "\r\x1b[K"
	return {
		tell: ({ table, rows }) => {
			if (stderr.isTTY)
				stderr.write(`${clear}${doing} ${table}${rows === undefined ? " …" : ` (${rows} rows)`}`)
			else if (rows !== undefined) stderr.write(`${doing} ${table}: ${rows} rows\n`)
		},
		end: () => {
			if (stderr.isTTY) stderr.write(clear)
		},
	}
}
