import { Agent, request } from "node:http"
import type { Visitor } from "./visitors.ts"

/** One question by one visitor. */
export type Probe = { visitor: Visitor; method: string; path: string; accept: string }
export type Seen = {
	status: number
	/** The status line, every header and the body, as they came. */
	whole: string
	body: string
}

const agent = new Agent({ keepAlive: true, maxSockets: 16 })
const longest = 20_000

/** Asks, and reads every byte of the answer. @throws when there is none. */
export const ask = async (origin: string, { visitor, method, path, accept }: Probe): Promise<Seen> => {
	const headers = { accept, ...(await visitor.headers(method, `${origin}${path}`, accept)) }
	const body = method === "POST" ? "{}" : undefined
	if (body) Object.assign(headers, { "content-type": "application/activity+json", "content-length": "2" })
	return new Promise((resolve, reject) => {
		const outgoing = request(`${origin}${path}`, { method, headers, agent, family: 4 }, (answer) => {
			const chunks: Buffer[] = []
			answer.on("data", (chunk: Buffer) => chunks.push(chunk))
			answer.on("error", reject)
			answer.on("end", () => {
				const text = Buffer.concat(chunks).toString()
				const top = `${answer.statusCode} ${answer.statusMessage}\n${answer.rawHeaders.join("\n")}`
				resolve({ status: answer.statusCode ?? 0, whole: `${top}\n\n${text}`, body: text })
			})
		})
		outgoing.setTimeout(longest, () => outgoing.destroy(new Error(`${path} did not answer`)))
		outgoing.on("error", reject)
		outgoing.end(body)
	})
}

export const hangUp = (): void => agent.destroy()
