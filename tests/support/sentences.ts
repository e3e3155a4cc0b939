import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"

const root = join(import.meta.dirname, "../..")

const filesUnder = (folder: string): string[] =>
	readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
		const path = `${folder}/${entry.name}`
		if (entry.isDirectory()) return filesUnder(path)
		return /\.tsx?$/.test(entry.name) ? [path] : []
	})

const withoutComments = (file: string): string =>
	readFileSync(join(root, file), "utf8")
		.replace(/\/\*[\s\S]*?\*\//g, "")
		.replace(/^\s*\/\/.*$/gm, "")

const speaking = () =>
	[...filesUnder("src/web").filter((file) => !file.startsWith("src/web/languages")), "src/server.ts"].map(
		(file) => ({ file, text: withoutComments(file) }),
	)

/** A sentence of a page, and where it is said. */
export type Said = { file: string; english: string }

const literal = /^\s*("(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')\s*[,)]/
const nameOfReason = /^\s*(?:[\w.?!]+\.)?(?:reason|refused|wrong)\s*\)/

/** What pages say through `t("…")` and `<Say text="…"`, and what goes through them and is neither a literal nor a reason. */
export const sentencesOfPages = (): { said: Said[]; unreadable: string[] } => {
	const said: Said[] = []
	const unreadable: string[] = []
	for (const { file, text } of speaking()) {
		for (const { index, 0: call } of text.matchAll(/(?<![\w.])t\(/g)) {
			const rest = text.slice(index + call.length)
			const quoted = literal.exec(rest)?.[1]
			if (quoted) said.push({ file, english: unquoted(quoted) })
			else if (!nameOfReason.test(rest)) unreadable.push(`${file}: t(${rest.slice(0, 60)}`)
		}
		for (const { index, 0: tag } of text.matchAll(/<Say\b/g)) {
			const rest = text.slice(index + tag.length)
			const quoted = /^\s+text="([^"]*)"/.exec(rest)?.[1] ?? bracketed(rest)
			if (quoted && !/[&\n]/.test(quoted)) said.push({ file, english: quoted })
			else unreadable.push(`${file}: <Say${rest.slice(0, 60)}`)
		}
	}
	return { said, unreadable }
}

const bracketed = (rest: string): string | undefined => {
	const quoted = /^\s+text=\{\s*("(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')\s*\}/.exec(rest)?.[1]
	return quoted && unquoted(quoted)
}

const unquoted = (quoted: string): string =>
	quoted.startsWith('"')
		? JSON.parse(quoted)
		: JSON.parse(`"${quoted.slice(1, -1).replaceAll("\\'", "'").replaceAll('"', '\\"')}"`)

/** The names between {{ and }}, in order of the alphabet. */
export const namesIn = (sentence: string): string[] =>
	[...new Set([...sentence.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name!))].sort()
