import { findLocalActor } from "../../db/actors.ts"
import { updateGroupRules } from "../../db/groups.ts"
import { notify } from "../../db/notify.ts"
import { createLookUp, type LookUp } from "../../federation/plumbing/look-up.ts"
import { createNetwork } from "../../federation/plumbing/network.ts"
import { signingKeys } from "../../federation/plumbing/signing-keys.ts"
import { signUp } from "../../src/accounts/sign-up.ts"
import { createGroup } from "../../src/groups/create-group.ts"
import type { Group } from "../../src/groups/group.ts"
import type { Actor } from "../../src/people/actor.ts"
import { realPorts } from "../../src/real-ports.ts"
import type { Result } from "../../src/result.ts"
import type { World } from "../../src/world.ts"
import { readDocument } from "./document.ts"
import type { Contexts, Fixture } from "./fixtures.ts"
import { type House, openHouse } from "./house.ts"
import { postActivity } from "./posted.ts"
import { Remote } from "./remote.ts"
import { settle } from "./state.ts"
import { putAsItIs } from "./unreadable.ts"

/** What the server did, in the words of the index, and why as far as it says. */
export type Got = { got: string; why: string }

/** One server and its surroundings, for any number of fixtures, each with a group and host names of its own. */
export type Bench = {
	house: House
	world: World
	lookUp: LookUp
	remote: Remote
	person: Actor
	group(name: string): Promise<Group>
	/** The name on this machine of a host that the nth fixture speaks of. */
	hostOf(nth: number, host: string): string
	close(): Promise<void>
}

/** Starts everything a run needs. */
export const openBench = async (contexts: Contexts | null): Promise<Bench> => {
	const house = await openHouse()
	const network = createNetwork({ allowPrivateAddress: true, userAgent: "Snug conformance" })
	const { db } = house.connection
	const wake = () => void notify(db, "snug_events")
	const origin = new URL(house.origin)
	const world: World = { db, ports: realPorts(network.fetch), origin, secretKey: house.secretKey, wake }
	const serverActor = await findLocalActor(db, "server")
	const signingKey = signingKeys(world)
	const remote = await new Remote(contexts).start()
	const person = orThrow(
		await signUp(world, { name: "ana", password: "a pot of tea and a good book", email: null }),
	)
	await settle(db)
	return {
		house,
		world,
		lookUp: createLookUp(world, () => signingKey(serverActor!.id)),
		remote,
		person,
		group: (name) => openGroup(world, name, person.id),
		hostOf: (nth, host) =>
			`${host
				.toLowerCase()
				.replace(/[^a-z0-9]+/g, "-")
				.slice(0, 60)}.f${nth}.localhost:${remote.port}`,
		async close() {
			await remote.stop()
			await network.close()
			await house.close()
		},
	}
}

const openGroup = async (world: World, handle: string, ownerId: string): Promise<Group> => {
	const group = orThrow(await createGroup(world, { handle, name: handle, ownerId }))
	await world.db.transaction((tx) => updateGroupRules(tx, group.id, { posting: "anyone" }))
	return { ...group, posting: "anyone" }
}

const orThrow = <T>(result: Result<T>): T => {
	if (!result.ok) throw new Error(result.reason)
	return result.value
}

/** Puts one fixture to the server. */
export const runFixture = (bench: Bench, fixture: Fixture, nth: number, raw: boolean): Promise<Got> => {
	const { json } = fixture
	if (!json) return putAsItIs(bench, fixture, nth)
	return fixture.role === "document"
		? readDocument(bench, { ...fixture, json }, nth, raw)
		: postActivity(bench, { ...fixture, json }, nth, raw)
}

/** Whether what was seen is what was expected: turning away without a change may be said at the door or behind it. */
export const isAsExpected = ({ expect }: Fixture, { got }: Got): boolean =>
	got === expect || (expect === "reject" && got === "ignore")
