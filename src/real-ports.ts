import { type Ports, uuidv7 } from "./ports.ts"

/** The clock, ids and failpoints of a real server; the network is given, since it is guarded elsewhere. */
export const realPorts = (fetch: Ports["fetch"], failpoint: Ports["failpoint"] = () => {}): Ports => ({
	now: () => new Date(),
	timer: realTimer,
	newId: () => uuidv7(Date.now()),
	fetch,
	failpoint,
})

/** A timer of this machine's clock. Whatever can wait for a second must not keep a process from ending. */
export const realTimer: Ports["timer"] = (run, milliseconds) => {
	const timer = setTimeout(run, milliseconds)
	if (milliseconds >= 1000) timer.unref()
	return () => clearTimeout(timer)
}

/**
 * A failpoint that ends the process, as kill -9 would, when the named place is passed for the nth time: `name` or
 * `name@n`. For crash tests; without it failpoints cost a call.
 */
export const crashingAt = (spec: string | undefined): Ports["failpoint"] => {
	if (!spec) return () => {}
	const [name, nth = "1"] = spec.split("@")
	let left = Number(nth)
	return (place) => {
		if (place === name && --left === 0) process.kill(process.pid, "SIGKILL")
	}
}
