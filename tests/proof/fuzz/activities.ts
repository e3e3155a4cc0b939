import { readFileSync } from "node:fs"
import { join } from "node:path"
import { sql } from "drizzle-orm"
import { Chance } from "../../simulate/chance.ts"
import type { Json } from "../../support/peer.ts"
import { keep, kept } from "./corpus.ts"
import type { Signer } from "./fediverse.ts"
import { Ground } from "./ground.ts"
import { asBytes, mutated } from "./mutate.ts"
import { longestStretch, watchStretches } from "./stalls.ts"
import { Village } from "./village.ts"

export type Options = {
	/** How many inputs are tried. */
	budget: number
	progress?: (done: number, of: number) => void
	seed?: string
	/** Whether what fails is written to tests/proof/corpus, where npm test finds it. */
	keeps?: boolean
}
export type Outcome = { done: number; failures: string[] }

type Input = { name: string; signer: Signer; word: string; bytes: Uint8Array; status: number }

const seeds = JSON.parse(
	readFileSync(join(import.meta.dirname, "../seeds/activities.json"), "utf8"),
) as Record<string, Json>
const names = Object.keys(seeds)
const batch = 200
const atOnce = 8
const answers = new Set([202, 400, 401, 404, 410, 413])

/**
 * Brings changed activities, properly signed, to the front door and through inbox, outbox and delivery, and looks after
 * each lot of them whether anything threw, stood still, went beyond its author or became public that was not.
 */
export const run = async ({ budget, progress, seed = "1", keeps = true }: Options): Promise<Outcome> => {
	const ground = await Ground.open({ working: true })
	const stretches = watchStretches()
	const failures: string[] = []
	try {
		const village = await Village.settle(ground)
		for (const { name, found } of kept("activity")) {
			const input = {
				name,
				signer: village.people[0]!,
				word: name,
				bytes: Buffer.from(found.input, "base64"),
				status: 0,
			}
			await brought(ground, [input])
			await ground.settled()
			failures.push(...(await faultsOf(ground, village, [input])))
		}
		stretches.worst()
		for (let done = 0; done < budget; done += batch) {
			const chance = new Chance(`${seed} ${done}`)
			const inputs = Array.from({ length: Math.min(batch, budget - done) }, () => made(village, chance))
			await brought(ground, inputs)
			await ground.settled()
			const faults = [...(await faultsOf(ground, village, inputs)), ...tooLong(stretches.worst())]
			if (faults.length > 0) failures.push(...(await narrowed(ground, village, inputs, faults, keeps)))
			progress?.(Math.min(done + batch, budget), budget)
			if (failures.length > 20) break
		}
		await ground.settled(6)
		failures.push(...ground.taken())
		return { done: budget, failures }
	} finally {
		stretches.end()
		await ground.close()
	}
}

const made = (village: Village, chance: Chance): Input => {
	const name = chance.pick(names)
	const signer = name.startsWith("group-") ? village.news : chance.pick(village.people)
	const word = `w${Buffer.from(chance.bytes(16)).toString("hex")}`
	const activity = village.filled(seeds[name]!, { signer, word, chance })
	const others = [village.filled(seeds[chance.pick(names)]!, { signer, word, chance })]
	return { name, signer, word, bytes: asBytes(mutated(activity, others, chance), chance), status: 0 }
}

const brought = async (ground: Ground, inputs: Input[]): Promise<void> => {
	const left = [...inputs]
	const bring = async () => {
		for (let input = left.shift(); input; input = left.shift())
			input.status = await ground.post(input.signer, input.bytes)
	}
	await Promise.all(Array.from({ length: atOnce }, bring))
}

const tooLong = (worst: number): string[] =>
	worst > longestStretch ? [`It worked ${Math.round(worst)} ms at a stretch.`] : []

const faultsOf = async (ground: Ground, village: Village, inputs: Input[]): Promise<string[]> => {
	const odd = inputs
		.filter(({ status }) => !answers.has(status))
		.map(({ name, status }) => `${name} was answered ${status}.`)
	return [...ground.taken(), ...odd, ...(await village.wrongs(inputs)), ...(await pileUp(ground, inputs))]
}

/** Nothing that was refused may have been kept. */
const pileUp = async (ground: Ground, inputs: Input[]): Promise<string[]> => {
	const refused = inputs.filter(({ status }) => status !== 202 && status !== 0)
	const words = refused.map(({ word }) => word)
	if (words.length === 0) return []
	const rows = await ground.rows(
		sql`select convert_from(body, 'UTF8') as body from inbox where received_at > ${new Date(ground.now().getTime() - 900_000).toISOString()}`,
	)
	const found = refused.find(({ word }) => rows.some(({ body }) => String(body).includes(word)))
	return found ? [`${found.name} was answered ${found.status}, and kept.`] : []
}

/** Tries each of a lot alone, to find which it was; the lot as a whole when none is by itself. */
const narrowed = async (
	ground: Ground,
	village: Village,
	inputs: Input[],
	faults: string[],
	keeps: boolean,
): Promise<string[]> => {
	const found: string[] = []
	for (const input of inputs) {
		const again = { ...input, status: 0 }
		await brought(ground, [again])
		await ground.settled()
		const own = await faultsOf(ground, village, [again])
		if (own.length === 0) continue
		const says = own.join("; ")
		const name = keeps
			? keep({ kind: "activity", says, input: Buffer.from(input.bytes).toString("base64") })
			: input.name
		found.push(`${name}: ${says}`)
		if (found.length >= 5) break
	}
	return found.length > 0 ? found : faults
}
