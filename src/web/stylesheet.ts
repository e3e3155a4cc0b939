import { createHash } from "node:crypto"
import { desk } from "./styles/desk.ts"
import { forms } from "./styles/forms.ts"
import { frame } from "./styles/frame.ts"
import { groups } from "./styles/groups.ts"
import { media } from "./styles/media.ts"
import { news } from "./styles/news.ts"
import { pages } from "./styles/pages.ts"
import { paper } from "./styles/paper.ts"
import { poll } from "./styles/poll.ts"
import { reading } from "./styles/reading.ts"
import { speaking } from "./styles/speaking.ts"

const text = [paper, frame, pages, forms, poll, desk, speaking, groups, reading, news, media].join("")

/** The one stylesheet. Its address changes with its text, so that browsers may keep it for ever. */
export const stylesheet = {
	path: `/static/snug.${createHash("sha256").update(text).digest("hex").slice(0, 12)}.css`,
	text,
} as const
