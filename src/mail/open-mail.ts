import type { Config } from "../config.ts"
import { done, type Result, refused } from "../result.ts"
import type { Letter, Mail } from "./mail.ts"

const seconds = 1000
const slowest = {
	connectionTimeout: 10 * seconds,
	greetingTimeout: 10 * seconds,
	socketTimeout: 30 * seconds,
}

/** Speaks with the mail server that the settings name. */
export const openMail = async ({
	host,
	port,
	secure,
	username,
	password,
	from,
}: NonNullable<Config["mail"]>): Promise<Mail> => {
	const { createTransport } = await import("nodemailer")
	const loopback = /^(localhost|127\.|::1$|\[::1\])/.test(host)
	const transport = createTransport({
		host,
		port,
		secure,
		// A password does not travel in the open.
		requireTLS: !secure && username !== null && !loopback,
		...(username !== null && { auth: { user: username, pass: password ?? "" } }),
		...slowest,
		disableFileAccess: true,
		disableUrlAccess: true,
	})
	const home = /@([^\s<>@]+)>?$/.exec(from)?.[1] ?? "localhost"
	const send = async ({ to, subject, text, language, unsubscribe }: Letter, id?: string): Promise<Result> => {
		try {
			await transport.sendMail({
				from,
				to: { name: "", address: to },
				subject,
				text,
				...(id && { messageId: `<${id}@${home}>` }),
				headers: {
					"Auto-Submitted": "auto-generated",
					...(language && { "Content-Language": language }),
					...(unsubscribe && {
						"List-Unsubscribe": `<${unsubscribe}>`,
						"List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
					}),
				},
			})
			return done(undefined)
		} catch (error) {
			return refused("too-early", complaintOf(error))
		}
	}
	return { send }
}

/** What the mail server said; never the letter. */
const complaintOf = (error: unknown): string => {
	const { code, message, responseCode } = error as Error & { code?: string; responseCode?: number }
	const said = message
		.replace(/\s+/g, " ")
		.replace(/[\w.+-]+@[\w.-]+/g, "…")
		.slice(0, 200)
	return `The mail server did not take it (${[code, responseCode].filter(Boolean).join(" ")}): ${said}`
}
