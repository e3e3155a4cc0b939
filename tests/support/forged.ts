import type { Json, Peer } from "./peer.ts"

type Answer = { body: string; type?: string; status?: number; headers?: Record<string, string> }

/** Documents that servers serve in place of their own, by address. */
export class Forged {
	readonly #answers = new Map<string, Answer>()

	/** From now on a server that `serve` was asked of answers this at the address. */
	forge = (url: string, document: Json | string, more: Partial<Answer> = {}): void => {
		this.#answers.set(url, {
			body: typeof document === "string" ? document : JSON.stringify(document),
			...more,
		})
	}

	serve = (peer: Peer): Promise<void> =>
		peer.behave(({ method, path }) => {
			const found = method === "GET" ? this.#answers.get(peer.origin + path) : undefined
			if (!found) return undefined
			const headers = { "content-type": found.type ?? "application/activity+json", ...found.headers }
			return { status: found.status ?? 200, headers, body: found.body }
		})
}
