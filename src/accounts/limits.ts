import { addressBlock } from "../client-address.ts"
import { limits } from "../limits.ts"
import { type Refused, refused } from "../result.ts"
import type { World } from "../world.ts"
import { Tries } from "./tries.ts"

/** Seconds to wait, when there were too many tries. */
export type Limited = Refused & { wait?: number }

const minute = 60_000
const names = limits.namesCounted

/** How often something may be tried within how long, under one name; each process counts for itself. */
const spans = {
	/** Passwords, codes and passkeys, by the address they come from (IPv6: one /64), and by the account they are for. */
	"sign-in from": { ...limits.signInsFrom, names },
	"sign-in as": { ...limits.signInsAs, names },
	/** Links that are opened, and challenges that are asked for. */
	"link from": { ...limits.linksFrom, names },
	"letter from": { ...limits.lettersFrom, names },
	"letter to": { ...limits.lettersTo, names },
	letters: { ...limits.lettersSent, names: 1 },
	"sign-up from": { ...limits.signUpsFrom, names },
	"sign-ups": { ...limits.signUps, names: 1 },
	/** Somebody who acts from their own server has it looked up. */
	"home from": { ...limits.homesAskedFrom, names },
	homes: { ...limits.homesAsked, names: 1 },
	/** Pages that are asked for without signing in. */
	"pages from": { ...limits.pagesFrom, names },
	/** Files that somebody takes along. */
	"export by": { ...limits.exportsBy, names },
	/** Codes that are sent to people of other servers. */
	"code from": { ...limits.codesFrom, names },
	"code to": { ...limits.codesTo, names },
	"codes at": { ...limits.codesToHost, names },
	codes: { ...limits.codesSent, names: 1 },
	/** What somebody changes about their own login. */
	"change by": { ...limits.changesBy, names },
} as const

type Limit = keyof typeof spans
/** A limit, and the name that is counted under it. */
export type Tried = [limit: Limit, name: string]

/** What a try to sign in counts as: by the address it comes from, and by the account it is for. */
export const signInTried = (from: string, name: string): Tried[] => [
	["sign-in from", from],
	["sign-in as", name],
]

const known = new WeakMap<World, Map<Limit, Tries>>()

const triesOf = (world: World, limit: Limit): Tries => {
	const mine = known.get(world) ?? new Map<Limit, Tries>()
	known.set(world, mine)
	const tries = mine.get(limit) ?? new Tries(spans[limit])
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
