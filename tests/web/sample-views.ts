import type { AboutPageProps } from "../../src/web/pages/about.tsx"
import type { DoorView } from "../../src/web/pages/home.tsx"
import type { RoomView, WaitingView } from "../../src/web/pages/reading/home.tsx"
import type { MemberView } from "../../src/web/pages/reading/people.tsx"
import type { Conversation, GroupView, PersonView, PostView } from "../../src/web/pages/views.ts"

export const now = new Date("2026-11-20T20:30:00Z")
const at = (iso: string): Date => new Date(iso)

export const server: AboutPageProps["server"] = {
	name: "The Lantern",
	origin: "https://lantern.example",
}

export const serverAbout =
	"A few rooms for people from around the harbour, and for friends who moved away. Come for the books, stay for the arguments about soup."

const person = (name: string, handle: string): PersonView => ({
	name,
	handle: `@${handle}`,
	url: `https://${handle.split("@")[1]}/@${handle.split("@")[0]}`,
})
const ana = person("Ana Ferreira", "ana@mastodon.example")
const bo = person("Bo", "bo@lemmy.example")
const chidi = person("Chidi Okafor", "chidi@social.example")
const noor = person("نور الهدى", "noor@masto.example")
const long = person(
	"Wilhelmina-Theodora Featherstonehaugh-Cholmondeley",
	"wilhelmina_theodora@a.very.long.server.name.example",
)

export const group: GroupView = {
	handle: "bookclub",
	host: "lantern.example",
	name: "The Thursday Book Club",
	aboutHtml: "<p>One book a month, read slowly. You need not have finished it to come.</p>",
	rulesHtml:
		"<ul><li>Say what you think, then ask what somebody else thinks.</li><li>Put endings behind a content note.</li><li>Nobody has to have liked it.</li></ul>",
	hue: 15,
	actorUri: "https://lantern.example/ap/groups/0193c0de-0000-7000-8000-000000000001",
	visibility: "public",
	joining: "open",
	posting: "anyone",
	language: "en",
	moderators: [ana, chidi],
	feeds: "https://lantern.example/@bookclub",
}

export const people: MemberView[] = [
	{ ...ana, line: "Reads on ferries.", host: true, local: false },
	{ ...bo, line: "", host: false, local: false },
	{ ...chidi, url: "/@chidi", line: "Soup, mostly.", host: true, local: true },
	{
		...long,
		line: "Letters to the editor, letters from the editor, and what became of them afterwards",
		host: false,
		local: false,
	},
	{ ...noor, line: "أقرأ قبل النوم.", host: false, local: false },
]

export const doors: DoorView[] = [
	{
		handle: "bookclub",
		name: group.name,
		about: "One book a month, read slowly.",
		hue: 15,
	},
	{
		handle: "allotment",
		name: "Harbour Allotments",
		about: "Seeds, slugs and who has the key to the shed.",
		hue: 145,
	},
	{
		handle: "night_swimmers",
		name: "Night Swimmers",
		about: "We meet at the steps when the tide is in.",
		hue: 240,
	},
	{ handle: "majlis", name: "مجلس الحكايات", about: "حكايات قصيرة قبل النوم", hue: 300 },
]

const room = (index: number, more: Partial<RoomView>): RoomView => ({
	...doors[index]!,
	path: `/@${doors[index]!.handle}`,
	wrote: [],
	since: at("2026-11-17T19:00:00Z"),
	...more,
})
export const rooms: RoomView[] = [
	room(0, { wrote: ["Dee", "Chidi Okafor", long.name, "Bo"] }),
	room(1, { host: "a.very.long.server.name.example", wrote: ["Bo"] }),
	room(2, {}),
	room(3, { asked: true }),
]
export const waiting: WaitingView[] = [
	{ kind: "requests", group: "The Thursday Book Club", href: "/@bookclub/desk" },
	{ kind: "held", group: "The Thursday Book Club", href: "/@bookclub/desk" },
	{ kind: "reports", group: "The Thursday Book Club", href: "/@bookclub/desk" },
	{
		kind: "draft",
		group: "مجلس الحكايات",
		words: "What I meant about the ferry was",
		href: "/@majlis/write",
	},
]

export const conversations: Conversation[] = [
	{
		href: "/@bookclub/t/1-the-lighthouse",
		title: "Does Mr Ramsay ever change?",
		excerpt:
			"I finished the second part on the ferry and had to sit on deck for a while. I keep thinking about the empty house, and how the only people who notice time passing are the ones who clean.",
		author: ana,
		at: at("2026-11-17T19:42:00Z"),
		activeAt: at("2026-11-20T18:10:00Z"),
		repliedBy: ["Bo", "Chidi Okafor"],
	},
	{
		href: "/@bookclub/t/2",
		title: null,
		excerpt: "Found a copy with somebody’s shopping list in it, from 1974. Lamb, twine, blue ink.",
		author: bo,
		at: at("2026-11-19T21:02:00Z"),
		activeAt: at("2026-11-19T21:02:00Z"),
		repliedBy: [],
	},
	{
		href: "/@bookclub/t/3",
		title: "The ending",
		excerpt: "never shown",
		author: chidi,
		at: at("2026-11-14T08:00:00Z"),
		activeAt: at("2026-11-15T10:00:00Z"),
		repliedBy: ["Ana Ferreira", "Bo", "Dee", "Eve", "Farid"],
		contentWarning: "spoilers for the last chapter",
	},
	{
		href: "/@bookclub/t/4",
		title: null,
		excerpt: "هل قرأ أحدكم الترجمة العربية؟ أظن أنها أجمل من الأصل.",
		author: noor,
		at: at("2026-11-13T12:00:00Z"),
		activeAt: at("2026-11-13T12:00:00Z"),
		repliedBy: [long.name],
		language: "ar",
	},
]

