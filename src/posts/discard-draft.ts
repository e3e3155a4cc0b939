import type { Transaction } from "../../db/connect.ts"
import { deleteDraft } from "../../db/drafts.ts"
import type { Actor } from "../people/actor.ts"
import { done, type Result } from "../result.ts"
import type { World } from "../world.ts"

/** Somebody throws a draft of theirs away; one that is not there is gone already. Nobody knew of it, so no event says it. */
export const discardDraft = async (
	_world: World,
	tx: Transaction,
	{ person, id }: { person: Actor; id: string },
): Promise<Result> => {
	await deleteDraft(tx, person.id, id)
	return done(undefined)
}
