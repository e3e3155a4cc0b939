import type { ModmailMessage } from "../../../db/modmail.ts"
import { cleanKept } from "../../posts/markup.ts"

/** One message of some letters. */
export type MessageView = {
	id: string
	/** Who wrote it; null for whoever reads it. */
	who: string | null
	/** The moderator who wrote it for the group, where that is to be seen. */
	by?: string
	html: string
	at: Date
}

export const messageView = (
	{ id, html, createdAt }: ModmailMessage,
	who: string | null,
	by?: string,
): MessageView => ({ id, who, html: cleanKept(html), at: createdAt, ...(by && { by }) })
