import { createHash, generateKeyPairSync, sign } from "node:crypto"
import { Agent, request } from "undici"
import { answerWith } from "./child.ts"

// The least that a server can do to deliver: sign in the thread pool, POST, read the status. It remembers nothing.
const inFlight = 256
const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 })
const dispatcher = new Agent({ connections: 1, pipelining: 1, keepAliveTimeout: 60_000 })
let inboxes: URL[] = []

const rsa = (text: string): Promise<string> =>
	new Promise((resolve, reject) => {
		sign("sha256", Buffer.from(text), privateKey, (error, bytes) =>
			error ? reject(error) : resolve(bytes.toString("base64")),
		)
	})

const deliver = async (inbox: URL, body: Buffer, digest: string): Promise<void> => {
	const date = new Date().toUTCString()
	const base = `(request-target): post ${inbox.pathname}\nhost: ${inbox.host}\ndate: ${date}\ndigest: ${digest}`
	const signature = `keyId="http://localhost/group#main-key",algorithm="rsa-sha256",headers="(request-target) host date digest",signature="${await rsa(base)}"`
	const headers = { date, digest, signature, "content-type": "application/activity+json" }
	const answer = await request(inbox, { method: "POST", headers, body, dispatcher })
	await answer.body.dump()
	if (answer.statusCode !== 202) throw new Error(`${inbox.href} answered ${answer.statusCode}`)
}

const send = async ({ id }: { id: string }): Promise<void> => {
	const activity = {
		id,
		type: "Announce",
		actor: "http://localhost/group",
		object: `${id}/object`,
		to: [],
		cc: [],
	}
	const body = Buffer.from(
		JSON.stringify({ "@context": "https://www.w3.org/ns/activitystreams", ...activity }),
	)
	const digest = `SHA-256=${createHash("sha256").update(body).digest("base64")}`
	let next = 0
	const sender = async () => {
		while (next < inboxes.length) await deliver(inboxes[next++]!, body, digest)
	}
	await Promise.all(Array.from({ length: inFlight }, sender))
}

answerWith({
	send,
	open: (given: { inboxes: string[] }) => {
		inboxes = given.inboxes.map((inbox) => new URL(inbox))
	},
})
