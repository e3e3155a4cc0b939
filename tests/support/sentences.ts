import { readdirSync, readFileSync } from "node:fs"
import { dirname, join } from "node:path"

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
const nameOfReason = /^\s*(?:[\w.?!]+\.)?(?:reason|refused|wrong|error)\s*\)/

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

/** The files whose values pages use, from the one that shows all of them. */
const inReach = (): string[] => {
	const seen = new Set<string>()
	const waiting = ["src/web/web.tsx"]
	for (let file = waiting.pop(); file; file = waiting.pop()) {
		if (seen.has(file)) continue
		seen.add(file)
		for (const [, from] of withoutComments(file).matchAll(/^(?:import|export)\s(?!type\b)[^"]*"(\.[^"]+)"/gm))
			waiting.push(join(dirname(file), from!))
	}
	return [...seen].filter((file) => file.startsWith("src/") && !/^src\/(web\/languages|mail)\//.test(file))
}

const spoken = /"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\]|\\.)*)`/g

/**
 * What commands within reach of pages say in whole sentences: the reasons of their refusals. What changes in one stands as
 * `{{}}`. What is thrown is for operators, and is left out; so are letters, which are English.
 */
export const reasonsInReach = (): Said[] => {
	const said = new Set(sentencesOfPages().said.map(({ english }) => english))
	return inReach().flatMap((file) =>
		[...withoutComments(file).matchAll(spoken)]
			.filter(({ index }) => !/(Error|Unavailable|log\.\w+)\(\s*$/.test(textBefore(file, index)))
			.map(([, plain, template]) => plain ?? template!.replace(/\$\{(?:[^{}]|\{[^}]*\})*\}/g, "{{}}"))
			.filter((english) => /^([A-Z@]|\{\{\}\}).* .*[.?!]$/s.test(english) && !said.has(english))
			.map((english) => ({ file, english })),
	)
}

const textBefore = (file: string, index: number): string =>
	withoutComments(file).slice(Math.max(0, index - 80), index)

/** A sentence with what changes in it left blank. */
export const blank = (sentence: string): string => sentence.replace(/\{\{\w*\}\}/g, "{{}}")

// What is for machines or in every language the same stands in an element that says so: <code dir="ltr">.
const bare = [
	/(?<!dir="ltr"\s*)>([^<>{}=;()]*[A-Za-z]{2}[^<>{}=;()]*)<\//g,
	/^\t+(?!return )([A-Za-z“][^<>{}=;:"()[\]]* [^<>{}=;:"()[\]]*)$/gm,
	/(?<!<Say\s+)\b(?:label|title|hint|text|effect|lede|about|aria-label|placeholder|alt)="([^"]* [^"]*|[A-Z][^"]*)"/g,
]

/** Words that stand between the tags of a page, or in what is read out, and go through no catalog. */
export const bareWords = (): string[] =>
	filesUnder("src/web")
		.filter((file) => file.endsWith(".tsx"))
		.flatMap((file) =>
			bare.flatMap((shape) =>
				[...withoutComments(file).matchAll(shape)].map(([, words]) => `${file}: ${words!.trim()}`),
			),
		)
