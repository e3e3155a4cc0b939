export type FailureKind = "refused" | "unreachable" | "timeout" | "too-large" | "encoding" | "redirects"

/** Why nothing usable came back from another server. `transient` failures are worth another try later. */
export class NetworkFailure extends Error {
	override name = "NetworkFailure"
	readonly kind: FailureKind
	readonly transient: boolean
	constructor(kind: FailureKind, message: string, options: { transient?: boolean; cause?: unknown } = {}) {
		super(message, options.cause === undefined ? undefined : { cause: options.cause })
		this.kind = kind
		this.transient = options.transient ?? (kind === "unreachable" || kind === "timeout")
	}
}

const timeouts = new Set([
	"UND_ERR_CONNECT_TIMEOUT",
	"UND_ERR_HEADERS_TIMEOUT",
	"UND_ERR_BODY_TIMEOUT",
	"ETIMEDOUT",
	"ETIMEOUT",
])
const tooLarge = new Set(["UND_ERR_RES_EXCEEDED_MAX_SIZE", "UND_ERR_HEADERS_OVERFLOW", "HPE_HEADER_OVERFLOW"])

/** Any error of the network as a `NetworkFailure`; one found among its causes is kept as it is. */
export const asFailure = (error: unknown): NetworkFailure => {
	for (let at = error; at instanceof Error; at = at.cause) if (at instanceof NetworkFailure) return at
	const {
		name = "",
		code = "",
		message = "",
	} = (error ?? {}) as { name?: string; code?: string; message?: string }
	if (name === "TimeoutError" || timeouts.has(code)) {
		return new NetworkFailure("timeout", "no complete answer in time", { cause: error })
	}
	if (tooLarge.has(code)) return new NetworkFailure("too-large", "the answer was too large", { cause: error })
	return new NetworkFailure("unreachable", code || message || "no connection", { cause: error })
}

/** True when a body would need a decoder before it could be read. */
export const isEncoded = (header: string | string[] | undefined): boolean =>
	[header ?? []].flat().some((value) => !/^\s*(identity)?\s*$/i.test(value))
