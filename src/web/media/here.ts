import { AsyncLocalStorage } from "node:async_hooks"
import { createHmac, timingSafeEqual } from "node:crypto"
import type { MiddlewareHandler } from "hono"
import type { Actor } from "../../people/actor.ts"
import type { World } from "../../world.ts"

/** A picture of another server, by what holds its address: an actor's icon or wide picture, or the nth attachment of a post. */
export type Elsewhere = { of: "icon" | "image"; id: string } | { of: "post"; id: string; nth: number }

const keys = new AsyncLocalStorage<Buffer>()
const shape = /^(icon|image|post)\.([0-9a-f-]{36})\.(\d{1,2})\.([A-Za-z0-9_-]{22})$/

const keyOf = ({ secretKey }: World): Buffer =>
	createHmac("sha256", secretKey).update("pictures of other servers").digest()

/** Lets pages name pictures of other servers, for every page behind it. */
export const namesPictures =
	(world: World): MiddlewareHandler =>
	(_, next) =>
		world.media ? keys.run(keyOf(world), next) : next()

/** 128 bits that only this server can make of a picture and the address it has now. */
const sign = (key: Buffer, what: string, url: string): string =>
	createHmac("sha256", key).update(`${what}\n${url}`).digest("base64url").slice(0, 22)

const wordsOf = (picture: Elsewhere): string =>
	`${picture.of}.${picture.id}.${picture.of === "post" ? picture.nth : 0}`

/** Where a page has a picture of another server from: this one. Undefined outside a request. */
export const addressHere = (picture: Elsewhere, url: string): string | undefined => {
	const key = keys.getStore()
	const what = wordsOf(picture)
	return key && `/media/remote/${what}.${sign(key, what, url)}`
}

/** The picture that a name is of; null for what is no such name. Whether a page ever said it, `isNamedHere` tells. */
export const pictureNamed = (name: string): Elsewhere | null => {
	const [, of, id, nth] = shape.exec(name) ?? []
	if (!of || !id) return null
	return of === "post" ? { of, id, nth: Number(nth) } : { of: of as "icon" | "image", id }
}

/** Whether a page of ours named this picture at this address. */
export const isNamedHere = (world: World, name: string, url: string): boolean => {
	const [, of, id, nth, signature] = shape.exec(name) ?? []
	if (!signature) return false
	const expected = sign(keyOf(world), `${of}.${id}.${nth}`, url)
	return timingSafeEqual(Buffer.from(signature), Buffer.from(expected))
}

/** Where a page has somebody's or a group's picture from, wherever they live; undefined when they have none. */
export const portraitOf = (
	actor: Pick<Actor, "id" | "local" | "icon" | "image">,
	of: "icon" | "image" = "icon",
): string | undefined => {
	const at = actor[of]
	if (!at) return undefined
	return actor.local ? `/media/${at}` : addressHere({ of, id: actor.id }, at)
}
