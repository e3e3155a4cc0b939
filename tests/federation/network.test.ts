import { generateKeyPairSync } from "node:crypto"
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http"
import { type AddressInfo, createServer as createListener } from "node:net"
import { brotliCompressSync } from "node:zlib"
import { verifyRequestDetailed } from "@fedify/fedify/sig"
import { CryptographicKey } from "@fedify/fedify/vocab"
import { afterAll, describe, expect, it } from "vitest"
import { type Address, isPublicAddress } from "../../federation/plumbing/addresses.ts"
import {
	createNetwork,
	getDocument,
	type Network,
	NetworkFailure,
	readBody,
} from "../../federation/plumbing/network.ts"
import { dialectOf, readNodeInfo } from "../../federation/plumbing/nodeinfo-reader.ts"
import { digestOf, type SigningKey, signCavage, signRfc9421 } from "../../federation/plumbing/sign.ts"
import "../../src/temporal.ts"

const closing: (() => unknown)[] = []
afterAll(async () => {
	for (const close of closing) await close()
})

const open = (options: Partial<Parameters<typeof createNetwork>[0]> = {}): Network => {
	const network = createNetwork({ allowPrivateAddress: true, userAgent: "Snug-test", ...options })
	closing.push(() => network.close())
	return network
}

type Serve = (request: IncomingMessage, response: ServerResponse) => void
const serve = async (handler: Serve, host = "127.0.0.1"): Promise<URL> => {
	const server: Server = createServer(handler)
	await new Promise<void>((resolve) => server.listen(0, host, resolve))
	closing.push(() => {
		server.closeAllConnections()
		server.close()
	})
	return new URL(
		`http://${host.includes(":") ? `[${host}]` : host}:${(server.address() as AddressInfo).port}/`,
	)
}

/** A bare listener that must never be connected to. */
const canary = async (): Promise<{ port: number; connects: () => number }> => {
	let connects = 0
	const listener = createListener((socket) => {
		connects++
		socket.destroy()
	})
	await new Promise<void>((resolve) => listener.listen(0, "127.0.0.1", resolve))
	closing.push(() => listener.close())
	return { port: (listener.address() as AddressInfo).port, connects: () => connects }
}

const get = (network: Network, url: string | URL) =>
	network.fetch({ method: "GET", url: new URL(url), headers: {} }).then(
		(answer) => answer.statusCode,
		(error: unknown) => {
			if (!(error instanceof NetworkFailure)) throw error
			return error.kind
		},
	)

describe("addresses", () => {
	it.each(
		`127.0.0.1 10.1.2.3 172.16.0.1 172.31.255.255 192.168.0.1 169.254.169.254 100.64.0.1 0.0.0.0 0.1.2.3
		192.0.0.8 192.0.2.1 198.18.0.1 198.51.100.9 203.0.113.1 192.88.99.1 224.0.0.1 240.0.0.1 255.255.255.255
		::1 :: fe80::1 fe80::1%eth0 fc00::1 fd12::1 ff02::1 fec0::1 ::ffff:127.0.0.1 ::ffff:8.8.8.8 ::8.8.8.8 64:ff9b::7f00:1
		64:ff9b:1::1 2002:7f00:1::1 2001::1 2001:10::1 2001:db8::1 3fff::1 100::1 5f00::1 localhost 127.1`.split(
			/\s+/,
		),
	)("%s is not public", (address) => expect(isPublicAddress(address)).toBe(false))
	it.each(["8.8.8.8", "1.1.1.1", "172.32.0.1", "100.128.0.1", "2606:4700::1111", "2a00:1450::1"])(
		"%s is public",
		(address) => expect(isPublicAddress(address)).toBe(true),
	)
})

describe("the guard of a server in earnest", () => {
	const spellings =
		`http://example.com/ https://127.0.0.1/ https://127.1/ https://0177.0.0.1/ https://2130706433/ https://0x7f.1/
		https://[::1]/ https://[::ffff:127.0.0.1]/ https://[::ffff:7f00:1]/ https://0.0.0.0/ https://169.254.169.254/ https://10.0.0.1/
		https://[fe80::1]/ https://[fc00::1]/ https://[64:ff9b::7f00:1]/ https://localhost/ https://localhost./ https://a.localhost/
		https://localhost.localdomain/ https://db/ https://x.internal/ https://example.com./ https://example.com:8443/
		https://example.com:80/ https://user:pass@example.com/ https://user@example.com/ ftp://example.com/ file:///etc/passwd
		data:text/plain,hi`.split(/\s+/)

	it.each(spellings)("refuses %s before any name is resolved", async (url) => {
		let resolved = 0
		const resolve = async () => {
			resolved++
			return []
		}
		const network = open({ allowPrivateAddress: false, resolve })
		expect(await get(network, url)).toBe("refused")
		expect(resolved).toBe(0)
	})

	it.each(["127.0.0.1", "::1", "10.0.0.7", "169.254.169.254", "64:ff9b::1"])(
		"refuses a name that leads to %s",
		async (address) => {
			const family = address.includes(":") ? 6 : 4
			const network = open({ allowPrivateAddress: false, resolve: async () => [{ address, family }] })
			expect(await get(network, "https://evil.example/")).toBe("refused")
		},
	)

	it("connects to the very address it checked: a name that changes later changes nothing", async () => {
		const trap = await canary()
		const good = await serve((_, response) => response.end(), "127.0.0.2")
		const answers: Address[][] = [[{ address: "127.0.0.2", family: 4 }]]
		let resolved = 0
		const resolve = async () => {
			resolved++
			return answers.shift() ?? [{ address: "127.0.0.1", family: 4 as const }]
		}
		expect(await get(open({ resolve }), `http://rebind.example:${good.port}/`)).toBe(200)
		expect(resolved).toBe(1)
		const earnest = open({ allowPrivateAddress: false, resolve })
		expect(await get(earnest, "https://rebind.example/")).toBe("refused")
		expect(trap.connects()).toBe(0)
	})

	it("holds the global fetch as well", async () => {
		const trap = await canary()
		open({ allowPrivateAddress: false })
		await expect(fetch(`http://127.0.0.1:${trap.port}/`)).rejects.toThrow()
		await expect(fetch(`https://localhost:${trap.port}/`)).rejects.toThrow()
		expect(trap.connects()).toBe(0)
	})
})

