import { answerChallenge } from "../challenge.ts"
import { newSecret } from "../ports.ts"
import type { World } from "../world.ts"
import { type Check, fail, ok, reasonOf, warn } from "./check.ts"
import { ask, type Door, inShort, jsonIn, type Seen } from "./door.ts"

const leadHere =
	"Let the web server in front of Snug hand every path of this name to it, as docs/operating.md shows."

/** Whether the public address leads to anything that looks like Snug. */
export const reachedCheck = async (door: Door): Promise<Check> => {
	const { origin } = door.origin
	let seen: Seen
	try {
		seen = await ask(door, "/livez", "text/plain")
	} catch (error) {
		const mend = `See that the name leads here, that the firewall lets port ${door.origin.port || (door.origin.protocol === "https:" ? 443 : 80)} through, and that the web server in front of Snug runs.`
		return fail("reached", `${origin} cannot be reached from here: ${reasonOf(error)}.`, mend)
	}
	if (seen.location)
		return fail(
			"reached",
			`${origin} sends everyone on to ${seen.location}.`,
			"WEB_ORIGIN must be the address that answers itself; redirect the other one to it.",
		)
	if (seen.status !== 200 || seen.text.trim() !== "ok")
		return fail("reached", `${origin}/livez answers ${inShort(seen)}, as Snug would not.`, leadHere)
	return ok("reached", `${origin} answers.`)
}

/** An address from the range for documentation (RFC 5737), which nobody has. */
const nobody = "192.0.2.77"

/** Whether it is this very server that answers, and whether what stands in between says who is asking. */
export const selfChecks = async (door: Door, world: Pick<World, "db" | "secretKey">): Promise<Check[]> => {
	const token = newSecret()
	const seen = await ask(door, `/.well-known/snug-challenge/${token}`, "application/json", {
		"x-forwarded-for": nobody,
	})
	const said = jsonIn(seen)
	if (seen.status !== 200 || !said) {
		const mend = `${leadHere} If another build of Snug answers there, stop it or upgrade it.`
		return [
			fail(
				"self",
				`${door.origin.origin} does not answer our question as this server would (${inShort(seen)}).`,
				mend,
			),
		]
	}
	if (said.answer !== (await answerChallenge(world, token))) {
		const says = `Another Snug answers at ${door.origin.origin}: it has another database, or a copy of this one.`
		return [
			fail(
				"self",
				says,
				"Stop the other one, or let the name lead here; two servers under one name ruin both.",
			),
		]
	}
	return [ok("self", `It is this server that answers there.`), forwardedCheck(door, said)]
}

const forwardedCheck = ({ origin }: Door, { forwarded, trusted }: Record<string, unknown>): Check => {
	const passOn = "nginx: proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for; (Caddy needs nothing)"
	if (forwarded === nobody) {
		if (origin.protocol === "http:" && !trusted)
			return ok("proxy", "Nothing stands between Snug and those who ask.")
		const says = "The web server in front of Snug hands on an X-Forwarded-For that anybody may have written."
		return trusted ? fail("proxy", says, passOn) : warn("proxy", says, passOn)
	}
	if (typeof forwarded !== "string")
		return warn("proxy", "The web server in front of Snug does not say who is asking.", passOn)
	if (trusted)
		return ok(
			"proxy",
			"The web server in front of Snug says who is asking, and TRUSTED_PROXIES lets Snug believe it.",
		)
	const says =
		"A web server in front of Snug says who is asking, but TRUSTED_PROXIES does not name it: all visitors count as one."
	return warn(
		"proxy",
		says,
		"Set TRUSTED_PROXIES to the address it comes from; on the same machine: TRUSTED_PROXIES=127.0.0.1,::1",
	)
}
