import type { EventType } from "../../../../events.ts"
import { t } from "../../../language.tsx"
import type { Saying } from "../sentences.ts"

const person: Saying = (names, { facts }) => {
	if (facts.severity === "block") return t("{{who}} blocked {{person}} for the whole server.", names)
	return facts.severity === "limit"
		? t("{{who}} had the posts of {{person}} wait in every group.", names)
		: t("{{who}} let {{person}} be like anybody.", names)
}

const shown: Saying = ({ who }, { facts }) => {
	if (facts.to === "everyone") return t("{{who}} let everybody read what is decided about servers.", { who })
	return facts.to === "members"
		? t("{{who}} let those with an account read what is decided about servers.", { who })
		: t("{{who}} let nobody else read what is decided about servers.", { who })
}

const serversIn = (domains: unknown): string => (Array.isArray(domains) ? domains.join(", ") : "")

const changed: Saying = (_, { facts }) => {
	const list = String(facts.list)
	const [added, lifted] = [serversIn(facts.added), serversIn(facts.lifted)]
	if (!lifted) return t("The list {{list}} has more: {{added}}", { list, added })
	return added
		? t("The list {{list}} has more: {{added}}; and takes back: {{lifted}}", { list, added, lifted })
		: t("The list {{list}} takes back: {{lifted}}", { list, lifted })
}

/** What was decided about others, each in a sentence of the operators' log. */
export const borderSayings: Partial<Record<EventType, Saying>> = {
	"person-limited": person,
	"borders-shown": shown,
	"list-decided": ({ who }, { facts }) => {
		const named = { who, list: String(facts.list), servers: serversIn(facts.domains) }
		return facts.way === "take"
			? t("{{who}} took over from the list {{list}}: {{servers}}", named)
			: t("{{who}} passed over from the list {{list}}: {{servers}}", named)
	},
	"list-subscribed": ({ who }, { facts }) =>
		t("{{who}} has the list {{list}} read every day.", { who, list: String(facts.list) }),
	"list-unsubscribed": ({ who }, { facts }) =>
		t("{{who}} has the list {{list}} read no longer.", { who, list: String(facts.list) }),
	"list-changed": changed,
	"pictures-banned": ({ who }) => t("{{who}} had pictures never taken again.", { who }),
	"picture-allowed": ({ who }) => t("{{who}} let a picture be taken again.", { who }),
	"federating-changed": ({ who }, { facts }) =>
		facts.federating === "listed"
			? t("{{who}} had this server speak only with listed ones.", { who })
			: t("{{who}} had this server speak with all others.", { who }),
}
