import { type Failpoint, failpoints } from "../../src/failpoints.ts"
import { type Acquainted, acquaint } from "./acquaint.ts"
import { KeptResults, type Result } from "./kept-results.ts"
import { openPlace, type Place } from "./place.ts"
import { isFault, type Plan, pace, planOf, type Step, type sabotages } from "./plan.ts"
import { type Outcome, run } from "./run.ts"
import { shrink } from "./shrink.ts"
import { serverNames } from "./stage.ts"
import { sumUp } from "./sum-up.ts"

type Wishes = {
	hours: number
	servers: number
	/** What people of one server do in an hour. */
	acts: number
	/** How often something breaks, as a multiple of what is usual. */
	roughness: number
	twice: boolean
	/** How often a shorter story is looked for; 0 for not at all. */
	tries: number
	sabotage: keyof typeof sabotages | null
	/** Where servers die that die at a named place; null for one place after the other. */
	place: Failpoint | null
	/** Whether results are kept, and those of an earlier run are taken. */
	keeps: boolean
	trace: ((line: string) => void) | null
}

const minute = 60_000
const hour = 60 * minute

/** Where the results of runs like this one are kept. */
export const keptOf = (
	wishes: Pick<Wishes, "hours" | "servers" | "acts" | "roughness" | "sabotage" | "place">,
): KeptResults => {
	const { hours, servers, acts, roughness, sabotage, place } = wishes
	return new KeptResults(`${hours} ${servers} ${acts} ${roughness} ${sabotage} ${place}`)
}

/** One seed after the other, told on the console. */
export class Simulation {
	readonly #wishes: Wishes
	readonly #place: Place
	readonly #acquainted: Acquainted
	readonly #kept: KeptResults
	readonly #lived: Result[] = []
	readonly #before: Result[] = []
	readonly #began = performance.now()
	/** Whether PostgreSQL's processor time can be seen. */
	readonly #seesAll: boolean
	#shownAt = 0

	private constructor(wishes: Wishes, place: Place, acquainted: Acquainted) {
		this.#wishes = wishes
		this.#place = place
		this.#seesAll = place.used() !== null
		this.#acquainted = acquainted
		this.#kept = wishes.keeps ? keptOf(wishes) : new KeptResults(null)
	}

	static async open(wishes: Wishes): Promise<Simulation> {
		const place = await openPlace(serverNames(wishes.servers))
		try {
			return new Simulation(wishes, place, await acquaint(place, wishes.servers))
		} catch (error) {
			await place.close()
			throw error
		}
	}

	/** Lives one seed through and says what came of it; `more` seeds follow. */
	async live(seed: number, more: number): Promise<void> {
		const known = this.#kept.results.get(seed)
		if (known?.failed === 0) return void this.#before.push(known)
		const { hours, servers, acts, roughness, twice, sabotage, trace, place } = this.#wishes
		const drawn = planOf(seed, servers, hours, acts, roughness)
		const plan = { ...drawn, steps: dyingAt(place, drawn.steps), ...(sabotage && { sabotage }) }
		const before = this.#used()
		const alive = (virtual: number) => this.#showWhere(seed, more, virtual)
		const outcome = await this.#run(plan, { alive, ...(trace && { trace }) })
		const used = this.#used() - before
		if (twice) {
			const { hash } = await this.#run(plan, { alive })
			if (hash !== outcome.hash)
				outcome.violations.push({ invariant: "I15", what: `${outcome.hash}, then ${hash}`, at: 0 })
		}
		const result = resultOf(plan, outcome, used)
		this.#lived.push(result)
		this.#kept.keep(result)
		this.#show("")
		console.log(lineOf(result))
		if (result.failed > 0) await this.#explain(plan, outcome)
	}

	/** Sums up; answers how many seeds failed. */
	sayWhatItCameTo(): number {
		this.#show("")
		const all = [...this.#before, ...this.#lived]
		if (all.length === 0) return 0
		const { hours, servers } = this.#wishes
		const wall = (performance.now() - this.#began) / 1000
		const parts = { hours, servers, before: this.#before.length, wall, seesAll: this.#seesAll }
		for (const line of sumUp(all, parts)) console.log(line)
		return all.filter((one) => one.failed > 0).length
	}

	close(): Promise<void> {
		return this.#place.close()
	}

	#run(plan: Plan, options: Parameters<typeof run>[3]): Promise<Outcome> {
		return run(this.#place, this.#acquainted, plan, options)
	}

	#used(): number {
		const { user, system } = process.cpuUsage()
		return (user + system) / 1e6 + (this.#place.used() ?? 0)
	}

	async #explain(plan: Plan, { violations }: Outcome): Promise<void> {
		const { hours, servers, acts, roughness, sabotage, tries, place } = this.#wishes
		for (const { invariant, what } of violations.slice(0, 10)) console.log(`  ${invariant} ${what}`)
		const faults = roughness === 1 ? "" : ` --faults ${roughness}`
		const more = `${acts === pace ? "" : ` --acts ${acts}`}${faults}${place ? ` --place ${place}` : ""}${sabotage ? ` --sabotage ${sabotage}` : ""}`
		console.log(
			`  Again: npm run simulate -- --seed ${plan.seed} --hours ${hours} --servers ${servers}${more}`,
		)
		if (tries === 0) return
		const show = (line: string) => this.#show(line)
		const small = await shrink(this.#place, this.#acquainted, plan, violations, tries, show)
		console.log(`  The shortest story found (${small.plan.steps.length} of ${plan.steps.length} deeds):`)
		for (const line of small.story) console.log(`    ${line}`)
		for (const { invariant, what } of small.violations.slice(0, 3)) console.log(`    → ${invariant} ${what}`)
	}

	#showWhere(seed: number, more: number, virtual: number): void {
		if (performance.now() - this.#shownAt < 200) return
		this.#shownAt = performance.now()
		const done = this.#lived.length
		const left = done > 0 ? (((performance.now() - this.#began) / done) * more) / minute : null
		const then = left === null || more === 0 ? "" : `, then ${more} more, about ${Math.ceil(left)} min`
		this.#show(`seed ${seed}: ${(virtual / hour).toFixed(2)} of ${this.#wishes.hours} hours${then}`)
	}

	/** One line that changes on a terminal, and nothing elsewhere. */
	#show(line: string): void {
		if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${line}`)
	}
}

const dyingAt = (place: Failpoint | null, steps: Step[]): Step[] =>
	place === null
		? steps
		: steps.map((step) =>
				step.kind === "crash-at-failpoint" ? { ...step, what: failpoints.indexOf(place) } : step,
			)

const resultOf = (plan: Plan, outcome: Outcome, used: number): Result => {
	const faults = plan.steps.filter(isFault).length
	const { hash, violations, deaths, steps, statements } = outcome
	const { seed } = plan
	return {
		...{ seed, hash, failed: violations.length, acts: plan.steps.length - faults, faults },
		...{ deaths, steps, statements, used },
	}
}

const lineOf = ({ seed, failed, acts, faults, deaths, steps, statements, used, hash }: Result): string =>
	`seed ${seed}: ${failed > 0 ? `FAILED ${failed}` : "ok"}, ${acts} acts, ${faults} faults, ${deaths} deaths, ` +
	`${steps} steps, ${statements} statements, ${used.toFixed(1)} s, ${hash}`
