import type { Answered } from "./run.ts"

/** What nobody but its own people may know to be there, and who they are. */
const hidden: Record<string, readonly string[]> = {
	held: ["mo"],
	refused: ["mo"],
	removed: ["mo"],
	direct: ["mo", "mia"],
	"held here": ["mo", "mia"],
	"refused here": ["mo"],
	"removed here": ["mo"],
	letters: ["mo"],
	"for members": ["mo", "mia", "bob's server"],
	"public words in a private group": ["mo", "mia", "bob's server"],
	"for some": ["mo", "mia"],
	"for members, held": ["mo", "mia"],
}

/** To whoever may not see a thing, it must look like what never was: the same status, the same headers, the same words. */
export const existenceFaults = (answers: Answered[]): string[] => {
	const unknown = new Map<string, string>()
	for (const answer of answers)
		if (answer.address.kind === "unknown") unknown.set(placeOf(answer), looks(answer))
	return answers.flatMap((answer) => {
		const { probe, address } = answer
		const may = hidden[address.kind]
		const expected = unknown.get(placeOf(answer))
		if (!may || expected === undefined || may.includes(probe.visitor.name)) return []
		if (looks(answer) === expected) return []
		return [
			`${probe.visitor.name}: ${probe.method} ${address.pattern} (${probe.accept}) tells "${address.kind}" from what never was: ${brief(looks(answer))} instead of ${brief(expected)}`,
		]
	})
}

const placeOf = ({ probe, address }: Answered): string =>
	[probe.visitor.name, probe.method, probe.accept, address.route.method, address.pattern].join(" ")
const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g

/** All of an answer but the id that was asked for, and the time of day. */
const looks = ({ seen }: Answered): string =>
	seen.whole.replace(uuid, "THIS").replace(/^(Date|date)\n.*$/gm, "")

const brief = (text: string): string => text.replaceAll("\n", " ").slice(0, 160)
