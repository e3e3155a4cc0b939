import { getLogger } from "@logtape/logtape"
import type { Config } from "../config.ts"
import { limits } from "../limits.ts"
import type { Ports } from "../ports.ts"
import { done, type Result, refused } from "../result.ts"
import type { Letter, Mail } from "./mail.ts"

const log = getLogger(["snug", "mail"])

const seconds = 1000
const slowest = {
	connectionTimeout: 10 * seconds,
	greetingTimeout: 10 * seconds,
	socketTimeout: 30 * seconds,
}
const atOnce = 2

/** Speaks with the mail server that the settings name. What is on its way is kept in memory: its links run out within minutes. */
export const openMail = async (
	{ host, port, secure, username, password, from }: NonNullable<Config["mail"]>,
	ports: Pick<Ports, "timer">,
): Promise<Mail> => {
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
	const send = async ({ to, subject, text }: Letter): Promise<Result> => {
		try {
			await transport.sendMail({
				from,
				to: { name: "", address: to },
				subject,
				text,
				headers: { "Auto-Submitted": "auto-generated" },
			})
			return done(undefined)
		} catch (error) {
			return refused("too-early", complaintOf(error))
		}
	}
	return { ...queue(send, ports), send }
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

const queue = (send: Mail["send"], ports: Pick<Ports, "timer">): Pick<Mail, "post" | "close"> => {
	const waiting: { letter: Letter; tries: number }[] = []
	const running = new Set<Promise<void>>()
	const resting = new Set<() => void>()
	let closed = false

	const next = (): void => {
		while (running.size < atOnce && waiting.length > 0) {
			const work = deliver(waiting.shift()!).finally(() => {
				running.delete(work)
				next()
			})
			running.add(work)
		}
	}
	const deliver = async ({ letter, tries }: { letter: Letter; tries: number }): Promise<void> => {
		const result = await send(letter)
		const pause = limits.mailTries[tries]
		if (result.ok) return
		log.warning("A letter was not delivered ({tries}): {reason}", { tries: tries + 1, reason: result.reason })
		if (pause === undefined || closed) return
		const callOff = ports.timer(() => {
			resting.delete(callOff)
			waiting.push({ letter, tries: tries + 1 })
			next()
		}, pause)
		resting.add(callOff)
	}
	return {
		post(letter) {
			if (closed || waiting.length + resting.size >= limits.mailWaiting) {
				log.warning("A letter was not sent: too many wait already")
				return
			}
			waiting.push({ letter, tries: 0 })
			next()
		},
		async close() {
			closed = true
			for (const callOff of resting) callOff()
			while (running.size > 0) await Promise.all(running)
		},
	}
}
