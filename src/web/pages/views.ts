/** Somebody, as every page shows them. `handle` is written in full: @bob@m.example. */
export type PersonView = { name: string; handle: string; url: string }

export type GroupView = {
	handle: string
	host: string
	name: string
	/** Both already sanitised; either may be empty. */
	aboutHtml: string
	rulesHtml: string
	hue: number
	actorUri: string
	joining: "open" | "approval"
	posting: "anyone" | "followers" | "members" | "moderators"
	language: string
	/** Who looks after the group, if it wants them named. */
	moderators?: PersonView[]
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

export type Attachment = { url: string; mediaType: string; alt: string }

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
	inReplyToName?: string
	/** Where the post lives. */
	url: string
	contentWarning?: string | null
	sensitive: boolean
	language?: string | null
	attachments: Attachment[]
	removed?: "author" | "moderator"
}
