import { readFileSync } from "node:fs"
import { dirname, join } from "node:path"

/** The folder of this installation: the nearest one above that holds its package.json, from source or from dist. */
export const installation = ((): { folder: string; version: string } => {
	for (let folder = import.meta.dirname; folder !== dirname(folder); folder = dirname(folder)) {
		try {
			const { name, version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"))
			if (name === "snug") return { folder, version }
		} catch {
			// Not in this folder: the next one up may have it.
		}
	}
	throw new Error("package.json of snug was not found")
})()
