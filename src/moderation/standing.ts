import type { Share } from "../../db/posts.ts"

/** How a post stands in a group, said to a moderator who wanted what cannot be done to it as it stands. */
export const standing: Readonly<Record<Share["state"], string>> = {
	shared: "The post is shared already.",
	held: "The post is held: let it through, or take it out.",
	refused: "The post was not taken.",
	removed: "The post is removed already.",
	deleted: "The post was deleted.",
}
