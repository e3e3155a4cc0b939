import { existsSync } from "node:fs"
import { join } from "node:path"
import { notify } from "../../db/notify.ts"
import { findServer } from "../../db/server.ts"
import { readConfig } from "../config.ts"
import { foundServer } from "../found-server.ts"
import { openWorld } from "../open-world.ts"
import { realPorts } from "../real-ports.ts"
import type { World } from "../world.ts"
import { orRefuse, Refusal } from "./speak.ts"
import type { Tools, WithWorld } from "./tools.ts"

/** Opens the world for one verb at a time. */
export const worldOpener =
	({ openNetwork }: Tools): WithWorld =>
	async (work) => {
		loadDotEnv()
		const config = readConfig(process.env)
		const network = openNetwork(config)
		const opened = await openWorld(config, realPorts(network.fetch))
		const rings: Promise<void>[] = []
		try {
			const world: World = { ...opened.world, wake: () => rings.push(notify(opened.world.db, "snug_events")) }
			if (!(await findServer(world.db))) orRefuse(await foundServer(world))
			return await work(world)
		} finally {
			await Promise.allSettled(rings)
			await network.close()
			await opened.close()
		}
	}

/** Settings may stand in a file `.env` beside the installation; the environment comes first. */
export const loadDotEnv = (): void => {
	const path = join(process.cwd(), ".env")
	try {
		if (existsSync(path)) process.loadEnvFile(path)
	} catch (error) {
		throw new Refusal(`${path} cannot be read: ${(error as Error).message}`)
	}
}
