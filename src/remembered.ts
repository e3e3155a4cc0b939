import { createHash } from "node:crypto"
import type { IncomingMessage } from "node:http"
import type { HttpBindings } from "@hono/node-server"
import { Recent, singleFlight } from "../federation/plumbing/cache.ts"
import { limits } from "./limits.ts"
import type { Ports } from "./ports.ts"

/** An answer in bytes, and the moment in the database's life at which it was right. */
type Answer = { moment: string; body: ArrayBuffer; headers: Record<string, string>; isPage: boolean }

type Env = HttpBindings & {
	/** The answer is to be whole, even to somebody who has it: whoever remembers it compares. */
	whole?: boolean
}
export type Fetch = (request: Request, env: Env) => Response | Promise<Response>
type Around = {
	/** The database's moment as it is after this was asked for; null when it does not say. */
	moment: () => Promise<string | null>
	/** Whether a page is one too many for whoever asks. */
	crowds: (incoming: IncomingMessage) => boolean
}

/** What is read by everybody: pages of the server and its groups, and what other servers look up. */
const readByAll = /^\/(@|ap\/|\.well-known\/webfinger\?|$|\?|(about|rules|privacy)$)/

/** By these somebody says who they are, or asks for a part. */
const personal = ["cookie", "authorization", "signature", "signature-input", "range"]

/**
 * Remembers whole answers to those who do not say who they are, until something is written in the database: a look at its
 * moment stands before each answer, so nothing is shown that has been taken back (docs/decisions/0040). What says of itself
 * that nobody may keep it (`no-store`) is not remembered; whoever asks for what is just being made waits for that.
 */
export const remembersAnswers = (
	answer: Fetch,
	{ now, moment, crowds }: Pick<Ports, "now"> & Around,
): Fetch => {
	const memory = new Recent<Answer>(limits.remembered, now)
	const once = singleFlight<Answer | null>()
	const asksTooMuch = ({ isPage }: Answer, { incoming }: Env) => isPage && crowds(incoming)
	return async (request, env) => {
		const key = keyOf(env)
		const at = key && (await moment())
		if (!key || !at) return answer(request, env)
		const known = memory.get(key)
		if (known?.moment === at) return asksTooMuch(known, env) ? answer(request, env) : give(env, known)
		let mine: Response | null = null
		const made = await once(`${at} ${key}`, async () => {
			mine = await answer(request, { ...env, whole: true })
			const kept = await toKeep(mine, at)
			if (kept) memory.set(key, kept, limits.rememberedTime)
			return kept
		})
		if (!made) return mine ?? answer(request, env)
		return !mine && asksTooMuch(made, env) ? answer(request, env) : give(env, made)
	}
}

const give = ({ incoming }: Env, { body, headers }: Answer): Response =>
	incoming.headers["if-none-match"]?.includes(headers.etag!)
		? new Response(null, { status: 304, headers })
		: new Response(body, { headers })

/** What makes two requests the same; null for one that might be answered to its sender alone. */
const keyOf = ({ incoming }: Env): string | null => {
	const { method, headers, url = "" } = incoming
	if (method !== "GET" || !readByAll.test(url)) return null
	if (personal.some((name) => headers[name] !== undefined)) return null
	// A header has no line break in it, so no two requests come to the same by writing into one what belongs into another.
	const key = [url, headers.accept, headers["accept-language"]].join("\n")
	return key.length > limits.rememberedKey ? null : key
}

const toKeep = async (response: Response, moment: string): Promise<Answer | null> => {
	const { status, headers } = response
	const kept = headers.get("cache-control")
	if (status !== 200 || !kept || kept.includes("no-store") || headers.has("set-cookie")) return null
	const body = await response.clone().arrayBuffer()
	if (body.byteLength > limits.rememberedBytes) return null
	const isPage = !/json/.test(headers.get("content-type") ?? "")
	const digest = createHash("sha256").update(new Uint8Array(body)).digest("base64url").slice(0, 22)
	return { moment, body, isPage, headers: { etag: `"${digest}"`, ...Object.fromEntries(headers) } }
}
