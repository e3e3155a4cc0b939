import { and, eq, inArray, sql } from "drizzle-orm"
import type { Actor } from "../src/people/actor.ts"
import type { NewKey } from "../src/people/keys.ts"
import type { Database, Transaction } from "./connect.ts"
import { accounts, actorKeys, actors, remoteKeys } from "./schema/index.ts"
import { excluded, oneOf, rowFor, rowsInto, together } from "./together.ts"

type Reader = Database | Transaction
export type NewActor = typeof actors.$inferInsert

export const findActor: (db: Reader, id: string) => Promise<Actor | null> = together(
	async (db: Reader, ids: string[]) =>
		rowFor(
			ids,
			await db
				.select()
				.from(actors)
				.where(oneOf(actors.id, ids, "uuid")),
			({ id }) => id,
		),
)

export const findActors = async (db: Reader, ids: string[]): Promise<Actor[]> =>
	ids.length === 0 ? [] : await db.select().from(actors).where(inArray(actors.id, ids))

/** An actor with what matters of those of other servers: when they were asked last, and their other names. */
export type KeptActor = Actor & { fetchedAt: Date | null; movedTo: string | null; alsoKnownAs: string[] }

export const findActorByUri: (db: Reader, uri: string) => Promise<KeptActor | null> = together(
	async (db: Reader, uris: string[]) =>
		rowFor(
			uris,
			await db
				.select()
				.from(actors)
				.where(oneOf(actors.uri, uris, "text")),
			({ uri }) => uri,
		),
)

/** A local group, person or the server itself by its handle, which is one namespace. */
export const findLocalActor = async (db: Reader, handle: string): Promise<Actor | null> =>
	(
		await db
			.select()
			.from(actors)
			.where(and(eq(actors.handle, handle.toLowerCase()), eq(actors.local, true)))
	)[0] ?? null

/** A remote actor by name and host; of two that claim the same handle, the one we have known longer. */
export const findActorByHandle = async (db: Reader, handle: string, host: string): Promise<Actor | null> =>
	(
		await db
			.select()
			.from(actors)
			.where(and(eq(actors.host, host.toLowerCase()), eq(sql`lower(${actors.handle})`, handle.toLowerCase())))
			.orderBy(actors.createdAt)
			.limit(1)
	)[0] ?? null

export const insertLocalActor = async (tx: Transaction, actor: NewActor, keys: NewKey[]): Promise<void> => {
	await tx.insert(actors).values(actor)
	await tx.insert(actorKeys).values(keys.map((key) => ({ actorId: actor.id, ...key })))
}

export const updateActor = async (tx: Transaction, id: string, change: Partial<NewActor>): Promise<void> => {
	await tx.update(actors).set(change).where(eq(actors.id, id))
}

export type RemoteKey = { keyId: string; publicKeyPem: string }

type Remote = { actor: NewActor & { fetchedAt: Date }; keys: RemoteKey[] }

/** Keeps what a remote actor's own document says of it, and exactly the keys it lists now. Not twice at once of one actor. */
export const upsertRemoteActor = async (
	tx: Transaction,
	actor: Remote["actor"],
	keys: RemoteKey[],
): Promise<KeptActor> => {
	const kept = await keepRemote(tx, { actor, keys })
	if (!kept || kept.local) throw new Error(`${actor.uri} is an actor of this server`)
	return kept
}

const keepRemote: (tx: Transaction, remote: Remote) => Promise<KeptActor | null> = together(
	async (tx: Transaction, given: Remote[]) => {
		// In one order, so that two transactions that meet the same people do not wait for each other.
		const rows = given
			.map(({ actor }) => ({ ...actor, goneAt: null }))
			.sort((one, other) => (one.uri < other.uri ? -1 : 1))
		const { id: _, createdAt: __, uri: ___, ...news } = rows[0]!
		await tx.execute(sql`insert into ${rowsInto(actors, rows)}
			on conflict (uri) do update set ${excluded(actors, Object.keys(news))} where not ${actors.local}`)
		const kept = await tx
			.select()
			.from(actors)
			.where(
				oneOf(
					actors.uri,
					rows.map(({ uri }) => uri),
					"text",
				),
			)
		const remote = new Map(kept.flatMap((one) => (one.local ? [] : [[one.uri, one.id]])))
		await replaceKeys(tx, given, remote)
		return rowFor(
			given.map(({ actor }) => actor.uri),
			kept,
			({ uri }) => uri,
		)
	},
)

/** Exactly the keys that actors list; of two who list the same one, the last has it. */
const replaceKeys = async (tx: Transaction, given: Remote[], ids: Map<string, string>): Promise<void> => {
	await tx.delete(remoteKeys).where(oneOf(remoteKeys.actorId, [...ids.values()], "uuid"))
	const listed = given.flatMap(({ actor, keys }) => {
		const actorId = ids.get(actor.uri)
		return actorId ? keys.map((key) => ({ ...key, actorId, fetchedAt: actor.fetchedAt })) : []
	})
	if (listed.length === 0) return
	const rows = [...new Map(listed.map((key) => [key.keyId, key])).values()]
	await tx.execute(sql`insert into ${rowsInto(remoteKeys, rows)}
		on conflict (key_id) do update set ${excluded(remoteKeys, ["actorId", "publicKeyPem", "fetchedAt"])}`)
}

export type KnownKey = {
	keyId: string
	publicKeyPem: string
	fetchedAt: Date
	actorId: string
	actorUri: string
}

export const findRemoteKey: (db: Reader, keyId: string) => Promise<KnownKey | null> = together(
	async (db: Reader, keyIds: string[]) =>
		rowFor(
			keyIds,
			await db
				.select({
					keyId: remoteKeys.keyId,
					publicKeyPem: remoteKeys.publicKeyPem,
					fetchedAt: remoteKeys.fetchedAt,
					actorId: actors.id,
					actorUri: actors.uri,
				})
				.from(remoteKeys)
				.innerJoin(actors, eq(actors.id, remoteKeys.actorId))
				.where(oneOf(remoteKeys.keyId, keyIds, "text")),
			({ keyId }) => keyId,
		),
)

export type LocalKey = { kind: "rsa" | "ed25519"; publicKey: string; sealedPrivateKey: Uint8Array }

export const findLocalKeys = async (db: Reader, actorId: string): Promise<LocalKey[]> =>
	await db.select().from(actorKeys).where(eq(actorKeys.actorId, actorId))

export const insertAccount = async (
	tx: Transaction,
	account: typeof accounts.$inferInsert,
): Promise<void> => {
	await tx.insert(accounts).values(account)
}

/** Whether anyone has a login here yet. */
export const hasAccounts = async (db: Reader): Promise<boolean> =>
	(await db.select({ id: accounts.actorId }).from(accounts).limit(1)).length > 0
