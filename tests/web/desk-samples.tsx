import { AppealPage } from "../../src/web/pages/appeal.tsx"
import { DecisionsPage } from "../../src/web/pages/decisions.tsx"
import { DeskPage } from "../../src/web/pages/desk/desk.tsx"
import { PersonAtDeskPage } from "../../src/web/pages/desk/person.tsx"
import type { DeskPageProps, DeskPerson, PersonAtDeskProps } from "../../src/web/pages/desk/views.ts"
import { MessagePage } from "../../src/web/pages/message.tsx"
import { SignInPage } from "../../src/web/pages/sign-in.tsx"
import { StatusPage } from "../../src/web/pages/status.tsx"
import { group, now, server as plainServer, posts } from "./sample-views.ts"

const server = {
	...plainServer,
	you: {
		name: "Ana Ferreira",
		handle: "ana",
		desks: [
			{ handle: "bookclub", name: group.name },
			{ handle: "allotment", name: "Harbour Allotments" },
		],
	},
}

const at = (iso: string): Date => new Date(iso)
const person = (n: number): DeskPerson => ({
	id: `0193c0de-0000-7000-8000-00000000000${n}`,
	...posts[n % posts.length]!.author,
})
const placed = (n: number, words: string) => ({
	id: `0193c0de-0000-7000-8000-00000000001${n}`,
	author: person(n),
	words,
	language: null,
	at: at("2026-11-19T21:02:00Z"),
	reason: "",
})

export const desk: DeskPageProps = {
	server,
	group,
	now,
	more: true,
	requests: [
		{ person: person(1), at: at("2026-11-19T21:02:00Z") },
		{ person: person(5), at: at("2026-11-20T08:00:00Z") },
	],
	holders: { [person(1).id]: { name: "Chidi", you: false }, [person(2).id]: { name: "Ana", you: true } },
	log: [
		{
			id: "l1",
			at: at("2026-11-20T10:00:00Z"),
			text: "They were banned for good.",
			reason: "Shouted at guests, twice",
			by: "Chidi",
			undo: true,
			whom: { id: person(5).id, name: person(5).name },
		},
		{ id: "l2", at: at("2026-11-19T10:00:00Z"), text: "A post was pinned.", reason: "", by: "", undo: false },
	],
	piles: [
		{
			by: { host: "spam.a.very.long.server.name.that.goes.on.example" },
			reasons: [
				"Posts from that server are looked at first.",
				"It holds words that a moderator looks at first.",
			],
			first: at("2026-11-20T09:10:00Z"),
			last: at("2026-11-20T17:25:00Z"),
			latest: [
				{
					id: "h5",
					author: person(5),
					letter: { ...posts[5]!, id: "h5", depth: 0 },
					reason: "Posts from that server are looked at first.",
				},
			],
		},
		{
			by: { person: person(6) },
			reasons: ["It holds words that a moderator looks at first."],
			first: at("2026-11-19T09:10:00Z"),
			last: at("2026-11-20T09:25:00Z"),
			latest: [],
		},
	],
	turnedAway: [
		{
			by: { host: "evil.example" },
			several: true,
			reason: "It holds words that this group does not take.",
			first: at("2026-11-20T09:10:00Z"),
			last: at("2026-11-20T09:25:00Z"),
		},
		{
			by: { person: person(4) },
			several: true,
			reason: "The conversation is closed; no more answers are taken.",
			first: at("2026-11-19T09:10:00Z"),
			last: at("2026-11-19T09:25:00Z"),
		},
		{
			by: { person: person(3) },
			several: false,
			reason: "Only members of the group post here.",
			first: at("2026-11-18T09:10:00Z"),
			last: at("2026-11-18T09:10:00Z"),
		},
	],
	held: [
		{
			id: "h1",
			author: person(2),
			letter: { ...posts[2]!, depth: 0 },
			reason: "Posts from that server are looked at first.",
		},
		{
			id: "h2",
			author: person(6),
			letter: { ...posts[6]!, title: "What we read next", url: null, depth: 0 },
			reason: "It holds words that a moderator looks at first.",
		},
	],
	reports: [
		{
			id: "r1",
			words: "This is about my brother, and he did not say it could be told.\nPlease take it down.",
			at: at("2026-11-20T19:00:00Z"),
			reporter: person(3),
			subject: person(1),
			post: { id: "h3", letter: { ...posts[1]!, depth: 0 }, state: "shared" },
		},
		{ id: "r2", words: "", at: at("2026-11-18T19:00:00Z"), reporter: null, subject: person(5), post: null },
	],
	appeals: [
		{
			id: "a1",
			person: person(5),
			decision: "They were banned for good.",
			reason: "Shouted at guests, twice",
			words: "That was not me, but my brother at my desk.",
			at: at("2026-11-20T10:00:00Z"),
			yours: false,
		},
	],
	shared: [
		{
			...placed(0, "Does Mr Ramsay ever change?"),
			href: "/@bookclub/t/1",
			begins: true,
			locked: false,
			pinned: true,
		},
		{
			...placed(1, "He asks for sympathy in the same words every time, and somebody always pays."),
			href: "/@bookclub/t/1#p2",
			begins: false,
			locked: false,
			pinned: false,
		},
	],
	removed: [{ ...placed(2, "Buy my new course on speed reading"), reason: "Not what we are here for" }],
	people: ["@bo@lemmy.example", "@chidi@social.example"],
	banned: [
		{ person: person(5), until: at("2027-03-01T00:00:00Z"), reason: "Shouted at guests, twice" },
		{ person: person(2), until: null, reason: "" },
	],
	paused: [{ person: person(3), until: at("2026-12-01T00:00:00Z"), reason: "A night’s sleep helps" }],
	filters: [
		{ word: "speed reading", effect: "hold" },
		{ word: "كازينو", effect: "refuse" },
	],
	servers: [
		{
			domain: "spam.a.very.long.server.name.that.goes.on.example",
			severity: "block",
			rejectMedia: true,
			rejectReports: false,
			reason: "Advertising, every hour",
			note: "Ask Bo before lifting it",
		},
	],
}

