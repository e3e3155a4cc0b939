import { createServer } from "node:net"

/** A port of this machine that nobody listens on now; the wished one if it is free. */
export const freePort = async (wished?: number): Promise<number> => {
	for (let port = wished ?? random(); ; port = random()) if (await isFree(port)) return port
}

// Below the range the system hands out by itself, so that nobody gets it in between.
const random = (): number => 10_000 + Math.floor(Math.random() * 10_000)

const isFree = (port: number): Promise<boolean> =>
	new Promise((resolve) => {
		const probe = createServer()
		probe.once("error", () => resolve(false))
		probe.listen(port, "127.0.0.1", () => probe.close(() => resolve(true)))
	})
