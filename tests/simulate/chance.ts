/** Chance from a seed: the same words give the same numbers, whatever else is drawn elsewhere (sfc32, seeded by FNV-1a). */
export class Chance {
	readonly #seed: string
	#a: number
	#b: number
	#c: number
	#d = 1

	constructor(seed: string) {
		this.#seed = seed
		;[this.#a, this.#b, this.#c] = ["a", "b", "c"].map((salt) => hashOf(`${salt}${seed}`)) as [
			number,
			number,
			number,
		]
		for (let round = 0; round < 12; round++) this.#word()
	}

	/** A stream of its own, so that drawing more from one changes no other. */
	fork(name: string): Chance {
		return new Chance(`${this.#seed}/${name}`)
	}

	/** From 0 up to 1. */
	next(): number {
		return this.#word() / 2 ** 32
	}

	/** A whole number from 0 up to, not including, the limit. */
	below(limit: number): number {
		return Math.floor(this.next() * limit)
	}

	between(least: number, most: number): number {
		return least + this.next() * (most - least)
	}

	happens(probability: number): boolean {
		return this.next() < probability
	}

	pick<T>(list: readonly T[]): T {
		return list[this.below(list.length)]!
	}

	/** How long until something that happens by chance, once in so long on average. */
	wait(mean: number): number {
		return -Math.log(1 - this.next()) * mean
	}

	bytes(count: number): Uint8Array {
		return Uint8Array.from({ length: count }, () => this.below(256))
	}

	#word(): number {
		const sum = (this.#a + this.#b + this.#d) | 0
		this.#d = (this.#d + 1) | 0
		this.#a = this.#b ^ (this.#b >>> 9)
		this.#b = (this.#c + (this.#c << 3)) | 0
		this.#c = ((this.#c << 21) | (this.#c >>> 11)) + sum
		return sum >>> 0
	}
}

const hashOf = (text: string): number => {
	let hash = 0x811c9dc5
	for (let index = 0; index < text.length; index++)
		hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
	return hash
}
