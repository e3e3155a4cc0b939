import { createPublicKey, generateKeyPairSync, type KeyObject } from "node:crypto"
import { Readable } from "node:stream"
import { NetworkFailure } from "../../../federation/plumbing/network-failure.ts"
import type { Ports } from "../../../src/ports.ts"
import type { Json } from "../../support/peer.ts"

export type Signer = { id: string; keyId: string; key: KeyObject }

/** Other servers, in memory: what stands at their addresses, and all that they were asked and sent. */
export class Fediverse {
	readonly documents = new Map<string, Json>()
	readonly asked: string[] = []
	readonly sent: { url: string; body: string }[] = []

	fetch: Ports["fetch"] = async ({ method, url, body }) => {
		if (url.protocol !== "https:") throw new NetworkFailure("refused", `${url.protocol} is not asked`)
		if (method === "POST") this.sent.push({ url: url.href, body: Buffer.from(body ?? []).toString() })
		else this.asked.push(url.href)
		const document = method === "GET" ? this.documents.get(url.href) : undefined
		const statusCode = method === "POST" ? 202 : document ? 200 : 404
		const text = document ? JSON.stringify(document) : ""
		const headers = { "content-type": "application/activity+json" }
		return {
			statusCode,
			headers,
			body: Readable.from(text ? [Buffer.from(text)] : []),
		} as unknown as Awaited<ReturnType<Ports["fetch"]>>
	}

	/** Somebody with a server, a key, and an actor's document. */
	actor(host: string, name: string, type = "Person"): Signer {
		const id = `https://${host}/users/${name}`
		const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 })
		const publicKeyPem = createPublicKey(privateKey as unknown as string).export({
			type: "spki",
			format: "pem",
		})
		const keyId = `${id}#main-key`
		this.documents.set(id, {
			"@context": ["https://www.w3.org/ns/activitystreams", "https://w3id.org/security/v1"],
			id,
			type,
			preferredUsername: name,
			inbox: `${id}/inbox`,
			outbox: `${id}/outbox`,
			followers: `${id}/followers`,
			endpoints: { sharedInbox: `https://${host}/inbox` },
			publicKey: { id: keyId, owner: id, publicKeyPem },
		})
		return { id, keyId, key: privateKey }
	}
}
