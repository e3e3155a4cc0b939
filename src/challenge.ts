import { createHmac, hkdfSync } from "node:crypto"
import { findLocalActor, findLocalKeys } from "../db/actors.ts"
import { readCondition } from "../db/condition.ts"
import { openKey } from "./people/keys.ts"
import type { World } from "./world.ts"

/**
 * The answer to a challenge, which only a process with this secret on this very database server can give: it needs the
 * server's sealed key, and a copy of the database elsewhere was started at another moment. It betrays neither.
 */
export const answerChallenge = async (
	{ db, secretKey }: Pick<World, "db" | "secretKey">,
	token: string,
): Promise<string> => {
	const actor = await findLocalActor(db, "server")
	const key = actor && (await findLocalKeys(db, actor.id)).find(({ kind }) => kind === "ed25519")
	if (!actor || !key) throw new Error("This database has no server of its own yet.")
	const { startedAt } = await readCondition(db)
	const secret = openKey(secretKey, actor.id, key.sealedPrivateKey).export({ type: "pkcs8", format: "der" })
	const sealing = Buffer.from(hkdfSync("sha256", secret, "", "snug challenge", 32))
	return createHmac("sha256", sealing).update(`${token}\n${startedAt}`).digest("base64url")
}
