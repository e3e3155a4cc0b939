import { spawnSync } from "node:child_process"
import { join } from "node:path"

const checkout = join(import.meta.dirname, "../..")
let built = false

/** The program that a process of Snug runs, built before the first one if anything has changed; an error in the types is said, not obeyed. */
export const builtMain = (): string => {
	if (!built)
		spawnSync(process.execPath, [join(checkout, "src/build.mjs")], {
			stdio: ["ignore", "inherit", "inherit"],
		})
	built = true
	return join(checkout, "dist/snug/main.js")
}
