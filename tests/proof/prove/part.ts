import type { Progress } from "../progress.ts"

/** One line of the table: what was measured, and what came of it. */
export type Figure = { figure: string; result: string; ok: boolean; faults?: string[] }

export type Size = "full" | "quick"
export type Trial = { progress: Progress; seed: number; size: Size }

/** One part of the proof, which can be run by itself. */
export type Part = {
	name: string
	/** What each figure took, for whoever wants to see it again. */
	run(trial: Trial): Promise<Figure[]>
}

/** A number for the whole proof, and one for a look at it. */
export const sized = ({ size }: Trial, full: number, quick: number): number =>
	size === "full" ? full : quick

/** How a count of faults reads. */
export const without = (faults: string[], words: string): string =>
	faults.length === 0 ? words : `${words}; ${faults.length} faults`
