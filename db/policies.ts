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

export type PolicyVersion = {
	version: number
	rules: Rules
	at: Date
	reason: string
	by: { handle: string; host: string; name: string } | null
}

/** The versions of a group's rules, the newest first, beginning before one of them. */
export const listPolicies = async (
	db: Database,
	groupId: string,
	{ before, limit }: { before: number | null; limit: number },
): Promise<PolicyVersion[]> => {
	const rows = await db
		.select({ policy: policies, handle: actors.handle, host: actors.host, name: actors.name })
		.from(policies)
		.leftJoin(actors, eq(actors.id, policies.actorId))
		.where(and(scopeOf(groupId), before === null ? undefined : sql`${policies.version} < ${before}`))
		.orderBy(desc(policies.version))
		.limit(limit)
	return rows.map(({ policy, handle, host, name }) => ({
		version: policy.version,
		rules: rulesIn(policy.rules),
		at: policy.createdAt,
		reason: policy.reason,
		by: handle === null ? null : { handle, host: host!, name: name! },
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
