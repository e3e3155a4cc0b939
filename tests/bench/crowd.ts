const hostsThereAre = 20_000

/**
 * How many of so many followers live on each server that has any, the largest first: Zipf–Mandelbrot,
 * p(r) ∝ 1/(r+3)^1.5 over 20 000 servers. 10 000 followers live on about 1 064 of them; the same in every run.
 */
export const crowd = (followers: number): number[] => {
	const sums: number[] = []
	let sum = 0
	for (let rank = 1; rank <= hostsThereAre; rank++) {
		sum += 1 / (rank + 3) ** 1.5
		sums.push(sum)
	}
	const counts = new Map<number, number>()
	const random = sequence()
	for (let left = followers; left > 0; left--) {
		const host = place(sums, random() * sum)
		counts.set(host, (counts.get(host) ?? 0) + 1)
	}
	return [...counts.values()].sort((one, other) => other - one)
}

/** The first place whose sum is above a number. */
const place = (sums: number[], at: number): number => {
	let low = 0
	for (let high = sums.length - 1; low < high; ) {
		const middle = (low + high) >> 1
		if (sums[middle]! > at) high = middle
		else low = middle + 1
	}
	return low
}

// mulberry32: not random, so that every run has the same crowd.
const sequence = () => {
	let state = 0x5eed
	return (): number => {
		state = (state + 0x6d2b79f5) | 0
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
	}
}
