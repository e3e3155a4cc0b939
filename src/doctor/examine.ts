import { countWorkers } from "../../db/presence.ts"
import { findServer } from "../../db/server.ts"
import type { Config } from "../config.ts"
import type { Ports } from "../ports.ts"
import { readSecretKey } from "../secret-key.ts"
import { type Check, fail, look, ok, warn } from "./check.ts"
import { knownChecks } from "./known.ts"
import { folderChecks, holderCheck, nodeCheck } from "./machine.ts"
import { databaseChecks, type Memory, openMemory, originCheck, secretChecks } from "./memory.ts"
import { certificateCheck, nameCheck } from "./name.ts"
import { reachedCheck, selfChecks } from "./reach.ts"
import { backupCheck, workChecks } from "./work.ts"

/** Looks at everything that can keep a server from working, from this machine outwards, and changes nothing. */
export const examine = async (config: Config, ports: Ports, nodeVersion: string): Promise<Check[]> => {
	const holder = holderCheck(config)
	const machine = [
		nodeCheck(nodeVersion),
		...(await look("folder", "Run this as the user Snug runs as.", () => folderChecks(config))),
		...(holder ? [holder] : []),
	]
	try {
		const memory = await openMemory(config)
		if (!memory)
			return [
				...machine,
				fail(
					"database",
					`There is no database in ${config.dataDir} yet.`,
					"Start the server once; it makes one.",
				),
			]
		try {
			return [...machine, ...(await examineServer(config, ports, memory, holder !== null))]
		} finally {
			await memory.close()
		}
	} catch (error) {
		const why = await look("database", "See that it runs, and that DATABASE_URL or DATA_DIR is right.", () =>
			Promise.reject(error),
		)
		return [...machine, ...why]
	}
}

const examineServer = async (
	config: Config,
	ports: Ports,
	{ db }: Memory,
	held: boolean,
): Promise<Check[]> => {
	const { checks, current } = await databaseChecks(db, ports.now)
	if (!current) return checks
	const server = await findServer(db)
	if (!server)
		return [...checks, fail("server", "No server was ever started on this database.", "snug start")]
	const secret = await secretChecks(db, config)
	const running = held || (await countWorkers(db)) > 0
	const at = { ...config, webOrigin: new URL(server.webOrigin) }
	const own = [...checks, ...secret, originCheck(server, config), runningCheck(running)]
	const inside = [
		...(await look("work", "snug queue status", () => workChecks(db, ports.now(), running))),
		...(await look("backup", "snug backup list", () => backupCheck(config, server, ports.now()))),
	]
	const sealed = secret.some(({ state }) => state === "fail")
	const world = sealed ? null : { db, secretKey: readSecretKey(config) }
	return [...own, ...(await outsideChecks(at.webOrigin, ports, world, running)), ...inside]
}

const runningCheck = (running: boolean): Check =>
	running
		? ok("running", "The server runs.")
		: warn(
				"running",
				"The server does not run, so what others see of it was not looked at.",
				"Start it, and ask again.",
			)

type Asked = { db: Memory["db"]; secretKey: string } | null

const outsideChecks = async (origin: URL, ports: Ports, world: Asked, running: boolean): Promise<Check[]> => {
	const name = await look("name", "See /etc/resolv.conf.", () => nameCheck(origin))
	const leads = name.every(({ state }) => state === "ok")
	const certificate =
		origin.protocol === "https:" && leads ? [await certificateCheck(origin, ports.now())] : []
	if (!running) return [...name, ...certificate]
	const door = { origin, fetch: ports.fetch }
	const reached = await reachedCheck(door)
	if (reached.state !== "ok" || !world) return [...name, ...certificate, reached]
	const self = await look("self", "See the log of the web server in front of Snug.", () =>
		selfChecks(door, world),
	)
	const known = self.some(({ name, state }) => name === "self" && state === "fail")
		? []
		: await knownChecks(door, world)
	return [...name, ...certificate, reached, ...self, ...known]
}
