import type { Acquainted } from "./acquaint.ts"
import { check, digestOf } from "./check.ts"
import { fateDeeds } from "./fate.ts"
import { houseDeeds } from "./house-deeds.ts"
import { type Deed, follow, leave, peopleDeeds } from "./people.ts"
import type { Place } from "./place.ts"
import { type Kind, type Plan, sentenceOf } from "./plan.ts"
import { comeToRest } from "./rest.ts"
import { Stage, type Violation } from "./stage.ts"

export type Outcome = {
	violations: Violation[]
	hash: string
	steps: number
	statements: number
	/** How often a server died. */
	deaths: number
	/** What was done, in order, as sentences. */
	story: string[]
}

const deeds: Record<Kind, Deed> = { ...peopleDeeds, ...houseDeeds, ...fateDeeds }

/** Lives one plan through, among servers that know each other, until all has come to rest, and checks what is left. */
export const run = async (
	place: Place,
	acquainted: Acquainted,
	plan: Plan,
	options: { trace?: (line: string) => void; alive?: (virtual: number) => void } = {},
): Promise<Outcome> => {
	const stage = await Stage.open(place, plan, options.trace ?? null, acquainted)
	try {
		const { scheduler, internet } = stage
		await stage.wakeUp()
		const story: string[] = []
		const from = scheduler.now
		internet.weather = plan.weather
		for (const step of plan.steps)
			scheduler.after(step.at, `step ${step.kind}`, () => {
				const done = deeds[step.kind](stage, step)
				scheduler.note(done ?? "nobody could")
				story.push(sentenceOf(step, done))
				options.alive?.(scheduler.now - from)
			})
		await scheduler.runUntil(from + plan.lasts)
		await comeToRest(stage)
		lastWords(stage)
		await comeToRest(stage)
		const deaths = stage.snugs.reduce((sum, { deaths }) => sum + deaths, 0)
		await check(stage)
		for (const snug of stage.snugs) scheduler.note(await digestOf(snug))
		const statements = stage.snugs.reduce((sum, { statements }) => sum + statements, 0)
		return {
			...{ violations: stage.violations, hash: scheduler.hash, story },
			...{ steps: scheduler.steps, statements, deaths },
		}
	} finally {
		await stage.close()
	}
}

/** When all is well again, everybody but the first of each peer makes up their mind once more, and that must be so then. */
const lastWords = (stage: Stage): void => {
	for (const snug of stage.snugs)
		for (const person of stage.others) {
			const stays = stage.chance.happens(0.5)
			if (stays) follow(stage, person, snug)
			else leave(stage, person, snug)
			stage.minds.push({ person, snug, stays })
		}
}
