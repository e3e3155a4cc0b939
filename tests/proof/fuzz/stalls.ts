/** Milliseconds of work at a stretch during which nobody else is served; more is a fault (G13). */
export const longestStretch = 250
const often = 5

/**
 * Watches how long this thread works without a pause, in milliseconds of its own CPU: a machine that is busy with
 * something else is no fault of the code's.
 */
export const watchStretches = (): { worst(): number; end(): void } => {
	let worst = 0
	let last = process.threadCpuUsage()
	const timer = setInterval(() => {
		const spent = process.threadCpuUsage(last)
		last = process.threadCpuUsage()
		worst = Math.max(worst, (spent.user + spent.system) / 1000)
	}, often)
	return {
		worst() {
			const found = worst
			worst = 0
			return found
		},
		end: () => clearInterval(timer),
	}
}
