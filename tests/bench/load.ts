import { type Dispatcher, Pool } from "undici"
import type { Prepared } from "./authors.ts"
import { demand } from "./line.ts"

/** What a load came to; latencies in milliseconds, in the order of the answers. */
export type Load = { milliseconds: number; latencies: number[] }

/** Sends prepared requests, so many at once, each answered with the status. @throws Wrong at any other. */
export const flood = async (
	origin: string,
	requests: Prepared[],
	{ inFlight, status }: { inFlight: number; status: number },
): Promise<Load> => {
	const pool = new Pool(origin, { connections: inFlight, pipelining: 1 })
	const latencies: number[] = []
	let next = 0
	const sender = async () => {
		while (next < requests.length) {
			const { path, headers, body } = requests[next++]!
			const began = performance.now()
			const answer = await pool.request({ method: "POST", path, headers, body })
			const text = answer.statusCode === status ? await answer.body.dump() : await answer.body.text()
			demand(
				answer.statusCode === status,
				`a POST was answered with ${answer.statusCode}, not ${status}: ${text}`,
			)
			latencies.push(performance.now() - began)
		}
	}
	const began = performance.now()
	await Promise.all(Array.from({ length: Math.min(inFlight, requests.length) }, sender))
	const milliseconds = performance.now() - began
	await pool.close()
	return { milliseconds, latencies }
}

export type Asked = { path: string; headers: Record<string, string>; status: number; bytes: number }

/** Asks for the same thing over 32 connections for a time. @throws Wrong unless status and length are always right. */
export const hammer = async (origin: string, asked: Asked, milliseconds: number): Promise<Load> => {
	const connections = 32
	const pool = new Pool(origin, { connections, pipelining: 1 })
	const latencies: number[] = []
	const began = performance.now()
	const asker = async () => {
		while (performance.now() - began < milliseconds) {
			const start = performance.now()
			await get(pool, asked)
			latencies.push(performance.now() - start)
		}
	}
	await Promise.all(Array.from({ length: connections }, asker))
	const took = performance.now() - began
	await pool.close()
	return { milliseconds: took, latencies }
}

// The lowest door into undici: the promise and stream of `request` would cost the generator more than the server.
const get = (pool: Pool, { path, headers, status, bytes }: Asked): Promise<void> =>
	new Promise((resolve, reject) => {
		let answered = 0
		let length = 0
		const handler: Dispatcher.DispatchHandler = {
			onRequestStart() {},
			onResponseStart(_, statusCode) {
				answered = statusCode
			},
			onResponseData(_, chunk) {
				length += chunk.length
			},
			onResponseEnd() {
				if (answered === status && length === bytes) resolve()
				else
					reject(
						new Error(
							`${path} was answered with ${answered} and ${length} bytes, not ${status} and ${bytes}`,
						),
					)
			},
			onResponseError: (_, error) => reject(error),
		}
		pool.dispatch({ path, method: "GET", headers }, handler)
	})
