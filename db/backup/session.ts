import type { Socket } from "node:net"
import type { Readable } from "node:stream"
import postgres from "postgres"
import { driverOptions } from "../connection/driver-options.ts"
import { openSocket } from "../connection/socket.ts"
import { DatabaseUnavailable, unreachable } from "../database-errors.ts"
import { type Address, readDatabaseUrl } from "../database-url.ts"
import { copyIn, copyOut } from "./copy.ts"
import { Gate } from "./wire.ts"

/** One connection for long work: statements one after the other, and COPY in both directions. Never used again once lost. */
export type Session = {
	rows<T>(text: string, parameters?: readonly (string | number | null)[]): Promise<T[]>
	copyOut(text: string): Readable
	copyIn(text: string, source: AsyncIterable<Uint8Array>): Promise<void>
	/** Ends it at once; PostgreSQL rolls back what was not committed. */
	destroy(): void
}

const patience = 10_000

// What the database's owner set for short queries must not cut off long work, and rows are written in one spelling.
const prologue = `
	set statement_timeout = 0; set lock_timeout = '60s'; set idle_in_transaction_session_timeout = '10min';
	set client_min_messages = warning; set datestyle = 'ISO, YMD'; set intervalstyle = postgres;
	set bytea_output = hex; set extra_float_digits = 1; set search_path = public;
	select set_config(name, '0', false) from pg_settings where name = 'transaction_timeout'`

/** Opens a session; aborting the signal ends it. @throws DatabaseUnavailable with a sentence for the operator. */
export const openSession = async (url: string, signal?: AbortSignal): Promise<Session> => {
	const at = readDatabaseUrl(url)
	try {
		signal?.throwIfAborted()
		const socket = await openSocket(at, patience)
		const session = sessionOn(socket, at)
		signal?.addEventListener("abort", session.destroy, { once: true })
		await session.rows(prologue)
		return session
	} catch (error) {
		throw error instanceof DatabaseUnavailable ? error : unreachable(at, error)
	}
}

const sessionOn = (socket: Socket, at: Address): Session => {
	const gate = new Gate(socket)
	const client = postgres(driverOptions(at, () => gate) as never)
	const lost = new Promise<never>((_, reject) => {
		let cause: Error | undefined
		socket.on("error", (error) => {
			cause = error
		})
		socket.on("close", () =>
			reject(new DatabaseUnavailable("lost", "The connection to the database was lost.", cause)),
		)
	})
	lost.catch(() => {})
	const talk = { gate, socket, lost }
	return {
		rows: async <T>(text: string, parameters: readonly (string | number | null)[] = []) => {
			const answer = client.unsafe(text, [...parameters] as never[]) as unknown as Promise<T[]>
			return [...(await Promise.race([answer, lost]))]
		},
		copyOut: (text) => copyOut(talk, text),
		copyIn: (text, source) => copyIn(talk, text, source),
		destroy: () => {
			// A goodbye, or the server would note a lost connection in its log.
			if (!socket.destroyed) gate.say("X", Buffer.alloc(0))
			socket.destroy()
			client.end({ timeout: 0 }).catch(() => {})
		},
	}
}