const post = (given: Partial<PostView> & Pick<PostView, "id" | "author" | "html">): PostView => ({
	at: at("2026-11-20T18:10:00Z"),
	depth: 1,
	url: `${given.author.url}/${given.id}`,
	sensitive: false,
	attachments: [],
	...given,
})

export const posts: PostView[] = [
	post({
		id: "p1",
		author: ana,
		title: "Does Mr Ramsay ever change?",
		html: '<p>I finished the second part on the ferry and had to sit on deck for a while.</p><p>I keep thinking about the empty house, and how the only people who notice time passing are the ones who clean. Is that the whole book, in a way? There is a lovely essay about it at <a href="https://essays.example/woolf">essays.example/woolf</a>.</p>',
		at: at("2026-11-17T19:42:00Z"),
		editedAt: at("2026-11-18T07:30:00Z"),
		depth: 0,
		language: "en",
		attachments: [
			{
				url: "https://media.example/1.jpg",
				mediaType: "image/jpeg",
				alt: "Grey sea from the deck of a ferry, a paperback face down on the bench",
			},
		],
	}),
	post({
		id: "p2",
		author: bo,
		html: "<p>He asks for sympathy in the same words every time, and somebody always pays. I would say no.</p>",
		inReplyToName: "Ana Ferreira",
		at: at("2026-11-18T20:00:00Z"),
	}),
	post({
		id: "p3",
		author: chidi,
		depth: 2,
		html: "<blockquote><p>and somebody always pays</p></blockquote><p>That is it exactly. Until Lily doesn’t.</p>",
		inReplyToName: "Bo",
		at: at("2026-11-19T09:15:00Z"),
	}),
	post({
		id: "p4",
		author: noor,
		depth: 5,
		html: "<p>أما أنا فأظن أنه تغيّر قليلاً في القارب.</p>",
		language: "ar",
		inReplyToName: "Chidi Okafor",
	}),
	post({ id: "p5", author: bo, html: "", removed: "author" }),
	post({
		id: "p6",
		author: long,
		depth: 2,
		html: "<p>https://a.very.long.address.example/that/goes/on/and/on/without/any/place/to/break/in/it/at/all</p><pre>a line of code that is a good deal longer than the window of a small telephone</pre>",
		inReplyToName: "Bo",
		language: "not a tag",
	}),
	post({
		id: "p7",
		author: chidi,
		html: "<p>They arrive.</p>",
		contentWarning: "the last page",
		sensitive: true,
		attachments: [{ url: "javascript:alert(1)", mediaType: "image/png", alt: "" }],
	}),
	post({ id: "p8", author: bo, html: "", removed: "moderator" }),
]

const options = (...votes: (number | null)[]) =>
	["The Book of Tea", "Siddhartha, in the new translation that Chidi found on the market", "كليلة ودمنة"].map(
		(text, index) => ({
			text,
			votes: votes[index] ?? null,
			yours: votes[index] !== undefined && index === 1,
		}),
	)
const asked = {
	multiple: false,
	closed: false,
	endsAt: at("2026-11-27T20:00:00Z"),
	voters: null,
	elsewhere: false,
}

/** A poll in each of its states: to vote in, to choose several in, to look at, asked elsewhere, voted in, and closed. */
export const polls: PostView[] = [
	post({
		id: "q1",
		author: ana,
		title: "What next?",
		html: "<p>What shall we read in December?</p>",
		depth: 0,
		poll: { ...asked, options: options(), action: "/@bookclub/vote/1" },
	}),
	post({
		id: "q2",
		author: bo,
		html: "<p>And which of these would you read at all?</p>",
		poll: { ...asked, options: options(), multiple: true, action: "/@bookclub/vote/2" },
		quoteUri: "https://mastodon.example/users/ana/statuses/115583042120004711",
	}),
	post({ id: "q3", author: bo, html: "<p>Just looking.</p>", poll: { ...asked, options: options() } }),
	post({
		id: "q4",
		author: chidi,
		html: "<p>From the other place:</p>",
		poll: { ...asked, options: options(), endsAt: null, elsewhere: true },
	}),
	post({
		id: "q5",
		author: chidi,
		html: "<p>So far:</p>",
		poll: { ...asked, options: options(0, 1, 3), voters: 4 },
	}),
	post({
		id: "q6",
		author: noor,
		html: "<p>Over.</p>",
		poll: { ...asked, options: options(2, 7, 1), voters: 10, closed: true },
	}),
]
