import { findAccount } from "../../db/accounts.ts"
import type { Database, Transaction } from "../../db/connect.ts"

/** Whether somebody runs this server, at this moment. */
export const runsServer = async (db: Database | Transaction, actorId: string): Promise<boolean> => {
	const account = await findAccount(db, actorId)
	return account?.operator === true && account.disabledAt === null
}
