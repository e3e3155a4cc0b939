import { createServer, type IncomingHttpHeaders, request, type Server } from "node:http"

/** What a web server in front of Snug may do to requests on their way, well or badly. */
type Manners = {
	/** Changes what is asked, before it is handed on; hands on as it came unless told. */
	path?: (path: string) => string
	headers?: (headers: IncomingHttpHeaders, from: string) => IncomingHttpHeaders
	/** Answers itself, as a cache would or a server that is not meant. */
	answer?: (
		path: string,
		accept: string,
	) => { status: number; headers: Record<string, string>; body: string } | null
}

/** As nginx and Caddy do: who asked is added at the end. */
const polite = (headers: IncomingHttpHeaders, from: string): IncomingHttpHeaders => ({
	...headers,
	"x-forwarded-for": [headers["x-forwarded-for"], from].filter(Boolean).join(", "),
})

export type FrontServer = { manners: Manners; close(): Promise<void> }

/** A web server on `port` of this machine that hands everything on to `target`, with manners that a test may change. */
export const startProxy = async (port: number, target: number): Promise<FrontServer> => {
	const proxy: FrontServer = { manners: {}, close: () => closeOf(server) }
	const server = createServer((asked, answer) => {
		const { path = (same) => same, headers = polite, answer: own } = proxy.manners
		const said = own?.(asked.url!, asked.headers.accept ?? "")
		if (said) {
			answer.writeHead(said.status, said.headers).end(said.body)
			return
		}
		const onward = request({
			host: "127.0.0.1",
			port: target,
			method: asked.method!,
			path: path(asked.url!),
			headers: headers(asked.headers, asked.socket.remoteAddress ?? ""),
		})
		onward.on("response", (got) => got.pipe(answer.writeHead(got.statusCode!, got.headers)))
		onward.on("error", () => answer.writeHead(502).end())
		asked.pipe(onward)
	})
	await new Promise<void>((resolve) => server.listen(port, "localhost", resolve))
	return proxy
}

const closeOf = (server: Server): Promise<void> =>
	new Promise((resolve) => {
		server.close(() => resolve())
		server.closeAllConnections()
	})
