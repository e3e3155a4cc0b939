import { argon2, timingSafeEqual } from "node:crypto"
import { promisify } from "node:util"

const run = promisify(argon2)
const cost = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 }

/** argon2id with OWASP's parameters, as a PHC string. */
export const hashPassword = async (password: string, nonce: Uint8Array): Promise<string> => {
	const hash = await run("argon2id", { message: password, nonce, ...cost })
	return `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$${base64(nonce)}$${base64(hash)}`
}

/** Whether a password is the one a PHC string was made from; takes the same time either way. */
export const passwordMatches = async (password: string, phc: string): Promise<boolean> => {
	const match = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([^$]+)\$([^$]+)$/.exec(phc)
	if (!match) return false
	const [, memory, passes, parallelism, nonce, expected] = match
	const hash = await run("argon2id", {
		message: password,
		nonce: Buffer.from(nonce!, "base64"),
		memory: Number(memory),
		passes: Number(passes),
		parallelism: Number(parallelism),
		tagLength: Buffer.from(expected!, "base64").length,
	})
	return timingSafeEqual(hash, Buffer.from(expected!, "base64"))
}

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64").replace(/=+$/, "")
