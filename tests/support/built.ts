import { spawnSync } from "node:child_process"
import { join } from "node:path"

const checkout = join(import.meta.dirname, "../..")

/** The program that a process of Snug runs. */
export const builtMain = join(checkout, "dist/snug/main.js")

/** Builds it if anything has changed; an error in the types is said, not obeyed. Nothing under tests/rules needs it. */
export const build = (): void => {
	const wanted = process.argv.slice(2).filter((word) => word.startsWith("tests/"))
	if (wanted.length > 0 && wanted.every((path) => path.startsWith("tests/rules"))) return
	spawnSync(process.execPath, [join(checkout, "src/build.mjs")], { stdio: ["ignore", "inherit", "inherit"] })
}
