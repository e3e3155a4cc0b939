import { request } from "node:http"

export type HttpAnswer = { status: number; headers: Record<string, string>; bytes: Buffer }

const TIMEOUT = 10_000
const LIMIT = 4_000_000

/** Node's header record with every value one string. */
export const flatHeaders = (headers: Record<string, string | string[] | undefined>): Record<string, string> =>
	Object.fromEntries(
		Object.entries(headers).map(([name, value]) => [
			name,
			Array.isArray(value) ? value.join(", ") : (value ?? ""),
		]),
	)

/** One HTTP request on a connection of its own, so that a server that restarted is never met on a dead one. Throws when there is no answer. */
export const exchange = (
	method: string,
	url: string,
	headers: Record<string, string>,
	body?: Uint8Array,
): Promise<HttpAnswer> =>
	new Promise((resolve, reject) => {
		const length = body ? { "content-length": String(body.byteLength) } : {}
		const options = { method, headers: { ...headers, ...length }, agent: false, family: 4 } as const
		const outgoing = request(url, options, (answer) => {
			const chunks: Buffer[] = []
			let size = 0
			answer.on("data", (chunk: Buffer) => {
				chunks.push(chunk)
				size += chunk.length
				if (size > LIMIT) outgoing.destroy(new Error(`${url} answered more than ${LIMIT} bytes`))
			})
			answer.on("error", reject)
			answer.on("end", () =>
				resolve({
					status: answer.statusCode ?? 0,
					headers: flatHeaders(answer.headers),
					bytes: Buffer.concat(chunks),
				}),
			)
		})
		outgoing.setTimeout(TIMEOUT, () => outgoing.destroy(new Error(`${url} did not answer in ${TIMEOUT} ms`)))
		outgoing.on("error", reject)
		outgoing.end(body)
	})
