/** One thing the doctor looked at: how it is, in one sentence, and the command or the change that mends it. */
export type Check = { name: string; state: "ok" | "warn" | "fail"; says: string; mend: string | null }

export const ok = (name: string, says: string): Check => ({ name, state: "ok", says, mend: null })
export const warn = (name: string, says: string, mend: string): Check => ({ name, state: "warn", says, mend })
export const fail = (name: string, says: string, mend: string): Check => ({ name, state: "fail", says, mend })

/** Runs one look; what keeps it from being taken is a failure itself, so that the other looks go on. */
export const look = async (
	name: string,
	mend: string,
	take: () => Promise<Check | Check[]> | Check | Check[],
): Promise<Check[]> => {
	try {
		return [await take()].flat()
	} catch (error) {
		return [fail(name, `This could not be looked at: ${reasonOf(error)}.`, mend)]
	}
}

/** An error's own words, or its cause's where it only names the query that failed, without the stop at their end. */
export const reasonOf = (error: unknown): string => {
	let at = error
	while (at instanceof Error && at.message.startsWith("Failed query") && at.cause) at = at.cause
	const text = at instanceof Error ? at.message : String(at)
	return (text.split("\n")[0] ?? "").slice(0, 300).replace(/[.\s]+$/, "")
}

/** A stretch of milliseconds as people say it. */
export const spanOf = (milliseconds: number): string => {
	const units = [
		[86_400_000, "day"],
		[3_600_000, "hour"],
		[60_000, "minute"],
		[1000, "second"],
	] as const
	const [size, unit] = units.find(([size]) => milliseconds >= size) ?? [1000, "second"]
	const count = Math.floor(milliseconds / size)
	return `${count} ${unit}${count === 1 ? "" : "s"}`
}
