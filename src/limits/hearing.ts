import { hour, minute, operator, peer, second } from "./limit.ts"

/** What other servers say to us. */
export const hearing = {
	// What no document of any peer comes near; Mastodon refuses 1 MB too.
	activityBytes: peer(1_000_000, "bytes", "an activity that is sent to us", "413"),
	activityDepth: peer(
		32,
		"levels",
		"how deep JSON from elsewhere is nested",
		"400; of a document, it is not read",
	),
	activityNodes: peer(
		5000,
		"things",
		"objects, lists and members in JSON from elsewhere",
		"400; of a document, it is not read",
	),
	headersTime: peer(15 * second, "time", "until the headers of a request to us have come", "408"),
	requestTime: peer(20 * second, "time", "until all of a request to us has come", "408"),
	hostBurst: peer(
		3000,
		"things",
		"what a server says at once, after the signature held",
		"429 with Retry-After",
	),
	hostPace: peer(100, "a second", "what a server says in the long run", "429 with Retry-After"),
	keyBurst: peer(1000, "things", "what one actor says at once", "429 with Retry-After"),
	keyPace: peer(30, "a second", "what one actor says in the long run", "429 with Retry-After"),
	sendersCounted: operator(
		20_000,
		"things",
		"senders whose pace is remembered",
		"who was silent longest is forgotten",
	),
	// What Mastodon allows, and what servers with a clock gone wrong need.
	clockSkew: peer(12 * hour, "time", "between a signature's clock and ours, either way", "401"),
	signatureHeader: peer(8192, "characters", "a Signature header", "401"),
	digestHeader: peer(4096, "characters", "a Collection-Synchronization header", "it is passed over"),
	keyText: peer(8192, "characters", "a public key in PEM", "it is no key"),
	keyLeastBits: peer(2048, "bits", "the shortest RSA key", "a shorter one is no key"),
	keyMostBits: peer(8192, "bits", "the longest RSA key", "a longer one is no key"),
	keysOfActor: peer(
		16,
		"things",
		"keys in an actor's document that are looked at",
		"the others are passed over",
	),
	resourceAsked: peer(2048, "characters", "the resource that WebFinger is asked for", "400"),
	// Two of them together are one key of an index, which holds 2704 bytes.
	idText: peer(1024, "characters", "an id", "what has it is not taken"),
	linkText: peer(4096, "characters", "a link to a page or a picture", "it is left out"),
	attachments: peer(16, "things", "attachments of a post", "the others are left out"),
	altText: peer(1500, "characters", "the description of a picture", "the rest is cut off"),
	heardHtml: peer(100_000, "characters", "HTML of a post from elsewhere", "the rest is cut off"),
	heardTitle: peer(200, "characters", "the title of a post from elsewhere", "the rest is cut off"),
	heardWarning: peer(
		500,
		"characters",
		"the content warning of a post from elsewhere",
		"the rest is cut off",
	),
	heardOptions: peer(20, "things", "options of a poll from elsewhere", "the others are left out"),
	heardOption: peer(200, "characters", "an option of a poll from elsewhere", "the rest is cut off"),
	heardReason: peer(
		500,
		"characters",
		"the reason of a report or a decision from elsewhere",
		"the rest is cut off",
	),
	actorHandle: peer(100, "characters", "the name by which an actor is addressed", "the actor is not taken"),
	actorName: peer(200, "characters", "the display name of an actor", "the rest is cut off"),
	actorAbout: peer(20_000, "characters", "what an actor says of themselves", "the rest is cut off"),
	actorAliases: peer(20, "things", "other names of an actor elsewhere", "the others are left out"),
	// PieFed sends several things in one (FEP-1a11).
	sharedAtOnce: peer(20, "things", "things in one Announce", "the others are passed over"),
	reportedAtOnce: peer(20, "things", "objects of one Flag", "the others are passed over"),
	gesturesVouched: peer(
		500,
		"things",
		"thanks of one post that a group elsewhere vouches for",
		"more are not kept",
	),
	// Each permission is taken back by a message of its own.
	quotesByOne: peer(20, "things", "posts of one person that may quote a post", "more are not permitted"),
	// Each move may touch everybody who follows.
	followedMovesPause: peer(
		6 * hour,
		"time",
		"between moves from or to one address elsewhere that are followed",
		"the later one is not followed",
	),
	// Not longer: Misskey uses an id again later.
	undoneBefore: peer(
		5 * minute,
		"time",
		"by which an Undo may come before what it undoes",
		"what comes later counts",
	),
	hearingTries: peer(
		[second, 5 * second, 30 * second, 5 * minute, 30 * minute, 2 * hour, 6 * hour, 12 * hour],
		"time",
		"before what was heard is dealt with again; the last four while another server does not answer",
		"it is set aside",
	),
	hearingFailures: peer(
		5,
		"times",
		"that something heard may fail, or take the process down with it",
		"it is set aside",
	),
	hearingAsks: peer(
		9,
		"times",
		"that something heard is taken up while another server does not answer",
		"it is set aside",
	),
	// Short, since nothing else of its actor is taken up meanwhile.
	earlyTries: peer(
		[second, 2 * second, 4 * second, 8 * second],
		"time",
		"before a reply that came before its parent is dealt with again",
		"it is set aside",
	),
} as const
