/** A narrow way: so many go through at the same time, so many more wait, and whoever comes then is turned away. */
export type Gate = { through<T>(work: () => Promise<T>): Promise<T | "full"> }

export const gate = (atOnce: number, waiting: number): Gate => {
	let inside = 0
	const line: (() => void)[] = []
	return {
		async through(work) {
			if (inside >= atOnce) {
				if (line.length >= waiting) return "full"
				await new Promise<void>((resolve) => line.push(resolve))
			} else inside++
			try {
				return await work()
			} finally {
				// Whoever is next takes the place over, so nobody slips in between.
				const next = line.shift()
				if (next) next()
				else inside--
			}
		},
	}
}
