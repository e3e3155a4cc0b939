import type { ServerView } from "../../layout.tsx"
import type { Ruling } from "../admin/borders/ruling.tsx"
import type { PersonView, PostView } from "../views.ts"

export type DeskPerson = PersonView & { id: string }

/** A held post, whole. */
export type HeldView = { id: string; author: DeskPerson; letter: PostView; reason: string }

/** Whose posts they are: one person's, or those of several people of a server. */
export type Origin = { person: DeskPerson } | { host: string }

/** Many posts that wait, as one thing to decide about. */
export type PileView = { by: Origin; reasons: string[]; first: Date; last: Date; latest: HeldView[] }

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
	post: { id: string; letter: PostView; state: "shared" | "held" | "refused" | "removed" | "deleted" } | null
}

/** What the group has decided about a server. */
type SettledView = Ruling & { domain: string; reason: string; note: string }

export type DeskPageProps = {
	server: ServerView
	group: { handle: string; host: string; name: string; hue: number }
	now: Date
	/** What was just done, or why it was not. */
	done?: string
	refused?: string
	requests: { person: DeskPerson; at: Date }[]
	piles: PileView[]
	held: HeldView[]
	reports: ReportView[]
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
