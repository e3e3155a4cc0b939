import { createHash, createHmac, timingSafeEqual } from "node:crypto"
import { createServer, type IncomingMessage } from "node:http"
import type { AddressInfo } from "node:net"

/** What the service was asked for, and what it answered. */
type Asked = { method: string; path: string; status: number }

export type S3 = {
	settings: Record<string, string>
	files: Map<string, Buffer>
	asked: Asked[]
	/** So many of the next requests are answered 503. */
	stumble(times: number): void
	stop(): Promise<void>
}

const [id, secret, region, bucket] = ["an id", "a secret of the tests", "garage", "pictures"]
const sha = (bytes: string | Buffer): string => createHash("sha256").update(bytes).digest("hex")
const hmac = (key: string | Buffer, text: string): Buffer => createHmac("sha256", key).update(text).digest()
const escaped = (text: string): string =>
	encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)

/** Whether a request is signed by us (AWS Signature Version 4), its time and its body included. Written from the specification. */
const isSigned = ({ method, url, headers }: IncomingMessage, body: Buffer): boolean => {
	const said =
		/^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, SignedHeaders=([^,]+), Signature=([0-9a-f]{64})$/
	const [, whose, day, where, names, signature] = said.exec(headers.authorization ?? "") ?? []
	const at = String(headers["x-amz-date"] ?? "")
	if (!signature || whose !== id || where !== region || !at.startsWith(day!)) return false
	if (headers["x-amz-content-sha256"] !== sha(body) || !names!.split(";").includes("x-amz-content-sha256"))
		return false
	const { pathname, searchParams } = new URL(url!, "http://s3")
	const query = [...searchParams]
		.map(([name, value]) => `${escaped(name)}=${escaped(value)}`)
		.sort()
		.join("&")
	const signed = names!
		.split(";")
		.map((name) => `${name}:${String(headers[name]).trim()}\n`)
		.join("")
	const request = [method, pathname, query, signed, names, sha(body)].join("\n")
	const text = ["AWS4-HMAC-SHA256", at, `${day}/${region}/s3/aws4_request`, sha(request)].join("\n")
	const key = ["s3", "aws4_request"].reduce(hmac, hmac(hmac(`AWS4${secret}`, day!), region!))
	return timingSafeEqual(Buffer.from(signature), Buffer.from(hmac(key, text).toString("hex")))
}

/** A small S3 service with one bucket: it keeps files, believes nobody's signature unseen, and lists two files to a page. */
export const startS3 = async (): Promise<S3> => {
	const files = new Map<string, Buffer>()
	const asked: Asked[] = []
	let stumbles = 0
	const server = createServer(async (request, answer) => {
		const chunks: Buffer[] = []
		for await (const chunk of request) chunks.push(chunk as Buffer)
		const body = Buffer.concat(chunks)
		const { pathname, searchParams } = new URL(request.url!, "http://s3")
		const say = (
			status: number,
			content: string | Buffer = "",
			headers: Record<string, string | number> = {},
		) => {
			asked.push({ method: request.method!, path: pathname, status })
			answer.writeHead(status, { "content-length": Buffer.byteLength(content), ...headers }).end(content)
		}
		if (stumbles > 0 && stumbles--) return say(503, "<Error><Code>SlowDown</Code></Error>")
		if (!isSigned(request, body)) return say(403, "<Error><Code>SignatureDoesNotMatch</Code></Error>")
		if (!pathname.startsWith(`/${bucket}/`)) return say(404, "<Error><Code>NoSuchBucket</Code></Error>")
		const key = decodeURIComponent(pathname.slice(bucket!.length + 2))
		if (request.method === "PUT") {
			files.set(key, body)
			return say(200)
		}
		if (request.method === "DELETE") {
			files.delete(key)
			return say(204)
		}
		if (key === "" && searchParams.get("list-type") === "2") return say(200, listing(files, searchParams))
		const file = files.get(key)
		if (!file) return say(404, "<Error><Code>NoSuchKey</Code></Error>")
		const [, first, last] = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? "") ?? []
		if (first === undefined) return say(200, file)
		if (Number(first) >= file.length) return say(416, "", { "content-range": `bytes */${file.length}` })
		const part = file.subarray(Number(first), last ? Number(last) + 1 : undefined)
		say(206, part, { "content-range": `bytes ${first}-${Number(first) + part.length - 1}/${file.length}` })
	})
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
	return {
		files,
		asked,
		settings: {
			STORAGE: "s3",
			S3_ENDPOINT: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
			S3_REGION: region!,
			S3_BUCKET: bucket!,
			S3_PREFIX: "snug/",
			S3_ACCESS_KEY_ID: id!,
			S3_SECRET_ACCESS_KEY: secret!,
		},
		stumble(times) {
			stumbles = times
		},
		async stop() {
			server.closeAllConnections()
			await new Promise((resolve) => server.close(resolve))
		},
	}
}

const listing = (files: Map<string, Buffer>, asked: URLSearchParams): string => {
	const names = [...files.keys()].filter((name) => name.startsWith(asked.get("prefix") ?? "")).sort()
	const from = names.indexOf(asked.get("continuation-token") ?? names[0] ?? "")
	const page = names.slice(Math.max(0, from), Math.max(0, from) + 2)
	const next = names[Math.max(0, from) + 2]
	const entries = page.map(
		(name) =>
			`<Contents><Key>${name}</Key><LastModified>2026-11-01T00:00:00.000Z</LastModified><Size>${files.get(name)!.length}</Size></Contents>`,
	)
	return `<?xml version="1.0"?><ListBucketResult>${entries.join("")}${next ? `<NextContinuationToken>${next}</NextContinuationToken>` : ""}</ListBucketResult>`
}
