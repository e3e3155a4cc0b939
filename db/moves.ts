import { and, eq, gt, isNull, or } from "drizzle-orm"
import type { Transaction } from "./connect.ts"
import { admissions, bans } from "./schema/index.ts"

/** Remembers that somebody is a member as soon as they follow, because they were one under another name. */
export const insertAdmission = async (
	tx: Transaction,
	admission: Pick<typeof admissions.$inferInsert, "groupId" | "actorId" | "formerId">,
): Promise<void> => {
	await tx.insert(admissions).values(admission).onConflictDoNothing()
}

/** Whether somebody was to be taken back as a member; it is used up by asking. */
export const takeAdmission = async (tx: Transaction, groupId: string, actorId: string): Promise<boolean> =>
	(
		await tx
			.delete(admissions)
			.where(and(eq(admissions.groupId, groupId), eq(admissions.actorId, actorId)))
			.returning({ groupId: admissions.groupId })
	).length > 0

/** The bans of somebody that hold at a moment, in whatever group. */
export const bansOf = async (
	tx: Transaction,
	actorId: string,
	now: Date,
): Promise<{ groupId: string; until: Date | null; reason: string }[]> =>
	await tx
		.select({ groupId: bans.groupId, until: bans.until, reason: bans.reason })
		.from(bans)
		.where(and(eq(bans.actorId, actorId), or(isNull(bans.until), gt(bans.until, now))))
