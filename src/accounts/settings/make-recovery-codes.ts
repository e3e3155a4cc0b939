import { createHash } from "node:crypto"
import type { Transaction } from "../../../db/connect.ts"
import { record } from "../../../db/events.ts"
import { replaceRecoveryCodes } from "../../../db/passes.ts"
import { limits } from "../../limits.ts"
import { newCode } from "../../ports.ts"
import type { World } from "../../world.ts"

/** What is kept of a code; capitals, spaces and hyphens do not matter. 80 bits of chance need no slow hash. */
export const hashOfCode = (actorId: string, code: string): string =>
	createHash("sha256")
		.update(
			`${actorId} ${code
				.slice(0, 100)
				.toLowerCase()
				.replace(/[^a-z0-9]/g, "")}`,
		)
		.digest("base64url")

/** Ten codes for the day when everything else is lost. They are answered once; those from before are void. */
export const makeRecoveryCodes = async (
	world: World,
	tx: Transaction,
	actorId: string,
): Promise<string[]> => {
	const codes = Array.from({ length: limits.recoveryCodes }, newCode)
	await replaceRecoveryCodes(
		tx,
		actorId,
		codes.map((code) => hashOfCode(actorId, code)),
		world.ports.now(),
	)
	await record(tx, world.ports, { type: "account-changed", actorId, facts: { changed: ["recovery-codes"] } })
	return codes
}
