import { rmSync } from "node:fs"
import { sql } from "drizzle-orm"
import { connect } from "../connect.ts"
import { type Running, readRunning } from "./running.ts"

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))
const step = 50

/**
 * Stops the server of a folder: first in order, after 8 seconds at once (it then recovers at its next start). Unless
 * forced it stays up while another process of Snug is connected; close your own connections before.
 */
export const shutDown = async (dir: string, log: (line: string) => void, force = false): Promise<void> => {
	const running = readRunning(dir)
	if (!running) return
	if (!force && (await isInUse(running)))
		return log(`The database in ${dir} stays up: another process of Snug uses it`)
	signal(running.pid, "SIGINT")
	if (!(await isGone(running, 8000))) {
		signal(running.pid, "SIGQUIT")
		if (!(await isGone(running, 5000))) signal(running.pid, "SIGKILL")
	}
	if (running.socketFolder.startsWith("/tmp/snug-db-"))
		rmSync(running.socketFolder, { recursive: true, force: true })
}

const isInUse = async ({ url }: Running): Promise<boolean> => {
	const connection = connect(url, { size: 1, transactionDeadline: 2000 })
	try {
		// a session that was just closed is still listed for a moment
		for (let left = 20; left > 0; left--) {
			const [row] = await connection.db.execute<{ others: number }>(sql`
				select count(*)::int as others from pg_stat_activity
				where application_name = 'snug' and pid <> pg_backend_pid()`)
			if (row?.others === 0) return false
			await pause(step)
		}
		return true
	} catch {
		return false
	} finally {
		await connection.close()
	}
}

const isGone = async ({ dir, pid }: Running, limit: number): Promise<boolean> => {
	for (let waited = 0; waited < limit; waited += step) {
		if (readRunning(dir)?.pid !== pid) return true
		await pause(step)
	}
	return false
}

const signal = (pid: number, name: NodeJS.Signals): void => {
	try {
		process.kill(pid, name)
	} catch {
		// it went by itself
	}
}
