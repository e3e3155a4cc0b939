import { join } from "node:path"
import { getLogger } from "@logtape/logtape"
import { findLocalActor, hasAccounts } from "../db/actors.ts"
import type { Network } from "../federation/plumbing/network.ts"
import { listReader } from "../federation/plumbing/read-list.ts"
import { signingKeys } from "../federation/plumbing/signing-keys.ts"
import { signUp } from "./accounts/sign-up.ts"
import { startBackups } from "./backup/nightly.ts"
import { type Config, ConfigError } from "./config.ts"
import { foundServer } from "./found-server.ts"
import { keepDatabase } from "./keep-database.ts"
import { type Lock, lockFolder } from "./lock.ts"
import { makeDataDir, type OpenWorld, openWorld } from "./open-world.ts"
import { openNetwork } from "./outside.ts"
import type { Ports } from "./ports.ts"
import { realPorts } from "./real-ports.ts"
import { startSchedule } from "./schedule.ts"
import { serve } from "./serve.ts"
import { newSetupToken } from "./set-up.ts"
import { installation } from "./version.ts"
import { eventsChannel } from "./workers.ts"
import type { World } from "./world.ts"

const log = getLogger(["snug"])

/** What may be otherwise around a server that is whole: when it ends, where it speaks, and where it dies. */
type Around = {
	/** Resolves when it is to stop, with the reason. */
	stop: Promise<string>
	/** Takes what the operator is to read. */
	say(line: string): void
	failpoint?: Ports["failpoint"]
}

/** Serves until it is told to stop; resolves with the exit code. @throws ConfigError when it cannot, in words for the operator. */
export const run = async (config: Config, { stop, say, failpoint }: Around): Promise<number> => {
	const network = openNetwork(config)
	const ports = realPorts(network.fetch, failpoint)
	const lock = takeLock(config, ports.now())
	let opened: OpenWorld | null = null
	try {
		opened = await openWorld(config, ports, { origin: "configured", log: say })
		await prepare(opened.world, config)
		const serving = await serve(opened, network, config)
		const token = config.role === "worker" ? null : await newSetupToken(opened.world)
		const home = `Snug ${installation.version} is at home: ${config.webOrigin.origin}${roles[config.role]}`
		say(token ? `${home}\nSetup: ${new URL(`/setup?token=${token}`, config.webOrigin).href}` : home)
		const upkeep = config.role === "web" ? null : startUpkeep(opened, config)
		say(`Stopping (${await stop}) …`)
		await Promise.all([upkeep?.stop(), serving.stop()])
		return 0
	} catch (error) {
		throw asSentence(error, config)
	} finally {
		await closeAll(opened, network, lock)
	}
}

/** What happens unasked, by the hour and by night; and a database of our own is looked after. */
const startUpkeep = ({ world, connection }: OpenWorld, config: Config) => {
	const schedule = startSchedule(world, listReader(world))
	// who cannot listen just now looks often enough all the same
	void connection.listen(eventsChannel, () => schedule.lookSoon()).catch(() => {})
	const backups = startBackups(world, config)
	const database = config.databaseUrl ? null : keepDatabase(join(config.dataDir, "db"))
	return {
		async stop() {
			await Promise.all([schedule.stop(), backups.stop(), database?.stop()])
		},
	}
}

const roles = { all: "", web: " (web; a worker does the rest)", worker: " (worker)" }

/** With a database of its own elsewhere, several processes may share the work, so there is nothing to lock. */
const takeLock = (config: Config, now: Date): Lock | null => {
	if (config.databaseUrl) return null
	if (config.role !== "all")
		throw new ConfigError(
			`ROLE=${config.role} shares its database with other processes, so it needs DATABASE_URL.`,
		)
	makeDataDir(config.dataDir)
	const lock = lockFolder(config.dataDir, config.webOrigin.origin, now)
	if (!("heldBy" in lock)) return lock
	const { pid, origin, startedAt } = lock.heldBy
	throw new ConfigError(
		`Snug runs on ${config.dataDir} already: ${origin}, process ${pid}, since ${startedAt}. ` +
			`Stop it with Ctrl-C or \`kill ${pid}\`, or give this one a DATA_DIR of its own.`,
	)
}

const prepare = async (world: World, config: Config): Promise<void> => {
	const founded = await foundServer(world)
	if (!founded.ok) throw new ConfigError(founded.reason)
	await checkSecret(world)
	if (!config.admin || config.role === "worker" || (await hasAccounts(world.db))) return
	const { username, password, email } = config.admin
	const account = await signUp(world, { name: username, password, email })
	// another process may have made it in between
	if (!account.ok && !(await hasAccounts(world.db)))
		throw new ConfigError(`ADMIN_USERNAME and the rest make no account: ${account.reason}`)
}

const checkSecret = async (world: World): Promise<void> => {
	const actor = await findLocalActor(world.db, "server")
	await signingKeys(world)(actor!.id).catch(() => {
		throw new ConfigError(
			"The keys in this database were sealed with another SECRET_KEY. Give the one it was begun with; " +
				"without it no server will believe this one any more.",
		)
	})
}

const closeAll = async (opened: OpenWorld | null, network: Network, lock: Lock | null): Promise<void> => {
	await opened?.close().catch((error) => log.error("Closing the database: {error}", { error }))
	await network.close().catch(() => {})
	lock?.release()
}

const asSentence = (error: unknown, { port, bind }: Config): unknown => {
	const { code } = error as NodeJS.ErrnoException
	if (code === "EADDRINUSE")
		return new ConfigError(
			`Port ${port} is in use by another program. Stop that one, or choose another with PORT.`,
		)
	if (code === "EACCES")
		return new ConfigError(`Port ${port} may not be used by this user. Choose one above 1023 with PORT.`)
	if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND")
		return new ConfigError(`BIND=${bind} is no address of this machine.`)
	return error
}
