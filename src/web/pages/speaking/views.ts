import type { ServerView } from "../../layout.tsx"
import type { GroupView, PersonView, PostView } from "../views.ts"

/** What somebody typed into the composer, as they typed it; `options` has one to a line. */
export type Typed = {
	/** The id that the post will have: sending twice is sending once. */
	id: string
	/** The id of the post it answers; empty for one that begins a conversation. */
	to: string
	title: string
	text: string
	note: string
	language: string
	quote: string
	options: string
	multiple: boolean
	closes: string
	pictures: TypedPicture[]
	/** Whether they said that it is to go without descriptions. */
	undescribed: boolean
}

/** A picture that was brought for a post, by its id; what is on it; and where on it what matters is. */
export type TypedPicture = { id: string; alt: string; focus: string }

/** The same with what a page needs to show it. */
export type PickedView = TypedPicture & {
	src: string
	/** Or a recording. */
	picture: boolean
	width: number
	height: number
}

/** Who will be able to read a post, and where it goes. */
export type ReachView =
	| { kind: "members"; group: string }
	| { kind: "public"; group: string; servers: string[] }
	| { kind: "elsewhere"; group: string; host: string }

export type LanguageChoice = { tag: string; name: string }

/** What becomes of a quotation of a post elsewhere: its author is asked whether it may be, or it is a link and no more. */
export type QuotingView = { kind: "asked"; author: string } | { kind: "link" }

/** Who hears of a post because it names them, and the names by which nobody was found. */
export type NamingView = { heard: string[]; nobody: string[] }

export type ComposeView = {
	action: string
	typed: Typed
	reach: ReachView
	languages: LanguageChoice[]
	pictures: PickedView[]
	/** Why it was not sent. */
	refused?: string
	/** It was not sent, since some pictures are not described. */
	undescribed?: boolean
	/** Why a moderator would look first; said before it is sent. */
	held?: { reason: string }
	/** It asks something of the group, and will not be shared. */
	asks?: boolean
	/** What it will look like. */
	preview?: PostView
	quoting?: QuotingView
	naming?: NamingView
}

export type GroupDoor = Pick<GroupView, "handle" | "host" | "name" | "hue" | "elsewhere">

export type ComposePageProps = {
	server: ServerView
	group: GroupDoor
	compose: ComposeView
	/** The post that is answered. */
	parent?: PostView
	now: Date
}

/** A post in a list of somebody's own: drafts, what waits, what they keep. */
export type SlipView = {
	id: string
	href: string
	words: string
	language?: string | null
	group: string
	author?: PersonView
	at: Date
	/** Why it waits. */
	reason?: string
}

/** What stands under a post: who thanked for it, and what whoever is reading can do with it. */
export type FootView = {
	/** The post's own id. */
	id: string
	/** Who said thanks (no emoji), and who answered with an emoji, in the order they did. */
	thanks: { emoji: string | null; names: string[] }[]
	/** The servers on which others did, whom nobody but a group there vouches for. */
	others: { emoji: string | null; host: string }[]
	/** Where earlier wordings are read, if there are any. */
	earlier?: string
	/** Where it is answered from another server, by whoever has no account here. */
	fromHome?: string
	/** Where a guest reports it. */
	report?: string
	/** For somebody who is signed in. */
	deeds?: {
		/** What the addresses of all deeds begin with. */
		base: string
		reply: string
		quote: string
		mine: boolean
		/** What they gave: "thanks" or an emoji. */
		yours: string | null
		kept: boolean
	}
}

/** What somebody who is signed in can do in a thread as a whole. */
export type SpeakingView = {
	/** The composer; missing where they may not answer, for a reason. */
	compose?: ComposeView
	reason?: string
	mute: string
	muted: boolean
}

/** How somebody who is signed in stands to a group. */
export type MembershipView = {
	state: "none" | "asked" | "follower" | "member" | "host" | "owner"
	path: string
	mayWrite: boolean
	/** What the group says to those who came in, for them to read. */
	welcomeHtml?: string
	/** The server of a guest, who has no account here. */
	home?: string
}
