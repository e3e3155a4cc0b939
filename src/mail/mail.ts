import type { Result } from "../result.ts"

export type Letter = { to: string; subject: string; text: string }

/** The way to people's letterboxes, if the operator has set one up. */
export type Mail = {
	/** Takes a letter and brings it on its way later: whoever asked need not wait, nor learn from the time whether there was one. */
	post(letter: Letter): void
	/** Sends one letter now, and says what became of it. */
	send(letter: Letter): Promise<Result>
	/** Waits for what is on its way; a letter that waits for another try is given up. */
	close(): Promise<void>
}
