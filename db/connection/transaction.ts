import { codeOf, DatabaseUnavailable, isWorthAnotherTry, troubleOf } from "../database-errors.ts"
import type { Deadline, Pool } from "./pool.ts"
import type { Answer, Slot } from "./slot.ts"

/** What drizzle needs of a driver: a statement that runs when awaited. */
type Statement = PromiseLike<Answer> & { values(): Promise<Answer> }
export type Unsafe = (text: string, parameters?: readonly unknown[]) => Statement
export type Session = { unsafe: Unsafe; savepoint: <T>(work: (session: Session) => Promise<T>) => Promise<T> }
type Runs = (text: string, parameters: readonly unknown[], shape: "rows" | "values") => Promise<Answer>

/** Where a test may let the process die. */
export type CommitPlace = "transaction:before-commit" | "transaction:committed"

const tries = 5
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

/** Makes the `unsafe` of drizzle's driver from a function that runs a statement. */
export const unsafeOf =
	(run: Runs): Unsafe =>
	(text, parameters = []) => ({
		values: () => run(text, parameters, "values"),
		// biome-ignore lint/suspicious/noThenProperty: drizzle awaits it or calls values(), and only one of them may run it
		then: (kept, failed) => run(text, parameters, "rows").then(kept, failed),
	})

/** Runs `work` with a deadline of that many milliseconds; whoever holds the call is told when it passes. */
export const within = async <T>(
	milliseconds: number,
	work: (deadline: Deadline) => Promise<T>,
): Promise<T> => {
	const deadline: Deadline = { passed: null, onPassing: null }
	const timer = setTimeout(() => {
		const sentence = `The database work took longer than ${milliseconds} ms and was cut off.`
		deadline.passed = new DatabaseUnavailable("deadline", sentence)
		deadline.onPassing?.(deadline.passed)
	}, milliseconds)
	try {
		return await work(deadline)
	} finally {
		clearTimeout(timer)
		deadline.onPassing = null
	}
}

/** Borrows a session for one piece of work, cut off at the deadline. */
export const lend = async <T>(
	pool: Pool,
	deadline: Deadline,
	work: (slot: Slot) => Promise<T>,
): Promise<T> => {
	const slot = await pool.borrow(deadline)
	deadline.onPassing = (cause) => slot.destroy(cause)
	try {
		return await work(slot)
	} finally {
		deadline.onPassing = null
		pool.giveBack(slot)
	}
}

/**
 * Runs a statement that is no part of a transaction. The driver counts the rows that came before an error among those of
 * the next answer, which would begin with holes, so after an error it is given an answer without rows.
 */
export const runAlone = async (
	slot: Slot,
	text: string,
	parameters: readonly unknown[],
	shape: "rows" | "values",
): Promise<Answer> => {
	try {
		return await slot.run(text, parameters, shape)
	} catch (error) {
		if (!slot.dead) await slot.run("rollback").catch((cause: Error) => slot.destroy(cause))
		throw error
	}
}

/**
 * Runs `work` in a transaction: all of it is kept or none. It is run again, up to five times in all, when PostgreSQL
 * says that trying again is the remedy, so it must do nothing that cannot be done twice.
 */
export const transact = <T>(
	pool: Pool,
	milliseconds: number,
	work: (session: Session) => Promise<T>,
	wait: (milliseconds: number) => Promise<unknown> = pause,
	failpoint: (place: CommitPlace) => void | Promise<void> = () => {},
): Promise<T> =>
	within(milliseconds, async (deadline) => {
		for (let attempt = 1; ; attempt++) {
			let begun = false
			const noted = (session: Session) => {
				begun = true
				return work(session)
			}
			try {
				return await lend(pool, deadline, (slot) => once(slot, noted, failpoint))
			} catch (error) {
				// a session that turned out dead before anything was done in it is nobody's trouble
				const again = isWorthAnotherTry(error) || (!begun && troubleOf(error) === "lost")
				if (attempt === tries || deadline.passed || !again) throw error
				await wait(5 * 2 ** attempt)
			}
		}
	})

const once = async <T>(
	slot: Slot,
	work: (session: Session) => Promise<T>,
	failpoint: (place: CommitPlace) => void | Promise<void>,
): Promise<T> => {
	const state: State = { over: false, firstError: null, savepoints: 0 }
	await slot.run("begin")
	try {
		const result = await untilDeath(slot, work(sessionOf(slot, state)))
		state.over = true
		await failpoint("transaction:before-commit")
		await commit(slot, state)
		await failpoint("transaction:committed")
		return result
	} catch (error) {
		state.over = true
		if (!slot.dead) await slot.run("rollback").catch((cause: Error) => slot.destroy(cause))
		throw error
	}
}

// PostgreSQL answers COMMIT with the tag ROLLBACK when a statement had failed, even one whose error was caught.
const commit = async (slot: Slot, state: State): Promise<void> => {
	const answer = await slot.run("commit").catch((error: Error) => {
		if (!slot.dead) throw error
		const sentence =
			"The connection to the database was lost while committing: the change is kept wholly or not at all."
		throw new DatabaseUnavailable("commit_unknown", sentence, error)
	})
	if (answer.command === "COMMIT") return
	throw state.firstError ?? new Error("The transaction was rolled back by the database.")
}

type State = { over: boolean; firstError: unknown; savepoints: number }

const sessionOf = (slot: Slot, state: State): Session => {
	const run: Runs = async (text, parameters, shape) => {
		if (slot.dead) throw slot.dead
		if (state.over) throw new Error("This transaction is over: a statement came after its end.")
		return slot.run(text, parameters, shape).catch((error) => {
			if (codeOf(error) !== "25P02") state.firstError ??= error
			throw error
		})
	}
	const session: Session = {
		unsafe: unsafeOf(run),
		savepoint: async (work) => {
			const name = `s${++state.savepoints}`
			await run(`savepoint ${name}`, [], "rows")
			try {
				const result = await work(session)
				await run(`release savepoint ${name}`, [], "rows")
				return result
			} catch (error) {
				await run(`rollback to savepoint ${name}`, [], "rows")
				throw error
			}
		},
	}
	return session
}

/** The work's outcome, or the session's death if that comes first: the work may be waiting for something else. */
const untilDeath = <T>(slot: Slot, work: Promise<T>): Promise<T> => {
	const told = slot.onDeath
	return new Promise<T>((resolve, reject) => {
		slot.onDeath = (cause) => {
			told?.(cause)
			reject(cause)
		}
		work.then(resolve, reject)
	}).finally(() => {
		slot.onDeath = told
	})
}
