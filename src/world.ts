import type { Database } from "../db/connect.ts"
import type { Mail } from "./mail/mail.ts"
import type { Media } from "./media/keeping.ts"
import type { Ports } from "./ports.ts"

/** What every command is given: the memory, the doors to the outside, and where this server lives. */
export type World = {
	db: Database
	ports: Ports
	origin: URL
	/** Encrypts private keys at rest. */
	secretKey: string
	/** The way to people's letterboxes; without it, what needs letters is not offered. */
	mail?: Mail
	/** Where pictures and recordings are kept; without it, none are taken. */
	media?: Media
	/** Tells whoever carries events to other servers that there is something new. */
	wake(): void
}
