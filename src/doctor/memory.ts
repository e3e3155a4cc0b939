import { existsSync } from "node:fs"
import { join } from "node:path"
import { findLocalActor, findLocalKeys } from "../../db/actors.ts"
import { type Condition, compareMigrations, readCondition } from "../../db/condition.ts"
import { connect, type Database } from "../../db/connect.ts"
import { startEmbedded } from "../../db/embedded.ts"
import type { Server } from "../../db/server.ts"
import type { Config } from "../config.ts"
import { openKey } from "../people/keys.ts"
import { readSecretKey } from "../secret-key.ts"
import { installation } from "../version.ts"
import { type Check, fail, look, ok, warn } from "./check.ts"

export type Memory = { db: Database; close(): Promise<void> }

/** Opens the database as it is: nothing is made or brought up to date. Null where no server was ever begun. */
export const openMemory = async (config: Config): Promise<Memory | null> => {
	const folder = join(config.dataDir, "db")
	if (!config.databaseUrl && !existsSync(folder)) return null
	const embedded = config.databaseUrl ? null : await startEmbedded(folder)
	const connection = connect(config.databaseUrl ?? embedded!.url, { size: 2 })
	return {
		db: connection.db,
		close: async () => {
			await connection.close()
			await embedded?.stop()
		},
	}
}

/** How the database is; whether it is of this build decides whether more can be asked of it. */
export const databaseChecks = async (
	db: Database,
	now: () => Date,
): Promise<{ checks: Check[]; current: boolean }> => {
	const asked = now().getTime()
	const condition = await readCondition(db)
	const between = (asked + now().getTime()) / 2
	const { missing, strange } = await compareMigrations(db, join(installation.folder, "db/migrations"))
	const checks = [
		versionCheck(condition),
		migrationsCheck(missing, strange),
		clockCheck(condition.now.getTime() - between),
	]
	return { checks, current: missing === 0 && strange === 0 }
}

const versionCheck = ({ version, number, standby }: Condition): Check => {
	if (number < 150_000)
		return fail("database", `The database is PostgreSQL ${version}.`, "Upgrade it to PostgreSQL 15 or newer.")
	if (standby)
		return fail(
			"database",
			"The database is a standby and takes no writes.",
			"Point DATABASE_URL to the primary.",
		)
	return ok("database", `PostgreSQL ${version} answers.`)
}

const migrationsCheck = (missing: number, strange: number): Check => {
	const restore = "Start the build that did it, or restore the backup made before: snug backup restore FILE"
	if (strange > 0) return fail("migrations", "A newer build of Snug has changed this database.", restore)
	if (missing > 0)
		return fail(
			"migrations",
			"The database is not up to date with this build.",
			"snug migrate (or start the server, which does it too)",
		)
	return ok("migrations", "The database is up to date with this build.")
}

const tolerance = 5000
const unbearable = 5 * 60_000

/** Clocks that differ date posts wrongly; by hours, other servers refuse our signatures. */
export const clockCheck = (skew: number): Check => {
	const apart = Math.abs(skew)
	if (apart <= tolerance) return ok("clock", "This machine and the database agree on the time.")
	const says = `The clocks of this machine and of the database are ${Math.round(apart / 1000)} seconds apart.`
	const mend = "Let both set their clocks from the network: timedatectl set-ntp true"
	return apart > unbearable ? fail("clock", says, mend) : warn("clock", says, mend)
}

/** Whether this origin is the database's own. */
export const originCheck = (server: Server, { webOrigin, trial }: Config): Check => {
	const { origin } = webOrigin
	if (server.webOrigin !== origin) {
		const says = `This database belongs to ${server.webOrigin}, and the settings here say ${trial ? "nothing" : origin}.`
		return fail("origin", says, `Set WEB_ORIGIN=${server.webOrigin}, in the environment or in .env.`)
	}
	if (trial)
		return warn(
			"origin",
			`This is a trial on ${origin}; only servers on this machine can talk to it.`,
			"Set WEB_ORIGIN to its public address, for good: docs/operating.md",
		)
	if (webOrigin.protocol !== "https:")
		return warn(
			"origin",
			`${origin} is for this machine only.`,
			"Set WEB_ORIGIN to an address that begins with https://",
		)
	return ok("origin", `This server is ${origin}.`)
}

/** Whether SECRET_KEY opens the keys that sign for the server and one of its groups. */
export const secretChecks = (db: Database, config: Config): Promise<Check[]> =>
	look(
		"secret",
		"Give Snug the SECRET_KEY, or the file secret-key, that belongs to this database.",
		async () => {
			if (!config.databaseUrl && !config.secretKey && !existsSync(join(config.dataDir, "secret-key")))
				return fail(
					"secret",
					`${join(config.dataDir, "secret-key")} is missing.`,
					"Put it back from a backup: snug backup verify FILE --show-secret",
				)
			const secret = readSecretKey(config)
			const actor = await findLocalActor(db, "server")
			for (const key of actor ? await findLocalKeys(db, actor.id) : []) {
				try {
					openKey(secret, actor!.id, key.sealedPrivateKey)
				} catch {
					return fail(
						"secret",
						"SECRET_KEY is not the one that the keys in this database were sealed with.",
						"Give the one it was begun with; without it no other server will believe this one.",
					)
				}
			}
			return ok("secret", "SECRET_KEY opens the private keys.")
		},
	)
