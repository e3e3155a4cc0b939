import type { Scheme } from "./signatures/sign.ts"

/** Where one software differs from another on the wire (sources: the servers' own code, as surveyed for FEDERATION.md). */
export type Traits = {
	/** Microblogs are shown boosts of single posts; the threadiverse is told whole activities (FEP-1b12). */
	family: "microblog" | "threadiverse"
	version: string
	/** A key's id is the actor's id and this. */
	keySuffix: string
	sharedInbox: boolean
	/** Demands a signature on every GET of an actor or a post. */
	authorizedFetch: boolean
	/** Which signature schemes it verifies. */
	schemes: Scheme[]
	/** What a signature must cover besides what Mastodon asks for. */
	mustCover: string[]
	/** What a bad signature is answered; some say 2xx and drop it. */
	refusal: number
	/** The longest activity it reads, in bytes. */
	bodyLimit: number
	/** Refuses an activity of any other content type with 406. */
	strictContentType: boolean
	/** An actor counts only if WebFinger leads from its name back to it. */
	webFingerLoop: boolean
	/** Accept, Reject and Undo must carry the whole object. */
	embeddedOnly: boolean
	/** Cannot look up an id with a fragment. */
	noFragments: boolean
	/** An Announce needs a `published` that is not before the post's. */
	announceDates: boolean
	/** Learns of edited posts, and sends edits. */
	edits: boolean
	/** One-element lists go out as the element alone. */
	scalars: boolean
	/** Lemmy's strictness about shapes; other threadiverse software takes one-or-many and ignores what it cannot use. */
	strictShapes: boolean
}

const mastodon: Traits = {
	family: "microblog",
	version: "4.5.0",
	keySuffix: "#main-key",
	sharedInbox: true,
	authorizedFetch: false,
	schemes: ["cavage", "rfc9421"],
	mustCover: [],
	refusal: 401,
	bodyLimit: 1_000_000,
	strictContentType: false,
	webFingerLoop: true,
	embeddedOnly: false,
	noFragments: false,
	announceDates: false,
	edits: true,
	scalars: false,
	strictShapes: false,
}

const threadiverse: Traits = {
	...mastodon,
	family: "threadiverse",
	version: "1.2.0",
	schemes: ["cavage"],
	refusal: 400,
	webFingerLoop: false,
}

const misskey: Traits = {
	...mastodon,
	version: "2026.8.0",
	schemes: ["cavage"],
	mustCover: ["host", "digest"],
	bodyLimit: 65_536,
	webFingerLoop: false,
	embeddedOnly: true,
	noFragments: true,
	announceDates: true,
	edits: false,
}

const known: Record<string, Traits> = {
	mastodon,
	gotosocial: {
		...mastodon,
		version: "0.19.2",
		keySuffix: "/main-key",
		sharedInbox: false,
		authorizedFetch: true,
		announceDates: true,
		schemes: ["cavage"],
		strictContentType: true,
		webFingerLoop: false,
		scalars: true,
	},
	misskey,
	sharkey: misskey,
	pleroma: { ...mastodon, version: "2.9.0", schemes: ["cavage"], webFingerLoop: false },
	akkoma: { ...mastodon, version: "3.15.0", schemes: ["cavage"], webFingerLoop: false },
	pixelfed: { ...mastodon, version: "0.12.0", schemes: ["cavage"], webFingerLoop: false, refusal: 200 },
	lemmy: { ...threadiverse, version: "0.19.12", strictShapes: true },
	mbin: { ...threadiverse, version: "1.8.0", refusal: 200 },
	friendica: { ...threadiverse, version: "2024.12", refusal: 202 },
	nodebb: { ...threadiverse, version: "4.15.1" },
}

const threadiverseNames = ["piefed", "kbin", "lotide", "discourse", "ghost", "wordpress", "snug"]

/** How a software of this NodeInfo name behaves; a name nobody knows behaves like Mastodon. */
export const traitsOf = (software: string): Traits =>
	known[software] ?? (threadiverseNames.includes(software) ? threadiverse : mastodon)
