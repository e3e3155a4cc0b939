import { Hono } from "hono"
import { describe, expect, it } from "vitest"
import { isDatabasesFault, isFull, isTooSlow } from "../../db/database-errors.ts"
import { holdOff } from "../../src/api/hold-off.ts"
import { realPorts } from "../../src/real-ports.ts"
import { watchRoom } from "../../src/room.ts"

const nowhere = () => Promise.reject(new Error("nothing is asked"))
const clock = { now: new Date("2026-03-01T12:00:00Z") }
const ports = { ...realPorts(nowhere), now: () => clock.now }
const full = Object.assign(new Error("could not extend file"), { code: "53100" })

const server = (room = watchRoom(null, ports), queueAge = 0) =>
	new Hono().use(holdOff(ports, room, () => queueAge)).all("*", (c) => c.text("ok"))

const asked = async (app: Hono, method: string, path: string) => {
	const answer = await app.request(path, { method })
	return { status: answer.status, again: Number(answer.headers.get("retry-after")) }
}

describe("what cannot be kept is refused early", () => {
	it("while the database has no room, and for ten seconds after it said so", async () => {
		const room = watchRoom(null, ports)
		const app = server(room)
		expect(await asked(app, "POST", "/inbox")).toEqual({ status: 200, again: 0 })
		room.note(new Error("Failed query", { cause: full }))
		const { status, again } = await asked(app, "POST", "/sign-in")
		expect(status).toBe(503)
		expect(again).toBeGreaterThanOrEqual(120)
		expect(again).toBeLessThan(240)
		expect((await asked(app, "GET", "/@tea")).status).toBe(200)
		expect(await room.trouble()).toBe("The database's disk is full.")
		clock.now = new Date(clock.now.getTime() + 10_000)
		expect(await room.trouble()).toBeNull()
		expect((await asked(app, "POST", "/inbox")).status).toBe(200)
	})

	it("while the first in line for the database waits too long: other servers only", async () => {
		const app = server(undefined, 501)
		for (const path of ["/inbox", "/ap/groups/x/inbox"])
			expect((await asked(app, "POST", path)).status).toBe(503)
		expect((await asked(app, "POST", "/sign-in")).status).toBe(200)
		expect((await asked(app, "GET", "/inbox")).status).toBe(200)
		expect((await asked(server(undefined, 500), "POST", "/inbox")).status).toBe(200)
	})

	it("and is told from what is at fault itself", () => {
		expect(isFull(full)).toBe(true)
		expect(isDatabasesFault(full)).toBe(true)
		expect(isDatabasesFault(Object.assign(new Error(), { code: "40001" }))).toBe(true)
		expect(isDatabasesFault(Object.assign(new Error(), { code: "23505" }))).toBe(false)
		expect(isTooSlow(Object.assign(new Error(), { code: "57014" }))).toBe(true)
		expect(isTooSlow(full)).toBe(false)
	})
})