describe("the guard of a trial", () => {
	it("speaks http with loopback, ports included, and with nothing else", async () => {
		const url = await serve((_, response) => response.end("hello"))
		const network = open()
		expect(await get(network, url)).toBe(200)
		expect(await get(network, `http://localhost:${url.port}/`)).toBe(200)
		expect(await get(network, `http://10.0.0.1:${url.port}/`)).toBe("refused")
		const elsewhere = open({ resolve: async () => [{ address: "10.0.0.1", family: 4 }] })
		expect(await get(elsewhere, "http://peer.example:4000/")).toBe("refused")
	})

	it("says who it is and asks for nothing encoded", async () => {
		let seen: IncomingMessage["headers"] = {}
		const url = await serve((request, response) => {
			seen = request.headers
			response.end()
		})
		await get(open(), url)
		expect(seen).toMatchObject({ "user-agent": "Snug-test", "accept-encoding": "identity", host: url.host })
	})
})

describe("limits of an answer", () => {
	it.each(["br", "gzip", "deflate", "GZIP, br"])("refuses Content-Encoding %s", async (encoding) => {
		const body = brotliCompressSync("hello")
		const url = await serve((_, response) => response.setHeader("content-encoding", encoding).end(body))
		expect(await get(open(), url)).toBe("encoding")
		await expect(fetch(url)).rejects.toThrow()
	})

	it("lets the global fetch read what is plain", async () => {
		const url = await serve((request, response) => response.end(request.headers["accept-encoding"]))
		open()
		expect(await (await fetch(url, { headers: { "accept-encoding": "br" } })).text()).toBe("identity")
	})

	it("stops at a megabyte, announced or not", async () => {
		const chunk = Buffer.alloc(64 * 1024, "x")
		const url = await serve((request, response) => {
			if (request.url === "/announced") response.setHeader("content-length", 64 * chunk.length)
			for (let index = 0; index < 64; index++) response.write(chunk)
			response.end()
		})
		for (const path of ["/announced", "/unannounced"]) {
			const failure = await getDocument(open(), new URL(path, url), { accept: "*/*" }).catch((error) => error)
			expect(failure).toMatchObject({ name: "NetworkFailure", kind: "too-large" })
		}
	})

	it("ends an exchange that dribbles", async () => {
		const url = await serve((request, response) => {
			if (request.url === "/silent") return
			const timer = setInterval(() => response.write("x"), 50)
			response.on("close", () => clearInterval(timer))
		})
		const network = open({ deadline: 400 })
		expect(await get(network, new URL("/silent", url))).toBe("timeout")
		const answer = await network.fetch({ method: "GET", url: new URL("/slow", url), headers: {} })
		await expect(readBody(answer, 1e6)).rejects.toMatchObject({ kind: "timeout", transient: true })
	})

	it("says when nobody answers", async () => {
		const network = open()
		const dead = await serve(() => {})
		const port = dead.port
		await closing.pop()!()
		await closing.pop()
		expect(await get(network, `http://127.0.0.1:${port}/`)).toBe("unreachable")
	})
})

