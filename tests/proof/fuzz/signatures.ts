import { sql } from "drizzle-orm"
import { Chance } from "../../simulate/chance.ts"
import { signedHeaders } from "../../support/peer/signatures/sign.ts"
import type { Options, Outcome } from "./activities.ts"
import type { Signer } from "./fediverse.ts"
import { Ground } from "./ground.ts"
import { broken, type Request_ } from "./mutate-signature.ts"
import { longestStretch, watchStretches } from "./stalls.ts"

const url = "https://snug.test/inbox"
const refusals = new Set([400, 401])
const batch = 500
const atOnce = 8

/**
 * Breaks good requests of both schemes wherever what is signed can be broken. Each must be refused for good, and what was
 * not broken must be taken.
 */
export const run = async ({ budget, progress, seed = "1" }: Options): Promise<Outcome> => {
	const ground = await Ground.open({ working: false })
	const stretches = watchStretches()
	const failures: string[] = []
	try {
		const people = [ground.fediverse.actor("m.test", "a0"), ground.fediverse.actor("l.test", "a1")]
		let number = 0
		const good = (scheme: Request_["scheme"], signer: Signer) => signed(ground, signer, scheme, number++)
		for (let done = 0; done < budget && failures.length < 20; done += batch) {
			const chance = new Chance(`${seed} ${done}`)
			const pool = Array.from({ length: 16 }, (_, nth) =>
				good(nth % 2 ? "cavage" : "rfc9421", people[(nth >> 1) % 2]!),
			)
			failures.push(...(await controls(ground, people, good)))
			stretches.worst()
			const count = Math.min(batch, budget - done)
			const left = Array.from({ length: count }, () => broken(chance.pick(pool), chance, chance.pick(pool)))
			const doubtful: typeof left = []
			const bring = async () => {
				for (let next = left.pop(); next; next = left.pop()) {
					const status = await brought(ground, next.request)
					if (status !== null && !refusals.has(status)) doubtful.push(next)
				}
			}
			await Promise.all(Array.from({ length: atOnce }, bring))
			for (const { request, how } of doubtful) {
				// What was taken once is taken again without another look.
				await ground.rows(sql`delete from inbox`)
				const status = await brought(ground, request)
				if (status !== null && !refusals.has(status)) failures.push(told(request, how, status))
			}
			const worst = stretches.worst()
			if (worst > longestStretch) failures.push(`It worked ${Math.round(worst)} ms at a stretch.`)
			failures.push(...ground.taken())
			progress?.(done + count, budget)
		}
		return { done: budget, failures }
	} finally {
		stretches.end()
		await ground.close()
	}
}

const signed = (ground: Ground, signer: Signer, scheme: Request_["scheme"], number: number): Request_ => {
	const id = `${signer.id}/likes/${number}`
	const body = Buffer.from(
		JSON.stringify({ id, type: "Like", actor: signer.id, object: `${signer.id}/posts/${number}` }),
	)
	const headers = signedHeaders(
		{ method: "POST", url, headers: { "content-type": "application/activity+json" }, body },
		{ keyId: signer.keyId, key: signer.key, date: ground.now(), scheme },
	)
	return { url, headers: Object.entries(headers), body, scheme }
}

/** Null when the platform itself has no such header. */
const brought = async (ground: Ground, { url, headers, body }: Request_): Promise<number | null> => {
	const sent = new Headers()
	try {
		for (const [name, text] of headers) sent.append(name, text)
	} catch {
		return null
	}
	return ground.bring(url, sent, body)
}

const controls = async (
	ground: Ground,
	people: Signer[],
	good: (scheme: Request_["scheme"], signer: Signer) => Request_,
) => {
	const found: string[] = []
	for (const scheme of ["cavage", "rfc9421"] as const)
		for (const signer of people) {
			const status = await brought(ground, good(scheme, signer))
			if (status !== 202) found.push(`What was not broken was answered ${status} (${scheme}).`)
		}
	return found
}

const told = ({ url, headers, body }: Request_, how: number[], status: number): string =>
	`It answered ${status} after ${how.join(", ")}: ${JSON.stringify({ url, headers, body: body.toString("latin1") })}`
