import { randomUUID } from "node:crypto"
import { signedHeaders } from "../../support/peer/signatures/sign.ts"
import type { Options, Outcome } from "./activities.ts"
import type { Signer } from "./fediverse.ts"
import { Ground } from "./ground.ts"

/** Milliseconds of CPU that a request of somebody unknown may cost (I7, G13). */
const most = 50

type Sent = { headers: Record<string, string>; body: Uint8Array }
/** A class of requests, and how many others may be asked because of one. */
type Kind = { name: string; make: (signer: Signer) => Sent; asks: number }

const url = "https://snug.test/inbox"
const type = { "content-type": "application/activity+json" }
const activity = (actor: string, more: object = {}) =>
	Buffer.from(
		JSON.stringify({
			id: `${new URL(actor).origin}/x/${randomUUID()}`,
			type: "Like",
			actor,
			object: "https://m.test/1",
			...more,
		}),
	)
const stranger = "https://strange.test/users/x"
const signature = (keyId: string, headers = "(request-target) host date digest", value = "AAAA") => ({
	...type,
	date: new Date().toUTCString(),
	digest: "SHA-256=AAAA",
	signature: `keyId="${keyId}",algorithm="rsa-sha256",headers="${headers}",signature="${value}"`,
})
const plain = (body: Uint8Array): Sent => ({ headers: type, body })
const repeated = (part: string, times: number): Uint8Array => Buffer.from(part.repeat(times))

const kinds: Kind[] = [
	{ name: "an activity that nobody signed", make: () => plain(activity(stranger)), asks: 0 },
	{
		name: "a context to be fetched, unsigned",
		make: () => plain(activity(stranger, { "@context": "https://evil.test/context" })),
		asks: 0,
	},
	{ name: "a megabyte of spaces", make: () => plain(repeated(" ", 1_000_000)), asks: 0 },
	{ name: "more than a megabyte", make: () => plain(repeated("x", 1_100_000)), asks: 0 },
	{ name: "a hundred thousand brackets", make: () => plain(repeated("[", 100_000)), asks: 0 },
	{
		name: "a list of twenty thousand",
		make: () => plain(Buffer.from(`{"type":"Create","actor":"${stranger}","tag":[${"1,".repeat(20_000)}1]}`)),
		asks: 0,
	},
	{
		name: "nearly as many things as may be, in a megabyte",
		make: () =>
			plain(
				Buffer.from(
					`{"type":"Create","actor":"${stranger}","tag":[${`"${"x".repeat(190)}",`.repeat(4900)}1]}`,
				),
			),
		asks: 0,
	},
	{
		name: "a text of a megabyte",
		make: () => plain(activity(stranger, { content: "x".repeat(990_000) })),
		asks: 0,
	},
	{
		name: "a signature without a digest",
		make: () => ({
			headers: signature(`${stranger}#k`, "(request-target) host date"),
			body: activity(stranger),
		}),
		asks: 0,
	},
	{
		name: "a signature that cannot be read",
		make: () => ({ headers: { ...type, signature: "x".repeat(8000) }, body: activity(stranger) }),
		asks: 0,
	},
	{
		name: "a signature of eight kilobytes of commas",
		make: () => ({
			headers: { ...type, signature: `keyId="a",${'a="b",'.repeat(1300)}` },
			body: activity(stranger),
		}),
		asks: 0,
	},
	{
		name: "a key that is no address",
		make: () => ({ headers: signature("acct:x@strange.test"), body: activity(stranger) }),
		asks: 0,
	},
	{
		name: "a key of this server",
		make: () => ({ headers: signature("https://snug.test/ap/server#main-key"), body: activity(stranger) }),
		asks: 0,
	},
	{
		name: "an id on another server than its actor's",
		make: () => ({
			headers: signature(`${stranger}#k`),
			body: activity(stranger, { id: "https://victim.test/1" }),
		}),
		asks: 0,
	},
	{
		name: "the farewell of somebody unknown",
		make: () => ({
			headers: signature(`${stranger}#k`),
			body: activity(stranger, { type: "Delete", object: stranger }),
		}),
		asks: 0,
	},
	{
		name: "a key that is nowhere",
		make: () => ({
			headers: signature(`https://gone.test/${randomUUID()}#k`),
			body: activity("https://gone.test/x"),
		}),
		asks: 2,
	},
	{
		name: "a signature that does not hold, of a known key",
		make: (signer) => ({
			headers: signature(signer.keyId, undefined, "A".repeat(342)),
			body: activity(signer.id),
		}),
		asks: 1,
	},
	{
		name: "a good signature over another body",
		make: (signer) => {
			const body = activity(signer.id, { content: "x".repeat(500_000) })
			const headers = signedHeaders(
				{ method: "POST", url, headers: type, body },
				{ keyId: signer.keyId, key: signer.key, date: new Date() },
			)
			body[body.length - 3] = 0x79
			return { headers, body }
		},
		asks: 1,
	},
]

/**
 * Counts what one request of each class makes this server ask of others, and (with more than one of each) measures what it
 * costs in CPU. Nothing may be asked of anyone before the fields of a signature make sense.
 */
export const run = async ({
	budget,
	progress,
}: Options): Promise<Outcome & { costs: Record<string, number> }> => {
	const ground = await Ground.open({ working: false })
	const failures: string[] = []
	const costs: Record<string, number> = {}
	const each = Math.max(1, Math.floor(budget / kinds.length))
	try {
		const signer = ground.fediverse.actor("m.test", "known")
		if (
			(await ground.say(signer, {
				id: `${signer.id}/1`,
				type: "Like",
				actor: signer.id,
				object: "https://m.test/1",
			})) !== 202
		)
			throw new Error("An honest request was not taken.")
		for (const [nth, { name, make, asks }] of kinds.entries()) {
			const all = Array.from({ length: each }, () => make(signer))
			const before = ground.fediverse.asked.length
			const [first] = all
			const status = await ground.bring(url, first!.headers, first!.body)
			const asked = ground.fediverse.asked.length - before
			if (asked > asks)
				failures.push(`${name} made it ask ${asked} times: ${ground.fediverse.asked.slice(before).join(" ")}`)
			if (status >= 500) failures.push(`${name} was answered ${status}.`)
			const spent = process.threadCpuUsage()
			for (const { headers, body } of all.slice(1)) await ground.bring(url, headers, body)
			const more = process.threadCpuUsage(spent)
			costs[name] = (more.user + more.system) / 1000 / Math.max(1, each - 1)
			if (costs[name]! > most) failures.push(`${name} costs ${Math.round(costs[name]!)} ms of CPU.`)
			progress?.(nth + 1, kinds.length)
		}
		failures.push(...ground.taken())
		return { done: each * kinds.length, failures, costs }
	} finally {
		await ground.close()
	}
}
