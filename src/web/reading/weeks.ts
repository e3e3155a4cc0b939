import { Temporal } from "@js-temporal/polyfill"
import { languageHere } from "../language.tsx"

/** A week as ISO 8601 counts them, by its Monday: the first of a year is the one with its fourth of January. */
export type Week = { name: string; monday: Temporal.PlainDate }

const named = (monday: Temporal.PlainDate): Week => ({
	name: `${String(monday.yearOfWeek).padStart(4, "0")}-W${String(monday.weekOfYear).padStart(2, "0")}`,
	monday,
})

/** Reads `2026-W47`; null when there is no such week, or none that a clock here could show. */
export const readWeek = (text: string): Week | null => {
	const [, year, week] = /^(\d{4})-W(\d{2})$/.exec(text)?.map(Number) ?? []
	if (year === undefined || week === undefined || year < 1990 || year > 2200) return null
	const fourth = Temporal.PlainDate.from({ year, month: 1, day: 4 })
	const found = named(fourth.add({ days: (week - 1) * 7 - (fourth.dayOfWeek - 1) }))
	return found.name === text ? found : null
}

/** The week of a moment, where clocks show a zone (IANA). */
export const weekOf = (at: Date, zone: string): Week => {
	const day = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone).toPlainDate()
	return named(day.subtract({ days: day.dayOfWeek - 1 }))
}

/** When a week begins in a zone, and when it is over; a change of the clocks makes it an hour longer or shorter. */
export const spanOf = ({ monday }: Week, zone: string): { from: Date; to: Date } => {
	const midnight = (day: Temporal.PlainDate) => new Date(day.toZonedDateTime(zone).epochMilliseconds)
	return { from: midnight(monday), to: midnight(monday.add({ days: 7 })) }
}

/** Its days in the reader's language: "16–22 November 2026". */
export const daysOf = ({ monday }: Week): string => {
	const days = new Intl.DateTimeFormat(languageHere().dates, {
		day: "numeric",
		month: "long",
		year: "numeric",
		timeZone: "UTC",
	})
	const at = (day: Temporal.PlainDate) => Date.UTC(day.year, day.month - 1, day.day)
	return days.formatRange(at(monday), at(monday.add({ days: 6 })))
}
