import { isDeepStrictEqual } from "node:util"
import type { Post } from "./post.ts"

/** What is said in a post, and to whom; what replaces it in an edit. */
export type Wording = Pick<
	Post,
	"title" | "html" | "source" | "contentWarning" | "sensitive" | "language" | "attachments" | "audience"
>

const parts = [
	"title",
	"html",
	"source",
	"contentWarning",
	"sensitive",
	"language",
	"attachments",
	"audience",
] as const satisfies readonly (keyof Wording)[]

/** Whether a post has the very words that it is said to have. */
export const saysTheSame = (post: Wording, wording: Wording): boolean =>
	parts.every((name) => isDeepStrictEqual(post[name], wording[name]))
