import type { Decision } from "../../../../db/events.ts"
import type { EventType } from "../../../events.ts"
import { type Actor, handleOf } from "../../../people/actor.ts"
import { t } from "../../language.tsx"
import { borderSayings } from "./borders/sentences.ts"

const nameOf = (actor: Actor | null): string => {
	if (!actor) return t("Somebody at the command line")
	return actor.goneAt ? t("Somebody") : handleOf(actor)
}

export type Saying = (names: { who: string; person: string }, decision: Decision) => string

const came: Saying = ({ who }, { facts }) => {
	if (facts.by === "invite") return t("{{who}} came by an invitation.", { who })
	if (facts.by === "request") return t("{{who}} came after asking.", { who })
	return facts.by === "open"
		? t("{{who}} made an account.", { who })
		: t("An account was made for {{who}}.", { who })
}

const server: Saying = ({ who }, { facts }) => {
	const named = { who, server: String(facts.domain) }
	if (facts.severity === "block") return t("{{who}} blocked the server {{server}}.", named)
	if (facts.severity === "limit") return t("{{who}} had the posts of {{server}} wait.", named)
	if (facts.listed === true) return t("{{who}} put {{server}} on the list of those we speak with.", named)
	if (facts.listed === false) return t("{{who}} took {{server}} off the list of those we speak with.", named)
	if (facts.severity === "none") return t("{{who}} refused pictures or reports of {{server}}.", named)
	return t("{{who}} let the server {{server}} be like any other.", named)
}

const says: Partial<Record<EventType, Saying>> = {
	"server-set-up": () => t("The server was set up."),
	"server-restored": () => t("The server came back from a backup."),
	"server-described": ({ who }) => t("{{who}} changed what the server says of itself.", { who }),
	"registrations-changed": ({ who }) => t("{{who}} changed who may come in.", { who }),
	"operator-changed": (names, { facts }) =>
		facts.operator
			? t("{{who}} let {{person}} run the server, too.", names)
			: t("{{who}} had {{person}} run the server no longer.", names),
	"group-shut": ({ who }, { facts }) =>
		t("{{who}} closed the group {{group}}.", { who, group: `@${String(facts.handle)}` }),
	"account-created": came,
	"account-request-answered": (names, { facts }) =>
		facts.approved ? t("{{who}} let {{person}} in.", names) : t("{{who}} turned somebody away.", names),
	"account-disabled": (names) => t("{{who}} switched off the account of {{person}}.", names),
	"account-enabled": (names) => t("{{who}} switched on the account of {{person}}.", names),
	"account-deleted": (names, { actorId, personId }) =>
		actorId === personId ? t("Somebody deleted their account.") : t("{{who}} deleted an account.", names),
	"account-reset": (names) => t("{{who}} made a way in for {{person}}.", names),
	"invite-created": ({ who }) => t("{{who}} made an invitation.", { who }),
	"invite-revoked": ({ who }) => t("{{who}} took an invitation back.", { who }),
	"domain-limited": server,
	...borderSayings,
	"filter-changed": ({ who }) => t("{{who}} changed the words that posts may not hold.", { who }),
	"policy-changed": ({ who }) => t("{{who}} changed what every group keeps to.", { who }),
	"report-resolved": ({ who }) => t("{{who}} closed a report.", { who }),
	"queue-retried": ({ who }, { facts }) =>
		t("{{who}} had what waits for {{server}} tried again.", { who, server: String(facts.host) }),
	"queue-dropped": ({ who }, { facts }) =>
		t("{{who}} dropped what waited for {{server}}.", { who, server: String(facts.host) }),
}

/** What happened to the server as a whole, in a sentence. */
export const operatingSentence = (decision: Decision): string => {
	const names = { who: nameOf(decision.by), person: nameOf(decision.person) }
	return says[decision.type]?.(names, decision) ?? decision.type
}
