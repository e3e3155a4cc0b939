import "../../temporal.ts"
import type { Rules } from "./rules.ts"

/** When a group that sleeps at a moment wakes; null while it is awake. Its nights may go past midnight. */
export const morningAfter = (quiet: Rules["quiet"], at: Date): Date | null => {
	if (!quiet) return null
	const here = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(quiet.zone)
	const [from, to] = [Temporal.PlainTime.from(quiet.from), Temporal.PlainTime.from(quiet.to)]
	const now = here.toPlainTime()
	const [begun, over] = [Temporal.PlainTime.compare(now, from) >= 0, Temporal.PlainTime.compare(now, to) >= 0]
	const overnight = Temporal.PlainTime.compare(from, to) > 0
	const asleep = overnight ? begun || !over : begun && !over
	if (!asleep) return null
	const day = overnight && begun ? here.toPlainDate().add({ days: 1 }) : here.toPlainDate()
	const morning = day.toZonedDateTime({ timeZone: quiet.zone, plainTime: to })
	return new Date(morning.epochMilliseconds)
}
