import type { Result } from "../result.ts"

export type Letter = {
	to: string
	subject: string
	text: string
	/** The language it is in. */
	language?: string
	/** The address that ends letters of this kind with one press in the mail program (RFC 8058). */
	unsubscribe?: string
}

/** The way to people's letterboxes, if the operator has set one up. */
export type Mail = {
	/** Sends one letter now, and says what became of it. The same id makes the same Message-ID, so that a repeated letter can be known as one. */
	send(letter: Letter, id?: string): Promise<Result>
}
