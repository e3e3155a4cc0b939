import { escapeHtml } from "./escape.ts"
import { dateOf, isObject, linkOf, listOf, oneOf, textOf, wordsIn } from "./reading.ts"
import type { Json } from "./wire.ts"

/**
 * When and where a meeting of another server is, in words, since a post here is words: in the zone that it names itself
 * (Mobilizon), or else in the one in which its beginning is written. Empty when it says neither.
 */
export const meetingHtml = (object: Json): string => {
	const lines = [statusOf(object), timesOf(object), ...listOf(object.location).slice(0, 3).map(placeOf)]
	const said = lines.filter((line) => line !== "").map(escapeHtml)
	return said.length > 0 ? `<p>${said.join("<br>")}</p>` : ""
}

const statusOf = (object: Json): string =>
	/cancell?ed/i.test(textOf(object["ical:status"] ?? object.eventStatus) ?? "")
		? "This event is cancelled."
		: ""

const timesOf = (object: Json): string => {
	const begins = dateOf(object.startTime)
	if (!begins) return ""
	const zone = zoneOf(object)
	const ends = dateOf(object.endTime)
	const [day, time] = [inZone(zone, dayForm), inZone(zone, timeForm)]
	const label = zone === "UTC" || zone.includes("/") ? zone : `UTC${zone}`
	const from = `${day(begins)}, ${time(begins)}`
	if (!ends || ends <= begins) return `${from} (${label})`
	const until = day(ends) === day(begins) ? time(ends) : `${day(ends)}, ${time(ends)}`
	return `${from} to ${until} (${label})`
}

const dayForm = { weekday: "long", day: "numeric", month: "long", year: "numeric" } as const
const timeForm = { hour: "2-digit", minute: "2-digit" } as const

const inZone = (timeZone: string, form: Intl.DateTimeFormatOptions): ((at: Date) => string) => {
	const format = new Intl.DateTimeFormat("en-GB", { ...form, timeZone })
	// With a comma or without after the weekday, as the version of the calendar has it.
	return (at) => format.format(at).replace(",", "")
}

const zoneOf = (object: Json): string => {
	const named = textOf(object.timezone) ?? ""
	if (/^[A-Za-z]+(\/[A-Za-z0-9_+-]+){1,2}$/.test(named) && isZone(named)) return named
	const offset = /([+-]\d\d):?(\d\d)$/.exec(textOf(oneOf(object.startTime)) ?? "")
	const written = offset ? `${offset[1]}:${offset[2]}` : "UTC"
	return /^[+-]00:00$/.test(written) || !isZone(written) ? "UTC" : written
}

const isZone = (timeZone: string): boolean => {
	try {
		new Intl.DateTimeFormat("en", { timeZone })
		return true
	} catch {
		return false
	}
}

const addressParts = ["streetAddress", "postalCode", "addressLocality", "addressRegion", "addressCountry"]

const placeOf = (place: unknown): string => {
	if (!isObject(place)) return short(place)
	const address = isObject(place.address)
		? addressParts.map((part) => short((place.address as Json)[part]))
		: []
	const written = isObject(place.address) ? address : [short(place.address)]
	const page = linkOf(oneOf(place.url))
	const parts = [short(wordsIn(place.name, place.nameMap)), ...written].filter((part) => part !== "")
	return [...new Set(parts)].join(", ") || page || ""
}

const short = (value: unknown): string => (textOf(value) ?? "").trim().slice(0, 200).toWellFormed()
