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

/** What was decided about others, each in a sentence of the operators' log. */
export const borderSayings: Partial<Record<EventType, Saying>> = {
	"person-limited": person,
	"borders-shown": shown,
	"federating-changed": ({ who }, { facts }) =>
		facts.federating === "listed"
			? t("{{who}} had this server speak only with listed ones.", { who })
			: t("{{who}} had this server speak with all others.", { who }),
}
