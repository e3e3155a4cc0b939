import { limits } from "../limits.ts"
import type { Ports } from "../ports.ts"

/** The public address, as anybody reaches it: through the guarded network, every proxy and every cache. */
export type Door = { origin: URL; fetch: Ports["fetch"] }
export type Seen = { status: number; type: string; vary: string; location: string | null; text: string }

const patience = 10_000

export const activityJson = "application/activity+json"

/** Asks for a path at the public address, and follows no redirect. Throws what the network throws, or when the answer is too long. */
export const ask = async (
	{ origin, fetch: send }: Door,
	path: string,
	accept: string,
	more: Record<string, string> = {},
): Promise<Seen> => {
	const url = new URL(path, origin)
	const answer = await send({
		method: "GET",
		url,
		headers: { accept, ...more },
		signal: AbortSignal.timeout(patience),
	})
	const header = (name: string) => [answer.headers[name] ?? ""].flat().join(", ")
	const chunks: Uint8Array[] = []
	let size = 0
	for await (const chunk of answer.body as AsyncIterable<Uint8Array>) {
		size += chunk.length
		if (size > limits.doctorBytes) throw new Error(`the answer to ${path} is longer than it can be`)
		chunks.push(chunk)
	}
	const text = Buffer.concat(chunks).toString("utf8")
	return {
		status: answer.statusCode,
		type: header("content-type"),
		vary: header("vary"),
		location: header("location") || null,
		text,
	}
}

/** What a JSON answer says; null when it is no JSON object. */
export const jsonIn = ({ text }: Seen): Record<string, unknown> | null => {
	try {
		const value: unknown = JSON.parse(text)
		return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : null
	} catch {
		return null
	}
}

/** An answer in few words, for a sentence about what came instead of what should. */
export const inShort = ({ status, type, location }: Seen): string =>
	location ? `${status}, to ${location}` : `${status}${type ? `, ${type.split(";")[0]}` : ""}`
