/** The languages the words exist in. Zones are IANA names; UTC when nobody said. */
export type Locale = "en"

const tags: Record<Locale, string> = { en: "en-GB" }
const minute = 60_000
const day = 24 * 60 * minute

type Wall = { year: number; month: number; day: number; hour: number; weekday: string; monthName: string }

// Making a formatter costs far more than using one, and a page asks dozens of times for the same zone.
const made = new Map<string, Intl.DateTimeFormat>()
const formatter = (
	locale: Locale,
	zone: string,
	options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat => {
	const key = `${locale} ${zone} ${options.month} ${options.minute}`
	const known = made.get(key)
	if (known) return known
	const fresh = new Intl.DateTimeFormat(tags[locale], { ...options, timeZone: zone })
	made.set(key, fresh)
	return fresh
}

const longDate = { weekday: "long", day: "numeric", month: "long", year: "numeric" } as const

const wallClock = (at: Date, locale: Locale, zone: string): Wall => {
	const long = formatter(locale, zone, { ...longDate, hour: "2-digit", hourCycle: "h23" }).formatToParts(at)
	const part = (type: Intl.DateTimeFormatPartTypes): string => long.find((p) => p.type === type)?.value ?? ""
	return {
		year: Number(part("year")),
		month: Number(formatter(locale, zone, { month: "numeric" }).format(at)),
		day: Number(part("day")),
		hour: Number(part("hour")),
		weekday: part("weekday"),
		monthName: part("month"),
	}
}

const partOfDay = (hour: number): "early" | "morning" | "afternoon" | "evening" =>
	hour < 5 ? "early" : hour < 12 ? "morning" : hour < 17 ? "afternoon" : "evening"

// Calendar days, not spans of 24 hours: a clock change must not turn yesterday into today.
const daysBetween = (a: Wall, b: Wall): number =>
	Math.round((Date.UTC(b.year, b.month - 1, b.day) - Date.UTC(a.year, a.month - 1, a.day)) / day)

/**
 * When something happened, as a person would say it: "just now", "this morning", "yesterday evening",
 * "Tuesday evening", "12 March", "12 March 2024". A moment ahead of `now` by more than a clock's drift gets its date.
 */
export const humanTime = (at: Date, now: Date, locale: Locale = "en", zone = "UTC"): string => {
	if (Number.isNaN(at.getTime())) return "some time ago"
	const past = now.getTime() - at.getTime()
	if (past < 5 * minute && past > -5 * minute) return "just now"
	const then = wallClock(at, locale, zone)
	const here = wallClock(now, locale, zone)
	const days = past < 0 ? Number.POSITIVE_INFINITY : daysBetween(then, here)
	const part = partOfDay(then.hour)
	if (days === 0) return part === "early" ? "early this morning" : `this ${part}`
	if (days === 1) return part === "early" ? "early yesterday" : `yesterday ${part}`
	if (days < 7) return part === "early" ? `early on ${then.weekday}` : `${then.weekday} ${part}`
	const date = `${then.day} ${then.monthName}`
	return then.year === here.year ? date : `${date} ${then.year}`
}

/** The exact moment for a tooltip: "Tuesday 17 November 2026 at 19:42 UTC". */
export const exactTime = (at: Date, locale: Locale = "en", zone = "UTC"): string => {
	if (Number.isNaN(at.getTime())) return ""
	return formatter(locale, zone, {
		...longDate,
		hour: "2-digit",
		minute: "2-digit",
		timeZoneName: "short",
	}).format(at)
}

/** People by name, never by number: "Bo", "Bo and Chidi", "Bo, Chidi and Dee", "Bo, Chidi, Dee and others". */
export const namesOf = (names: readonly string[]): string => {
	const each = [...new Set(names)]
	if (each.length > 3) return `${each.slice(0, 3).join(", ")} and others`
	if (each.length < 2) return each[0] ?? ""
	return `${each.slice(0, -1).join(", ")} and ${each.at(-1)}`
}
