import { z } from "zod"
import { limits } from "../../limits.ts"
import { normalDomain } from "../domains.ts"
import { noRules, type Rules } from "./rules.ts"

/** Rules as somebody types them: on the page and at the command line they have the same names. */
export type RulesForm = Record<(typeof names)[number], string>

const names = [
	"answering",
	"newcomer_posts",
	"newcomer_days",
	"newcomer_links",
	"links",
	"places",
	"media",
	"described",
	"languages",
	"mentions",
	"flood_posts",
	"flood_minutes",
	"slow_minutes",
	"slow_whose",
	"quiet_from",
	"quiet_to",
	"quiet_zone",
	"cap",
] as const

export const ruleNames: readonly string[] = names

const text = (value: number | null | undefined): string => (value ? String(value) : "")

export const asForm = (rules: Rules): RulesForm => ({
	answering: rules.answering,
	newcomer_posts: text(rules.newcomers.posts),
	newcomer_days: text(rules.newcomers.days),
	newcomer_links: rules.links.newcomers ? "on" : "off",
	links: rules.links.most === null ? "" : String(rules.links.most),
	places: rules.links.places.join(" "),
	media: rules.media.from,
	described: rules.media.described ? "on" : "off",
	languages: rules.languages.join(" "),
	mentions: rules.mentions === null ? "" : String(rules.mentions),
	flood_posts: text(rules.flood?.strangers),
	flood_minutes: text(rules.flood?.minutes),
	slow_minutes: text(rules.slow?.minutes),
	slow_whose: rules.slow?.whose ?? "each",
	quiet_from: rules.quiet?.from ?? "",
	quiet_to: rules.quiet?.to ?? "",
	quiet_zone: rules.quiet?.zone ?? "",
	cap: text(rules.cap),
})

const noNumber = "A number is written in digits, and not every number makes sense there."
const number = (most: number, least = 0) =>
	z.preprocess(
		(value) => (typeof value === "string" && value.trim() === "" ? null : value),
		z.coerce.number(noNumber).int(noNumber).min(least, noNumber).max(most, noNumber).nullable(),
	)
const time = z.string().regex(/^$|^([01]?\d|2[0-3]):[0-5]\d$/, "A time is written like 22:00.")
const listOf = (one: z.ZodType<string, string>) =>
	z
		.string()
		.transform((words) => [...new Set(words.split(/[\s,;،]+/).filter(Boolean))])
		.pipe(z.array(one).max(limits.rulesNamed, "That is more than a rule can name."))
const onOff = z.enum(["on", "off"], "It is on or off.")
const who = z.enum(
	["same", "anyone", "followers", "members", "moderators"],
	"Answering is open to one of: same, anyone, followers, members, moderators.",
)
const place = z.string().transform((name, context) => {
	const host = normalDomain(name.replace(/^\*\./, ""))
	if (host === null) context.addIssue("A place is named by its server, like shop.example.")
	return host ?? ""
})

const shape = z.object({
	answering: who,
	newcomer_posts: number(limits.newcomersPosts),
	newcomer_days: number(limits.newcomersDays),
	newcomer_links: onOff,
	links: number(limits.rulesPosts),
	places: listOf(place),
	media: z.enum(["anyone", "members", "nobody"], "Pictures come from one of: anyone, members, nobody."),
	described: onOff,
	languages: listOf(
		z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, "A language is a code like en, pt-BR or zh."),
	),
	mentions: number(limits.rulesPosts),
	flood_posts: number(limits.rulesPosts, 1),
	flood_minutes: number(limits.rulesMinutes, 1),
	slow_minutes: number(limits.rulesMinutes, 1),
	slow_whose: z.enum(["each", "group"], "A pace is of each person or of the group."),
	quiet_from: time,
	quiet_to: time,
	quiet_zone: z.string().refine(isZone, "A time zone is written like Europe/Berlin."),
	cap: number(limits.membersMost, 1),
})

function isZone(zone: string): boolean {
	try {
		return zone === "" || Boolean(new Intl.DateTimeFormat("en", { timeZone: zone }))
	} catch {
		return false
	}
}

export type Read = { rules: Rules } | { problems: Record<string, string> }

/** The rules that a form says; what it leaves out stays as it was. What cannot be is told by the name of its field. */
export const readRules = (form: Partial<RulesForm>, before: Rules = noRules): Read => {
	const parsed = shape.safeParse({ ...asForm(before), ...form })
	if (!parsed.success)
		return {
			problems: Object.fromEntries(parsed.error.issues.map((one) => [String(one.path[0]), one.message])),
		}
	const said = parsed.data
	const problems = halves(said)
	return Object.keys(problems).length > 0 ? { problems } : { rules: rulesFrom(said) }
}

/** What makes sense only with something else. */
const halves = (said: z.output<typeof shape>): Record<string, string> => ({
	...((said.flood_posts === null) !== (said.flood_minutes === null) && {
		flood_posts: "A wave is so many posts in so many minutes: both are needed.",
	}),
	...((said.quiet_from === "") !== (said.quiet_to === "") && {
		quiet_from: "A night has a beginning and an end: both are needed.",
	}),
	...(said.quiet_from !== "" &&
		said.quiet_from === said.quiet_to && { quiet_to: "That would be a night without a morning." }),
})

const padded = (clock: string): string => clock.padStart(5, "0")

const rulesFrom = (said: z.output<typeof shape>): Rules => ({
	answering: said.answering,
	newcomers: { posts: said.newcomer_posts ?? 0, days: said.newcomer_days ?? 0 },
	links: { most: said.links, newcomers: said.newcomer_links === "on", places: said.places },
	media: { from: said.media, described: said.described === "on" },
	languages: said.languages,
	mentions: said.mentions,
	flood:
		said.flood_posts && said.flood_minutes
			? { strangers: said.flood_posts, minutes: said.flood_minutes }
			: null,
	slow: said.slow_minutes ? { minutes: said.slow_minutes, whose: said.slow_whose } : null,
	quiet:
		said.quiet_from && said.quiet_to
			? { from: padded(said.quiet_from), to: padded(said.quiet_to), zone: said.quiet_zone || "UTC" }
			: null,
	cap: said.cap,
})
