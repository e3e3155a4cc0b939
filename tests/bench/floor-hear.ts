import { createHash, createPublicKey, type KeyObject, verify } from "node:crypto"
import type { AddressInfo } from "node:net"
import { serve } from "@hono/node-server"
import { type Context, Hono } from "hono"
import type { Sql } from "postgres"
import { answerWith } from "./child.ts"
import { openSql } from "./cluster.ts"

// The least that a server can do with an activity and still have it: verify the signature by hand, and keep two rows.
type Waiting = { uri: string; body: string; kept(): void; failed(error: unknown): void }

const rowsAtOnce = 128
const batchesAtOnce = 2
const fields = /keyId="([^"]+)".*headers="([^"]+)".*signature="([^"]+)"/
const keys = new Map<string, KeyObject>()
let sql: Sql
let waiting: Waiting[] = []
let underWay = 0

const receive = async (c: Context): Promise<Response> => {
	const body = Buffer.from(await c.req.arrayBuffer())
	const [, keyId, covered, signature] = fields.exec(c.req.header("signature") ?? "") ?? []
	const key = keys.get(keyId ?? "")
	const digest = `SHA-256=${createHash("sha256").update(body).digest("base64")}`
	if (!key || c.req.header("digest") !== digest) return c.text("no", 401)
	const line = (name: string) =>
		name === "(request-target)" ? `${name}: post ${c.req.path}` : `${name}: ${c.req.header(name)}`
	const signed = Buffer.from(covered!.split(" ").map(line).join("\n"))
	if (!verify("sha256", signed, key, Buffer.from(signature!, "base64"))) return c.text("no", 401)
	const text = body.toString()
	const activity = JSON.parse(text) as { id: string; actor: string }
	if (activity.actor !== keyId!.split("#")[0]) return c.text("no", 401)
	await keep(activity.id, text)
	return c.body(null, 202)
}

const keep = (uri: string, body: string): Promise<void> =>
	new Promise((kept, failed) => {
		waiting.push({ uri, body, kept, failed })
		if (waiting.length === 1) setImmediate(flush)
	})

const flush = async (): Promise<void> => {
	if (underWay >= batchesAtOnce || waiting.length === 0) return
	underWay++
	const batch = waiting.slice(0, rowsAtOnce)
	waiting = waiting.slice(rowsAtOnce)
	try {
		await sql`
			with kept as (
				insert into floor_heard (uri, body)
				select * from unnest(${batch.map(({ uri }) => uri)}::text[], ${batch.map(({ body }) => body)}::text[])
				on conflict do nothing returning id)
			insert into floor_log (heard) select id from kept`
		for (const { kept } of batch) kept()
	} catch (error) {
		for (const { failed } of batch) failed(error)
	}
	underWay--
	void flush()
}

const open = async (given: { url: string; keys: [string, string][] }): Promise<string> => {
	for (const [id, pem] of given.keys) keys.set(id, createPublicKey(pem))
	sql = openSql(given.url, batchesAtOnce)
	await sql`create table floor_heard (id bigint generated always as identity primary key, uri text not null unique, body text not null)`
	await sql`create table floor_log (position bigint generated always as identity primary key, heard bigint not null)`
	const app = new Hono()
	app.post("/inbox", receive)
	return new Promise((resolve) => {
		const server = serve({ fetch: app.fetch, port: 0, hostname: "127.0.0.1" }, () =>
			resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`),
		)
	})
}

answerWith({ open, kept: async () => Number((await sql`select count(*) from floor_log`)[0]!.count) })
