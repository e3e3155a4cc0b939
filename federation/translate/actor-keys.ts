import { createPublicKey } from "node:crypto"
import { decodeMultibase } from "@fedify/vocab-runtime"
import { limits } from "../../src/limits.ts"
import { readPublicKey } from "../../src/people/keys.ts"
import type { Introduction } from "../../src/people/meet.ts"
import { idOf, isObject, listOf, sameOrigin, textOf } from "./reading.ts"
import type { Json } from "./wire.ts"

/** All that an actor or a key's own document lists: by the old way, and as FEP-521a has it. */
const entries = (document: Json): unknown[] =>
	["publicKey", "assertionMethod", "authentication"]
		.flatMap((property) => listOf(document[property]).slice(0, limits.keysOfActor))
		.slice(0, limits.keysOfActor)

const listed = (document: Json, uri: string) =>
	entries(document).flatMap((key) => {
		const keyId = idOf(key)
		return keyId && sameOrigin(keyId, uri) ? [{ key, keyId }] : []
	})

/** Whether a key lives at its owner's address or below it; elsewhere it could be a neighbour's whom this actor imitates. */
const isAtHome = (keyId: string, uri: string): boolean => {
	const address = keyId.replace(/#.*$/, "")
	const below =
		new URL(uri).pathname !== "/" && [`${uri}/`, `${uri}?`].some((start) => address.startsWith(start))
	return address === uri || below
}

const ownerOf = (key: Json): string | null => idOf(key.owner ?? key.controller)

/** The keys in an actor's own document that live with it and name it as their owner; of two with one id, the first. */
export const keysOf = (document: Json, uri: string): Introduction["keys"] => {
	const keys = new Map<string, string>()
	for (const { key, keyId } of listed(document, uri)) {
		const pem = isObject(key) && ownerOf(key) === uri && isAtHome(keyId, uri) ? pemOf(key) : null
		if (pem && !keys.has(keyId)) keys.set(keyId, pem)
	}
	return [...keys].map(([keyId, publicKeyPem]) => ({ keyId, publicKeyPem }))
}

/** Keys that an actor only names, or that live elsewhere; each is fetched, and must name the actor as its owner. */
export const keyAddresses = (document: Json, uri: string): string[] => {
	const here = new Set(keysOf(document, uri).map(({ keyId }) => keyId))
	const elsewhere = listed(document, uri).filter(
		({ key, keyId }) => (typeof key === "string" || !isAtHome(keyId, uri)) && !here.has(keyId),
	)
	return [...new Set(elsewhere.map(({ keyId }) => keyId))]
}

/** A key's own document (activitypub-bot; GoToSocial, whose key document is the actor without an inbox): whose it is, and the key. */
export const readKeyDocument = (
	document: Json,
	keyId: string,
): { owner: string | null; pem: string | null } => {
	const whole = isObject(document.publicKey) ? document.publicKey : document
	const key = [...entries(document), document].find((one) => isObject(one) && idOf(one) === keyId)
	return {
		owner: ownerOf(isObject(key) ? key : whole),
		pem: isObject(key) ? pemOf(key) : null,
	}
}

/** The key in PEM, however it is written; null when it is none that we verify with. */
const pemOf = (key: Json): string | null => {
	const pem = textOf(key.publicKeyPem) ?? readMultibase(textOf(key.publicKeyMultibase) ?? "")
	return pem && readPublicKey(pem) ? pem : null
}

/** A Multikey's value: base58 of the kind of key and the key, RSA as PKCS#1 (multicodec). Null for any other kind. */
const readMultibase = (value: string): string | null => {
	// As long as RSA of 8192 bits; longer base58 would take long to read.
	if (!/^z[1-9A-HJ-NP-Za-km-z]{40,1450}$/.test(value)) return null
	try {
		const bytes = Buffer.from(decodeMultibase(value))
		const [kind, key] = [bytes.readUInt16BE(0), bytes.subarray(2)]
		if (kind === 0xed01 && key.length === 32)
			return spki({ key: { kty: "OKP", crv: "Ed25519", x: key.toString("base64url") }, format: "jwk" })
		return kind === 0x8524 ? spki({ key, format: "der", type: "pkcs1" }) : null
	} catch {
		return null
	}
}

const spki = (key: Parameters<typeof createPublicKey>[0]): string =>
	createPublicKey(key).export({ type: "spki", format: "pem" }).toString()
