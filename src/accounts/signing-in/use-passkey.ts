import type { PublicKeyCredentialRequestOptionsJSON } from "@simplewebauthn/server"
import type { Transaction } from "../../../db/connect.ts"
import { deletePass } from "../../../db/passes.ts"
import { lockPasskey, type Passkey, updatePasskey } from "../../../db/passkeys.ts"
import { done, type Result, refused } from "../../result.ts"
import type { World } from "../../world.ts"
import { type Limited, limited, notLimited, type Tried } from "../limits.ts"
import { newChallenge, partyOf, readUsedPasskey } from "../passkey.ts"
import { hashOfToken } from "../session.ts"
import { beginSession } from "./begin-session.ts"

const wrong = refused("forbidden", "That passkey does not open an account here.")

/** What somebody's browser needs to look for a passkey of this server; whose, it says itself. */
export const passkeyToUse = async (
	world: World,
	{ from, browserHash }: { from: string; browserHash: string },
): Promise<Result<PublicKeyCredentialRequestOptionsJSON> | Limited> => {
	const wait = limited(world, ["link from", from])
	if (wait) return wait
	const { generateAuthenticationOptions } = await import("@simplewebauthn/server")
	const challenge = await newChallenge(world, { kind: "passkey-in", actorId: null, browserHash })
	const options = { rpID: partyOf(world).id, userVerification: "required" } as const
	return done(
		await generateAuthenticationOptions({ ...options, challenge: Buffer.from(challenge, "base64url") }),
	)
}

type UsePasskey = { answer: string; from: string; device: string; browserHash: string }

/** Somebody signs in by a passkey: what it signed must answer a challenge of ours, asked for by the same browser, once. */
export const usePasskey = async (
	world: World,
	{ answer, from, device, browserHash }: UsePasskey,
): Promise<Result<string> | Limited> => {
	const tried: Tried = ["sign-in from", from]
	const wait = limited(world, tried)
	if (wait) return wait
	const said = readUsedPasskey(answer)
	if (!said.ok) return said
	return world.db.transaction(async (tx) => {
		const pass = await deletePass(tx, hashOfToken(said.value.challenge), ["passkey-in"], world.ports.now())
		if (!pass || pass.browserHash !== browserHash) return wrong
		const passkey = await lockPasskey(tx, said.value.id)
		if (!passkey || !(await holds(world, tx, passkey, said.value))) return wrong
		const begun = await beginSession(world, tx, { actorId: passkey.actorId, device })
		if (!begun.ok) return wrong
		notLimited(world, tried)
		return begun
	})
}

type Said = Extract<ReturnType<typeof readUsedPasskey>, { ok: true }>["value"]

const holds = async (world: World, tx: Transaction, passkey: Passkey, said: Said): Promise<boolean> => {
	const { verifyAuthenticationResponse } = await import("@simplewebauthn/server")
	const { challenge, ...response } = said
	const { userHandle } = response.response
	if (userHandle && Buffer.from(userHandle, "base64url").toString() !== passkey.actorId) return false
	const party = partyOf(world)
	const verified = await verifyAuthenticationResponse({
		response,
		expectedChallenge: challenge,
		expectedOrigin: party.origin,
		expectedRPID: party.id,
		credential: {
			id: passkey.credentialId,
			publicKey: new Uint8Array(passkey.publicKey),
			counter: passkey.counter,
		},
		requireUserVerification: true,
	}).catch(() => null)
	if (!verified?.verified) return false
	const { newCounter } = verified.authenticationInfo
	await updatePasskey(tx, passkey.id, { counter: newCounter, usedAt: world.ports.now() })
	return true
}
