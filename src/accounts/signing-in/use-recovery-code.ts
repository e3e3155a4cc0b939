import { deleteRecoveryCode } from "../../../db/passes.ts"
import { findLogin } from "../../../db/sessions.ts"
import { done, type Result, refused } from "../../result.ts"
import type { World } from "../../world.ts"
import { type Limited, limited, notLimited, signInTried } from "../limits.ts"
import { hashOfCode } from "../settings/make-recovery-codes.ts"
import { nameTyped } from "../sign-in.ts"
import { beginSession } from "./begin-session.ts"

const wrong = refused("forbidden", "That name and that code do not belong together.")
const nobody = "00000000-0000-7000-8000-000000000000"

/** Somebody signs in by one of the codes they once wrote down; it is used up. Codes are counted with passwords. */
export const useRecoveryCode = async (
	world: World,
	{ name, code, from, device }: { name: string; code: string; from: string; device: string },
): Promise<Result<string> | Limited> => {
	const named = nameTyped(name, world.origin.host)
	const tried = signInTried(from, named.handle)
	const wait = limited(world, ...tried)
	if (wait) return wait
	const login = await findLogin(world.db, named)
	return world.db.transaction(async (tx) => {
		const actorId = login?.actorId ?? nobody
		if (!(await deleteRecoveryCode(tx, actorId, hashOfCode(actorId, code)))) return wrong
		const begun = await beginSession(world, tx, { actorId, device })
		if (!begun.ok) return wrong
		notLimited(world, ...tried)
		return done(begun.value)
	})
}
