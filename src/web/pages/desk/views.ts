import type { ServerView } from "../../layout.tsx"
import type { Ruling } from "../admin/borders/ruling.tsx"
import type { PersonView, PostView } from "../views.ts"

export type DeskPerson = PersonView & { id: string }

/** A held post, whole. */
export type HeldView = { id: string; author: DeskPerson; letter: PostView; reason: string }

/** Whose posts they are: one person's, those of several people of a server, or those of a wave of strangers. */
export type Origin = { person: DeskPerson } | { host: string } | { wave: true }

/** Many posts that wait, as one thing to decide about. */
export type PileView = { by: Origin; reasons: string[]; first: Date; last: Date; latest: HeldView[] }

/** A decision about many posts at once, which can be taken back. */
export type SettledAtOnce = {
	id: string
	at: Date
	way: string
	/** Whose posts those were, if it was one person's or one server's. */
	whose: string | null
	reason: string
}

/** Posts that were not taken, by one rule within an hour. */
export type TurnedAwayView = { by: Origin; several: boolean; reason: string; first: Date; last: Date }

/** A post in few words. */
export type PlacedView = {
	id: string
	author: DeskPerson
	words: string
	language: string | null
	at: Date
	/** Why it is where it is. */
	reason: string
}

export type SharedView = PlacedView & {
	href: string
	/** Whether it begins a conversation: only those are closed and pinned. */
	begins: boolean
	locked: boolean
	pinned: boolean
}

export type ReportView = {
	id: string
	words: string
	at: Date
	/** Null when their server keeps to itself who it was. */
	reporter: PersonView | null
	subject: DeskPerson | null
	/** What was done about it, once it is closed. */
	resolution?: string
	post: { id: string; letter: PostView; state: "shared" | "held" | "refused" | "removed" | "deleted" } | null
}

/** What the group has decided about a server. */
type SettledView = Ruling & { domain: string; reason: string; note: string }

/** The group whose desk it is; what is sent from it says up to where the log was seen, and on whose page. */
export type DeskGroup = {
	handle: string
	host: string
	name: string
	hue: number
	seen?: number
	who?: string
}

/** Who has taken on what waits about somebody. */
export type Holder = { name: string; you: boolean }

/** One decision as moderators read it. */
export type LogLine = {
	id: string
	at: Date
	text: string
	reason: string
	/** Empty for the operator; null where the group's rules decided. */
	by: string | null
	undo: boolean
	/** Whom it is about, where that is not plain. */
	whom?: { id: string; name: string }
}

/** What somebody else did before a form arrived. */
type Meanwhile = { by: string; text: string; reason: string; at: Date }

/** Why something was not done, and who was quicker. */
export type Told = { done?: string; refused?: string; meanwhile?: Meanwhile }

/** Somebody asks for another look at a decision. */
export type AppealView = {
	id: string
	person: DeskPerson
	/** What was decided, and why. */
	decision: string
	reason: string
	words: string
	at: Date
	/** Whether whoever looks decided it. */
	yours: boolean
}

export type PersonAtDeskProps = Told & {
	server: ServerView
	group: DeskGroup
	now: Date
	person: DeskPerson
	/** Null for somebody who does not belong to the group. */
	role: "follower" | "member" | "moderator" | "owner" | null
	since: Date | null
	requested: Date | null
	ban: { until: Date | null; reason: string } | null
	pause: { until: Date; reason: string } | null
	held: HeldView[]
	reports: ReportView[]
	appeals: AppealView[]
	shared: SharedView[]
	removed: PlacedView[]
	log: LogLine[]
	notes: { id: string; words: string; at: Date; by: string; yours: boolean }[]
	holder: Holder | null
	/** Others who look after the group. */
	keepers: DeskPerson[]
}

export type DeskPageProps = Told & {
	server: ServerView
	group: DeskGroup
	now: Date
	requests: { person: DeskPerson; at: Date }[]
	/** By the ids of those about whom something waits. */
	holders: Record<string, Holder>
	log: LogLine[]
	piles: PileView[]
	held: HeldView[]
	reports: ReportView[]
	/** Whether a letter to the group waits for an answer. */
	letters?: boolean
	settled?: SettledAtOnce[]
	appeals: AppealView[]
	/** Whether more waits than is shown. */
	more: boolean
	shared: SharedView[]
	removed: PlacedView[]
	turnedAway: TurnedAwayView[]
	/** Handles of those who may be banned, to choose from. */
	people: string[]
	banned: { person: DeskPerson; until: Date | null; reason: string }[]
	/** Who is asked to write nothing for a while. */
	paused: { person: DeskPerson; until: Date; reason: string }[]
	filters: { word: string; effect: "hold" | "refuse"; pattern?: boolean }[]
	servers: SettledView[]
}
