import { createHash, createHmac, hkdfSync } from "node:crypto"

/** What belongs to one visit can be made again from its id, so that neither is kept anywhere. */
const derived = (secretKey: string, purpose: string, visitId: string): Buffer => {
	const key = Buffer.from(hkdfSync("sha256", secretKey, "", `snug visits ${purpose}`, 32))
	return createHmac("sha256", key).update(visitId).digest()
}

/** The eight digits that are sent to somebody. */
export const codeOf = (secretKey: string, visitId: string): string =>
	(derived(secretKey, "code", visitId).readBigUInt64BE() % 100_000_000n).toString().padStart(8, "0")

/** The secret behind the challenge that another server is shown (RFC 7636), and the challenge. */
export const verifierOf = (secretKey: string, visitId: string): string =>
	derived(secretKey, "verifier", visitId).toString("base64url")

export const challengeOf = (verifier: string): string =>
	createHash("sha256").update(verifier).digest("base64url")
