import { createHash } from "node:crypto"
import { Readable } from "node:stream"
import { AwsV4Signer } from "aws4fetch"
import { type Dispatcher, Pool } from "undici"
import { limits } from "../limits.ts"
import { checkedName, type Listed, type Storage, type Stored } from "./storage.ts"

export type BucketSettings = {
	/** Where the service is; the bucket is the first part of its paths, or of its host's name. */
	endpoint: URL
	region: string
	bucket: string
	/** Before each name, like `snug/`; may be empty. */
	prefix: string
	pathStyle: boolean
	accessKeyId: string
	secretAccessKey: string
}

type Asked = { path: string; query?: Record<string, string>; body?: Uint8Array; range?: string }

/**
 * Files in a bucket of an S3 service (AWS, MinIO, Garage, R2 …). The operator names it, so it may be anywhere, this machine's
 * own network included; nobody else can make Snug ask it for anything but a file of ours.
 */
export const bucketStorage = (settings: BucketSettings, now: () => Date): Storage => {
	const { endpoint, bucket, prefix, pathStyle } = settings
	const base = new URL(pathStyle ? `${endpoint.pathname.replace(/\/$/, "")}/${bucket}/` : "/", endpoint)
	if (!pathStyle) base.hostname = `${bucket}.${endpoint.hostname}`
	const pool = new Pool(base.origin, {
		connections: limits.bucketConnections,
		headersTimeout: limits.bucketTime,
		bodyTimeout: limits.bucketTime,
	})

	const send = async (method: "GET" | "PUT" | "DELETE", { path, query, body, range }: Asked) => {
		const url = new URL(path, base)
		for (const [name, value] of Object.entries(query ?? {})) url.searchParams.set(name, value)
		const sum = createHash("sha256")
			.update(body ?? "")
			.digest("hex")
		const headers: Record<string, string> = { "x-amz-content-sha256": sum, ...(range && { range }) }
		const signed = await new AwsV4Signer({
			...{ method, url: url.href, headers, service: "s3", region: settings.region },
			...{ accessKeyId: settings.accessKeyId, secretAccessKey: settings.secretAccessKey },
			datetime: now()
				.toISOString()
				.replace(/[-:]|\.\d{3}/g, ""),
		}).sign()
		return pool.request({
			...{ method, path: signed.url.pathname + signed.url.search },
			headers: Object.fromEntries(signed.headers),
			body: body ? Buffer.from(body) : null,
		})
	}
	const ask = async (method: "GET" | "PUT" | "DELETE", asked: Asked): Promise<Dispatcher.ResponseData> => {
		const first = await send(method, asked).catch(() => null)
		if (first && first.statusCode < 500) return first
		await first?.body.dump()
		return send(method, asked)
	}
	const key = (name: string) => ({ path: `${prefix}${checkedName(name)}` })

	return {
		async put(name, bytes) {
			await settled(await ask("PUT", { ...key(name), body: bytes }), [200])
		},
		async get(name, part) {
			const last = part && part.last < Number.MAX_SAFE_INTEGER ? part.last : ""
			const answer = await ask("GET", { ...key(name), ...(part && { range: `bytes=${part.first}-${last}` }) })
			if (answer.statusCode === 416) {
				await answer.body.dump()
				const size = /\/(\d+)$/.exec([answer.headers["content-range"]].flat()[0] ?? "")?.[1]
				return { size: Number(size ?? 0), body: new ReadableStream({ start: (to) => to.close() }) }
			}
			if (![200, 206].includes(answer.statusCode)) {
				await settled(answer, [404])
				return null
			}
			const whole = /\/(\d+)$/.exec([answer.headers["content-range"]].flat()[0] ?? "")?.[1]
			const size = Number(whole ?? answer.headers["content-length"])
			return { size, body: Readable.toWeb(answer.body) as Stored["body"] }
		},
		async remove(name) {
			await settled(await ask("DELETE", key(name)), [200, 204, 404])
		},
		async *list() {
			for (let next: string | null = ""; next !== null; ) {
				const query: Record<string, string> = { "list-type": "2", prefix }
				if (next) query["continuation-token"] = next
				const answer = await ask("GET", { path: "", query })
				if (answer.statusCode !== 200) await settled(answer, [200])
				const page = await answer.body.text()
				yield* listedIn(page, prefix)
				next = /<NextContinuationToken>([^<]+)</.exec(page)?.[1] ?? null
			}
		},
		close: () => pool.destroy(),
	}
}

/** Reads an answer to its end. @throws when it is none of those that mean it was done. */
const settled = async ({ statusCode, body }: Dispatcher.ResponseData, good: number[]): Promise<void> => {
	const said = await body.text()
	if (good.includes(statusCode)) return
	const code = /<Code>(\w+)</.exec(said)?.[1] ?? ""
	throw new Error(`The S3 service answered ${statusCode} ${code}`.trim())
}

/** The files of one page of a listing (ListObjectsV2); names are ours, so nothing in them is escaped. */
const listedIn = (page: string, prefix: string): Listed[] =>
	[...page.matchAll(/<Contents>(.*?)<\/Contents>/gs)].flatMap(([, entry]) => {
		const part = (name: string) => new RegExp(`<${name}>([^<]*)<`).exec(entry!)?.[1] ?? ""
		const name = part("Key").slice(prefix.length)
		return name ? [{ name, bytes: Number(part("Size")), at: new Date(part("LastModified")) }] : []
	})
