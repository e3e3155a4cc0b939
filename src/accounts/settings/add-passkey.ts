import type { PublicKeyCredentialCreationOptionsJSON } from "@simplewebauthn/server"
import { record } from "../../../db/events.ts"
import { deletePass } from "../../../db/passes.ts"
import { insertPasskey, listPasskeys } from "../../../db/passkeys.ts"
import { findServer } from "../../../db/server.ts"
import { limits } from "../../limits.ts"
import { type Actor, handleOf } from "../../people/actor.ts"
import { done, type Result, refused } from "../../result.ts"
import type { World } from "../../world.ts"
import { newChallenge, partyOf, readNewPasskey } from "../passkey.ts"
import { hashOfToken } from "../session.ts"

const failed = refused("forbidden", "That passkey could not be added. Please try again.")

/** What somebody's browser needs to make a passkey for this server. */
export const passkeyToMake = async (
	world: World,
	{ actor, browserHash }: { actor: Actor; browserHash: string },
): Promise<PublicKeyCredentialCreationOptionsJSON> => {
	const { generateRegistrationOptions } = await import("@simplewebauthn/server")
	const challenge = await newChallenge(world, { kind: "passkey-new", actorId: actor.id, browserHash })
	const known = await listPasskeys(world.db, actor.id)
	return generateRegistrationOptions({
		rpName: (await findServer(world.db))?.name ?? "Snug",
		rpID: partyOf(world).id,
		userName: handleOf(actor).slice(1),
		userDisplayName: actor.name,
		userID: new TextEncoder().encode(actor.id),
		challenge: Buffer.from(challenge, "base64url"),
		attestationType: "none",
		excludeCredentials: known.map(({ credentialId }) => ({ id: credentialId })),
		authenticatorSelection: { residentKey: "required", userVerification: "required" },
	})
}

export type AddPasskey = { actor: Actor; answer: string; name: string; browserHash: string }

/** Somebody's browser has made a passkey: it opens their account from now on. */
export const addPasskey = async (
	world: World,
	{ actor, answer, name, browserHash }: AddPasskey,
): Promise<Result> => {
	const said = readNewPasskey(answer)
	if (!said.ok) return said
	const { verifyRegistrationResponse } = await import("@simplewebauthn/server")
	const { challenge, ...response } = said.value
	const party = partyOf(world)
	return world.db.transaction(async (tx) => {
		const pass = await deletePass(tx, hashOfToken(challenge), ["passkey-new"], world.ports.now())
		if (!pass || pass.actorId !== actor.id || pass.browserHash !== browserHash) return failed
		const verified = await verifyRegistrationResponse({
			response,
			expectedChallenge: challenge,
			expectedOrigin: party.origin,
			expectedRPID: party.id,
			requireUserVerification: true,
		}).catch(() => null)
		if (!verified?.verified) return failed
		if ((await listPasskeys(tx, actor.id)).length >= limits.passkeys)
			return refused("forbidden", "You have many passkeys already. Remove one you do not use any more.")
		const { id, publicKey, counter, transports = [] } = verified.registrationInfo.credential
		const passkey = {
			id: world.ports.newId(),
			actorId: actor.id,
			credentialId: id,
			publicKey,
			counter,
			transports,
		}
		const kept = { ...passkey, name: name.trim().slice(0, 60) || "Passkey", createdAt: world.ports.now() }
		if (!(await insertPasskey(tx, kept))) return failed
		const facts = { changed: ["passkey-added"] }
		await record(tx, world.ports, { type: "account-changed", actorId: actor.id, facts })
		return done(undefined)
	})
}
