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
	post: 18,
	regret: 6,
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

/** How often people and moderators of one server do anything, by the hour, nights counted in. A lively circle of a few dozen. */
export const pace = 4

/** Whether this is one of the faults rather than something that people do. */
export const isFault = ({ kind }: Pick<Step, "kind">): boolean => (faults as readonly string[]).includes(kind)
const faults = ["crash", "crash-at-statement", "crash-at-failpoint", "cut", "outage"] satisfies Kind[]

/** How lively the hours of a day are, beside the others: people sleep, and come by in the evening. */
const liveliness = [
	0.2, 0.05, 0.05, 0.05, 0.05, 0.1, 0.4, 0.9, 1.2, 1.2, 1.2, 1.2, 1.5, 1.3, 1.1, 1.1, 1.2, 1.4, 1.6, 1.9, 2.1,
	1.9, 1.2, 0.6,
]
/** How many things are done in one spell, on average. */
const spell = 12

/**
 * All that happens in one run, from its seed: spells in which one thing gives the next within seconds or a minute, and
 * quiet hours between them. Faults belong to the spells, for in quiet hours there is little that they could spoil. `roughness` says
 * how often they come beside what is usual.
 */
export const planOf = (
	seed: number,
	servers: number,
	hours: number,
	actsPerHour = pace,
	roughness = 1,
): Plan => {
	const chance = new Chance(`plan ${seed} ${servers} ${hours} ${actsPerHour}`)
	const lasts = hours * hour
	const bag = Object.entries(kinds).flatMap(([name, weight]) => {
		const kind = name as Kind
		return Array<Kind>(isFault({ kind }) ? Math.round(weight * roughness) : weight).fill(kind)
	})
	const steps: Step[] = []
	const begins = chance.between(0, 24)
	let deaths = 0
	const mean = (hour * spell) / (servers * actsPerHour)
	// The first is at once, so that a short run is not all quiet.
	for (let at = 0; at < lasts; ) {
		const ends = steps.length + 1 + Math.round(chance.wait(spell - 1))
		for (; steps.length < ends && at < lasts; at += gap(chance)) {
			const [who, what, where] = [chance.below(2 ** 31), chance.below(2 ** 31), chance.below(2 ** 31)]
			const step = { at, kind: chance.pick(bag), who, what, where, chance: chance.next() }
			// One place after the other, also from seed to seed, so that few seeds have been to all of them.
			if (step.kind === "crash-at-failpoint") step.what = 3 * seed + deaths++
			steps.push(step)
		}
		// Quiet for so long as the hours that pass are, together, as lively as it takes.
		for (let left = chance.wait(mean); left > 0 && at < lasts; at += minute)
			left -= minute * liveliness[Math.floor(begins + at / hour) % 24]!
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

const gap = (chance: Chance): number => chance.wait(chance.happens(0.6) ? 1.5 * second : 40 * second)

/** A step in plain words, for whoever reads what went wrong. */
export const sentenceOf = (step: Step, done: string | undefined): string => {
	const { at, kind, chance } = step
	const time = new Date(at).toISOString().slice(11, 23)
	return `${time}  ${done ?? (isFault(step) ? `${kind} (${chance.toFixed(3)})` : `${kind}: nobody could`)}`
}
