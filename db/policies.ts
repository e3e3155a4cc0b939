import { and, desc, eq, isNull, type SQL, sql } from "drizzle-orm"
import { type Bounds, noBounds, noRules, type Rules } from "../src/moderation/policy/rules.ts"
import type { Database, Transaction } from "./connect.ts"
import { actors, policies, trusts } from "./schema/index.ts"
import { oneOf, together } from "./together.ts"

type Reader = Database | Transaction
type Scope = string | null

export type Policies = {
	/** The version of the group's rules; 0 while nobody has written any. */
	version: number
	rules: Rules
	bounds: Bounds
}

/** The rules in force in a group, and what the server demands of all groups. */
export const findPolicies: (db: Reader, groupId: string) => Promise<Policies> = together(
	async (db: Reader, groupIds: string[]) => {
		const rows = await db
			.selectDistinctOn([policies.groupId], {
				groupId: policies.groupId,
				version: policies.version,
				rules: policies.rules,
			})
			.from(policies)
			.where(sql`(${policies.groupId} is null or ${oneOf(policies.groupId, [...new Set(groupIds)], "uuid")})`)
			.orderBy(policies.groupId, desc(policies.version))
		const bounds = boundsIn(rows.find(({ groupId }) => groupId === null)?.rules)
		return groupIds.map((id) => {
			const own = rows.find(({ groupId }) => groupId === id)
			return { version: own?.version ?? 0, rules: rulesIn(own?.rules), bounds }
		})
	},
)

/** What was kept before a rule was thought of says nothing about it. */
const rulesIn = (kept: object | undefined): Rules => ({ ...noRules, ...kept })
const boundsIn = (kept: object | undefined): Bounds => ({ ...noBounds, ...kept })

/** What the server demands of every group, and the number of its newest version; 0 while nobody has demanded anything. */
export const findBounds = async (db: Reader): Promise<{ version: number; bounds: Bounds }> => {
	const [newest] = await db
		.select({ version: policies.version, rules: policies.rules })
		.from(policies)
		.where(scopeOf(null))
		.orderBy(desc(policies.version))
		.limit(1)
	return { version: newest?.version ?? 0, bounds: boundsIn(newest?.rules) }
}

const scopeOf = (scope: Scope): SQL => (scope ? eq(policies.groupId, scope) : isNull(policies.groupId))

/** The number of the newest version, which nobody else makes a newer one of until the transaction ends. */
export const lockPolicy = async (tx: Transaction, scope: Scope): Promise<number> => {
	await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`policy ${scope}`}, 0))`)
	const [newest] = await tx
		.select({ version: policies.version })
		.from(policies)
		.where(scopeOf(scope))
		.orderBy(desc(policies.version))
		.limit(1)
	return newest?.version ?? 0
}

export const insertPolicy = async (tx: Transaction, row: typeof policies.$inferInsert): Promise<void> => {
	await tx.insert(policies).values(row)
}

type Version<T> = {
	version: number
	rules: T
	at: Date
	reason: string
	/** Null for the operator at the command line. */
	by: { handle: string; host: string; goneAt: Date | null } | null
}

export type PolicyVersion = Version<Rules>
type Place = { before: number | null; limit: number }

/** The versions of a group's rules, the newest first, beginning before one of them. */
export const listPolicies = (db: Database, groupId: string, place: Place): Promise<PolicyVersion[]> =>
	versionsOf(db, groupId, place, rulesIn)

/** The same of what the server demands of all groups. */
export const listBounds = (db: Database, place: Place): Promise<Version<Bounds>[]> =>
	versionsOf(db, null, place, boundsIn)

const versionsOf = async <T>(
	db: Database,
	scope: Scope,
	{ before, limit }: Place,
	read: (kept: object) => T,
): Promise<Version<T>[]> => {
	const rows = await db
		.select({ policy: policies, handle: actors.handle, host: actors.host, goneAt: actors.goneAt })
		.from(policies)
		.leftJoin(actors, eq(actors.id, policies.actorId))
		.where(and(scopeOf(scope), before === null ? undefined : sql`${policies.version} < ${before}`))
		.orderBy(desc(policies.version))
		.limit(limit)
	return rows.map(({ policy, handle, host, goneAt }) => ({
		version: policy.version,
		rules: read(policy.rules),
		at: policy.createdAt,
		reason: policy.reason,
		by: handle === null ? null : { handle, host: host!, goneAt },
	}))
}

/** From now on nothing holds somebody up as a newcomer. */
export const insertTrust = async (
	tx: Transaction,
	row: { groupId: string; actorId: string; createdAt: Date },
): Promise<void> => {
	await tx.insert(trusts).values(row).onConflictDoNothing()
}

/** They are met as anybody is. */
export const deleteTrust = async (tx: Transaction, groupId: string, actorId: string): Promise<void> => {
	await tx.delete(trusts).where(and(eq(trusts.groupId, groupId), eq(trusts.actorId, actorId)))
}
