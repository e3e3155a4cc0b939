import { day, hour, kib, mib, minute, operator, peer, second } from "./limit.ts"

/** What we ask of other servers, and what they hear from us. */
export const asking = {
	exchangeTime: peer(
		10 * second,
		"time",
		"an exchange with another server, from the name to the last byte",
		"it is broken off",
	),
	documentBytes: peer(mib, "bytes", "a document we fetch", "it is not read"),
	answerHeaders: peer(16 * kib, "bytes", "the headers of an answer to us", "the answer is not read"),
	// A link back stands near the top of a page.
	pageBytes: peer(512 * kib, "bytes", "a page in which a link back is looked for", "no link is found"),
	redirects: peer(
		3,
		"times",
		"that we are led elsewhere for a document, each checked anew",
		"it is not read",
	),
	hostName: peer(253, "characters", "the name of a host", "it is not talked to"),
	nodeinfoBytes: peer(64 * kib, "bytes", "NodeInfo of another server", "it is not read"),
	// Two documents; the first delivery waits for this, so it is shorter than an exchange may take.
	nodeinfoTime: peer(6 * second, "time", "reading NodeInfo of another server", "it goes without"),
	nodeinfoAge: peer(
		day,
		"time",
		"before NodeInfo of another server is read again",
		"it is read before the next delivery",
	),
	// Long enough that a flood asks once, short enough that a server that comes back is met at its next try.
	unreachablePause: peer(
		10 * second,
		"time",
		"before a document or key that could not be had is asked for again",
		"nobody is asked until then",
	),
	gonePause: peer(
		10 * minute,
		"time",
		"before what was gone, or was no such thing, is asked for again",
		"nobody is asked until then",
	),
	failuresKnown: operator(
		5000,
		"things",
		"failures to fetch something that are remembered",
		"the oldest is forgotten",
	),
	askedLately: operator(
		20_000,
		"things",
		"what was asked for lately that is remembered",
		"the oldest is forgotten",
	),
	keyPause: peer(
		minute,
		"time",
		"before an owner is asked anew for a key that does not fit",
		"the signature does not hold",
	),
	// The owner, two keys beside it, and one more where the key leads to the owner.
	keyRequests: peer(4, "requests", "what one key makes us ask of other servers", "503"),
	keyTime: peer(20 * second, "time", "looking for a key", "503"),
	// What stands at the address, the post itself, who wrote it and their keys.
	quoteRequests: peer(
		6,
		"requests",
		"reading a post elsewhere that somebody here quotes",
		"it is a link, and nobody is asked",
	),
	quoteTime: peer(5 * second, "time", "beginning to read it", "the same"),
	// As often as a person would ask. Mastodon drops a request that comes while it is fetching the post.
	quoteWaits: peer(
		[day, 3 * day, 7 * day],
		"time",
		"before somebody who is quoted by a post here, and does not answer, is asked again",
		"nobody is asked any more, and the quote is a link",
	),
	actorAge: peer(
		day,
		"time",
		"before somebody elsewhere who does something is asked for again",
		"they are read anew",
	),
	actorPause: peer(hour, "time", "before that is tried again, if it failed", "what is known counts"),
	activityRequests: peer(
		21,
		"requests",
		"what one activity makes us ask of other servers, redirects counted",
		"it is tried again",
	),
	againRequests: peer(6, "requests", "the same, each time that it is tried again", "it is tried again"),
	activityTime: peer(20 * second, "time", "asking others because of one activity", "it is tried again"),
	postsAbove: peer(
		20,
		"things",
		"posts read above a reply that came without what it answers",
		"it leads to no group here",
	),
	aboveBytes: peer(2_000_000, "bytes", "all of those posts together", "no more are read"),
	aboveTime: peer(10 * second, "time", "reading all of them", "no more are read"),
	nowherePause: peer(
		10 * minute,
		"time",
		"before what leads to no group here is asked for again",
		"nobody is asked until then",
	),
	aboveShared: peer(10, "things", "missing posts read above an announced answer", "the answer is not taken"),
	threadPages: peer(
		4,
		"things",
		"pages read to complete a conversation that began elsewhere",
		"the others are not read",
	),
	threadPosts: peer(
		20,
		"things",
		"posts read to complete a conversation that began elsewhere",
		"the others are not read",
	),
	threadPause: peer(
		6 * hour,
		"time",
		"before the same conversation is completed again",
		"nobody is asked until then",
	),
	followersListed: peer(
		10_000,
		"things",
		"the followers here, as a group elsewhere lists them",
		"the list is passed over",
	),
	// It comes with everything the group shares.
	followersPause: peer(
		10 * minute,
		"time",
		"before that list is asked for again",
		"nobody is asked until then",
	),
	homeAge: peer(
		10 * minute,
		"time",
		"for which it is remembered where somebody's server lets people act from",
		"it is asked anew",
	),
	// Mastodon throws away apps that nobody used for a day.
	homeAppAge: peer(
		20 * hour,
		"time",
		"for which we stay registered as an app of another server",
		"we register again when somebody signs in",
	),
	homeAnswer: peer(
		64 * kib,
		"bytes",
		"what a server answers while somebody signs in by it",
		"they are not signed in",
	),
	homesKnown: operator(
		2000,
		"things",
		"people and servers of whom that is remembered",
		"the oldest is forgotten",
	),
	deliveriesAtOnce: peer(512, "things", "deliveries under way", "the next ones wait"),
	deliveriesToHost: peer(
		4,
		"things",
		"deliveries under way to one host; one until it has taken something",
		"the next ones wait",
	),
	// Longer than an exchange, which must be over before the lease is.
	sendTime: operator(
		11 * second,
		"time",
		"the rest of a lease that a delivery needs",
		"another worker takes over",
	),
	answerBytes: peer(64 * kib, "bytes", "the answer to a delivery", "the rest is not read"),
	hostTries: peer(
		[5 * second, 30 * second, 2 * minute, 10 * minute, 30 * minute, hour, 3 * hour, 6 * hour, 12 * hour],
		"time",
		"before a host that did not take something is tried again, spread by -20 % to +40 %",
		"once a day",
	),
	hostLastTries: peer(
		day,
		"time",
		"between tries from then on, spread by up to +40 %",
		"it goes on until the host is given up",
	),
	retryAfter: peer(6 * hour, "time", "what a host may ask for by Retry-After", "six hours are waited"),
	refusedTries: peer(
		[5 * minute, hour, 6 * hour],
		"time",
		"before an inbox that refused us is asked again",
		"it is set aside",
	),
	unsentTries: peer(
		[second, 5 * second],
		"time",
		"before something we could not even send is tried again",
		"it is set aside",
	),
	serverErrors: peer(
		5,
		"times",
		"that one activity may meet a server error while the host takes others",
		"it is set aside",
	),
	goneAgain: peer(hour, "time", "between an inbox's first and second 410", "it counts as gone"),
	hostGivenUp: peer(
		30 * day,
		"time",
		"for which a host may not be reached",
		"it is sent nothing until it speaks again",
	),
	hostGone: peer(
		7 * day,
		"time",
		"for which all inboxes of a host may answer 410",
		"it is sent nothing until it speaks again",
	),
	outboxPage: peer(20, "things", "entries of an outbox", "older ones are not listed"),
	threadListed: peer(
		500,
		"things",
		"posts of a thread, in its collection and on its page",
		"later ones are not listed",
	),
	repliesListed: peer(100, "things", "replies of a post in its collection", "later ones are not listed"),
} as const
