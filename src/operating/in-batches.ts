import type { Transaction } from "../../db/connect.ts"
import type { World } from "../world.ts"

/** Rows of one kind in one transaction, so that a million of them hold nobody up. */
export const batch = 1000

/** Does a thing in transactions of their own until one of them finds less than a batch; answers the sum. */
export const inBatches = async (
	world: World,
	work: (tx: Transaction) => Promise<number>,
): Promise<number> => {
	for (let sum = 0; ; ) {
		const done = await world.db.transaction(work)
		sum += done
		if (done < batch) return sum
	}
}
