import { Chance } from "./chance.ts"
import type { Weather } from "./internet.ts"
import type { Sabotage } from "./memory.ts"

/** Faults to plant, as statements that are answered as done and are not. */
export const sabotages = {
	"loses-what-it-took": { statements: /^insert into "inbox"/, probability: 0.1 },
	"forgets-what-was-taken-back": { statements: /^insert into "tombstones"/, probability: 1 },
	"hands-over-twice": { statements: /^update "events" set "handed_over_at"/, probability: 0.1 },
	"loses-what-it-would-say": { statements: /insert into "?log"?/, probability: 0.1 },
	"writes-down-no-acts": { statements: /^insert into "events"/, probability: 0.1 },
	"never-ends-a-lease": { statements: /^\s*update hosts set lease_owner = null/, probability: 1 },
} satisfies Record<string, Sabotage>

const second = 1000
const minute = 60 * second
const hour = 60 * minute

/** What people, moderators and fate do, each with how often it is done beside the others. */
const kinds = {
	post: 22,
	reply: 14,
	edit: 12,
	delete: 7,
	like: 5,
	unlike: 2,
	boost: 2,
	leave: 4,
	follow: 5,
	unshare: 2,
	write: 10,
	"write-elsewhere": 5,
	"answer-here": 6,
	"edit-here": 6,
	"delete-here": 3,
	remove: 5,
	restore: 4,
	hold: 4,
	approve: 4,
	lock: 2,
	unlock: 2,
	ban: 2,
	lift: 2,
	forge: 2,
	"crash-at-statement": 3,
	"crash-at-failpoint": 3,
	crash: 1,
	cut: 3,
	outage: 2,
} as const

export type Kind = keyof typeof kinds
/** One thing that is done at one moment; the numbers choose who and what, among those there are by then. */
export type Step = { at: number; kind: Kind; who: number; what: number; where: number; chance: number }
export type Plan = {
	/** A fault of the product's own, planted to see whether it is found. */
	sabotage?: keyof typeof sabotages
	seed: number
	servers: number
	/** Milliseconds during which things happen; then everything is mended and has time to come to rest. */
	lasts: number
	weather: Weather
	/** Milliseconds by which each host's clock is wrong. */
	skews: number[]
	steps: Step[]
}

/** All that happens in one run, from its seed. */
export const planOf = (seed: number, servers: number, hours: number, perHour = 240): Plan => {
	const chance = new Chance(`plan ${seed} ${servers} ${hours}`)
	const lasts = hours * hour
	const bag = Object.entries(kinds).flatMap(([kind, weight]) => Array<Kind>(weight).fill(kind as Kind))
	const steps: Step[] = []
	// Now and then many things happen at once, and then nothing for a while.
	for (let at = 0; at < lasts; ) {
		at += chance.happens(0.6) ? chance.wait(1.5 * second) : chance.wait((hour / perHour) * 2.4)
		const [who, what, where] = [chance.below(2 ** 31), chance.below(2 ** 31), chance.below(2 ** 31)]
		if (at < lasts) steps.push({ at, kind: chance.pick(bag), who, what, where, chance: chance.next() })
	}
	const rough = chance.happens(0.75) ? chance.next() : 0
	const weather = {
		lost: 0.15 * rough,
		answerLost: 0.15 * rough,
		twice: 0.1 * rough,
		slow: 0.2 * rough,
		latency: chance.between(5, 150),
	}
	const wrong = chance.happens(0.4)
	const skews = Array.from({ length: servers + 3 }, () => (wrong ? chance.between(-5, 5) * minute : 0))
	return { seed, servers, lasts, weather, skews, steps }
}

/** A step in plain words, for whoever reads what went wrong. */
export const sentenceOf = ({ at, kind, chance }: Step, done: string | undefined): string => {
	const time = new Date(at).toISOString().slice(11, 23)
	const fault = kind.startsWith("crash") || kind === "cut" || kind === "outage"
	return `${time}  ${done ?? (fault ? `${kind} (${chance.toFixed(3)})` : `${kind}: nobody could`)}`
}
