import { spawnSync } from "node:child_process"
import { cpus } from "node:os"

/**
 * Keeps this process, and the PostgreSQL it starts, on one core. One waits for the other at every statement, so a second
 * core gains nothing, and to wake somebody on another core costs more than the statement. Does nothing where there is no
 * `taskset`.
 */
export const keepToOneCore = (nth: number): void => {
	const command = "taskset"
	spawnSync(command, ["-a", "-p", "-c", String(nth % cpus().length), String(process.pid)], {
		stdio: "ignore",
	})
}