describe("documents", () => {
	it("follows a few redirects, signing each hop, and says where it ended", async () => {
		const seen: string[] = []
		const url = await serve((request, response) => {
			seen.push(`${request.url} ${request.headers.signature}`)
			if (request.url === "/a") response.writeHead(302, { location: "/b" }).end()
			else response.setHeader("content-type", "application/activity+json").end("{}")
		})
		const sign = async (at: URL) => ({ signature: at.pathname })
		const found = await getDocument(open(), new URL("/a", url), { accept: "*/*", sign })
		expect(seen).toEqual(["/a /a", "/b /b"])
		expect(found).toMatchObject({ status: 200, contentType: "application/activity+json" })
		expect(found.finalUrl.pathname).toBe("/b")
	})

	it("gives a loop up after three hops", async () => {
		let requests = 0
		const url = await serve((_, response) => {
			requests++
			response.writeHead(301, { location: "/" }).end()
		})
		await expect(getDocument(open(), url, { accept: "*/*" })).rejects.toMatchObject({ kind: "redirects" })
		expect(requests).toBe(4)
	})

	it("does not go where a redirect must not lead", async () => {
		const url = await serve((_, response) => response.writeHead(302, { location: "http://10.0.0.1/" }).end())
		await expect(getDocument(open(), url, { accept: "*/*" })).rejects.toMatchObject({ kind: "refused" })
	})
})

describe("NodeInfo", () => {
	const ports = { failpoint: () => {} }
	const rel = "http://nodeinfo.diaspora.software/ns/schema/2.0"
	const host = (href: (own: URL) => string, software: unknown = { name: "Lemmy", version: "0.19.9" }) =>
		serve((request, response) => {
			const own = new URL(`http://${request.headers.host}`)
			response.end(
				JSON.stringify(request.url === "/n/2.0" ? { software } : { links: [{ rel, href: href(own) }] }),
			)
		})

	it("is read and tells the dialect", async () => {
		const url = await host((own) => `${own}n/2.0`)
		expect(await readNodeInfo(open(), ports, url.host)).toEqual({ software: "lemmy", version: "0.19.9" })
		expect([dialectOf("lemmy"), dialectOf("mastodon"), dialectOf(null)]).toEqual([
			"threadiverse",
			"microblog",
			"microblog",
		])
	})

	it("is not looked for on another host, nor read when it makes no sense", async () => {
		const trap = await canary()
		const elsewhere = await host(() => `http://127.0.0.1:${trap.port}/n/2.0`)
		expect(await readNodeInfo(open(), ports, elsewhere.host)).toBeNull()
		expect(trap.connects()).toBe(0)
		expect(await readNodeInfo(open(), ports, (await host(() => "data:,x")).host)).toBeNull()
		expect(
			await readNodeInfo(open(), ports, (await host((own) => `${own}n/2.0`, { name: 7 })).host),
		).toBeNull()
		expect(await readNodeInfo(open(), ports, "not a host")).toBeNull()
	})
})

describe("signatures", () => {
	const pair = generateKeyPairSync("rsa", { modulusLength: 2048 })
	const keyId = "https://snug.example/ap/groups/1#main-key"
	const key: SigningKey = { keyId, privateKey: pair.privateKey }
	const body = Buffer.from('{"type":"Announce"}')
	const content = { digest: digestOf(body), type: "application/activity+json" }
	const url = new URL("https://peer.example/inbox")

	const verify = async (request: Request) => {
		const publicKey = await crypto.subtle.importKey(
			"spki",
			pair.publicKey.export({ type: "spki", format: "der" }),
			{ name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" },
			true,
			["verify"],
		)
		const found = new CryptographicKey({
			id: new URL(keyId),
			owner: new URL("https://snug.example/ap/groups/1"),
			publicKey,
		})
		const keyCache = { get: async () => found, set: async () => {} }
		const documentLoader = async () => Promise.reject(new Error("nothing is fetched"))
		return verifyRequestDetailed(request, { keyCache, documentLoader, contextLoader: documentLoader })
	}

	it.each([
		["draft-cavage", signCavage],
		["RFC 9421", signRfc9421],
	])("by %s are good for the request they were made for, and for no other", async (_, sign) => {
		const headers = await sign({ method: "POST", url, date: new Date(), content }, key)
		const sent = { ...headers, host: url.host }
		expect((await verify(new Request(url, { method: "POST", headers: sent, body }))).verified).toBe(true)
		const other = new URL("https://peer.example/other")
		expect((await verify(new Request(other, { method: "POST", headers: sent, body }))).verified).toBe(false)
		const changed = Buffer.from('{"type":"Delete"}')
		expect((await verify(new Request(url, { method: "POST", headers: sent, body: changed }))).verified).toBe(
			false,
		)
	})

	it("cover the query of the address", async () => {
		const asked = new URL("https://peer.example/inbox?x=1")
		const parts = { method: "POST" as const, date: new Date(), content }
		const plain = await signRfc9421({ ...parts, url: asked }, key)
		const sent = { ...plain, host: url.host }
		expect((await verify(new Request(asked, { method: "POST", headers: sent, body }))).verified).toBe(true)
		expect((await verify(new Request(url, { method: "POST", headers: sent, body }))).verified).toBe(false)
	})

	it("cover host, date and accept of a GET", async () => {
		const headers = await signCavage(
			{ method: "GET", url, date: new Date(0), accept: "application/activity+json" },
			key,
		)
		expect(headers.signature).toContain('headers="(request-target) host date accept"')
		expect(headers).toMatchObject({
			date: "Thu, 01 Jan 1970 00:00:00 GMT",
			accept: "application/activity+json",
		})
	})
})
