import { limits } from "../limits.ts"
/** Long enough to resist guessing, short enough that hashing it cannot be used to tire the server. */
export const passwordProblem = (password: string): string | null => {
	if (password.length < limits.passwordShortest)
		return "A password has at least 10 characters. Four or five ordinary words make a good one."
	if (password.length > limits.passwordLongest) return "A password has at most 200 characters."
	return null
}

export const emailProblem = (email: string): string | null =>
	/^[^\s@<>",;]{1,64}@[^\s@<>",;]{1,190}$/.test(email) ? null : "That does not look like an e-mail address."

/** How people come to have an account: not at all, by invitation, by asking, or as they like. */
export type Registrations = "closed" | "invite" | "request" | "open"
export const registrations: readonly Registrations[] = ["closed", "invite", "request", "open"]

export type Inviting = "operators" | "everyone"
export const invitings: readonly Inviting[] = ["operators", "everyone"]

/** Whether somebody may invite others, and so let them in. */
export const mayInvite = (
	server: { registrations: Registrations; inviting: Inviting },
	account: { operator: boolean },
): boolean => server.registrations !== "closed" && (account.operator || server.inviting === "everyone")

/** What somebody tells the operator when they ask for an account. */
export const noteProblem = (note: string): string | null => {
	if (note.trim().length < 10) return "Say in a sentence or two who you are."
	return note.length > limits.requestNote ? "That is more than 1000 characters." : null
}

export const isFresh = (session: { createdAt: Date }, now: Date): boolean =>
	now.getTime() - session.createdAt.getTime() < limits.freshTime

const systems: [RegExp, string][] = [
	[/iPhone|iPod/, "iPhone"],
	[/iPad/, "iPad"],
	[/Android/, "Android"],
	[/Windows/, "Windows"],
	[/Mac OS X|Macintosh/, "Mac"],
	[/CrOS/, "ChromeOS"],
	[/Linux|X11/, "Linux"],
]

// Most call themselves by several names, so the rarer ones are looked for first.
const browsers: [RegExp, string][] = [
	[/Firefox|FxiOS/, "Firefox"],
	[/Edg(e|A|iOS)?\//, "Edge"],
	[/OPR\/|Opera/, "Opera"],
	[/Vivaldi/, "Vivaldi"],
	[/SamsungBrowser/, "Samsung Internet"],
	[/Chrome|CriOS|Chromium/, "Chrome"],
	[/Safari/, "Safari"],
]

/** What kind of browser on what kind of machine a User-Agent names: `Firefox/Linux`; no more of it is kept. */
export const deviceOf = (userAgent: string | undefined): string => {
	const found = (list: [RegExp, string][]) =>
		list.find(([pattern]) => pattern.test((userAgent ?? "").slice(0, 500)))?.[1] ?? ""
	return `${found(browsers)}/${found(systems)}`
}