const someone: PersonAtDeskProps = {
	server,
	group: { ...group, seen: 7, who: person(1).id },
	now,
	person: person(1),
	role: "member",
	since: at("2026-03-01T00:00:00Z"),
	requested: null,
	ban: null,
	pause: { until: at("2026-12-01T00:00:00Z"), reason: "A night’s sleep helps" },
	held: desk.held.slice(0, 1),
	reports: [
		desk.reports[0]!,
		{ ...desk.reports[1]!, id: "r3", words: "Rude again", resolution: "Wrote to them" },
	],
	appeals: desk.appeals.map((one) => ({ ...one, id: "a2", yours: true })),
	shared: desk.shared.slice(0, 1),
	removed: desk.removed,
	log: desk.log.map(({ whom: _, ...line }, n) => ({ ...line, by: n ? null : "Chidi" })),
	notes: [
		{
			id: "n1",
			words: "Rang me up on Sunday. It is a hard month for them; be patient.",
			at: at("2026-11-18T10:00:00Z"),
			by: "Chidi",
			yours: false,
		},
		{ id: "n2", words: "Will do.", at: at("2026-11-19T10:00:00Z"), by: "Ana Ferreira", yours: true },
	],
	holder: { name: "Chidi", you: false },
	keepers: [person(3), person(4)],
}

const quiet = {
	holders: {},
	log: [],
	piles: [],
	turnedAway: [],
	requests: [],
	held: [],
	reports: [],
	appeals: [],
	shared: [],
	removed: [],
	banned: [],
	paused: [],
	filters: [],
	servers: [],
	more: false,
}
const decided = [
	{ text: "A post was taken out.", reason: "Not what we are here for", at: at("2026-11-20T10:00:00Z") },
	{
		text: "@wilhelmina_theodora@a.very.long.server.name.example was banned until 1 March 2027.",
		reason: "Shouted at guests, twice",
		at: at("2026-11-14T10:00:00Z"),
	},
	{ text: "A conversation was closed to new answers.", reason: null, at: at("2026-10-01T10:00:00Z") },
]

/** The pages behind signing in, and those about what was decided. */
export const pages: Record<string, () => unknown> = {
	"/login": () => <SignInPage server={plainServer} name="" next="/@bookclub/desk" />,
	"/login/again": () => (
		<SignInPage
			server={plainServer}
			name="ana"
			next="/"
			wrong="That name and that password do not belong together."
		/>
	),
	"/@bookclub/desk": () => <DeskPage {...desk} done="The post is shared." />,
	"/@bookclub/desk/refused": () => <DeskPage {...desk} {...quiet} refused="The post is shared already." />,
	"/@bookclub/desk/who/1": () => (
		<PersonAtDeskPage
			{...someone}
			refused="Somebody decided about that meanwhile. Please look again."
			meanwhile={{
				by: "Chidi",
				text: "They were asked to pause.",
				reason: "Late",
				at: at("2026-11-20T20:20:00Z"),
			}}
		/>
	),
	"/@bookclub/appeal/1": () => (
		<AppealPage
			server={server}
			group={group}
			decision={{ type: "post-removed", reason: "Off topic", at: at("2026-11-19T10:00:00Z") }}
			until={at("2026-12-03T10:00:00Z")}
			action="/@bookclub/appeal/1"
			appeal={null}
			wrong="Please say in a few words what was wrong about it."
			now={now}
		/>
	),
	"/@bookclub/decisions": () => (
		<DecisionsPage server={plainServer} group={group} decisions={decided} first named={false} now={now} />
	),
	"/@bookclub/decisions/earlier": () => (
		<DecisionsPage
			server={server}
			group={group}
			decisions={decided}
			next="/@bookclub/decisions/earlier"
			first={false}
			named
			now={now}
		/>
	),
	"/status/waiting": () => (
		<StatusPage
			server={plainServer}
			group={group}
			outcome={{ state: "waiting", reason: "Posts from that server are looked at first." }}
			now={now}
		/>
	),
	"/status/shared": () => (
		<StatusPage
			server={plainServer}
			group={group}
			outcome={{ state: "shared", at: at("2026-11-20T18:10:00Z") }}
			now={now}
		/>
	),
	"/status/not-taken": () => (
		<StatusPage
			server={plainServer}
			group={group}
			outcome={{ state: "not-taken", reason: "Too long for us" }}
			now={now}
		/>
	),
	"/status/unchanged": () => (
		<StatusPage server={plainServer} group={group} outcome={{ state: "unchanged", reason: null }} now={now} />
	),
	"/status/taken-back": () => (
		<StatusPage server={plainServer} group={group} outcome={{ state: "taken-back" }} now={now} />
	),
	"/message": () => (
		<MessagePage server={server} title="There is nothing here" text="Perhaps it was taken back." />
	),
}
