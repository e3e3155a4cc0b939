import { describe, expect, it } from "vitest"
import { FloodGuard, quotas } from "../../federation/flood-guard.ts"

const begin = new Date("2026-01-01T12:00:00Z")
const after = (milliseconds: number) => new Date(begin.getTime() + milliseconds)
const bob = "https://m.test/users/bob#main-key"

describe("how much one sender may say", () => {
	const said = (guard: FloodGuard, times: number, who: (n: number) => string, at = begin) => {
		for (let n = 0; n < times; n++) guard.count(who(n), at)
	}

	it("is a burst at once, and then so much a second", () => {
		const guard = new FloodGuard()
		said(guard, quotas.actor.burst - 1, () => bob)
		expect(guard.wait(bob, begin)).toBe(0)
		guard.count(bob, begin)
		const wait = guard.wait(bob, begin)
		expect(wait).toBeGreaterThan(0)
		expect(guard.wait(bob, after(wait))).toBe(0)
		expect(guard.wait(bob, after(wait - 20))).toBeGreaterThan(0)
	})

	it("is nobody else's affair", () => {
		const guard = new FloodGuard()
		said(guard, quotas.actor.burst, () => bob)
		expect(guard.wait("https://m.test/users/eve#main-key", begin)).toBe(0)
		expect(guard.wait("https://l.test/u/ann#main-key", begin)).toBe(0)
	})

	it("counts all of a server's people together", () => {
		const guard = new FloodGuard()
		said(guard, quotas.host.burst, (n) => `https://flood.test/users/u${n}`)
		expect(guard.wait("https://flood.test/users/another", begin)).toBeGreaterThan(0)
		expect(guard.wait(bob, begin)).toBe(0)
	})

	it("does not count what is only asked", () => {
		const guard = new FloodGuard()
		for (let n = 0; n < 2 * quotas.host.burst; n++) guard.wait(bob, begin)
		expect(guard.wait(bob, begin)).toBe(0)
	})

	it("is not made more by a clock that goes back", () => {
		const guard = new FloodGuard()
		said(guard, quotas.actor.burst, () => bob)
		expect(guard.wait(bob, after(-3_600_000))).toBeGreaterThan(0)
	})
})
