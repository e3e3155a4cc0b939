/** Chance that a seed decides: numbers from 0 to 1 (mulberry32), the same for the same seed. */
export const chanceOf = (seed: number): (() => number) => {
	let state = seed >>> 0
	return () => {
		state = (state + 0x6d2b79f5) >>> 0
		let t = Math.imul(state ^ (state >>> 15), state | 1)
		t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
		return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
	}
}

/** One of some things. */
export const oneOf = <T>(random: () => number, things: readonly T[]): T =>
	things[Math.floor(random() * things.length)]!
