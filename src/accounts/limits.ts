import { addressBlock } from "../client-address.ts"
import { type Refused, refused } from "../result.ts"
import type { World } from "../world.ts"
import { Tries } from "./tries.ts"

/** Seconds to wait, when there were too many tries. */
export type Limited = Refused & { wait?: number }

const minute = 60_000
const names = 20_000

/** How often something may be tried within how long, under one name; each process counts for itself. */
const limits = {
	/** Passwords, codes and passkeys, by the address they come from (IPv6: one /64), and by the account they are for. */
	"sign-in from": { most: 10, span: 10 * minute, names },
	"sign-in as": { most: 10, span: 10 * minute, names },
	/** Links that are opened, and challenges that are asked for. */
	"link from": { most: 40, span: 10 * minute, names },
	"letter from": { most: 8, span: 30 * minute, names },
	"letter to": { most: 3, span: 15 * minute, names },
	letters: { most: 200, span: 60 * minute, names: 1 },
	"sign-up from": { most: 6, span: 60 * minute, names },
	"sign-ups": { most: 60, span: 60 * minute, names: 1 },
	/** What somebody changes about their own login. */
	"change by": { most: 20, span: 10 * minute, names },
} as const

type Limit = keyof typeof limits
/** A limit, and the name that is counted under it. */
export type Tried = [limit: Limit, name: string]

const known = new WeakMap<World, Map<Limit, Tries>>()

const triesOf = (world: World, limit: Limit): Tries => {
	const mine = known.get(world) ?? new Map<Limit, Tries>()
	known.set(world, mine)
	const tries = mine.get(limit) ?? new Tries(limits[limit])
	mine.set(limit, tries)
	return tries
}

const counted = (limit: Limit, name: string): string => (limit.endsWith(" from") ? addressBlock(name) : name)

/** Takes one try under each of some limits, until one is used up; null, or what to tell whoever has to wait. */
export const limited = (world: World, ...tried: Tried[]): Limited | null => {
	for (const [limit, name] of tried) {
		const wait = triesOf(world, limit).take(counted(limit, name), world.ports.now())
		if (wait > 0) return tooMany(wait)
	}
	return null
}

/** What succeeded does not count. */
export const notLimited = (world: World, ...tried: Tried[]): void => {
	for (const [limit, name] of tried) triesOf(world, limit).giveBack(counted(limit, name))
}

const tooMany = (wait: number): Limited => {
	const minutes = Math.ceil(wait / minute)
	const words =
		minutes === 1
			? "There were too many tries. Please wait a minute and try again."
			: `There were too many tries. Please wait ${minutes} minutes and try again.`
	return { ...refused("too-early", words), wait: Math.ceil(wait / 1000) }
}
