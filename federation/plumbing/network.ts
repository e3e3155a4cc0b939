import { setGlobalDispatcher } from "undici"
import { limits } from "../../src/limits.ts"
import type { NetworkAnswer, Ports } from "../../src/ports.ts"
import { type Resolve, resolveLocally, resolvePublicly } from "./addresses.ts"
import { GuardedAgent } from "./guarded-agent.ts"
import { asFailure, isEncoded, NetworkFailure } from "./network-failure.ts"
import { holdStrayFetch } from "./stray-fetch.ts"
import { Whole } from "./whole-exchange.ts"

export { NetworkFailure } from "./network-failure.ts"

export type Network = {
	allowPrivateAddress: boolean
	/** Sends one request; the whole exchange, body included, ends within ten seconds. Throws `NetworkFailure`. */
	fetch: Ports["fetch"]
	close(): Promise<void>
}
export type NetworkOptions = {
	/** Also permits https to any address, and plain http to loopback; for tests and trials. */
	allowPrivateAddress: boolean
	userAgent: string
	/** How host names are resolved; the operating system's way unless told. */
	resolve?: Resolve
	/** Milliseconds for a whole exchange. */
	deadline?: number
}
export type Document = {
	finalUrl: URL
	status: number
	contentType: string | null
	etag?: string
	bytes: Uint8Array
}
export type DocumentOptions = {
	accept: string
	/** What is known already, by its ETag: the answer is 304 then. */
	known?: string | null
	/** Headers that sign a GET of this URL; asked for again at every hop. */
	sign?: (url: URL) => Promise<Record<string, string>>
	/** Whether a server may be asked at all; asked again at every hop. */
	mayAsk?: (url: URL) => Promise<boolean>
	maxRedirects?: number
	/** Bytes. */
	limit?: number
	signal?: AbortSignal
}

const redirects = new Set([301, 302, 303, 307, 308])

/**
 * The one way to the network: only https to public addresses, never a redirect, never a decoder, bounded in time and
 * size (docs/decisions/0006). It also becomes the global dispatcher, so that no stray `fetch` escapes it.
 */
export const createNetwork = (options: NetworkOptions): Network => {
	const { allowPrivateAddress, userAgent, deadline = limits.exchangeTime } = options
	const resolve = options.resolve ?? (allowPrivateAddress ? resolveLocally : resolvePublicly)
	const agent = new GuardedAgent({
		allowPrivateAddress,
		resolve,
		// Whoever reads a body has a limit of their own (readBody); this is the largest of them.
		maxResponseSize: limits.remotePictureBytes,
		deadline,
	})
	setGlobalDispatcher(agent.compose(holdStrayFetch(deadline)))
	const fetch: Ports["fetch"] = async ({ method, url, headers, body, signal }) => {
		const whole = new Whole(deadline, signal)
		const sent = agent.request({
			origin: url.origin,
			path: url.pathname + url.search,
			method,
			headers: { ...headers, "user-agent": userAgent, "accept-encoding": "identity" },
			body: body ?? null,
			signal: whole.signal,
		})
		const answer = await whole.hold(sent)
		// The answer to a POST is never read, only counted; whatever is read must not need a decoder.
		if (method === "GET" && isEncoded(answer.headers["content-encoding"])) {
			answer.body.on("error", () => {}).destroy()
			throw new NetworkFailure("encoding", `${url.host} answered with an encoded body`)
		}
		return answer
	}
	return { allowPrivateAddress, fetch: guardUrl(fetch, agent), close: () => agent.close() }
}

const guardUrl =
	(send: Ports["fetch"], agent: GuardedAgent): Ports["fetch"] =>
	async (request) => {
		agent.check(request.url)
		try {
			return await send(request)
		} catch (error) {
			throw asFailure(error)
		}
	}

/** GETs a document, following a few redirects, each held to the same rules. Throws `NetworkFailure`. */
export const getDocument = async (
	network: Pick<Network, "fetch">,
	url: URL,
	options: DocumentOptions,
): Promise<Document> => {
	const signal = anyOf(AbortSignal.timeout(limits.exchangeTime), options.signal)
	let at = url
	for (let hops = options.maxRedirects ?? limits.redirects; ; hops--) {
		if (options.mayAsk && !(await options.mayAsk(at)))
			throw new NetworkFailure("refused", `${at.host} is blocked here`)
		const headers = {
			accept: options.accept,
			...(options.known && { "if-none-match": options.known }),
			...(await options.sign?.(at)),
		}
		const answer = await network.fetch({ method: "GET", url: at, headers, signal })
		const next = redirects.has(answer.statusCode) ? redirectOf(answer, at) : null
		if (!next) {
			const bytes = await readBody(answer, options.limit ?? limits.documentBytes)
			const contentType = [answer.headers["content-type"]].flat()[0] ?? null
			const [etag] = [answer.headers.etag].flat()
			return { finalUrl: at, status: answer.statusCode, contentType, ...(etag && { etag }), bytes }
		}
		answer.body.on("error", () => {}).destroy()
		if (hops <= 0) throw new NetworkFailure("redirects", `too many redirects from ${url.href}`)
		at = next
	}
}

const redirectOf = (answer: NetworkAnswer, from: URL): URL | null => {
	const location = [answer.headers.location].flat()[0]
	if (!location) return null
	const next = URL.parse(location, from)
	if (!next) throw new NetworkFailure("redirects", `${from.host} redirects to no address`)
	if (from.protocol === "https:" && next.protocol !== "https:") {
		throw new NetworkFailure("refused", `${from.host} redirects to ${next.protocol}`)
	}
	next.hash = ""
	return next
}

/** Reads a body of at most `limit` bytes. Throws `NetworkFailure`, "too-large" as soon as it is. */
export const readBody = async (answer: NetworkAnswer, limit: number): Promise<Uint8Array> => {
	const chunks: Uint8Array[] = []
	let size = 0
	try {
		if (Number(answer.headers["content-length"] ?? 0) > limit) throw tooLarge(limit)
		for await (const chunk of answer.body as AsyncIterable<Uint8Array>) {
			size += chunk.length
			if (size > limit) throw tooLarge(limit)
			chunks.push(chunk)
		}
	} catch (error) {
		answer.body.on("error", () => {}).destroy()
		throw asFailure(error)
	}
	return Buffer.concat(chunks)
}

const tooLarge = (limit: number) => new NetworkFailure("too-large", `an answer of more than ${limit} bytes`)

const anyOf = (one: AbortSignal, other?: AbortSignal): AbortSignal =>
	other ? AbortSignal.any([one, other]) : one
