/** Anyone with a URI: groups, people, servers; from here or from elsewhere. */
export type Actor = {
	id: string
	uri: string
	local: boolean
	kind: "group" | "person" | "server"
	handle: string
	host: string
	name: string
	summary: string
	url: string
	inbox: string
	sharedInbox: string | null
	followers: string | null
	createdAt: Date
	updatedAt: Date
	goneAt: Date | null
	/** Where they live from now on, and the other names they own to (FEP-7628); both are addresses. */
	movedTo: string | null
	alsoKnownAs: string[]
	/** How they are spoken of in the group they are seen in, if they said so there. */
	pronouns?: string | null
	/** Their picture, and the wide one of a group: an address there, or the name of a file here. */
	icon: string | null
	image: string | null
}

/** `@name@host`, as people write it. */
export const handleOf = (actor: Pick<Actor, "handle" | "host">): string => `@${actor.handle}@${actor.host}`

/** Where everything for an actor's server is sent: one request per server when it offers a shared inbox. */
export const deliveryInbox = (actor: Pick<Actor, "inbox" | "sharedInbox">): string =>
	actor.sharedInbox ?? actor.inbox

const pattern = /^[a-z0-9_]{2,30}$/

const reserved = new Set(
	`about admin ap api auth authorize c desk feed following followers groups health help home inbox instance join livez
	login logout manifest media metrics moderator moderators new nodeinfo null oauth openapi outbox owner posts readyz robots
	root rules search server settings setup sitemap snug static support system tags u undefined users www`.split(
		/\s+/,
	),
)

/** One namespace for groups and people; the form every peer accepts (Lemmy, PieFed and Misskey are the strictest). */
export const handleProblem = (handle: string): string | null => {
	if (!pattern.test(handle))
		return "A handle has 2 to 30 letters a to z, digits or underscores, like book_club."
	if (reserved.has(handle))
		return `The handle ${handle} is kept for the server itself. Please choose another.`
	return null
}
