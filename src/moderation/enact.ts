import type { Transaction } from "../../db/connect.ts"
import type { Result } from "../result.ts"
import type { World } from "../world.ts"

/** Takes one decision in a transaction of its own; what follows from it is told to other servers at once. */
export const enact = async <T>(
	world: World,
	decision: (tx: Transaction) => Promise<Result<T>>,
): Promise<Result<T>> => {
	const result = await world.db.transaction(decision)
	world.wake()
	return result
}
