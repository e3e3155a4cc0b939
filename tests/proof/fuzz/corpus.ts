import { createHash } from "node:crypto"
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"

/** Something that once went wrong, to be tried again for ever: what was given, and what was wrong with it. */
export type Case = { kind: "activity" | "html" | "form" | "verb"; says: string; input: string }

const folder = join(import.meta.dirname, "../corpus")

/** Keeps a case under a name made of what it is, and answers the name. */
export const keep = (found: Case): string => {
	mkdirSync(folder, { recursive: true })
	const name = `${found.kind}-${createHash("sha256").update(found.input).digest("hex").slice(0, 12)}.json`
	writeFileSync(join(folder, name), `${JSON.stringify(found, null, "\t")}\n`)
	return name
}

export const kept = (kind: Case["kind"]): { name: string; found: Case }[] =>
	readdirSync(folder)
		.filter((name) => name.startsWith(`${kind}-`) && name.endsWith(".json"))
		.sort()
		.map((name) => ({ name, found: JSON.parse(readFileSync(join(folder, name), "utf8")) as Case }))
