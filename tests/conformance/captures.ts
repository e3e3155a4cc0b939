import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { readClaim, verifies } from "../../federation/plumbing/verify.ts"
import { readPublicKey } from "../../src/people/keys.ts"

/** A request as it was recorded between two servers. */
type Capture = {
	method: string
	url: string
	headers: Record<string, string>
	body: string
	publicKeyPem?: string
	signatureVerified?: string
}

/**
 * Checks the signature of every recorded POST of a folder, with the clock at its own date and the key it was recorded
 * with. Resolves with how many were not judged as they were when they were recorded.
 */
export const verifyCaptures = async (folder: string): Promise<number> => {
	const files = readdirSync(folder).filter((name) => /POST.*\.json$/.test(name))
	let missed = 0
	for (const file of files) {
		const capture: Capture = JSON.parse(readFileSync(join(folder, file), "utf8"))
		const expected = capture.signatureVerified ?? "ok"
		const got = await judge(capture)
		const ok = (got === "ok") === (expected === "ok")
		if (!ok) missed++
		console.log(`${ok ? "ok" : "MISS"} ${file} ${expected} ${got}`)
	}
	console.log(`${files.length - missed} of ${files.length} as expected`)
	return missed
}

const judge = async ({ url, headers: recorded, body, publicKeyPem }: Capture): Promise<string> => {
	const key = publicKeyPem ? readPublicKey(publicKeyPem) : null
	if (!key) return "no-key"
	const headers = new Headers(recorded)
	const claim = readClaim(headers)
	if ("refusal" in claim) return claim.refusal
	const request = { url, headers, body: Buffer.from(body) }
	return (await verifies(request, key, new Date(headers.get("date") ?? 0))) ? "ok" : "bad"
}
