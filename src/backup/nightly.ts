import { existsSync } from "node:fs"
import { readdir, rm, stat } from "node:fs/promises"
import { join } from "node:path"
import { getLogger } from "@logtape/logtape"
import { findServer } from "../../db/server.ts"
import type { Config } from "../config.ts"
import { limits } from "../limits.ts"
import type { World } from "../world.ts"
import { createBackup } from "./create-backup.ts"
import { listBackups } from "./list-backups.ts"
import { unfinished } from "./write-file.ts"

const log = getLogger(["snug", "backup"])

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** The first moment after the last backup at which the clock of this machine's time zone strikes the hour. */
export const nextBackup = (last: Date, atHour: number): Date => {
	const next = new Date(last.getFullYear(), last.getMonth(), last.getDate(), atHour)
	return next > last ? next : new Date(last.getFullYear(), last.getMonth(), last.getDate() + 1, atHour)
}

type Nightly = Pick<Config, "backupDir" | "backupKeep" | "backupHour">

/**
 * A backup each night while the server keeps its own database; one that was missed, because the machine slept, is made
 * up for. Only the newest BACKUP_KEEP of these are kept; backups that people made are left alone. It looks for the first
 * time some milliseconds after the start, when the server has found its feet.
 */
export const startBackups = (
	world: World,
	config: Config,
	firstLook = 2 * minute,
): { stop(): Promise<void> } => {
	if (config.databaseUrl || !config.backupNightly) return { stop: async () => {} }
	const abort = new AbortController()
	let timer: NodeJS.Timeout
	let atWork: Promise<void> = Promise.resolve()
	const later = (milliseconds: number): void => {
		if (abort.signal.aborted) return
		timer = setTimeout(() => {
			atWork = run()
		}, milliseconds)
		timer.unref()
	}
	const run = async (): Promise<void> => {
		try {
			const due = nextBackup(await lastBackup(world, config), config.backupHour).getTime()
			const wait = due - world.ports.now().getTime()
			if (wait > 0) return later(Math.min(wait, hour))
			await backUp(world, config, abort.signal)
			later(minute)
		} catch (error) {
			if (!abort.signal.aborted) log.error("The nightly backup waits for the next hour: {error}", { error })
			later(hour)
		}
	}
	later(firstLook)
	return {
		stop: async () => {
			abort.abort()
			clearTimeout(timer)
			// What is read back after it was written need not be waited for.
			await Promise.race([atWork, new Promise((resolve) => setTimeout(resolve, limits.backupStop).unref())])
		},
	}
}

/** When this server was last backed up in BACKUP_DIR, or else when it was begun. */
const lastBackup = async ({ db, origin }: World, config: Nightly): Promise<Date> => {
	const ours = (await listBackups(config)).find(({ manifest }) => manifest?.webOrigin === origin.origin)
	if (ours) return new Date(ours.manifest!.createdAt)
	return (await findServer(db))?.createdAt ?? new Date(0)
}

const backUp = async ({ ports, origin }: World, config: Config, signal: AbortSignal): Promise<void> => {
	const { path, size } = await createBackup(config, ports, { kind: "nightly", signal })
	log.info("Made the nightly backup {path} ({size} bytes)", { path, size })
	for (const old of await prune(config, origin.origin, ports.now()))
		log.info("Removed the old backup {old}", { old })
}

/** Removes this server's nightly backups beyond the newest ones, and what was left of those that never got finished. */
export const prune = async (config: Nightly, webOrigin: string, now: Date): Promise<string[]> => {
	const nightly = (await listBackups(config)).filter(
		({ manifest }) => manifest?.kind === "nightly" && manifest.webOrigin === webOrigin,
	)
	const old = nightly.slice(config.backupKeep).map(({ path }) => path)
	for (const path of [...old, ...(await abandoned(config, now))]) await rm(path, { force: true })
	return old
}

const abandoned = async ({ backupDir }: Nightly, now: Date): Promise<string[]> => {
	if (!existsSync(backupDir)) return []
	const names = (await readdir(backupDir)).filter((name) => name.endsWith(`.backup${unfinished}`))
	const found = await Promise.all(
		names.map(async (name) => ({
			path: join(backupDir, name),
			at: (await stat(join(backupDir, name))).mtimeMs,
		})),
	)
	return found.filter(({ at }) => at < now.getTime() - day).map(({ path }) => path)
}
