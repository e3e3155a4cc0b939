import type { AddressInfo } from "node:net"
import { serve } from "@hono/node-server"
import { Hono } from "hono"
import { answerWith } from "./child.ts"
import type { Recipe } from "./reads.ts"

// The least that a server can do to answer a GET: the same bytes and headers, known by heart.
const open = ({ path, headers, body, etag }: Recipe): Promise<string> => {
	const app = new Hono()
	app.get(path, (c) =>
		etag && c.req.header("if-none-match") === etag ? c.body(null, 304, headers) : c.body(body, 200, headers),
	)
	return new Promise((resolve) => {
		const server = serve({ fetch: app.fetch, port: 0, hostname: "127.0.0.1" }, () =>
			resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`),
		)
	})
}

answerWith({ open })
