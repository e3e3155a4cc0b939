import "../../temporal.ts"
import type { Rules } from "./rules.ts"

const clocks = new Map<string, Intl.DateTimeFormat>()

/** What a clock shows, like 07:05. Asked for each of many thousand posts when rules are tried, so it is quick. */
const clockAt = (zone: string, at: Date): string => {
	const known = clocks.get(zone)
	if (known) return known.format(at)
	const made = new Intl.DateTimeFormat("en-GB", {
		hour: "2-digit",
		minute: "2-digit",
		hourCycle: "h23",
		timeZone: zone,
	})
	clocks.set(zone, made)
	return made.format(at)
}

const isAsleep = ({ from, to, zone }: NonNullable<Rules["quiet"]>, at: Date): boolean => {
	const now = clockAt(zone, at)
	return from > to ? now >= from || now < to : now >= from && now < to
}

/** When a group that sleeps at a moment wakes; null while it is awake. Its nights may go past midnight. */
export const morningAfter = (quiet: Rules["quiet"], at: Date): Date | null => {
	if (!quiet || !isAsleep(quiet, at)) return null
	const here = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(quiet.zone)
	const [from, to] = [Temporal.PlainTime.from(quiet.from), Temporal.PlainTime.from(quiet.to)]
	const begun = Temporal.PlainTime.compare(here.toPlainTime(), from) >= 0
	const overnight = Temporal.PlainTime.compare(from, to) > 0
	const day = overnight && begun ? here.toPlainDate().add({ days: 1 }) : here.toPlainDate()
	const morning = day.toZonedDateTime({ timeZone: quiet.zone, plainTime: to })
	return new Date(morning.epochMilliseconds)
}
