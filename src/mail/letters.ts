import type { Letter } from "./mail.ts"

type Server = { name: string; origin: URL }
type Written = Omit<Letter, "to">

/** A letter of this server's: a subject, some paragraphs, and who it is from. */
export const letter = ({ name, origin }: Server, subject: string, ...paragraphs: string[]): Written => ({
	subject: `${subject} · ${name}`.replace(/\s+/g, " ").slice(0, 200),
	text: `${[...paragraphs, `-- \n${name}\n${origin.href}`].join("\n\n")}\n`,
})

const ignore = "If it was not you, do nothing: without the link nothing happens."

export const signInLetter = (server: Server, link: string): Written =>
	letter(
		server,
		"Your link to sign in",
		"Somebody, you we hope, asked for a link to sign in. It works once, within a quarter of an hour:",
		link,
		ignore,
	)

export const confirmLetter = (server: Server, handle: string, link: string): Written =>
	letter(
		server,
		"Is this your address?",
		`The account @${handle} wants to get its letters at this address. If that is you, open this link within a day:`,
		link,
		ignore,
	)

/** To the owner of an address, when somebody else names it as theirs: only they learn that it is known. */
export const alreadyKnownLetter = (server: Server): Written =>
	letter(
		server,
		"You have an account here",
		"Somebody named this address for an account, and it belongs to one already. If it was you, sign in with that one:",
		new URL("/login", server.origin).href,
		"If it was not you, there is nothing to do.",
	)

export const addressChangedLetter = (server: Server, handle: string): Written =>
	letter(
		server,
		"Letters go elsewhere now",
		`The account @${handle} gets its letters at another address from now on. If it was not you, tell whoever runs this server at once.`,
	)

export const requestApprovedLetter = (server: Server, handle: string): Written =>
	letter(
		server,
		"You are welcome",
		`Your account @${handle} is ready. Sign in with the password you chose:`,
		new URL("/login", server.origin).href,
	)

export const requestRejectedLetter = (server: Server, reason: string): Written =>
	letter(
		server,
		"About your request",
		"You asked for an account here. Whoever runs this server has decided not to give one.",
		...(reason ? [reason] : []),
	)

export const trialLetter = (server: Server): Written =>
	letter(server, "A letter to try", "If you can read this, this server can send letters.")
