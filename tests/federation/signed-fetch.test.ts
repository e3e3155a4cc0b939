import { mkdtemp, writeFile } from "node:fs/promises"
import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { sql } from "drizzle-orm"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { type Connection, connect } from "../../db/connect.ts"
import { followersDigest } from "../../federation/followers-digest.ts"
import { type Circle, startCircleHere } from "../support/circle.ts"
import { eventually } from "../support/eventually.ts"
import { exchange } from "../support/peer/exchange.ts"
import { signedHeaders } from "../support/peer/signatures/sign.ts"
import { type Json, type Peer, type Person, startPeer } from "../support/peer.ts"

const accept = "application/activity+json"

/** A server that answers with these documents, whatever they claim to be. */
const startLiar = async (documentsAt: (origin: string) => Record<string, Json>) => {
	let documents: Record<string, Json> = {}
	const server = createServer((request, response) => {
		const document = documents[request.url ?? ""]
		response.writeHead(document ? 200 : 404, { "content-type": accept })
		response.end(document ? JSON.stringify(document) : "")
	})
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
	const origin = `http://localhost:${(server.address() as AddressInfo).port}`
	documents = documentsAt(origin)
	return { origin, stop: () => new Promise<void>((resolve) => server.close(() => resolve())) }
}

describe("what others must sign for", () => {
	let circle: Circle
	let connection: Connection
	let stranger: Peer
	let tea: Json

	beforeAll(async () => {
		circle = await startCircleHere()
		await circle.gather()
		tea = circle.tea
		connection = connect(circle.snug.databaseUrl, { size: 1 })
		stranger = await startPeer({ software: "mastodon" })
	})
	afterAll(async () => {
		await connection?.close()
		await Promise.all([circle?.close(), stranger?.stop()])
	})

	const address = (path: string) => new URL(path, circle.snug.origin).href
	const ask = async (path: string, headers: Record<string, string> = {}) => {
		const answer = await exchange("GET", address(path), { accept, ...headers })
		const text = answer.bytes.toString()
		return { ...answer, text, json: text.startsWith("{") ? (JSON.parse(text) as Json) : null }
	}
	const askAs = (
		person: Person,
		path: string,
		scheme: "cavage" | "rfc9421" = "cavage",
		key = person.keys.privateKey,
	) => {
		const signing = { keyId: person.keyId, key, date: new Date(), scheme }
		return ask(path, signedHeaders({ method: "GET", url: address(path), headers: { accept } }, signing))
	}
	const status = async (answer: Promise<{ status: number }>) => (await answer).status

	describe("documents for those who sign", () => {
		it("asks every other server under its own name", () => {
			for (const peer of [circle.mastodon, circle.lemmy]) {
				const asked = peer.requests.filter(
					({ path }) => !path.startsWith("/.well-known/") && !path.startsWith("/nodeinfo"),
				)
				expect(asked.length).toBeGreaterThan(0)
				for (const { path, headers } of asked)
					expect(headers.signature, path).toContain(`keyId="${circle.snug.origin}/ap/server#main-key"`)
			}
		})

		it("are found by nobody else when they are for members: on a server where one lives they are", async () => {
			const { snug, bob } = circle
			const post = await snug.snug("post", "submit", "tea", "--as", "ana", "--text", "Between ourselves.")
			await connection.db.execute(sql`update posts set audience = 'members' where id = ${post.id}`)
			const path = new URL(post.uri).pathname
			const eve = stranger.person("eve")
			expect(await status(ask(path))).toBe(404)
			expect(await status(askAs(eve, path))).toBe(404)
			expect(await status(askAs(bob, path, "cavage", eve.keys.privateKey))).toBe(404)
			for (const scheme of ["cavage", "rfc9421"] as const) {
				const answer = await askAs(bob, path, scheme)
				expect(answer.status, scheme).toBe(200)
				expect(answer.headers["cache-control"]).toBe("private, no-store")
				expect(answer.json).toMatchObject({
					to: [tea.id, tea.followers],
					cc: [],
					attributedTo: expect.any(String),
				})
			}
			expect(await status(askAs(circle.mastodon.instance, path))).toBe(200)
			expect(await status(askAs(bob, `${path}/create`))).toBe(200)
			for (const list of ["outbox", "featured"])
				expect((await askAs(bob, `${new URL(tea.id).pathname}/${list}`)).text).not.toContain(post.uri)
		})

		it("SIG-31 are not found by a stranger whose key's document says that it is a member's", async () => {
			const { snug, bob } = circle
			const eve = stranger.person("eve")
			const post = await snug.snug("post", "submit", "tea", "--as", "ana", "--text", "For us alone.")
			await connection.db.execute(sql`update posts set audience = 'members' where id = ${post.id}`)
			const path = new URL(post.uri).pathname
			const liar = await startLiar((origin) => ({
				"/key": { ...bob.actor, publicKey: { ...eve.actor.publicKey, id: `${origin}/key`, owner: bob.id } },
				"/alone": { id: `${origin}/alone`, type: "Key", owner: bob.id, publicKeyPem: eve.keys.publicKeyPem },
			}))
			for (const name of ["/key", "/alone"]) {
				const signing = { keyId: `${liar.origin}${name}`, key: eve.keys.privateKey, date: new Date() }
				const request = { method: "GET", url: address(path), headers: { accept } }
				for (const scheme of ["cavage", "rfc9421"] as const)
					expect(await status(ask(path, signedHeaders(request, { ...signing, scheme })))).toBe(404)
			}
			expect(await status(askAs(bob, path))).toBe(200)
			await liar.stop()
		})

		it("are refused to a blocked server that says who it is, but not who we are", async () => {
			const { snug } = circle
			const eve = stranger.person("eve")
			const post = await snug.snug("post", "submit", "tea", "--as", "ana", "--text", "For everyone else.")
			const path = new URL(post.uri).pathname
			const group = new URL(tea.id).pathname
			expect(await status(askAs(eve, path))).toBe(200)
			await snug.snug("domain", "block", stranger.host)
			for (const each of [path, `${path}/replies`, `${group}/outbox`, `${group}/featured`])
				expect(await status(askAs(eve, each)), each).toBe(404)
			for (const each of [group, "/ap/server", `/.well-known/webfinger?resource=${tea.id}`, "/nodeinfo/2.1"])
				expect(await status(askAs(eve, each)), each).toBe(200)
			expect(await status(ask(path))).toBe(200)
			await snug.snug("domain", "allow", stranger.host)
			expect(await status(askAs(eve, path))).toBe(200)

			await snug.snug("domain", "block", stranger.host, "--group", "tea")
			for (const each of [path, `${group}/outbox`]) expect(await status(askAs(eve, each)), each).toBe(404)
			for (const each of [group, `${group}/moderators`])
				expect(await status(askAs(eve, each)), each).toBe(200)
			await snug.snug("domain", "allow", stranger.host, "--group", "tea")
		})

		it("name a group's followers on a server to that server alone, and the same in a digest with what is shared", async () => {
			const { bob, eve, ann, lemmy } = circle
			const said = await bob.post({ text: "Together.", mention: tea })
			const path = `${new URL(tea.id).pathname}/followers_synchronization`
			for (const [person, followers] of [
				[bob, [bob.id, eve.id]],
				[ann, [ann.id]],
			] as const) {
				const shared = await person.peer.waitFor(
					({ json }) => json?.type === "Announce" && JSON.stringify(json).includes(said.note.id),
				)
				expect(shared.headers["collection-synchronization"]).toBe(
					`collectionId="${tea.followers}", url="${tea.id}/followers_synchronization", digest="${followersDigest(followers)}"`,
				)
				expect(shared.headers.signature).toContain("collection-synchronization")
				const answer = await askAs(person, path)
				expect(answer.headers["cache-control"]).toBe("private, no-store")
				expect(answer.json).toEqual({
					"@context": "https://www.w3.org/ns/activitystreams",
					id: address(path),
					type: "OrderedCollection",
					partOf: tea.followers,
					totalItems: followers.length,
					orderedItems: [...followers].sort(),
				})
			}
			const accepts = lemmy.received.filter(({ json }) => json?.type === "Accept")
			expect(accepts.map(({ headers }) => headers["collection-synchronization"])).toEqual([undefined])
			expect(await status(ask(path))).toBe(404)
			expect((await askAs(stranger.person("eve"), path)).json).toMatchObject({ totalItems: 0 })
		})
	})

	describe("what a group elsewhere says of its followers here", () => {
		let house: Person
		const people: Record<string, string> = {}

		beforeAll(async () => {
			house = circle.mastodon.person("house", { type: "Group" })
			const secret = join(await mkdtemp(join(tmpdir(), "snug-")), "password")
			await writeFile(secret, "correct horse battery staple")
			for (const name of ["cleo", "dora"])
				people[name] = (await circle.snug.snug("account", "create", name, "--password-file", secret)).uri
			for (const name of ["ana", "dora"])
				await circle.snug.snug("federation", "follow", house.handle, "--as", name)
			await eventually(async () => expect((await following()).sort()).toEqual(["ana", "dora"]))
			people.ana = [...house.followers.keys()].find((id) => id !== people.dora)!
		})

		const following = async (): Promise<string[]> => {
			const rows =
				await connection.db.execute(sql`select p.handle from members m join actors p on p.id = m.actor_id
			join actors g on g.id = m.group_id where g.uri = ${house.id} and p.local and m.requested_at is null`)
			return rows.map((row) => String(row.handle))
		}
		const asked = () =>
			circle.mastodon.requests.filter(({ path }) => path.endsWith("/followers_synchronization"))
		const usual = ["(request-target)", "host", "date", "digest", "content-type"]
		let said = 0
		const say = async (digest: string, change: Json = {}, signed = true) => {
			const parts = {
				collectionId: `${house.id}/followers`,
				url: `${house.id}/followers_synchronization`,
				digest,
				...change,
			}
			const also = {
				"collection-synchronization": Object.entries(parts)
					.map(([name, value]) => `${name}="${value}"`)
					.join(", "),
			}
			const headers = signed ? [...usual, "collection-synchronization"] : usual
			const id = `${house.id}/announces/${++said}`
			const announce = {
				"@context": "https://www.w3.org/ns/activitystreams",
				id,
				type: "Announce",
				actor: house.id,
			}
			const activity = { ...announce, object: `${circle.bob.id}/nothing/${said}` }
			const to = `${circle.snug.origin}/inbox`
			expect((await house.send(activity, { to, also, headers })).status).toBe(202)
		}

		it("is believed when it agrees, and not listened to when it is not the group's own word", async () => {
			await say(followersDigest([people.ana!, people.dora!]))
			const other = followersDigest([people.ana!])
			await say(other, {}, false)
			await say(other, { collectionId: `${circle.bob.id}/followers` })
			await say(other, { url: `${circle.lemmy.origin}/c/house/followers_synchronization` })
			await say("nonsense")
			await circle.mastodon.settled()
			expect(asked()).toEqual([])
			expect((await following()).sort()).toEqual(["ana", "dora"])
		})

		it("is mended: who is not on its list follows no more, and who never asked is taken off", async () => {
			const cleo = await house.lookUp(people.cleo!)
			house.followers.delete(people.ana!)
			house.followers.set(people.cleo!, cleo)
			await say(followersDigest([people.cleo!, people.dora!]))
			await eventually(async () => expect(await following()).toEqual(["dora"]))
			expect(asked()).toHaveLength(1)
			expect(asked()[0]!.headers.signature).toContain(`${circle.snug.origin}/ap/server#main-key`)
			const undo = await circle.mastodon.waitFor(({ json }) => json?.type === "Undo")
			expect(undo).toMatchObject({
				verified: true,
				json: { actor: people.cleo, object: { type: "Follow", object: house.id } },
			})
			await eventually(() => expect([...house.followers.keys()]).toEqual([people.dora]))
		})

		it("is asked for at most once in a while, however often it differs", async () => {
			await say("0".repeat(64))
			await circle.mastodon.settled()
			expect(asked()).toHaveLength(1)
			expect(await following()).toEqual(["dora"])
		})
	})

	describe("where the operator wants it so", () => {
		it("are for nobody unsigned where the operator wants that, except who we are", async () => {
			const { bob } = circle
			const path = new URL(tea.id).pathname
			await circle.again({ SIGNED_FETCH: "required" })
			const outbox = (await askAs(bob, `${path}/outbox`)).json!
			expect(outbox.orderedItems.length).toBeGreaterThan(0)
			for (const each of [`${path}/outbox`, `${path}/featured`, `${path}/followers`])
				expect(await status(ask(each)), each).toBe(401)
			const own = (await circle.snug.snug("post", "list", "tea")).find((one: Json) =>
				one.uri.startsWith(circle.snug.origin),
			)
			const ours = new URL(own.uri).pathname
			expect(await status(ask(ours))).toBe(401)
			const answer = await askAs(bob, ours)
			expect([answer.status, answer.headers["cache-control"]]).toEqual([200, "private, no-store"])
			expect(await status(ask(ours, { accept: "text/html" }))).not.toBe(401)
			for (const each of [
				path,
				"/ap/server",
				`${path}/moderators`,
				`/.well-known/webfinger?resource=${tea.id}`,
				"/nodeinfo/2.1",
			])
				expect(await status(ask(each)), each).toBe(200)
		})
	})
})
