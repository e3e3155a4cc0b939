import { createPublicKey } from "node:crypto"
import {
	CryptographicKey,
	Endpoints,
	Group,
	Image,
	type CryptographicKey as Key,
	Multikey,
	Person,
	PropertyValue,
	Service,
	Source,
	Tombstone,
} from "@fedify/vocab"
import { findAccount } from "../db/accounts.ts"
import { findLocalKeys, type LocalKey } from "../db/actors.ts"
import { findGroup } from "../db/groups.ts"
import { fileOrigin } from "../src/media/enclose.ts"
import { type Actor, handleOf } from "../src/people/actor.ts"
import { linkIn } from "../src/people/profile.ts"
import type { World } from "../src/world.ts"
import { escapeHtml } from "./translate/escape.ts"
import { actorContext, type Json } from "./translate/wire.ts"

type ActorObject = Group | Person | Service | Tombstone

/** A local actor in Fedify's vocabulary; a Tombstone for one that is gone. */
export const actorObject = async (world: World, actor: Actor): Promise<ActorObject> => {
	const id = new URL(actor.uri)
	if (actor.goneAt) return new Tombstone({ id, deleted: Temporal.Instant.from(actor.goneAt.toISOString()) })
	const values = { ...(await sharedValues(world, actor)), ...picturesOf(world, actor) }
	if (actor.kind === "person")
		return new Person({ ...values, discoverable: false, attachments: await linesOf(world, actor) })
	if (actor.kind === "server") return new Service({ ...values, discoverable: false })
	const group = await findGroup(world.db, actor.id)
	return new Group({
		...values,
		source: new Source({ content: group?.about ?? "", mediaType: "text/markdown" }),
		...(group?.visibility !== "private" && { featured: new URL(`${actor.uri}/featured`) }),
		attribution: new URL(`${actor.uri}/moderators`),
		discoverable: group?.visibility === "public",
		attachments: [new PropertyValue({ name: "How to post", value: `<p>Mention ${handleOf(actor)}</p>` })],
		// Lemmy takes a public group that says true for a private one, and then refuses every public post in it.
		manuallyApprovesFollowers: group?.visibility === "private",
	})
}

/** Pictures are WebP, however they were brought. */
const picturesOf = (world: World, { icon, image }: Actor) => {
	const picture = (name: string) =>
		new Image({ url: new URL(`/media/${name}`, fileOrigin(world)), mediaType: "image/webp" })
	return { ...(icon && { icon: picture(icon) }), ...(image && { image: picture(image) }) }
}

/** The lines of a profile, as Mastodon has them: a link says `rel="me"`, so that the page behind it can be verified. */
const linesOf = async ({ db }: World, { id }: Actor): Promise<PropertyValue[]> =>
	((await findAccount(db, id))?.fields ?? []).map(({ name, value }) => {
		const link = linkIn(value)
		const text = escapeHtml(value)
		const html = link
			? `<a href="${escapeHtml(link.href)}" rel="me nofollow noopener noreferrer">${text}</a>`
			: text
		return new PropertyValue({ name, value: html })
	})

const sharedValues = async ({ db }: World, actor: Actor) => {
	const id = new URL(actor.uri)
	const keys = await findLocalKeys(db, actor.id)
	return {
		id,
		preferredUsername: actor.handle,
		name: actor.name,
		summary: actor.summary,
		url: new URL(actor.url),
		inbox: new URL(actor.inbox),
		outbox: new URL(`${actor.uri}/outbox`),
		...(actor.followers && { followers: new URL(actor.followers) }),
		published: Temporal.Instant.from(wholeSecond(actor.createdAt)),
		updated: Temporal.Instant.from(wholeSecond(actor.updatedAt)),
		manuallyApprovesFollowers: false,
		indexable: false,
		...(actor.sharedInbox && { endpoints: new Endpoints({ sharedInbox: new URL(actor.sharedInbox) }) }),
		...publishedKeys(id, keys),
	}
}

/** One RSA key as `publicKey`, the Ed25519 one aside as a Multikey: NodeBB, Lemmy and others read a single object. */
const publishedKeys = (owner: URL, keys: LocalKey[]): { publicKey?: Key; assertionMethods?: Multikey[] } => {
	const rsa = keys.find((key) => key.kind === "rsa")
	const ed25519 = keys.find((key) => key.kind === "ed25519")
	return {
		...(rsa && {
			publicKey: new CryptographicKey({
				id: new URL("#main-key", owner),
				owner,
				publicKey: cryptoKey(rsa.publicKey, { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" }),
			}),
		}),
		...(ed25519 && {
			assertionMethods: [
				new Multikey({
					id: new URL("#ed25519-key", owner),
					controller: owner,
					publicKey: cryptoKey(ed25519.publicKey, { name: "Ed25519" }),
				}),
			],
		}),
	}
}

const cryptoKey = (pem: string, algorithm: { name: string; hash?: string }): CryptoKey =>
	createPublicKey(pem).toCryptoKey(algorithm as { name: "Ed25519" }, true, ["verify"])

const wholeSecond = (date: Date): string => `${date.toISOString().slice(0, 19)}Z`

/**
 * An actor document as every peer reads it: the terms Fedify's vocabulary does not have, and lists
 * where lists are expected.
 */
export const dress = (json: Json, actor: Actor, postingRestrictedToMods: boolean): Json => {
	const { "@context": _, attachment, assertionMethod, ...rest } = json
	return {
		"@context": actorContext,
		...rest,
		webfinger: handleOf(actor).slice(1),
		sensitive: false,
		attachment: listed(attachment),
		assertionMethod: listed(assertionMethod),
		...(actor.alsoKnownAs.length > 0 && { alsoKnownAs: actor.alsoKnownAs }),
		...(actor.movedTo && { movedTo: actor.movedTo }),
		...(actor.kind === "group" && { moderators: `${actor.uri}/moderators`, postingRestrictedToMods }),
	}
}

const listed = (value: unknown): unknown[] =>
	Array.isArray(value) ? value : value === undefined ? [] : [value]
