import { setTimeout as pause } from "node:timers/promises"
import { faultsOf } from "../rig/check.ts"
import { breakMigrations, endSessions, restartDatabase, withConflicts } from "../rig/faults.ts"
import { openLink } from "../rig/link.ts"
import { openPlace, type Place } from "../rig/place.ts"
import { Rig } from "../rig/rig.ts"
import { openPair } from "../rig/standby.ts"
import { runTests } from "../vitest.ts"
import { inLots } from "./crashes.ts"
import { type Figure, type Part, sized, type Trial, without } from "./part.ts"

const perSecond = 50

const lives = (rig: Rig): string | null => (rig.isDead ? "the server ended by itself" : null)

const restarts = async (trial: Trial, place: Place): Promise<Figure> => {
	const rounds = sized(trial, 30, 2)
	const { posts, slowest, slow, faults } = await inLots(
		trial,
		place,
		{ rounds, what: "database restarts" },
		async (rig, at) => {
			await restartDatabase(rig, place, at % 2 === 0 ? "fast" : "immediate", perSecond)
			return lives(rig)
		},
	)
	const words = `${posts} posts acknowledged, 0 lost; slowest answer ${slowest} ms, ${slow} over 5 s`
	return {
		figure: `${rounds} database restarts, half of them immediate`,
		result: without(faults, words),
		ok: faults.length === 0,
		faults,
	}
}

const endings = async (trial: Trial, place: Place): Promise<Figure> => {
	const wanted = sized(trial, 100, 10)
	let ended = 0
	const { posts, faults } = await inLots(trial, place, { rounds: 1, what: "ended sessions" }, async (rig) => {
		rig.load(perSecond)
		while (ended < wanted) {
			ended += await endSessions(rig)
			await pause(150)
		}
		return lives(rig)
	})
	return {
		figure: `${ended} sessions ended (pg_terminate_backend)`,
		result: without(faults, `${posts} posts, 0 lost`),
		ok: faults.length === 0,
		faults,
	}
}

const lostCommits = async (trial: Trial, place: Place): Promise<Figure> => {
	const wanted = sized(trial, 200, 10)
	const lookUrl = await place.fresh()
	const link = await openLink(lookUrl, Math.random)
	const rig = await Rig.open({ databaseUrl: link.url, lookUrl, seed: trial.seed })
	try {
		rig.load(perSecond)
		link.losesCommits = 1 / 8
		for (let waited = 0; link.lost < wanted && waited < 120_000; waited += 100) {
			trial.progress.at("commits without an answer", link.lost, wanted)
			await pause(100)
		}
		link.losesCommits = 0
		await rig.calm()
		const faults = await faultsOf(rig, 60_000)
		const words = `${rig.ledger.sent.size} posts, 0 lost, 0 doubled`
		return {
			figure: `${link.lost} commits whose answer was lost`,
			result: without(faults, words),
			ok: faults.length === 0,
			faults,
		}
	} finally {
		await rig.close()
		await link.close()
	}
}

const conflicts = async (trial: Trial, place: Place): Promise<Figure> => {
	const seconds = sized(trial, 10, 2)
	const { posts, faults } = await inLots(trial, place, { rounds: 2, what: "conflicts" }, async (rig, at) => {
		await withConflicts(rig, at === 0 ? "40001" : "40P01", 0.2, async () => {
			rig.load(20)
			await pause(seconds * 1000)
			rig.rest()
		})
		return null
	})
	return {
		figure: "40001 and 40P01 on one write in five",
		result: without(faults, `${posts} posts, 0 lost`),
		ok: faults.length === 0,
		faults,
	}
}

const failovers = async (trial: Trial): Promise<Figure> => {
	const rounds = sized(trial, 3, 1)
	const faults: string[] = []
	let posts = 0
	for (let at = 0; at < rounds; at++) {
		trial.progress.at("failover to a standby", at, rounds)
		const pair = await openPair()
		if (!pair)
			return {
				figure: "failover to a standby",
				result: "no PostgreSQL with pg_basebackup is installed here",
				ok: true,
			}
		const link = await openLink(pair.primary, Math.random)
		try {
			const rig = await Rig.open({ databaseUrl: link.url, lookUrl: pair.standby, seed: trial.seed + at })
			rig.load(20)
			await pause(1500)
			await pair.failOver()
			link.switchTo(pair.standby)
			await pause(1500)
			await rig.calm()
			faults.push(...(await faultsOf(rig, 60_000)))
			posts += rig.ledger.sent.size
			await rig.close()
		} finally {
			await link.close()
			await pair.close()
		}
	}
	return {
		figure: `${rounds} × failover to a synchronous standby`,
		result: without(faults, `${posts} posts, 0 lost`),
		ok: faults.length === 0,
		faults,
	}
}

const migrations = async (trial: Trial, place: Place): Promise<Figure> => {
	trial.progress.at("broken migrations")
	const { breaks, faults } = await breakMigrations(place, sized(trial, 1, 20))
	return {
		figure: `a migration broken off at ${breaks} places`,
		result: without(faults, "all or nothing, and done the next time"),
		ok: faults.length === 0,
		faults,
	}
}

/** The story of a backup, with a bit turned at many more places of it than every day. */
const backups = async ({ progress, size }: Trial): Promise<Figure> => {
	progress.at("backups")
	const environment: Record<string, string> = size === "full" ? { TEST_SIZE: "large" } : {}
	const told = await runTests(["tests/stories/backup.test.ts"], { environment })
	const failed = told.filter(({ state }) => state === "failed")
	return {
		figure: "a backup restored, broken off, cut short, and with a bit turned",
		result: without(
			failed.map(({ name }) => name),
			"brought back to the byte, or refused",
		),
		ok: failed.length === 0,
		faults: failed.map(({ name, message }) => `${name}: ${message}`),
	}
}

export const database: Part = {
	name: "database",
	async run(trial) {
		const place = await openPlace()
		try {
			const figures: Figure[] = []
			for (const one of [restarts, endings, lostCommits, conflicts, migrations])
				figures.push(await one(trial, place))
			return [...figures, await failovers(trial), await backups(trial)]
		} finally {
			await place.close()
		}
	},
}
