import { Browser } from "../../support/browser.ts"
import { signedHeaders } from "../../support/peer/signatures/sign.ts"
import type { Person } from "../../support/peer.ts"

/** Somebody who asks: a browser with or without a session, or another server. */
export type Visitor = {
	name: string
	kind: "browser" | "server"
	headers(method: string, url: string, accept: string): Promise<Record<string, string>>
}

export const password = "correct horse battery staple"

export const anonymous: Visitor = { name: "anonymous", kind: "browser", headers: async () => ({}) }

/** Somebody with an account here; and the secret in their browser. */
export const signedIn = async (
	origin: string,
	name: string,
): Promise<{ visitor: Visitor; token: string }> => {
	const browser = new Browser(origin)
	const answer = await browser.send("/login", { name, password, next: "/" })
	if (answer.status !== 303) throw new Error(`${name} could not sign in: ${answer.status} ${answer.text}`)
	const cookie = [...browser.cookies].map(([key, value]) => `${key}=${value}`).join("; ")
	const token = [...browser.cookies.values()][0]!
	return { visitor: { name, kind: "browser", headers: async () => ({ cookie }) }, token }
}

/** A server that signs what it asks for, as somebody of its own. */
export const signing = (name: string, person: Person): Visitor => ({
	name,
	kind: "server",
	async headers(method, url, accept) {
		const body = method === "POST" ? Buffer.from("{}") : undefined
		const about = body ? { accept, "content-type": "application/activity+json" } : { accept }
		const asked = {
			method: body ? method : "GET",
			url,
			headers: about as Record<string, string>,
		}
		return signedHeaders(
			{ ...asked, ...(body && { body }) },
			{ keyId: person.keyId, key: person.keys.privateKey, date: new Date() },
		)
	},
})
