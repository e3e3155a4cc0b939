import { and, asc, eq, isNull } from "drizzle-orm"
import { limits } from "../../src/limits.ts"
import type { Database, Transaction } from "../connect.ts"
import { actors, domainPolicies, personPolicies } from "../schema/index.ts"

type Reader = Database | Transaction
type Scope = string | null
export type DomainPolicy = typeof domainPolicies.$inferSelect
export type PersonPolicy = typeof personPolicies.$inferSelect

const inScope = (groupId: Scope) =>
	groupId ? eq(domainPolicies.groupId, groupId) : isNull(domainPolicies.groupId)

export const upsertDomainPolicy = async (
	tx: Transaction,
	row: typeof domainPolicies.$inferInsert,
): Promise<void> => {
	const { id: _, groupId: __, domain: ___, ...decided } = row
	await tx
		.insert(domainPolicies)
		.values(row)
		.onConflictDoUpdate({ target: [domainPolicies.groupId, domainPolicies.domain], set: decided })
}

/** What is decided about exactly this domain, for the server or one group. */
export const findDomainPolicy = async (
	db: Reader,
	groupId: Scope,
	domain: string,
): Promise<DomainPolicy | null> =>
	(
		await db
			.select()
			.from(domainPolicies)
			.where(and(inScope(groupId), eq(domainPolicies.domain, domain)))
			.limit(1)
	)[0] ?? null

export const deleteDomainPolicy = async (tx: Transaction, groupId: Scope, domain: string): Promise<void> => {
	await tx.delete(domainPolicies).where(and(inScope(groupId), eq(domainPolicies.domain, domain)))
}

/** What was decided about domains, for the server or one group, by name. */
export const listDomainPolicies = async (db: Reader, groupId: Scope): Promise<DomainPolicy[]> =>
	await db
		.select()
		.from(domainPolicies)
		.where(inScope(groupId))
		.orderBy(asc(domainPolicies.domain))
		.limit(limits.domainRules)

export const upsertPersonPolicy = async (
	tx: Transaction,
	row: typeof personPolicies.$inferInsert,
): Promise<void> => {
	const { actorId: _, ...decided } = row
	await tx
		.insert(personPolicies)
		.values(row)
		.onConflictDoUpdate({ target: personPolicies.actorId, set: decided })
}

export const findPersonPolicy = async (db: Reader, actorId: string): Promise<PersonPolicy | null> =>
	(await db.select().from(personPolicies).where(eq(personPolicies.actorId, actorId)))[0] ?? null

export const deletePersonPolicy = async (tx: Transaction, actorId: string): Promise<void> => {
	await tx.delete(personPolicies).where(eq(personPolicies.actorId, actorId))
}

/** Whom the server treats otherwise, the latest decision first. */
export const listPersonPolicies = async (db: Reader) =>
	await db
		.select({ policy: personPolicies, actor: actors })
		.from(personPolicies)
		.innerJoin(actors, eq(actors.id, personPolicies.actorId))
		.orderBy(asc(personPolicies.createdAt))
		.limit(limits.listed)
