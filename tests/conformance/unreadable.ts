import { actorDocument } from "./cast.ts"
import type { Fixture } from "./fixtures.ts"
import { verdict } from "./posted.ts"
import type { Bench, Got } from "./run.ts"
import { changesBetween, readState, settle } from "./state.ts"

/** Puts what is no JSON object to the server word for word: it must be turned away, and nothing may come of it. */
export const putAsItIs = async (bench: Bench, { role, text }: Fixture, nth: number): Promise<Got> => {
	const { house, remote, lookUp, world } = bench
	const { db } = house.connection
	const origin = `http://${bench.hostOf(nth, "nameless.example")}`
	if (role === "document") {
		remote.serveText(`${origin}/document`, text)
		const answer = await lookUp.document(`${origin}/document`)
		return { got: answer.state === "found" ? "parse" : "ignore", why: answer.state }
	}
	const sender = `${origin}/conformance/sender`
	remote.serve(sender, actorDocument(remote, sender, "Person"))
	const before = await readState(db)
	house.saidSince()
	const status = await remote.deliver(`${world.origin.origin}/inbox`, text, sender)
	await settle(db)
	const changes = changesBetween(before, await readState(db))
	return { got: verdict(status, changes, house.saidSince()), why: `HTTP ${status}; it is no JSON object` }
}
