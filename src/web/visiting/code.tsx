import { getLogger } from "@logtape/logtape"
import type { Context } from "hono"
import { askForCode } from "../../accounts/visiting/ask-for-code.ts"
import { sendVisitCode } from "../../accounts/visiting/send-visit-code.ts"
import { useVisitCode } from "../../accounts/visiting/use-visit-code.ts"
import { readsChats } from "../../people/chats.ts"
import { readAddress } from "../../people/home.ts"
import { refused } from "../../result.ts"
import type { World } from "../../world.ts"
import type { Elsewhere } from "../elsewhere.ts"
import { formOf } from "../forms.ts"
import { deviceIn, fromOf } from "../from.ts"
import { gatherServer } from "../gather.ts"
import { keepHome } from "../joining/home-cookie.ts"
import { statusOf } from "../other-ways.tsx"
import { quietPage } from "../page.ts"
import { VisitCodePage } from "../pages/visiting/code.tsx"
import { browserHash, keepToken } from "../session.ts"

const log = getLogger(["snug", "visits"])

/**
 * Has a code sent to somebody of another server. They are looked up after the answer, so that neither its words nor the
 * time it takes tells whether there is such a person.
 */
export const sendCode = async (
	c: Context,
	world: World,
	elsewhere: Elsewhere,
	{ typed, next }: { typed: string; next: string },
) => {
	const who = readAddress(typed)
	if (!who?.name) return refused("invalid", "A code needs your whole address, like @you@social.example.")
	const { name, host } = who
	if (host === world.origin.host) return refused("taken", "That is this server. Sign in here, and then join.")
	const asked = await askForCode(world, {
		name,
		host,
		next,
		from: fromOf(c),
		browserHash: browserHash(c, world),
	})
	if (!asked.ok) return asked
	keepHome(c, world, who)
	const { visitId } = asked.value
	if (visitId)
		deliver(world, elsewhere, { visitId, name, host }).catch((error) =>
			log.warning("A code could not be sent to {host}: {error}", { host, error }),
		)
	return asked
}

const deliver = async (
	world: World,
	{ lookUp, softwareOf }: Elsewhere,
	{ visitId, name, host }: { visitId: string; name: string; host: string },
): Promise<void> => {
	const actor = await lookUp(`@${name}@${host}`)
	if (!("id" in actor)) return
	const chat = readsChats(await softwareOf(actor.host))
	await sendVisitCode(world, { visitId, actor, chat })
}

/** Where somebody types the code that came as a direct message. */
export const showVisitCode = (world: World) => async (c: Context) =>
	quietPage(c, <VisitCodePage server={await gatherServer(world, null)} />)

export const takeVisitCode = (world: World) => async (c: Context) => {
	const { code = "" } = await formOf(c)
	const from = { from: fromOf(c), device: deviceIn(c), browserHash: browserHash(c, world) }
	const used = await useVisitCode(world, { code, ...from })
	if (!used.ok)
		return quietPage(
			c,
			<VisitCodePage server={await gatherServer(world, null)} wrong={used.reason} />,
			statusOf(c, used),
		)
	await keepToken(c, world, used.value.token)
	return c.redirect(used.value.next, 303)
}
