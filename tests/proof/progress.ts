/** Where a long run stands: one line that changes on a terminal, plain lines elsewhere. */
export type Progress = {
	/** What is going on now; `done` of `all` steps when they are counted. */
	at(what: string, done?: number, all?: number): void
	/** Something to be kept in sight. */
	say(line: string): void
	end(): void
}

const bar = (done: number, all: number): string => {
	const full = Math.round((20 * done) / Math.max(all, 1))
	return `${"█".repeat(full)}${"░".repeat(20 - full)} ${done}/${all}`
}

/** Plain lines come at most every `quiet` milliseconds, so that a log stays readable. */
export const newProgress = (out: NodeJS.WriteStream = process.stdout, quiet = 10_000): Progress => {
	const began = Date.now()
	let last = 0
	const clear = () => out.isTTY && out.write("\r\u001b[2K")
	const clock = () => {
		const seconds = Math.floor((Date.now() - began) / 1000)
		return `${String(Math.floor(seconds / 60)).padStart(2, "0")}:${String(seconds % 60).padStart(2, "0")}`
	}
	return {
		at(what, done, all) {
			const line = `${clock()} ${done === undefined || all === undefined ? "" : `${bar(done, all)} `}${what}`
			if (out.isTTY) out.write(`\r\u001b[2K${line.slice(0, (out.columns ?? 80) - 1)}`)
			else if (Date.now() - last >= quiet) {
				last = Date.now()
				out.write(`${line}\n`)
			}
		},
		say(line) {
			clear()
			out.write(`${clock()} ${line}\n`)
		},
		end: () => void clear(),
	}
}
