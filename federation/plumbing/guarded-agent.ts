import type { LookupFunction } from "node:net"
import { createSecureContext } from "node:tls"
import { buildConnector, Dispatcher, Pool } from "undici"
import { limits } from "../../src/limits.ts"
import {
	isLoopbackAddress,
	isLoopbackHost,
	isPrivateName,
	isPublicAddress,
	literalAddress,
	type Resolve,
} from "./addresses.ts"
import { NetworkFailure } from "./network-failure.ts"

export type AgentOptions = {
	allowPrivateAddress: boolean
	resolve: Resolve
	/** Bytes of a body. */
	maxResponseSize: number
	/** Milliseconds without progress. */
	deadline: number
}

/**
 * Keeps connections to other servers, the least recently used given up first, and refuses what must not be reached:
 * the URL before anything else, and every resolved address before the connection to that very address.
 */
export class GuardedAgent extends Dispatcher {
	readonly #pools = new Map<string, Pool>()
	readonly #allowPrivate: boolean
	readonly #options: Pool.Options

	constructor({ allowPrivateAddress, resolve, maxResponseSize, deadline }: AgentOptions) {
		super()
		this.#allowPrivate = allowPrivateAddress
		this.#options = {
			connect: connector(allowPrivateAddress, resolve, deadline),
			connections: 4,
			pipelining: 1,
			allowH2: false,
			keepAliveTimeout: 30_000,
			keepAliveMaxTimeout: 60_000,
			headersTimeout: deadline,
			bodyTimeout: deadline,
			maxHeaderSize: limits.answerHeaders,
			maxResponseSize,
		}
	}

	/** Throws a `NetworkFailure` "refused" unless this URL may be asked for at all. */
	check(url: URL): void {
		const problem = problemOf(url, this.#allowPrivate)
		if (problem) throw new NetworkFailure("refused", `${problem}: ${url.protocol}//${url.host}`)
	}

	override dispatch(options: Dispatcher.DispatchOptions, handler: Dispatcher.DispatchHandler): boolean {
		const origin = new URL(String(options.origin))
		this.check(origin)
		return this.#poolOf(origin.origin).dispatch(options, handler)
	}

	#poolOf(origin: string): Pool {
		const pool = this.#pools.get(origin) ?? new Pool(origin, this.#options)
		this.#pools.delete(origin)
		this.#pools.set(origin, pool)
		if (this.#pools.size > limits.originsOpen) {
			const [oldest, idle] = this.#pools.entries().next().value!
			this.#pools.delete(oldest)
			// what is still under way there finishes first
			void idle.close()
		}
		return pool
	}

	override async close(): Promise<void> {
		const pools = [...this.#pools.values()]
		this.#pools.clear()
		await Promise.all(pools.map((pool) => pool.destroy()))
	}

	override destroy(): Promise<void> {
		return this.close()
	}
}

const problemOf = (url: URL, allowPrivate: boolean): string | null => {
	const { protocol, hostname, port } = url
	const literal = literalAddress(hostname)
	if (url.username || url.password) return "an address with a password in it"
	if (hostname === "" || hostname.length > limits.hostName || hostname.endsWith("."))
		return "no proper host name"
	if (protocol === "http:" && allowPrivate)
		return literal && !isLoopbackHost(hostname) ? "http is for loopback only" : null
	if (protocol !== "https:") return "only https is spoken"
	if (allowPrivate) return null
	if (port !== "") return "only port 443 is spoken with"
	if (literal) return isPublicAddress(literal) ? null : "not a public address"
	return isPrivateName(hostname) ? "not a public name" : null
}

// One connector, and so one secure context and one TLS session cache, for all origins.
const connector = (allowPrivate: boolean, resolve: Resolve, timeout: number): buildConnector.connector => {
	const common = { timeout, keepAlive: true, autoSelectFamily: true }
	const allowed = allowPrivate ? () => true : isPublicAddress
	const https = buildConnector({
		...common,
		secureContext: createSecureContext(),
		maxCachedSessions: limits.originsOpen,
		lookup: filtered(resolve, allowed),
	})
	const http = buildConnector({ ...common, lookup: filtered(resolve, isLoopbackAddress) })
	return (options, callback) => (options.protocol === "https:" ? https : http)(options, callback)
}

const filtered =
	(resolve: Resolve, allowed: (address: string) => boolean): LookupFunction =>
	(hostname, options, callback) => {
		resolve(hostname).then(
			(found) => {
				const good = found.filter(({ address }) => allowed(address))
				const first = good[0]
				if (!first) {
					// names move: today's wrong address may be put right tomorrow
					const failure = new NetworkFailure("refused", `${hostname} has no public address`, {
						transient: true,
					})
					callback(failure, "", 4)
				} else if (options.all) callback(null, good)
				else callback(null, first.address, first.family)
			},
			(error) => callback(error, "", 4),
		)
	}
