import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { startEmbedded } from "../../../db/embedded.ts"
import { migrate } from "../../../db/migrate.ts"
import { freshDatabase } from "../../support/database.ts"

export type OwnDatabase = { url: string; drop(): Promise<void> }

/** A migrated database for one run: a copy of the test suite's where that runs, else one of a PostgreSQL that goes away with it. */
export const newDatabase = async (): Promise<OwnDatabase> => {
	if (process.env.VITEST) return freshDatabase()
	const folder = await mkdtemp(join(tmpdir(), "snug-proof-"))
	// Nothing of a run outlives the machine, so it need not reach the disk.
	const settings = { fsync: "off", synchronous_commit: "off", full_page_writes: "off" }
	const server = await startEmbedded(join(folder, "db"), undefined, settings)
	await migrate(server.url)
	return {
		url: server.url,
		async drop() {
			await server.stop({ force: true })
			await rm(folder, { recursive: true, force: true })
		},
	}
}
