import { setTimeout as pause } from "node:timers/promises"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { faultsOf } from "../proof/rig/check.ts"
import { mostMemory, startCrowding } from "../proof/rig/crowding.ts"
import {
	breakMigrations,
	dieAt,
	endSessions,
	killAtRandom,
	restartDatabase,
	withConflicts,
} from "../proof/rig/faults.ts"
import { type Link, openLink } from "../proof/rig/link.ts"
import { openPlace, type Place } from "../proof/rig/place.ts"
import { Rig } from "../proof/rig/rig.ts"

const perSecond = 12
let place: Place
let link: Link
let rig: Rig

beforeAll(async () => {
	place = await openPlace()
	const lookUrl = await place.fresh()
	link = await openLink(lookUrl, Math.random)
	const environment = { NODE_OPTIONS: "--max-old-space-size=192" }
	rig = await Rig.open({
		...{ databaseUrl: link.url, lookUrl, seed: 7, softwares: ["mastodon", "lemmy"], environment },
	})
}, 60_000)
afterAll(async () => {
	await rig?.close()
	await link?.close()
	await place?.close()
})

/** Nothing that was acknowledged is lost, doubled or said otherwise, and nothing was left lying. */
const allIsWell = async () => {
	await rig.calm()
	expect(await faultsOf(rig)).toEqual([])
}

describe("a server that dies, and its database", () => {
	it("CRA-01, CRA-02 loses nothing to kill -9, at any moment or at a named place (2 deaths of 1,500)", async () => {
		await killAtRandom(rig, perSecond, 600)
		expect(await dieAt(rig, "deliver:settled", perSecond)).toBeNull()
		await allIsWell()
	}, 120_000)

	it("CRA-04 nor when its database is restarted (fast and immediate, once each of 100), and lives on", async () => {
		for (const how of ["fast", "immediate"] as const) await restartDatabase(rig, place, how, perSecond)
		expect(rig.isDead).toBe(false)
		await allIsWell()
	}, 60_000)

	it("CRA-05 nor when its sessions are ended (10 times of 600)", async () => {
		rig.load(perSecond)
		let ended = 0
		for (let round = 0; round < 10; round++) {
			ended += await endSessions(rig)
			await pause(100)
		}
		expect(ended).toBeGreaterThan(5)
		expect(rig.isDead).toBe(false)
		await allIsWell()
	}, 60_000)

	it("CRA-08 nor when it never hears whether a change was committed (5 of 200)", async () => {
		link.losesCommits = 1 / 8
		rig.load(perSecond)
		for (let waited = 0; link.lost < 5 && waited < 20_000; waited += 50) await pause(50)
		link.losesCommits = 0
		expect(link.lost).toBeGreaterThanOrEqual(5)
		await allIsWell()
	}, 60_000)

	it("CRA-09 nor when writes conflict with others, one statement in five", async () => {
		for (const code of ["40001", "40P01"] as const)
			await withConflicts(rig, code, 0.2, async () => {
				rig.load(perSecond)
				await pause(600)
				rig.rest()
			})
		await allIsWell()
		const answers = [...rig.ledger.sent.values()].flatMap(({ refused }) => [...refused.keys()])
		expect(answers.filter((status) => ![0, 503].includes(status))).toEqual([])
	}, 60_000)

	it("CRA-15 nor when it has little memory, and what comes is made to fill it (2 s of 10 minutes)", async () => {
		rig.load(perSecond)
		const crowd = await startCrowding(`${rig.origin}/inbox`, 4)
		await pause(2000)
		await crowd.stop()
		expect(crowd.brought()).toBeGreaterThan(10)
		expect(rig.isDead).toBe(false)
		expect(mostMemory(rig.server.process.pid!) ?? 0).toBeLessThan(512)
		await allIsWell()
	}, 60_000)

	it("CRA-18 a migration that breaks off leaves nothing half done, and is done the next time (every 25th statement)", async () => {
		const { breaks, faults } = await breakMigrations(place, 25)
		expect(faults).toEqual([])
		expect(breaks).toBeGreaterThan(3)
	}, 60_000)

	it("CRA-17 nor when it stands still for a while, nor when it is told to stop (once of 50)", async () => {
		rig.load(perSecond)
		await pause(300)
		await rig.freeze(1000)
		await pause(300)
		expect(await rig.server.kill("SIGTERM")).toBe(0)
		await allIsWell()
	}, 60_000)
})
