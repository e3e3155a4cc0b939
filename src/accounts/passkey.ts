import type { AuthenticationResponseJSON, RegistrationResponseJSON } from "@simplewebauthn/server"
import { z } from "zod"
import { insertPass, type PassKind } from "../../db/passes.ts"
import { limits } from "../limits.ts"
import { newSecret } from "../ports.ts"
import { done, type Result, refused } from "../result.ts"
import type { World } from "../world.ts"
import { hashOfToken } from "./session.ts"

/** Whom passkeys are for: this server by its name, whatever port it is reached at. */
export const partyOf = ({ origin }: World) => ({ id: origin.hostname, origin: origin.origin })

/** A challenge that is good for one try, within five minutes, from the browser that asked (by the hash of its cookie). */
export const newChallenge = async (
	world: World,
	{ kind, actorId, browserHash }: { kind: PassKind; actorId: string | null; browserHash: string },
): Promise<string> => {
	const challenge = newSecret()
	const expiresAt = new Date(world.ports.now().getTime() + limits.passkeyTime)
	const pass = { hash: hashOfToken(challenge), kind, actorId, browserHash, expiresAt }
	await world.db.transaction((tx) => insertPass(tx, pass))
	return challenge
}

const text = z.string().max(20_000)
const shared = {
	id: z.string().max(1400),
	rawId: z.string().max(1400),
	type: z.literal("public-key"),
	clientExtensionResults: z.looseObject({}),
}
const newPasskey = z.object({
	...shared,
	response: z.object({
		clientDataJSON: text,
		attestationObject: text,
		transports: z.array(z.string().max(20)).max(10).optional(),
	}),
})
const usedPasskey = z.object({
	...shared,
	response: z.object({
		clientDataJSON: text,
		authenticatorData: text,
		signature: text,
		userHandle: z.string().max(200).optional(),
	}),
})

const unreadable = refused("invalid", "What your browser sent could not be read. Please try again.")

const read = <T>(shape: z.ZodType, answer: string): Result<T & { challenge: string }> => {
	try {
		const parsed = shape.parse(JSON.parse(answer)) as { response: { clientDataJSON: string } }
		const client = JSON.parse(Buffer.from(parsed.response.clientDataJSON, "base64url").toString()) as unknown
		const { challenge } = z.object({ challenge: z.string().max(200) }).parse(client)
		return done({ ...(parsed as T), challenge })
	} catch {
		return unreadable
	}
}

/** What a browser says of a new passkey, with the challenge it answers; nothing of it is believed yet. */
export const readNewPasskey = (answer: string) => read<RegistrationResponseJSON>(newPasskey, answer)

/** The same of one that is used. */
export const readUsedPasskey = (answer: string) => read<AuthenticationResponseJSON>(usedPasskey, answer)
