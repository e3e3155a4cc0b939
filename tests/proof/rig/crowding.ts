import { readFileSync } from "node:fs"
import { createServer } from "node:http"
import type { AddressInfo } from "node:net"

const megabyte = 1_000_000

/** Bodies that cost more to take in than to send: wide, deep, empty and too long (DOS-01, DOS-02, DOS-03). */
const bodies: string[] = [
	`{"type":"Create","actor":"http://localhost/x","tag":[${"1,".repeat(400_000)}1]}`,
	`{"type":"Create","actor":"http://localhost/x","object":${"[".repeat(100_000)}`,
	" ".repeat(megabyte - 1),
	"x".repeat(2 * megabyte),
]

/**
 * Brings what is made to fill a server's memory, from so many senders at once, until it is told to stop: bodies as large as
 * they may be, and keys that lead to documents without an end (NET-24).
 */
export const startCrowding = async (
	inbox: string,
	senders: number,
): Promise<{ brought(): number; stop(): Promise<void> }> => {
	const endless = createServer((_, response) => {
		response.writeHead(200, { "content-type": "application/activity+json" })
		const piece = Buffer.alloc(64_000, 0x20)
		const go = (): unknown => (response.write(piece) ? setImmediate(go) : response.once("drain", go))
		response.once("close", () => response.destroy())
		go()
	})
	await new Promise<void>((resolve) => endless.listen(0, resolve))
	const { port } = endless.address() as AddressInfo
	let [brought, stopped] = [0, false]
	const sender = async (nth: number): Promise<void> => {
		for (let turn = nth; !stopped; turn++) {
			const actor = `http://localhost:${port}/users/${turn}`
			const isKey = turn % 5 === 4
			const body = isKey
				? JSON.stringify({ id: `${actor}/1`, type: "Like", actor, object: actor })
				: bodies[turn % 5]!
			const headers: Record<string, string> = { "content-type": "application/activity+json" }
			if (isKey) {
				headers.digest = "SHA-256=AAAA"
				headers.signature = `keyId="${actor}#k",algorithm="rsa-sha256",headers="(request-target) host date digest",signature="AAAA"`
			}
			const signal = AbortSignal.timeout(20_000)
			await fetch(inbox, {
				method: "POST",
				headers: { ...headers, date: new Date().toUTCString() },
				body,
				signal,
			})
				.then((answer) => answer.arrayBuffer())
				.catch(() => {})
			brought++
		}
	}
	const all = Array.from({ length: senders }, (_, nth) => sender(nth))
	return {
		brought: () => brought,
		async stop() {
			stopped = true
			await Promise.all(all)
			endless.closeAllConnections()
			await new Promise((resolve) => endless.close(resolve))
		},
	}
}

/** The most memory a process has had so far, in megabytes; null where that cannot be seen. */
export const mostMemory = (pid: number): number | null => {
	try {
		const peak = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))
		return peak ? Math.round(Number(peak[1]) / 1024) : null
	} catch {
		return null
	}
}
