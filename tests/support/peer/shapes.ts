// biome-ignore lint/suspicious/noExplicitAny: a document from the wire has no type until somebody checks it
export type Json = Record<string, any>

/** A POST as it came in. `outcome` says in words what the peer then did with it. */
export type Received = {
	at: Date
	path: string
	headers: Record<string, string>
	bytes: Buffer
	json: Json
	/** The signature held, under the key that its keyId leads to. */
	verified: boolean
	keyId?: string
	/** The actor that owns the key; not necessarily the activity's actor. */
	signer?: string
	/** The status answered; 0 when the connection was dropped. */
	answered: number
	/** Set once the peer is done with it. */
	outcome?: string
}

/** A GET as it came in. */
export type Requested = { method: string; path: string; headers: Record<string, string>; at: Date }

/** What one delivery was answered; status 0 means that there was no answer, and `body` says why. */
export type Answer = { status: number; body: string }

/** How a peer takes requests: as its software would, not at all, or with a scripted answer. */
export type Conduct =
	| "ok"
	| "down"
	| { status: number; headers?: Record<string, string>; body?: string; delay?: number }

export const PUBLIC = "https://www.w3.org/ns/activitystreams#Public"
export const AS_CONTEXT = "https://www.w3.org/ns/activitystreams"
export const ACTIVITY_JSON = "application/activity+json"
export const LD_JSON = 'application/ld+json; profile="https://www.w3.org/ns/activitystreams"'
export const ACCEPT = `${ACTIVITY_JSON}, ${LD_JSON}`

/** One-or-many, as most servers read it. */
export const list = (value: unknown): unknown[] =>
	value === undefined || value === null ? [] : Array.isArray(value) ? value : [value]

/** The id of a reference, given as a string or as an embedded object. */
export const idOf = (value: unknown): string | undefined => {
	if (typeof value === "string") return value
	const id = value && typeof value === "object" ? (value as Json).id : undefined
	return typeof id === "string" ? id : undefined
}

/** Everybody in `to` and `cc`, with Public spelled out. */
export const audienceOf = (document: Json): string[] =>
	[...list(document.to), ...list(document.cc)].flatMap((each) => {
		const id = idOf(each)
		return id === "as:Public" || id === "Public" ? [PUBLIC] : id ? [id] : []
	})

/** Public or unlisted: Public is in `to` or `cc`. */
export const isPublic = (document: Json): boolean => audienceOf(document).includes(PUBLIC)

/** The host with its port, or undefined for what is no URL. */
export const hostOf = (url: unknown): string | undefined =>
	typeof url === "string" && URL.canParse(url) ? new URL(url).host : undefined

/** The inbox that a server would choose: the shared one when there is one. */
export const inboxOf = (actor: Json): string => actor.endpoints?.sharedInbox ?? actor.inbox

export const escapeHtml = (text: string): string =>
	text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;")

/** An instant to the second, as Mastodon writes it. */
export const instant = (at: Date): string => `${at.toISOString().slice(0, 19)}Z`
