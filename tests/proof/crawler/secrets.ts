import { randomBytes } from "node:crypto"
import type { Probe } from "./probe.ts"

/** Who may read a thing; nobody, unless somebody is named. */
export type May = (probe: Probe) => boolean
const nobody: May = () => false

export type Secret = {
	/** What it is, in plain words. */
	name: string
	text: string
	may: May
	/** Where the server itself may write it: to its log, or to other servers. */
	said: { log: boolean; out: boolean }
	/** Whether somebody who may must come upon it, or the crawler sees nothing. */
	mustShow: boolean
}

type About = Partial<Pick<Secret, "may" | "mustShow" | "text">> & { log?: boolean; out?: boolean }

/** These visitors, whatever they ask for. */
export const only =
	(...names: string[]): May =>
	({ visitor }) =>
		names.includes(visitor.name)

/** What was planted in each private field, and the one table of who may read it. */
export class Secrets {
	readonly all: Secret[] = []

	/** Makes a secret of 128 bits that occurs nowhere else, or takes the one that is there already. */
	plant(
		name: string,
		{ may = nobody, mustShow = false, text, log = false, out = false }: About = {},
	): string {
		const secret = {
			name,
			text: text ?? `x${randomBytes(16).toString("hex")}`,
			may,
			mustShow,
			said: { log, out },
		}
		this.all.push(secret)
		return secret.text
	}

	/** Those that stand in a text, in any of the spellings in which it may travel. */
	in(text: string): Secret[] {
		return this.all.filter((secret) => spellings(secret.text).some((spelling) => text.includes(spelling)))
	}
}

const known = new Map<string, string[]>()
const spellings = (text: string): string[] => {
	const found = known.get(text) ?? [
		...new Set([
			text,
			encodeURIComponent(text),
			JSON.stringify(text).slice(1, -1),
			text.replaceAll("&", "&amp;"),
		]),
	]
	known.set(text, found)
	return found
}
