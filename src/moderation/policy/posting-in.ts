import type { Database, Transaction } from "../../../db/connect.ts"
import { findPolicies } from "../../../db/policies.ts"
import type { Group, Posting } from "../../groups/group.ts"
import { bound } from "./bound.ts"

/** Who may begin a conversation in a group, as it holds: what the server demands of all groups is in it. */
export const postingIn = async (
	db: Database | Transaction,
	{ id, local, posting }: Pick<Group, "id" | "local" | "posting">,
): Promise<Posting> => {
	// Only the widest door can be narrower than the group says.
	if (!local || posting !== "anyone") return posting
	const { rules, bounds } = await findPolicies(db, id)
	return bound({ posting, rules }, bounds).posting
}
