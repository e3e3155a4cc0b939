import { limits } from "../limits.ts"
import { languageHere, t, zoneHere } from "./language.tsx"

const minute = 60_000
const day = 24 * 60 * minute

type Wall = { year: number; month: number; day: number; hour: number }

const made = new Map<string, Intl.DateTimeFormat>()
const formatter = (name: keyof typeof forms): Intl.DateTimeFormat => {
	const key = `${name} ${languageHere().tag} ${zoneHere()}`
	const known = made.get(key)
	if (known) return known
	const fresh = new Intl.DateTimeFormat(languageHere().dates, { ...forms[name], timeZone: zoneHere() })
	if (made.size >= limits.clocksMade) made.clear()
	made.set(key, fresh)
	return fresh
}

const longDate = { weekday: "long", day: "numeric", month: "long", year: "numeric" } as const
const time = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const
const forms = {
	wall: { year: "numeric", month: "numeric", day: "numeric", hour: "2-digit", hourCycle: "h23" },
	weekday: { weekday: "long" },
	date: { day: "numeric", month: "long" },
	dateAndYear: { day: "numeric", month: "long", year: "numeric" },
	exact: { ...longDate, ...time, timeZoneName: "short" },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>

const wallClock = (at: Date): Wall => {
	const parts = formatter("wall").formatToParts(at)
	const part = (type: Intl.DateTimeFormatPartTypes): number =>
		Number(parts.find((p) => p.type === type)?.value ?? "")
	return { year: part("year"), month: part("month"), day: part("day"), hour: part("hour") }
}

type PartOfDay = "early" | "morning" | "afternoon" | "evening"

const partOfDay = (hour: number): PartOfDay =>
	hour < 5 ? "early" : hour < 12 ? "morning" : hour < 17 ? "afternoon" : "evening"

const today: Record<PartOfDay, () => string> = {
	early: () => t("early this morning"),
	morning: () => t("this morning"),
	afternoon: () => t("this afternoon"),
	evening: () => t("this evening"),
}
const yesterday: Record<PartOfDay, () => string> = {
	early: () => t("early yesterday"),
	morning: () => t("yesterday morning"),
	afternoon: () => t("yesterday afternoon"),
	evening: () => t("yesterday evening"),
}
const lately: Record<PartOfDay, (weekday: string) => string> = {
	early: (weekday) => t("early on {{weekday}}", { weekday }),
	morning: (weekday) => t("{{weekday}} morning", { weekday }),
	afternoon: (weekday) => t("{{weekday}} afternoon", { weekday }),
	evening: (weekday) => t("{{weekday}} evening", { weekday }),
}

// Calendar days, not spans of 24 hours: a clock change must not turn yesterday into today.
const daysBetween = (a: Wall, b: Wall): number =>
	Math.round((Date.UTC(b.year, b.month - 1, b.day) - Date.UTC(a.year, a.month - 1, a.day)) / day)

/**
 * When something happened, as a person would say it, in the reader's language and zone: "just now", "this morning",
 * "yesterday evening", "Tuesday evening", "12 March", "12 March 2024". A moment ahead of `now` by more than a clock's drift
 * gets its date.
 */
export const humanTime = (at: Date, now: Date): string => {
	if (Number.isNaN(at.getTime())) return t("some time ago")
	const past = now.getTime() - at.getTime()
	if (past < 5 * minute && past > -5 * minute) return t("just now")
	const then = wallClock(at)
	const here = wallClock(now)
	const days = past < 0 ? Number.POSITIVE_INFINITY : daysBetween(then, here)
	const part = partOfDay(then.hour)
	if (days === 0) return today[part]()
	if (days === 1) return yesterday[part]()
	if (days < 7) return lately[part](formatter("weekday").format(at))
	return formatter(then.year === here.year ? "date" : "dateAndYear").format(at)
}

/** The day on which something happened, as a heading over it: "Today", "Yesterday", "Tuesday", "12 March", "12 March 2024". */
export const dayName = (at: Date, now: Date): string => {
	const [then, here] = [wallClock(at), wallClock(now)]
	const days = daysBetween(then, here)
	if (days <= 0) return t("Today")
	if (days === 1) return t("Yesterday")
	if (days < 7) return formatter("weekday").format(at)
	return formatter(then.year === here.year ? "date" : "dateAndYear").format(at)
}

/** The exact moment for a tooltip: "Tuesday 17 November 2026 at 19:42 UTC". */
export const exactTime = (at: Date): string =>
	Number.isNaN(at.getTime()) ? "" : formatter("exact").format(at)

/** A list of things as the reader's language joins them: what is between them is `joint`. */
export const listOf = (things: readonly string[]): { text: string; joint: boolean }[] =>
	new Intl.ListFormat(languageHere().dates, { type: "conjunction" })
		.formatToParts(things)
		.map(({ type, value }) => ({ text: value, joint: type === "literal" }))

/** People by name, never by number: "Bo", "Bo and Chidi", "Bo, Chidi and Dee", "Bo, Chidi, Dee and others". */
export const namesOf = (names: readonly string[]): { text: string; joint: boolean }[] => {
	const each = [...new Set(names)]
	return listOf(each.length > 3 ? [...each.slice(0, 3), t("others")] : each)
}
