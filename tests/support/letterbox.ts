import type { AddressInfo } from "node:net"
import PostalMime, { type Email } from "postal-mime"
import { SMTPServer } from "smtp-server"
import { expect } from "vitest"
import { eventually } from "./eventually.ts"

/** A mail server on this machine that takes every letter and keeps it; `refuse` lets it take none. */
export class Letterbox {
	readonly letters: (Email & { sentTo: string[] })[] = []
	refuse = false
	/** Called with each letter once it is here whole, before it is acknowledged. */
	beforeThanks: () => Promise<void> = async () => {}
	readonly #server: SMTPServer

	private constructor() {
		this.#server = new SMTPServer({
			authOptional: true,
			disabledCommands: ["STARTTLS"],
			onRcptTo: (_, __, done) =>
				done(this.refuse ? Object.assign(new Error("No room here"), { responseCode: 452 }) : null),
			onData: (stream, session, done) => {
				const chunks: Buffer[] = []
				stream.on("data", (chunk) => chunks.push(chunk))
				stream.on("end", async () => {
					const letter = await PostalMime.parse(Buffer.concat(chunks))
					this.letters.push({ ...letter, sentTo: session.envelope.rcptTo.map(({ address }) => address) })
					await this.beforeThanks()
					done()
				})
			},
		})
	}

	static async open(): Promise<Letterbox> {
		const box = new Letterbox()
		await new Promise<void>((resolve) => box.#server.listen(0, "127.0.0.1", resolve))
		return box
	}

	get url(): string {
		return `smtp://127.0.0.1:${(this.#server.server.address() as AddressInfo).port}`
	}

	to(address: string): Email[] {
		return this.letters.filter(({ sentTo }) => sentTo.includes(address))
	}

	/** The path of the link in the latest letter to somebody, once so many have come. */
	async linkTo(address: string, nth = 1): Promise<string> {
		const letter = await eventually(() => {
			expect(this.to(address).length).toBeGreaterThanOrEqual(nth)
			return this.to(address)[nth - 1]!
		})
		return new URL(/https?:\/\/\S+/.exec(letter.text ?? "")![0]).pathname
	}

	close(): Promise<void> {
		return new Promise((resolve) => this.#server.close(() => resolve()))
	}
}
