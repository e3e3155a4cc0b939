import { updateAccount } from "../../../db/accounts.ts"
import type { Transaction } from "../../../db/connect.ts"
import { record } from "../../../db/events.ts"
import { done, type Result, refused } from "../../result.ts"
import type { World } from "../../world.ts"

/** In which language and time zone (IANA) somebody reads; null: as their browser says. */
export const changeReading = async (
	world: World,
	tx: Transaction,
	{ actorId, language, timeZone }: { actorId: string; language: string | null; timeZone: string | null },
): Promise<Result> => {
	if (language !== null && !/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})?$/.test(language))
		return refused("invalid", "That is no language we know.")
	if (timeZone !== null && !isZone(timeZone)) return refused("invalid", "That is no time zone we know.")
	await updateAccount(tx, actorId, { language, timeZone })
	const facts = { changed: ["language", "time-zone"] }
	await record(tx, world.ports, { type: "account-changed", actorId, facts })
	return done(undefined)
}

const isZone = (timeZone: string): boolean =>
	Intl.supportedValuesOf("timeZone").includes(timeZone) || timeZone === "UTC"
