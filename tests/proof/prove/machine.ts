import { setTimeout as pause } from "node:timers/promises"
import { faultsOf } from "../rig/check.ts"
import { openClock } from "../rig/clock.ts"
import { mostMemory, startCrowding } from "../rig/crowding.ts"
import { openLink } from "../rig/link.ts"
import { openPlace, type Place } from "../rig/place.ts"
import { Rig } from "../rig/rig.ts"
import { type Figure, type Part, sized, type Trial, without } from "./part.ts"

const perSecond = 20
const hour = 3600

/** A disk that takes up to two seconds to write: each answer to a COMMIT is held so long. */
const slowDisk = async (trial: Trial, place: Place): Promise<Figure> => {
	const seconds = sized(trial, 30, 4)
	const lookUrl = await place.fresh()
	const link = await openLink(lookUrl, Math.random)
	const rig = await Rig.open({ databaseUrl: link.url, lookUrl, seed: trial.seed })
	try {
		trial.progress.at("a slow disk")
		link.holdsCommits = 2000
		rig.load(perSecond)
		await pause(seconds * 1000)
		rig.rest()
		link.holdsCommits = 0
		await rig.calm()
		const faults = await faultsOf(rig, 60_000)
		const { sent, slowest, slow } = rig.ledger
		const words = `${link.held} commits held, ${sent.size} posts acknowledged, 0 lost, 0 doubled; slowest answer ${slowest} ms, ${slow.length} over 5 s`
		return {
			figure: "a disk that takes up to 2 s for a write",
			result: without(faults, words),
			ok: faults.length === 0,
			faults,
		}
	} finally {
		await rig.close()
		await link.close()
	}
}

/**
 * The clock of a whole server goes back by hours under load, further, and is right in the end. It is never ahead: what is
 * heard then waits until the clock is there again, which would be hours (docs/proof.md).
 */
const wrongClock = async (trial: Trial, place: Place): Promise<Figure> => {
	const figure = "a clock that goes back by up to 10 hours, and is put right again"
	const clock = await openClock()
	if (!clock) return { figure, result: "libfaketime is not installed here", ok: true }
	const databaseUrl = await place.fresh()
	const jumps = [-3 * hour, -1 * hour, -10 * hour, -2 * hour].slice(0, sized(trial, 4, 2))
	const rig = await Rig.open({ databaseUrl, seed: trial.seed, environment: clock.environment })
	try {
		rig.load(perSecond)
		for (const [at, jump] of jumps.entries()) {
			trial.progress.at("a clock that jumps", at, jumps.length)
			await clock.wrongBy(jump)
			await pause(3000)
		}
		await clock.wrongBy(0)
		await pause(2000)
		await rig.calm()
		const faults = await faultsOf(rig, 120_000)
		if (rig.deaths > 0) faults.push("the server ended")
		return {
			figure,
			result: without(
				faults,
				`${jumps.length} jumps, ${rig.ledger.sent.size} posts acknowledged, 0 lost, 0 doubled`,
			),
			ok: faults.length === 0,
			faults,
		}
	} finally {
		await rig.close()
		await clock.close()
	}
}

/** Megabytes of JavaScript's heap, and of the whole process with what it reads and writes. */
const [heap, process_] = [192, 512]

/** Little memory, and a crowd that fills it. */
const littleMemory = async (trial: Trial, place: Place): Promise<Figure> => {
	const seconds = sized(trial, 60, 5)
	const environment = { NODE_OPTIONS: `--max-old-space-size=${heap}` }
	const rig = await Rig.open({ databaseUrl: await place.fresh(), seed: trial.seed, environment })
	try {
		trial.progress.at("little memory")
		rig.load(perSecond)
		const crowd = await startCrowding(`${rig.origin}/inbox`, 8)
		await pause(seconds * 1000)
		await crowd.stop()
		rig.rest()
		const faults: string[] = rig.isDead ? ["the server ended"] : []
		await rig.calm()
		const most = mostMemory(rig.server.process.pid!)
		if (most !== null && most > process_) faults.push(`the process had ${most} MB`)
		faults.push(...(await faultsOf(rig, 60_000)))
		const words = `${crowd.brought()} hostile requests, ${most ?? "?"} MB at most, ${rig.ledger.sent.size} posts acknowledged, 0 lost`
		return {
			figure: `a heap of ${heap} MB, and ${seconds} s of bodies and documents made to fill it`,
			result: without(faults, words),
			ok: faults.length === 0,
			faults,
		}
	} finally {
		await rig.close()
	}
}

export const machine: Part = {
	name: "machine",
	async run(trial) {
		const place = await openPlace()
		try {
			const figures: Figure[] = []
			for (const one of [slowDisk, wrongClock, littleMemory]) figures.push(await one(trial, place))
			return figures
		} finally {
			await place.close()
		}
	},
}
