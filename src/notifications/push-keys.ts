import { findPushKeys, insertPushKeys } from "../../db/pushes.ts"
import { seal, unseal } from "../sealing.ts"
import type { World } from "../world.ts"

/** By which push services know this server (VAPID, RFC 8292), as URL-safe text. */
export type PushKeys = { publicKey: string; privateKey: string }

const owner = "server"

/** The server's keys for push services; made once, when they are first asked for, and sealed with its secret. */
export const pushKeys = async (world: Pick<World, "db" | "secretKey">): Promise<PushKeys> => {
	const { db, secretKey } = world
	const known = await findPushKeys(db)
	if (known) {
		const privateKey = unseal(secretKey, "snug push", owner, known.sealedPrivateKey).toString()
		return { publicKey: known.publicKey, privateKey }
	}
	const { default: webPush } = await import("web-push")
	const { publicKey, privateKey } = webPush.generateVAPIDKeys()
	const sealedPrivateKey = seal(secretKey, "snug push", owner, Buffer.from(privateKey))
	await db.transaction((tx) => insertPushKeys(tx, { publicKey, sealedPrivateKey }))
	return pushKeys(world)
}
