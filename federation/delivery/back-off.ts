import { limits } from "../../src/limits.ts"

const seconds = 1000

/**
 * Milliseconds until a host that failed `failures` times in a row is tried again. Each host's times are spread by -20 %
 * to +40 % (the last step never shorter), so that 30 days hold at most 40 attempts and no herd comes back at once.
 */
export const backOff = (failures: number, host: string): number => {
	const step = limits.hostTries[failures - 1]
	const spread = fractionOf(`${host} ${failures}`)
	return Math.round(
		step === undefined ? limits.hostLastTries * (1 + 0.4 * spread) : step * (0.8 + 0.6 * spread),
	)
}

/** Retry-After (RFC 9110 10.2.3) in milliseconds from now, at most six hours; null when it says nothing usable. */
export const retryAfter = (header: string | string[] | undefined, now: Date): number | null => {
	const value = [header ?? []].flat()[0]?.trim() ?? ""
	const wait = /^\d+$/.test(value) ? Number(value) * seconds : dateOf(value) - now.getTime()
	return wait > 0 ? Math.min(wait, limits.retryAfter) : null
}

// Of what Date.parse takes only the forms with a weekday are HTTP dates; "-5" and "2 years" are not.
const dateOf = (value: string): number =>
	/^(Mon|Tue|Wed|Thu|Fri|Sat|Sun)/.test(value) ? Date.parse(value) : Number.NaN

/** Milliseconds until an inbox that refused us `refusals` times is asked again; null when that was the last time. */
export const inboxWait = (refusals: number): number | null => limits.refusedTries[refusals - 1] ?? null

/** Milliseconds until something we could not even send is tried again; null when that was the last time. */
export const poisonWait = (failures: number): number | null => limits.unsentTries[failures - 1] ?? null

/** Milliseconds between an inbox's first and second 410 before it counts as gone. */
export const goneWait = limits.goneAgain

// FNV-1a: the same host gets the same spread in every process, without asking for randomness.
const fractionOf = (text: string): number => {
	let hash = 0x811c9dc5
	for (let index = 0; index < text.length; index++)
		hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
	return ((hash ^ (hash >>> 15)) >>> 0) / 2 ** 32
}
