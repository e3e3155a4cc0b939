/** The shapes every peer reads: arrays where arrays are expected, full URLs, one context of inline terms. */
export type Json = { [key: string]: unknown }

export const publicUri = "https://www.w3.org/ns/activitystreams#Public"
export const activityJson = "application/activity+json"

/** What we ask for when we fetch: both forms, so that every server answers with one. */
export const acceptActivity =
	'application/activity+json, application/ld+json; profile="https://www.w3.org/ns/activitystreams"'

export const activityStreams = "https://www.w3.org/ns/activitystreams"

export const objectContext = [
	activityStreams,
	{
		Hashtag: "as:Hashtag",
		sensitive: "as:sensitive",
		toot: "http://joinmastodon.org/ns#",
		Emoji: "toot:Emoji",
		votersCount: "toot:votersCount",
		quote: { "@id": "https://w3id.org/fep/044f#quote", "@type": "@id" },
		quoteAuthorization: { "@id": "https://w3id.org/fep/044f#quoteAuthorization", "@type": "@id" },
		quoteUrl: "as:quoteUrl",
		quoteUri: "http://fedibird.com/ns#quoteUri",
		_misskey_quote: "https://misskey-hub.net/ns#_misskey_quote",
		lemmy: "https://join-lemmy.org/ns#",
		stickied: "lemmy:stickied",
		distinguished: "lemmy:distinguished",
		removeData: "lemmy:removeData",
		expires: "lemmy:expires",
		Lock: "lemmy:Lock",
		pt: "https://joinpeertube.org/ns#",
		commentsEnabled: { "@id": "pt:commentsEnabled", "@type": "http://www.w3.org/2001/XMLSchema#boolean" },
		ostatus: "http://ostatus.org#",
		conversation: "ostatus:conversation",
		gts: "https://gotosocial.org/ns#",
		interactionPolicy: { "@id": "gts:interactionPolicy", "@type": "@id" },
		canQuote: { "@id": "gts:canQuote", "@type": "@id" },
		canReply: { "@id": "gts:canReply", "@type": "@id" },
		canAnnounce: { "@id": "gts:canAnnounce", "@type": "@id" },
		canLike: { "@id": "gts:canLike", "@type": "@id" },
		automaticApproval: { "@id": "gts:automaticApproval", "@type": "@id" },
		manualApproval: { "@id": "gts:manualApproval", "@type": "@id" },
	},
]

export const actorContext = [
	activityStreams,
	"https://w3id.org/security/v1",
	"https://w3id.org/security/multikey/v1",
	"https://purl.archive.org/socialweb/webfinger",
	{
		toot: "http://joinmastodon.org/ns#",
		featured: { "@id": "toot:featured", "@type": "@id" },
		discoverable: "toot:discoverable",
		indexable: "toot:indexable",
		manuallyApprovesFollowers: "as:manuallyApprovesFollowers",
		alsoKnownAs: { "@id": "as:alsoKnownAs", "@type": "@id" },
		movedTo: { "@id": "as:movedTo", "@type": "@id" },
		sensitive: "as:sensitive",
		schema: "http://schema.org#",
		PropertyValue: "schema:PropertyValue",
		value: "schema:value",
		lemmy: "https://join-lemmy.org/ns#",
		postingRestrictedToMods: "lemmy:postingRestrictedToMods",
		moderators: { "@id": "lemmy:moderators", "@type": "@id" },
	},
]

/** A moment as every peer parses it: UTC, whole seconds. */
export const instant = (date: Date): string => `${date.toISOString().slice(0, 19)}Z`

/** The first whole second that is not before a moment. Misskey and GoToSocial drop a boost that is older than its post. */
export const instantAfter = (date: Date): string => instant(new Date(Math.ceil(+date / 1000) * 1000))

export const encode = (json: Json): Uint8Array => new TextEncoder().encode(JSON.stringify(json))

/** An activity around another server's words, which stay as they were sent, byte for byte (FEP-1b12). */
export const encodeAround = (shell: Json, rawObject: string): Uint8Array =>
	new TextEncoder().encode(`${JSON.stringify(shell).slice(0, -1)},"object":${rawObject}}`)
