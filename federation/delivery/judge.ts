import { NetworkFailure } from "../plumbing/network-failure.ts"

/** What an answer means for a delivery. */
export type Verdict =
	| { kind: "delivered" }
	/** The host cannot take anything now. `passing` is false when this one activity may be the reason. */
	| { kind: "later"; reason: string; wait: number | null; passing: boolean }
	/** This inbox does not want us, perhaps only today. */
	| { kind: "declined"; reason: string }
	| { kind: "gone"; reason: string }
	/** This activity will never be taken. `badRequest` may mean that it was told in the wrong dialect. */
	| { kind: "refused"; reason: string; badRequest: boolean }
	/** No request can ever be made. */
	| { kind: "unsendable"; reason: string }
	/** No request could be made this time. */
	| { kind: "poison"; reason: string }

const hostIsBusy = new Set([408, 425, 429, 503])

/** Reads a status; `wait` is what Retry-After asks for in milliseconds. A redirect is never followed. */
export const judge = (status: number, wait: number | null): Verdict => {
	const reason = `HTTP ${status}`
	if (status >= 200 && status < 300) return { kind: "delivered" }
	if (hostIsBusy.has(status)) return { kind: "later", reason, wait, passing: true }
	if (status >= 500) return { kind: "later", reason, wait, passing: wait !== null }
	if (status === 401 || status === 403 || status === 404) return { kind: "declined", reason }
	if (status === 410) return { kind: "gone", reason }
	return { kind: "refused", reason, badRequest: status === 400 }
}

/** The same for a request without an answer. What the network guard refuses for good is never tried again. */
export const judgeFailure = (error: unknown): Verdict => {
	if (!(error instanceof NetworkFailure)) return { kind: "poison", reason: sentence(error) }
	const reason = `${error.kind}: ${error.message}`
	if (error.kind === "refused" && !error.transient) return { kind: "unsendable", reason }
	return { kind: "later", reason, wait: null, passing: true }
}

const sentence = (error: unknown): string =>
	(error instanceof Error ? error.message : String(error)).slice(0, 500)

/** True when the same body deserves one more try with the other kind of signature. */
export const wantsOtherSignature = (status: number, everTaken: boolean): boolean =>
	status === 401 || (!everTaken && (status === 400 || status === 403))
