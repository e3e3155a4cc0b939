import { setTimeout as pause } from "node:timers/promises"
import { failpoints } from "../../../src/failpoints.ts"
import { faultsOf } from "../rig/check.ts"
import { dieAt, killAtRandom } from "../rig/faults.ts"
import { openPlace, type Place } from "../rig/place.ts"
import { Rig } from "../rig/rig.ts"
import { runTests } from "../vitest.ts"
import { type Figure, type Part, sized, type Trial, without } from "./part.ts"

/** Rounds on one server until it makes way for a new one, so that what peers remember stays small. */
const perRig = 20
const perSecond = 50

/** `slow` counts answers that took longer than five seconds: told, and no fault, since that is also the machine's. */
type Sum = { posts: number; slowest: number; slow: number; faults: string[] }

/** Runs so many rounds, on a new server and database now and then, and looks after each lot. */
export const inLots = async (
	trial: Trial,
	place: Place,
	{ rounds, what, lot = perRig }: { rounds: number; what: string; lot?: number },
	round: (rig: Rig, at: number) => Promise<string | null>,
): Promise<Sum> => {
	const sum: Sum = { posts: 0, slowest: 0, slow: 0, faults: [] }
	for (let at = 0; at < rounds; at += lot) {
		const rig = await Rig.open({ databaseUrl: await place.fresh(), seed: trial.seed + at })
		try {
			for (let n = at; n < Math.min(at + lot, rounds); n++) {
				trial.progress.at(what, n, rounds)
				const trouble = await round(rig, n)
				if (trouble) sum.faults.push(trouble)
			}
			await rig.calm()
			sum.faults.push(...(await faultsOf(rig, 60_000)))
			sum.posts += rig.ledger.sent.size
			sum.slow += rig.ledger.slow.length
			sum.slowest = Math.max(sum.slowest, rig.ledger.slowest)
		} finally {
			await rig.close()
		}
	}
	return sum
}

const kills = async (trial: Trial, place: Place): Promise<Figure> => {
	const rounds = sized(trial, 200, 4)
	const { posts, slowest, slow, faults } = await inLots(
		trial,
		place,
		{ rounds, what: "kill -9" },
		async (rig) => {
			await killAtRandom(rig, perSecond)
			return null
		},
	)
	const words = `${posts} posts acknowledged, 0 lost, 0 doubled; slowest answer ${slowest} ms, ${slow} over 5 s`
	return {
		figure: `${rounds} × kill -9 at ${perSecond} posts/s`,
		result: without(faults, words),
		ok: faults.length === 0,
		faults,
	}
}

const places = async (trial: Trial, place: Place): Promise<Figure> => {
	const times = sized(trial, 3, 1)
	const rounds = failpoints.length * times
	const lot = failpoints.length
	const { posts, faults } = await inLots(trial, place, { rounds, what: "failpoints", lot }, (rig, at) =>
		dieAt(rig, failpoints[at % failpoints.length]!, 10),
	)
	const words = `${rounds} deaths, ${posts} posts acknowledged, 0 lost, 0 doubled`
	return {
		figure: `each of ${failpoints.length} failpoints × ${times}`,
		result: without(faults, words),
		ok: faults.length === 0,
		faults,
	}
}

const standstills = async (trial: Trial, place: Place): Promise<Figure> => {
	const rounds = sized(trial, 10, 2)
	const { posts, faults } = await inLots(trial, place, { rounds, what: "SIGSTOP" }, async (rig) => {
		rig.load(perSecond)
		await pause(300)
		await rig.freeze(500 + rig.random() * 3000)
		rig.rest()
		return null
	})
	return {
		figure: `${rounds} × SIGSTOP and SIGCONT`,
		result: without(faults, `${posts} posts`),
		ok: faults.length === 0,
		faults,
	}
}

/** The story of a server that is killed again and again, among servers of every kind with hundreds of people. */
const crowd = async ({ progress, size }: Trial): Promise<Figure> => {
	progress.at("a crowd")
	const environment: Record<string, string> = size === "full" ? { TEST_SIZE: "large" } : {}
	const told = await runTests(["tests/stories/crash.test.ts", "tests/stories/letters.test.ts"], {
		environment,
	})
	const failed = told.filter(({ state }) => state === "failed")
	return {
		figure:
			size === "full" ? "10 deaths among 200 people on 20 servers" : "6 deaths among 40 people on 10 servers",
		result: failed.length === 0 ? "0 lost, 0 doubled" : `${failed.length} of ${told.length} tests failed`,
		ok: failed.length === 0,
		faults: failed.map(({ name, message }) => `${name}: ${message}`),
	}
}

export const crashes: Part = {
	name: "crashes",
	async run(trial) {
		const place = await openPlace()
		try {
			return [
				await kills(trial, place),
				await places(trial, place),
				await standstills(trial, place),
				await crowd(trial),
			]
		} finally {
			await place.close()
		}
	},
}
