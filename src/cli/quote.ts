import type { Actor } from "../people/actor.ts"
import { type Quoted, quotedAt } from "../quotes/quoted-at.ts"
import type { World } from "../world.ts"
import { Refusal } from "./speak.ts"
import type { Tools } from "./tools.ts"

/** What is quoted, by the address that was given; null when nothing is. */
export const quotedIn = async (
	world: World,
	{ lookUpPost }: Tools,
	quotes: Actor,
	address: string | undefined,
): Promise<Quoted | null> => {
	if (address === undefined) return null
	if (!/^https?:\/\//.test(address) || !URL.canParse(address))
		throw new Refusal("What is quoted needs an address that begins with https://.")
	const url = new URL(address)
	const quoted = await quotedAt(world, (at) => lookUpPost(world, at), { url, quotes })
	if (quoted.hidden) throw new Refusal("What is not for everyone is not quoted elsewhere.")
	return quoted.unasked ? { ...quoted, unasked: `${url.href}: ${quoted.unasked}` } : quoted
}
