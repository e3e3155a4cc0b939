import { accessSync, constants, existsSync, statSync } from "node:fs"
import { statfs } from "node:fs/promises"
import { dirname, join } from "node:path"
import type { Config } from "../config.ts"
import { holderOf } from "../lock.ts"
import { leastRoom } from "../room.ts"
import { type Check, fail, ok, warn } from "./check.ts"

/** Where CVE-2026-111497 and what was found with it are mended, for each line of Node that still gets mended (SECURITY.md). */
const mendedIn: Record<number, readonly [number, number]> = { 24: [22, 1], 26: [12, 1] }
const newest = Math.max(...Object.keys(mendedIn).map(Number))

/** Whether this Node is one that strangers can do nothing to. */
export const nodeCheck = (version: string): Check => {
	const [major = 0, minor = 0, patch = 0] = version.split(".").map(Number)
	const [goodMinor, goodPatch] = mendedIn[major] ?? [0, 0]
	const mended =
		major in mendedIn ? minor > goodMinor || (minor === goodMinor && patch >= goodPatch) : major > newest
	if (mended) return ok("node", `Snug runs on Node ${version}.`)
	if (major < 24)
		return fail(
			"node",
			`Node ${version} is too old for Snug.`,
			"Run `npm install` again, and start with `npm start`.",
		)
	return warn(
		"node",
		`Node ${version} has known holes; Snug closes the gravest (it decodes no answers), but not all.`,
		"Run Snug on Node 24.22.1 or a newer 24, as the container image does; SECURITY.md says how.",
	)
}

const tight = 1024 ** 3

/** Whether the data folder is there, ours alone, and has room. With a database elsewhere it need not exist. */
export const folderChecks = async (config: Config): Promise<Check[]> => {
	const { dataDir, databaseUrl } = config
	if (!existsSync(dataDir)) {
		if (databaseUrl) return [ok("folder", "Nothing is kept on this machine; the database is elsewhere.")]
		return [
			fail(
				"folder",
				`There is no folder ${dataDir} yet.`,
				"Start Snug once, or set DATA_DIR to the folder it was started with.",
			),
		]
	}
	const { bavail, bsize } = await statfs(dataDir)
	return [modesOf(dataDir), roomOf(dataDir, bavail * bsize)]
}

const modesOf = (folder: string): Check => {
	try {
		accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK)
	} catch {
		return fail(
			"folder",
			`This user may not write in ${folder}.`,
			`Run this as the user Snug runs as, or: chown -R USER ${folder}`,
		)
	}
	const wrong = [
		[folder, 0o022, "711"],
		[join(folder, "secret-key"), 0o077, "600"],
		[join(folder, "db"), 0o077, "700"],
		[join(folder, "backups"), 0o077, "700"],
	].filter(
		([path, closed]) =>
			existsSync(path as string) && (statSync(path as string).mode & (closed as number)) !== 0,
	)
	if (wrong.length === 0) return ok("folder", `What is kept in ${folder} is this server's alone.`)
	const mend = wrong.map(([path, , mode]) => `chmod ${mode} ${path}`).join(" && ")
	return fail(
		"folder",
		`Other users of this machine can get at ${wrong.map(([path]) => path).join(" and ")}.`,
		mend,
	)
}

const roomOf = (folder: string, free: number): Check => {
	const says = `${(free / 1024 ** 3).toFixed(1)} GiB are free where ${folder} is.`
	const mend = "Make room, or move DATA_DIR to a larger disk; a database that cannot write stops."
	return free < leastRoom
		? fail("room", says, mend)
		: free < tight
			? warn("room", says, mend)
			: ok("room", says)
}

/** Who serves from the data folder now; null where several processes may share a database. */
export const holderCheck = ({ dataDir, databaseUrl, webOrigin }: Config): Check | null => {
	if (databaseUrl || !existsSync(dataDir)) return null
	const holder = holderOf(dataDir)
	if (!holder) return null
	const says = `Process ${holder.pid} serves ${holder.origin} from ${dataDir} since ${holder.startedAt}.`
	if (holder.origin === webOrigin.origin) return ok("holder", says)
	return warn(
		"holder",
		says,
		`This command has WEB_ORIGIN ${webOrigin.origin}: run it with the settings of that process, in ${dirname(dataDir)}.`,
	)
}
