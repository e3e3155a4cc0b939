import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import type { Json } from "../support/peer/shapes.ts"
import { isJson } from "./cast.ts"

type Expectation = "accept" | "ignore" | "reject" | "parse"

/** One row of a folder's `index.tsv` with the document it names. */
export type Fixture = {
	file: string
	/** The activity's type, with its object's in brackets. */
	type: string
	role: "inbound" | "remote-group" | "document"
	/** The address in the document that stands for a group of this server. */
	groupRef: string | null
	/** What must hold before, in words; null when nothing must. */
	precondition: string | null
	expect: Expectation
	/** The document as it lies there, word for word. */
	text: string
	/** The same, read; null for what is no JSON object. */
	json: Json | null
}

/** A fixture that can be read. */
export type Readable = Fixture & { json: Json }

/** Which document to serve for a JSON-LD context, by the first pattern that fits its address. */
export type Contexts = { match: [pattern: string, name: string][]; docs: Record<string, Json> }

/** Reads the fixtures of a folder. @throws when the index lacks a column or names a file that is not there. */
export const readFixtures = (folder: string): Fixture[] => {
	const [head, ...lines] = readFileSync(join(folder, "index.tsv"), "utf8").split(/\r?\n/).filter(Boolean)
	const columns = head!.split("\t")
	return lines.map((line) => fixtureOf(folder, columns, line.split("\t")))
}

const fixtureOf = (folder: string, columns: string[], values: string[]): Fixture => {
	const value = (name: string): string => {
		const found = values[columns.indexOf(name)]?.trim()
		if (found === undefined) throw new Error(`index.tsv has no ${name} in: ${values.join(" ")}`)
		return found
	}
	const orNull = (name: string) => {
		const text = values[columns.indexOf(name)]?.trim() ?? ""
		return text === "-" || text === "" ? null : text
	}
	const text = readFileSync(join(folder, value("file")), "utf8")
	return {
		file: value("file"),
		type: value("atype"),
		role: value("role") as Fixture["role"],
		groupRef: orNull("group_ref"),
		precondition: orNull("precondition"),
		expect: value("expect") as Expectation,
		text,
		json: objectIn(text),
	}
}

/** Upstream has documents that are none: lists, and JSON with a comma too many. */
const objectIn = (text: string): Json | null => {
	try {
		const json: unknown = JSON.parse(text.replace(/^\uFEFF/, ""))
		return isJson(json) ? json : null
	} catch {
		return null
	}
}

/** The contexts kept beside a folder of fixtures, if there are any. */
export const readContexts = (folder: string): Contexts | null => {
	const path = join(folder, "..", "contexts.json")
	return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : null
}
