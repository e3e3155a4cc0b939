import { findActor } from "../../../../db/actors.ts"
import { listPersonPolicies } from "../../../../db/borders/rules.ts"
import { limitPerson } from "../../../moderation/borders/limit-person.ts"
import { enact } from "../../../moderation/enact.ts"
import { handleOf } from "../../../people/actor.ts"
import type { Refused } from "../../../result.ts"
import type { Elsewhere } from "../../elsewhere.ts"
import { type Form, formOf, uuid } from "../../forms.ts"
import { quietPage } from "../../page.ts"
import { PersonsPage } from "../../pages/admin/borders/persons.tsx"
import { nobody, whoIs } from "../../settings/others.tsx"
import { frameOf, type Operating, statusFor } from "../operator.ts"

export const showPersons = async (one: Operating, refusal?: Refused, typed: Form = {}) => {
	const persons = (await listPersonPolicies(one.world.db)).map(({ policy, actor }) => ({
		id: actor.id,
		handle: handleOf(actor),
		severity: policy.severity,
		reason: policy.reason,
	}))
	const frame = await frameOf(one, refusal)
	return quietPage(one.c, <PersonsPage {...frame} persons={persons} typed={typed} />, statusFor(refusal))
}

/** By name where something is decided, by id where it is lifted. */
export const takePerson = (elsewhere: Elsewhere) => async (one: Operating) => {
	const { c, world, actor } = one
	const form = await formOf(c)
	const { id = "", who = "", severity, reason = "" } = form
	const person = uuid.test(id) ? await findActor(world.db, id) : await whoIs(one, elsewhere, who)
	if (!person) return showPersons(one, nobody, form)
	const decided = severity === "block" || severity === "limit" ? severity : null
	const ruling = { person, severity: decided, by: { actorId: actor.id }, reason } as const
	const done = await enact(world, (tx) => limitPerson(world, tx, ruling))
	return done.ok ? c.redirect("/admin/servers/people?kept=1", 303) : showPersons(one, done, form)
}
