import type { Letter } from "./mail.ts"

export type Server = { name: string; origin: URL }
type Written = Pick<Letter, "subject" | "text" | "language">

/** A letter of this server's: a subject, some paragraphs, and who it is from. */
export const letter = ({ name, origin }: Server, subject: string, ...paragraphs: string[]): Written => ({
	subject: `${subject} · ${name}`.replace(/\s+/g, " ").slice(0, 200),
	text: `${[...paragraphs, `-- \n${name}\n${origin.href}`].join("\n\n")}\n`,
})

/** What a letter tells; the words for it are found when it is sent, in the language of whoever it is for. */
export type Told =
	| { tells: "sign-in"; link: string }
	| { tells: "confirm"; handle: string; link: string }
	/** To the owner of an address, when somebody else names it as theirs: only they learn that it is known. */
	| { tells: "known" }
	| { tells: "moved"; handle: string }
	| { tells: "approved"; handle: string }
	| { tells: "rejected"; reason: string }

/** A letter to be worded; no language: that of the server. */
export type Note = { to: string; language: string | null; told: Told }

/** The words for letters, which the pages have. */
export type LetterWords = (language: string | null, server: Server, told: Told) => Written

export const trialLetter = (server: Server): Written =>
	letter(server, "A letter to try", "If you can read this, this server can send letters.")
