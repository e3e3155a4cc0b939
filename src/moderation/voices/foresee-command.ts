import { findPostByUri } from "../../../db/posts.ts"
import type { Writing } from "../../posts/local-draft.ts"
import { renderMarkdown } from "../../posts/markup.ts"
import type { World } from "../../world.ts"
import { commandOf } from "./obey-command.ts"

/** Whether what somebody here is about to send would ask something of the group, and so be no post. */
export const foreseeCommand = (
	world: World,
	{ author, group, text, inReplyTo }: Pick<Writing, "author" | "group" | "text" | "inReplyTo">,
): Promise<boolean> =>
	world.db.transaction(async (tx) => {
		const parent = inReplyTo ? await findPostByUri(tx, inReplyTo) : null
		const words = { uri: "", html: renderMarkdown(text), language: null, inReplyTo }
		return (await commandOf(tx, { author, words, parent, addressed: [group] })) !== null
	})
