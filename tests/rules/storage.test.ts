import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { ConfigError, readConfig } from "../../src/config.ts"
import { openStorage } from "../../src/storage/open-storage.ts"
import type { Storage } from "../../src/storage/storage.ts"
import { type S3, startS3 } from "../support/s3.ts"

let s3: S3
let folder: string
const open: Partial<Record<"a folder" | "a bucket", Storage>> = {}
const now = () => new Date()

beforeAll(async () => {
	s3 = await startS3()
	folder = await mkdtemp(join(tmpdir(), "snug-storage-"))
	open["a folder"] = await openStorage({ dataDir: folder, bucket: null }, now)
	open["a bucket"] = await openStorage({ dataDir: folder, bucket: readConfig(s3.settings).bucket }, now)
})
afterAll(async () => {
	await open["a bucket"]?.close()
	await s3?.stop()
	await rm(folder, { recursive: true, force: true })
})

const read = async (storage: Storage, name: string, part?: { first: number; last: number }) => {
	const stored = await storage.get(name, part)
	return stored && { size: stored.size, text: await new Response(stored.body).text() }
}

describe.each(["a folder", "a bucket"] as const)("%s", (kind) => {
	it("keeps files, gives them out whole and in parts, lists them and lets them go", async () => {
		const storage = open[kind]!
		expect(await read(storage, "nothing.webp")).toBeNull()
		for (const name of ["aa.webp", "ab.webp", "b_-c.small.webp"])
			await storage.put(name, Buffer.from(`of ${name}`))
		await storage.put("aa.webp", Buffer.from("another"))
		expect(await read(storage, "aa.webp")).toEqual({ size: 7, text: "another" })
		expect(await read(storage, "aa.webp", { first: 1, last: 3 })).toEqual({ size: 7, text: "not" })
		expect(await read(storage, "aa.webp", { first: 4, last: Number.MAX_SAFE_INTEGER })).toEqual({
			size: 7,
			text: "her",
		})
		expect((await read(storage, "aa.webp", { first: 70, last: 71 }))?.size).toBe(7)
		const listed = []
		for await (const { name, bytes, at } of storage.list())
			listed.push({ name, bytes, known: at.getTime() > 0 })
		expect(listed.sort((one, other) => (one.name < other.name ? -1 : 1))).toEqual([
			{ name: "aa.webp", bytes: 7, known: true },
			{ name: "ab.webp", bytes: 10, known: true },
			{ name: "b_-c.small.webp", bytes: 18, known: true },
		])
		await storage.remove("aa.webp")
		await storage.remove("aa.webp")
		expect(await read(storage, "aa.webp")).toBeNull()
	})

	it("takes no name that leads elsewhere", async () => {
		for (const name of ["../secret-key", "a/b", "", ".hidden", "a..b", "a\0b", `${"a".repeat(101)}`])
			await expect(open[kind]!.put(name, Buffer.alloc(1)), name).rejects.toThrow()
	})
})

describe("a bucket", () => {
	it("is asked by signed requests only, under its prefix, and once more when it stumbles", async () => {
		s3.stumble(1)
		await open["a bucket"]!.put("once.webp", Buffer.from("more"))
		expect(s3.files.has("snug/once.webp")).toBe(true)
		expect(s3.asked.map(({ status }) => status)).not.toContain(403)
		s3.stumble(2)
		await expect(open["a bucket"]!.put("twice.webp", Buffer.from("x"))).rejects.toThrow("503 SlowDown")
	})

	it("says when its key is not the right one", async () => {
		const { bucket } = readConfig({ ...s3.settings, S3_SECRET_ACCESS_KEY: "another" })
		const storage = await openStorage({ dataDir: folder, bucket }, now)
		await expect(storage.put("a.webp", Buffer.from("x"))).rejects.toThrow("403 SignatureDoesNotMatch")
		await expect(storage.get("a.webp")).rejects.toThrow("403")
		await storage.close()
	})

	it("is set up whole, or Snug does not start", () => {
		expect(() => readConfig({ STORAGE: "s3", S3_BUCKET: "pictures" })).toThrow(ConfigError)
		const aws = readConfig({
			STORAGE: "s3",
			S3_REGION: "eu-west-1",
			S3_BUCKET: "pictures",
			AWS_ACCESS_KEY_ID: "a",
			AWS_SECRET_ACCESS_KEY: "b",
		})
		expect(aws.bucket).toMatchObject({ pathStyle: false, accessKeyId: "a", secretAccessKey: "b" })
		expect(aws.bucket?.endpoint.href).toBe("https://s3.eu-west-1.amazonaws.com/")
	})
})
