import { mkdtemp, rm } from "node:fs/promises"
import { connect, createServer, type Socket } from "node:net"
import { join } from "node:path"
import { readDatabaseUrl } from "../../db/database-url.ts"

/** What the link does with bytes on their way to the server: pass them, pass them and then break, or fall silent. */
type Behaviour = (sent: string) => "pass" | "break" | "silent"

/** A link to a database that a test can break. `url` is the database through it. */
export const startProxy = async (url: string) => {
	const target = readDatabaseUrl(url)
	const folder = await mkdtemp("/tmp/snug-proxy-")
	const open = new Set<Socket>()
	const proxy = { url: "", behave: (() => "pass") as Behaviour, close: async () => {} }
	const server = createServer((near) => {
		const far = target.path ? connect(target.path) : connect(target.port, target.host)
		let silent = false
		open.add(near).add(far)
		near.on("data", (bytes) => {
			const how = proxy.behave(bytes.toString("latin1"))
			silent ||= how === "silent"
			far.write(bytes)
			// the server gets it, the client never hears of it
			if (how === "break") far.once("data", () => near.destroy())
			if (how === "break") silent = true
		})
		far.on("data", (bytes) => !silent && near.write(bytes))
		near.on("error", () => {}).on("close", () => far.destroy())
		far.on("error", () => {}).on("close", () => !silent && near.destroy())
	})
	await new Promise<void>((resolve) => server.listen(join(folder, ".s.PGSQL.5432"), resolve))
	const through = new URL(url)
	through.searchParams.set("host", folder)
	through.searchParams.set("port", "5432")
	proxy.url = through.href
	proxy.close = async () => {
		for (const socket of open) socket.destroy()
		await new Promise((resolve) => server.close(resolve))
		await rm(folder, { recursive: true, force: true })
	}
	return proxy
}
