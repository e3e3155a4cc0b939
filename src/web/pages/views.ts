import type { FootView } from "./speaking/views.ts"

/** Somebody, as every page shows them. `handle` is written in full: @bob@m.example. */
export type PersonView = {
	name: string
	handle: string
	url: string
	/** How they are spoken of where they are seen, in their own words. */
	pronouns?: string
	/** Where their picture is had from: this server, wherever they live. */
	portrait?: string
}

export type GroupView = {
	handle: string
	host: string
	name: string
	/** Both already sanitised; either may be empty. */
	aboutHtml: string
	rulesHtml: string
	hue: number
	/** Its own picture, and the wide one above its page: both from this server. */
	icon?: string
	image?: string
	actorUri: string
	visibility: "public" | "private"
	joining: "open" | "approval"
	posting: "anyone" | "followers" | "members" | "moderators"
	language: string
	/** What a machine decides in it, a sentence for each rule. */
	machine?: string[]
	/** Who looks after the group, if it wants them named. */
	moderators?: PersonView[]
	/** The address that its feeds stand beside, if everybody may read them. */
	feeds?: string
	/** Of a group that lives on another server: its page here, and its page there. */
	elsewhere?: { path: string; url: string }
	/** Where the group lives now, if it is here no more. */
	movedTo?: PersonView
}

export type Conversation = {
	href: string
	title: string | null
	/** Plain text, cut to length by whoever gathers it. */
	excerpt: string
	author: PersonView
	at: Date
	activeAt: Date
	/** Names of those who answered, newest first. */
	repliedBy: string[]
	contentWarning?: string | null
	language?: string | null
}

export type Attachment = {
	url: string
	mediaType: string
	alt: string
	/** How it is shown, if it is; what is not is a link. */
	shown?: Shown
}

/** A picture or recording on a page: always from this server, whoever made it. */
export type Shown = {
	is: "picture" | "video" | "recording"
	/** What stands on the page, from here; and the whole of it, wherever that is. */
	src: string
	href: string
	width?: number
	height?: number
}

export type PollView = {
	/** How often each was chosen is known once the poll has closed, and to those who voted. */
	options: { text: string; votes: number | null; yours: boolean }[]
	multiple: boolean
	closed: boolean
	endsAt: Date | null
	voters: number | null
	/** Whether it is asked on another server, which alone counts votes. */
	elsewhere: boolean
	/** Where the vote of whoever is reading goes, if they may vote here. */
	action?: string
}

export type PostView = {
	/** The fragment by which others point at this post. */
	id: string
	author: PersonView
	/** Already sanitised. */
	html: string
	title?: string | null
	at: Date
	editedAt?: Date | null
	/** 0 for the post that began the thread. */
	depth: number
	/** Whether whoever reads has not seen it yet. */
	fresh?: boolean
	inReplyToName?: string
	/** Where what it answers stands on the same page. */
	inReplyToHref?: string
	/** Where the post lives; null for one of this server's that has no page yet, since it waits. */
	url: string | null
	contentWarning?: string | null
	sensitive: boolean
	language?: string | null
	attachments: Attachment[]
	poll?: PollView
	/** The address of the post it quotes. */
	quoteUri?: string | null
	removed?: "author" | "moderator"
	/** Who thanked for it, and what can be done with it. */
	foot?: FootView
}
