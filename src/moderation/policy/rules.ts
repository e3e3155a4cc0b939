import type { Posting } from "../../groups/group.ts"

/** What a group lets a machine decide about posts. Where nothing is said, nothing is on. */
export type Rules = {
	/** Who may answer; `same`: whoever may begin a conversation. */
	answering: "same" | Posting
	/** Until so many posts of somebody were taken, and for so many days, what they write waits; 0 is off. */
	newcomers: { posts: number; days: number }
	/** More links than that wait, those of newcomers if they may set none; those to certain hosts are not taken. */
	links: { most: number | null; newcomers: boolean; places: string[] }
	/** Who may bring pictures and recordings, and whether those without a description wait. */
	media: { from: "anyone" | "members" | "nobody"; described: boolean }
	/** A post that says it is in another language waits; none named: all are welcome. */
	languages: string[]
	/** A post that names more people than that waits. */
	mentions: number | null
	/** So many posts by strangers within so many minutes are a wave: then all strangers wait. */
	flood: { strangers: number; minutes: number } | null
	/** One post in so many minutes, of each person or of the whole group; the others queue. */
	slow: { minutes: number; whose: "each" | "group" } | null
	/** Between two times of the day, in a time zone, posts wait for the morning. */
	quiet: { from: string; to: string; zone: string } | null
	/** How many members there may be; who comes then waits for a place. */
	cap: number | null
}

/** What whoever runs the server demands of every group here, at the least. */
export type Bounds = {
	newcomers: { posts: number; days: number }
	links: number | null
	/** Whether a group may let links from somebody new straight in. */
	newcomersLinks: boolean
	mentions: number | null
	flood: { strangers: number; minutes: number } | null
	/** Whether a group may be open to posts of people who do not follow it. */
	openToAnyone: boolean
}

/** The rules of a group that has none. */
export const noRules: Rules = {
	answering: "same",
	newcomers: { posts: 0, days: 0 },
	links: { most: null, newcomers: true, places: [] },
	media: { from: "anyone", described: false },
	languages: [],
	mentions: null,
	flood: null,
	slow: null,
	quiet: null,
	cap: null,
}

export const noBounds: Bounds = {
	newcomers: { posts: 0, days: 0 },
	links: null,
	newcomersLinks: true,
	mentions: null,
	flood: null,
	openToAnyone: true,
}
