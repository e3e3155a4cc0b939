import { setTimeout as pause } from "node:timers/promises"
import type { Json, Person } from "../../support/peer.ts"
import { oneOf } from "./chance.ts"

/** One post that somebody sent, and what they were told. */
type Sent = { note: Json; create: Json; acknowledged: boolean; refused: Map<number, number> }

/** What senders know, outside the server: the measure of what it may lose. */
export type Ledger = {
	sent: Map<string, Sent>
	/** Answers that took longer than `longestAnswer`, in milliseconds, although nobody had stopped the server. */
	slow: number[]
	slowest: number
}

/** Milliseconds that a server may take to answer, whatever happens to its database. */
const longestAnswer = 5000
/** Tries of one sender; real ones give up after days. */
const triesAtMost = 400

export type LoadParts = {
	authors: Person[]
	group: Json
	inbox: string
	ledger: Ledger
	random: () => number
	/** The last moment at which the whole server stood still because a test had stopped it. */
	stillUntil: () => number
}

export type Load = {
	/** Begins nothing new; what is under way goes on. */
	stop(): void
	/** Resolves when everything that was begun has been acknowledged. */
	taken(): Promise<void>
}

/** Signed posts at a steady rate, each sent until it is taken, as real servers do, and then never again. */
export const startLoad = (parts: LoadParts, perSecond: number): Load => {
	const sendings = new Set<Promise<void>>()
	let trouble: unknown = null
	const begin = () => {
		const sending = sendUntilTaken(parts, `Post ${parts.ledger.sent.size + 1}`)
			.catch((error) => {
				trouble ??= error
			})
			.finally(() => sendings.delete(sending))
		sendings.add(sending)
	}
	const timer = setInterval(begin, 1000 / perSecond)
	begin()
	return {
		stop: () => clearInterval(timer),
		async taken() {
			clearInterval(timer)
			while (sendings.size > 0) await Promise.all(sendings)
			if (trouble) throw trouble
		},
	}
}

const sendUntilTaken = async (parts: LoadParts, text: string): Promise<void> => {
	const { ledger, random, group, inbox } = parts
	const author = oneOf(random, parts.authors)
	let began = Date.now()
	const { note, create, answer } = await author.post({ text, mention: group })
	const sent: Sent = { note, create, acknowledged: false, refused: new Map() }
	ledger.sent.set(note.id, sent)
	let { status } = answer
	for (let tries = 1; ; tries++) {
		const took = Date.now() - began
		ledger.slowest = Math.max(ledger.slowest, took)
		if (took > longestAnswer && parts.stillUntil() < began) ledger.slow.push(took)
		if (status === 202) break
		sent.refused.set(status, (sent.refused.get(status) ?? 0) + 1)
		if (tries === triesAtMost) throw new Error(`${text} was never taken: ${[...sent.refused]}`)
		await pause(200 + random() * 400)
		began = Date.now()
		status = (await author.send(create, { to: inbox })).status
	}
	sent.acknowledged = true
	// some servers bring a thing to every inbox they know
	if (random() < 1 / 8) await author.send(create, { to: group.inbox })
}
