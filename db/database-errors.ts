import type { Address } from "./database-url.ts"

/**
 * Why a call on the database could not be carried out, apart from what PostgreSQL itself answered.
 * `unreachable`: no connection could be made. `busy`: every connection was in use for too long. `lost`: the connection
 * died; nothing of the transaction was kept. `deadline`: it took too long and was cut off; nothing was kept.
 * `commit_unknown`: the connection died while committing, so the change is kept wholly or not at all, as is a lone
 * statement's after `lost` and `deadline`. `closed`: the pool was closed.
 */
export type Trouble = "unreachable" | "busy" | "lost" | "deadline" | "commit_unknown" | "closed"

/** A trouble with the database that passes by itself: the answer to a visitor is "try again" (HTTP 503). */
export class DatabaseUnavailable extends Error {
	override name = "DatabaseUnavailable"
	readonly trouble: Trouble
	constructor(trouble: Trouble, message: string, cause?: unknown) {
		super(message, cause === undefined ? undefined : { cause })
		this.trouble = trouble
	}
}

/** A database this build must not touch: too old, or made by a newer build. The message is for the operator. */
export class DatabaseRefusal extends Error {
	override name = "DatabaseRefusal"
}

/** The error and what caused it, outermost first: drizzle wraps what the driver throws. */
function* chain(error: unknown): Generator<Error> {
	for (let at = error; at instanceof Error; at = at.cause) yield at
}

/** The SQLSTATE or system error code of an error, looked for through its causes as well. */
export const codeOf = (error: unknown): string | undefined => {
	for (const at of chain(error)) if ("code" in at && typeof at.code === "string") return at.code
	return undefined
}

/** The trouble behind an error, looked for through its causes as well; undefined for any other error. */
export const troubleOf = (error: unknown): Trouble | undefined => {
	for (const at of chain(error)) if (at instanceof DatabaseUnavailable) return at.trouble
	return undefined
}

/** True when the database has no room left to write (PostgreSQL, 53100), on whichever disk. */
export const isFull = (error: unknown): boolean => ["53100", "ENOSPC"].includes(codeOf(error) ?? "")

/** True when what was asked for holds what no text in the database can: NUL, above all (PostgreSQL, 22021 and 22P05). */
export const isNoText = (error: unknown): boolean => ["22021", "22P05"].includes(codeOf(error) ?? "")

/**
 * True when it was the database's trouble and not that of what was asked of it: another try, later, may well work. What
 * takes too long counts as its own.
 */
export const isDatabasesFault = (error: unknown): boolean => {
	const trouble = troubleOf(error)
	return isFull(error) || isWorthAnotherTry(error) || (trouble !== undefined && trouble !== "deadline")
}

/** True when something took too long: a deadline of ours, or PostgreSQL's (57014, 55P03, 25P03). Less at a time may go through. */
export const isTooSlow = (error: unknown): boolean =>
	troubleOf(error) === "deadline" || ["57014", "55P03", "25P03"].includes(codeOf(error) ?? "")

/**
 * True when the whole transaction may simply be tried again: serialization failure, deadlock (PostgreSQL, Appendix A),
 * and a prepared statement that a migration made outdated.
 */
export const isWorthAnotherTry = (error: unknown): boolean => {
	if (["40001", "40P01"].includes(codeOf(error) ?? "")) return true
	return [...chain(error)].some((at) => "routine" in at && at.routine === "RevalidateCachedQuery")
}

const passing = new Set(["ECONNREFUSED", "ECONNRESET", "ENOENT", "EPIPE", "57P01", "57P02", "57P03", "53300"])

/** True when a refused connection may be accepted a moment later, as while a server restarts. */
export const isPassing = (error: unknown): boolean =>
	passing.has(codeOf(error) ?? "") ||
	[...chain(error)].some((at) => at instanceof DatabaseUnavailable && at.trouble === "lost")

/** A failed connection, said so that an operator knows what to change. */
export const unreachable = (at: Address, cause: unknown): DatabaseUnavailable => {
	const where = at.path ?? `${at.host}:${at.port}`
	const sentence = sentences[codeOf(cause) ?? ""]?.(at, where)
	const rest = cause instanceof Error ? cause.message : String(cause)
	return new DatabaseUnavailable(
		"unreachable",
		sentence ?? `No connection to the database at ${where}: ${rest}`,
		cause,
	)
}

const sentences: Record<string, (at: Address, where: string) => string> = {
	"28P01": (at, where) =>
		`The database at ${where} refused the password of "${at.user}". Check DATABASE_URL.`,
	"28000": (at, where) =>
		`The database at ${where} does not let "${at.user}" in. Check the user in DATABASE_URL and pg_hba.conf.`,
	"3D000": (at, where) =>
		`There is no database "${at.database}" at ${where}. Create it, or change DATABASE_URL.`,
	"53300": (_, where) => `The database at ${where} has no connection left (max_connections).`,
	"57P03": (_, where) => `The database at ${where} is starting up or shutting down.`,
	ENOTFOUND: (at) => `The database's host "${at.host}" was not found. Check DATABASE_URL.`,
	EAI_AGAIN: (at) =>
		`The database's host "${at.host}" could not be looked up: the name server does not answer.`,
	ECONNREFUSED: (_, where) =>
		`Nothing listens at ${where}: the database is not running, or DATABASE_URL names another port.`,
	ENOENT: (_, where) =>
		`There is no socket ${where}: the database is not running, or DATABASE_URL names another folder.`,
	EACCES: (_, where) => `The socket ${where} may not be opened by this user.`,
	ETIMEDOUT: (_, where) =>
		`The database at ${where} did not answer in time. Check the address and the firewall.`,
}
