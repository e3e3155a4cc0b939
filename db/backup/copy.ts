import type { Socket } from "node:net"
import { Readable } from "node:stream"
import { errorIn, type Gate, type Message } from "./wire.ts"

/** A connection as a COPY sees it; `lost` rejects when it dies. */
export type Talk = { gate: Gate; socket: Socket; lost: Promise<never> }

const nothing = Buffer.alloc(0)
const statement = (text: string) => Buffer.from(`${text}\0`)

/** Speaks until PostgreSQL is ready again; rejects with its error, if it had one, only then. */
const converse = ({ gate, lost }: Talk, text: string, hear: (message: Message) => void): Promise<void> => {
	const over = new Promise<void>((resolve, reject) => {
		let failure: Error | null = null
		gate.hear = (messages) => {
			for (const message of messages) {
				if (message.letter === "E") failure = errorIn(message.body)
				hear(message)
				if (message.letter !== "Z") continue
				gate.hear = null
				if (failure) reject(failure)
				else resolve()
			}
		}
	})
	gate.say("Q", statement(text))
	return Promise.race([over, lost])
}

/** The bytes of `COPY … TO STDOUT`, no faster than they are read. It must be read to its end before anything else is asked. */
export const copyOut = (talk: Talk, text: string): Readable => {
	const { gate } = talk
	const stream = new Readable({ read: () => gate.resume() })
	let rows: Buffer[] = []
	const hear = ({ letter, body }: Message) => {
		if (letter === "d") rows.push(body)
	}
	const flush = () => {
		if (rows.length > 0 && !stream.push(Buffer.concat(rows))) gate.pause()
		rows = []
	}
	converse(talk, text, hear).then(
		() => {
			flush()
			gate.resume()
			stream.push(null)
		},
		(error) => stream.destroy(error),
	)
	// Every row is a message of its own: what arrived together is passed on together.
	const each = gate.hear!
	gate.hear = (messages) => {
		each(messages)
		if (!stream.destroyed) flush()
	}
	return stream
}

/** Feeds `COPY … FROM STDIN`. Rejects with what the source threw, or with PostgreSQL's error. */
export const copyIn = async (talk: Talk, text: string, source: AsyncIterable<Uint8Array>): Promise<void> => {
	const { gate, socket } = talk
	let over = false
	let goOn = () => {}
	const drained = () => goOn()
	socket.on("drain", drained)
	let invited = () => {}
	const invitation = new Promise<void>((resolve) => {
		invited = resolve
	})
	const done = converse(talk, text, ({ letter }) => letter === "G" && invited()).finally(() => {
		over = true
		socket.off("drain", drained)
		goOn()
	})
	done.catch(() => {})
	await Promise.race([invitation, done])
	let fault: unknown = null
	try {
		for await (const bytes of source) {
			if (over) break
			const room = gate.say("d", Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
			if (room || over) continue
			await new Promise<void>((resolve) => {
				goOn = resolve
			})
		}
	} catch (error) {
		fault = error ?? new Error("The source of a COPY failed.")
	}
	if (!over) gate.say(fault ? "f" : "c", fault ? statement("the source failed") : nothing)
	const outcome = await done.catch((error: Error) => error)
	if (fault ?? outcome) throw fault ?? outcome
}
