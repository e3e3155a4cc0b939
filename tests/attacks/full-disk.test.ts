import { randomUUID } from "node:crypto"
import { setTimeout as pause } from "node:timers/promises"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { faultsOf } from "../proof/rig/check.ts"
import { type Disk, openDisk } from "../proof/rig/disk.ts"
import { openPlace, type Place } from "../proof/rig/place.ts"
import { Rig } from "../proof/rig/rig.ts"
import { eventually } from "../support/eventually.ts"
import { runSnug } from "../support/snug.ts"

const mebibyte = 1024 ** 2
// What cannot be mounted cannot be filled: only root may, and not in every container.
const disk: Disk | null = await openDisk(420)

/** What the server answers to a post, with when to come again. */
const answerTo = async (rig: Rig): Promise<{ status: number; again: number }> => {
	const answer = await fetch(`${rig.origin}/inbox`, { method: "POST", body: randomUUID() })
	return { status: answer.status, again: Number(answer.headers.get("retry-after")) }
}

const ready = (rig: Rig, status: number) =>
	eventually(async () => expect(await rig.get("/readyz")).toBe(status), 60_000)

describe.skipIf(!disk)("a disk that is full, with Snug's own database on it", () => {
	let rig: Rig

	beforeAll(async () => {
		const environment = { DATA_DIR: disk!.folder }
		rig = await Rig.open({ seed: 3, environment, softwares: ["mastodon"] })
	}, 60_000)
	afterAll(async () => {
		await rig?.close()
		await disk?.close()
	})

	it("CRA-10 a second server on the folder is refused, and told who has it", async () => {
		const { code, stderr } = await runSnug({ DATA_DIR: disk!.folder, PORT: "1" }, ["start"])
		expect(code).toBe(1)
		expect(stderr).toContain(`process ${rig.server.process.pid}`)
	})

	it("CRA-12 when little is left, nothing more is taken, what is there can be read, and /readyz says so", async () => {
		rig.load(8)
		await pause(700)
		await disk!.fill(100 * mebibyte)
		await ready(rig, 503)
		const { status, again } = await answerTo(rig)
		expect(status).toBe(503)
		expect(again).toBeGreaterThanOrEqual(120)
		expect(await rig.get("/@tea")).toBe(200)
		await disk!.empty()
		await ready(rig, 200)
		await rig.calm()
		expect(await faultsOf(rig)).toEqual([])
	}, 90_000)

	it("CRA-12 when nothing is left at one blow, what was acknowledged is there afterwards", async () => {
		rig.load(8)
		await pause(500)
		await disk!.fill(0)
		await ready(rig, 503)
		await pause(1000)
		expect((await answerTo(rig)).status).toBe(503)
		await disk!.empty()
		await ready(rig, 200)
		await rig.calm()
		expect(await faultsOf(rig)).toEqual([])
	}, 90_000)
})

describe("a full disk of a database elsewhere", () => {
	let small: Disk | null = null
	let place: Place
	let rig: Rig | null = null

	afterAll(async () => {
		await rig?.close()
		await place?.close()
		await small?.close()
	})

	it.skipIf(!disk)(
		"CRA-13 what cannot be written is answered 503, and nothing that was acknowledged is lost",
		async () => {
			small = await openDisk(200)
			place = await openPlace(small!.folder)
			rig = await Rig.open({ databaseUrl: await place.fresh(), seed: 4, softwares: ["mastodon"] })
			rig.load(8)
			await pause(500)
			await small!.fill(0)
			await pause(2500)
			await small!.empty()
			await place.revive()
			await ready(rig, 200)
			await rig.calm()
			expect(await faultsOf(rig)).toEqual([])
			const answers = [...rig.ledger.sent.values()].flatMap(({ refused }) => [...refused.keys()])
			expect(answers.filter((status) => ![0, 503].includes(status))).toEqual([])
			expect(rig.isDead).toBe(false)
		},
		120_000,
	)
})
