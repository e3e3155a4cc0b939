import { randomUUID } from "node:crypto"
import { digestOf, signCavage } from "../support/peer/signatures/cavage.ts"
import { type KeyPair, keyFromPool } from "../support/peer/signatures/keys.ts"

/** Somebody with an account on a server that `hosts.ts` plays. */
export type Author = { uri: string; keyId: string; keys: KeyPair }
/** A request that is signed already, so that signing is not measured. */
export type Prepared = { path: string; headers: Record<string, string>; body: Buffer }
export type Note = { activityUri: string; noteUri: string; body: Buffer }

const activityStreams = "https://www.w3.org/ns/activitystreams"
const everyone = `${activityStreams}#Public`
const words =
	"The kettle is on, the chairs are out, and there is room for one more at the table by the window. "

/** So many people, spread evenly over some servers. */
export const authorsOn = (origins: string[], count: number): Author[] =>
	Array.from({ length: count }, (_, index) => {
		const uri = `${origins[index % origins.length]}/u/p${index}`
		return { uri, keyId: `${uri}#main-key`, keys: keyFromPool() }
	})

/** An actor's document as a server of the Mastodon kind serves it. */
export const actorDocument = ({ uri, keyId, keys }: Author): string => {
	const { origin } = new URL(uri)
	const name = uri.replace(/.*\//, "")
	return JSON.stringify({
		"@context": [activityStreams, "https://w3id.org/security/v1"],
		id: uri,
		type: "Person",
		preferredUsername: name,
		name,
		inbox: `${uri}/inbox`,
		outbox: `${uri}/outbox`,
		followers: `${uri}/followers`,
		url: `${origin}/@${name}`,
		endpoints: { sharedInbox: `${origin}/inbox` },
		publicKey: { id: keyId, owner: uri, publicKeyPem: keys.publicKeyPem },
	})
}

/** A new public post of about 2.5 KB that mentions a group; an answer when it is told to what. */
export const newNote = (author: Author, groupUri: string, inReplyTo: string | null = null): Note => {
	const noteUri = `${author.uri}/notes/${randomUUID()}`
	const activityUri = `${noteUri}/activity`
	const published = new Date().toISOString()
	const audience = { to: [everyone], cc: [`${author.uri}/followers`, groupUri] }
	const note = {
		id: noteUri,
		type: "Note",
		inReplyTo,
		published,
		url: noteUri,
		attributedTo: author.uri,
		...audience,
		sensitive: false,
		content: `<p><a href="${groupUri}" class="u-url mention">@tea</a> ${words.repeat(12)}</p>`,
		attachment: [],
		tag: [{ type: "Mention", href: groupUri, name: "@tea" }],
	}
	const create = { id: activityUri, type: "Create", actor: author.uri, published, ...audience, object: note }
	return {
		activityUri,
		noteUri,
		body: Buffer.from(JSON.stringify({ "@context": activityStreams, ...create })),
	}
}

/** A POST of it to a server's shared inbox, signed as draft-cavage-12 says and every fediverse server reads. */
export const signedPost = (origin: string, author: Author, body: Buffer): Prepared => {
	const url = `${origin}/inbox`
	const headers: Record<string, string> = {
		host: new URL(origin).host,
		date: new Date().toUTCString(),
		digest: digestOf(body),
		"content-type": "application/activity+json",
	}
	const covered = ["(request-target)", "host", "date", "digest", "content-type"]
	headers.signature = signCavage({ method: "POST", url, headers, body }, covered, author.keyId, {
		key: author.keys.privateKey,
		hash: "sha256",
		algorithm: "rsa-sha256",
	})
	return { path: "/inbox", headers, body }
}

/** The same request with a signature of something else. */
export const forged = ({ path, headers, body }: Prepared): Prepared => {
	const signature = headers.signature!.replace(
		/signature="(.)(.)/,
		(_, one, other) => `signature="${other}${one}`,
	)
	const changed =
		signature === headers.signature ? signature.replace(/signature="./, 'signature="/') : signature
	return { path, headers: { ...headers, signature: changed }, body }
}
