import type { Dispatcher } from "undici"
import { isEncoded, NetworkFailure } from "./network-failure.ts"

type Handler = Dispatcher.DispatchHandler

/** For requests made by the global `fetch`: refuses encoded bodies before a decoder sees them, and ends in time. */
export const holdStrayFetch =
	(deadline: number): Dispatcher.DispatcherComposeInterceptor =>
	(dispatch) =>
	(options, handler) =>
		dispatch({ ...options, headers: withoutEncodings(options.headers) }, watched(handler, deadline))

const withoutEncodings = (headers: Dispatcher.DispatchOptions["headers"]): Record<string, string> => {
	const pairs = Array.isArray(headers)
		? headers.flatMap((_, index) => (index % 2 ? [] : [[headers[index]!, headers[index + 1]!]]))
		: Object.entries((headers ?? {}) as Record<string, string>)
	const kept = pairs.filter(([name]) => name!.toLowerCase() !== "accept-encoding")
	return { ...Object.fromEntries(kept), "accept-encoding": "identity" }
}

const watched = (handler: Handler, deadline: number): Handler => {
	let timer: NodeJS.Timeout | undefined
	return {
		onRequestStart(controller, context) {
			clearTimeout(timer)
			timer = setTimeout(() => {
				controller.abort(new NetworkFailure("timeout", "no complete answer in time"))
			}, deadline).unref()
			handler.onRequestStart?.(controller, context)
		},
		onRequestUpgrade(controller, status, headers, socket) {
			handler.onRequestUpgrade?.(controller, status, headers, socket)
		},
		onResponseStart(controller, status, headers, text) {
			if (isEncoded(headers["content-encoding"]))
				throw new NetworkFailure("encoding", "an encoded body was refused")
			handler.onResponseStart?.(controller, status, headers, text)
		},
		onResponseData(controller, chunk) {
			handler.onResponseData?.(controller, chunk)
		},
		onResponseEnd(controller, trailers) {
			clearTimeout(timer)
			handler.onResponseEnd?.(controller, trailers)
		},
		onResponseError(controller, error) {
			clearTimeout(timer)
			handler.onResponseError?.(controller, error)
		},
	}
}
