import { randomUUID } from "node:crypto"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { type Json, type Peer, type Person, PUBLIC } from "../support/peer.ts"
import { Stage } from "../support/stage.ts"

let stage: Stage
let lemmy: Peer
let ann: Person

const context = "https://www.w3.org/ns/activitystreams"
const flag = (by: Person, object: unknown, more: Json = {}): Json => ({
	"@context": context,
	id: `${by.peer.origin}/reports/${randomUUID()}`,
	type: "Flag",
	actor: by.id,
	object,
	...more,
})
const does = async (by: Person, activity: Json, to = stage.inbox): Promise<string | undefined> => {
	expect((await by.send(activity, { to })).status).toBe(202)
	await stage.settled()
	return (await stage.outcomes(activity.id)).at(-1)
}
const shared = async (by = stage.bob): Promise<string> => {
	const { note, create } = stage.note(by)
	await does(by, create)
	expect(await stage.sharedIn(note.id)).toEqual(["tea"])
	return note.id
}
const reports = (): Promise<Json[]> => stage.snug.snug("report", "list", "tea")
const heard = (peer: Peer, id: string) =>
	peer.waitFor(({ json }) => json?.type === "Flag" && json.content === id)

beforeAll(async () => {
	stage = await Stage.open()
	lemmy = await stage.peer("lemmy")
	ann = lemmy.person("ann", { ownKey: true })
	await stage.join(ann)
}, 60_000)
afterAll(() => stage?.close())

describe("a report from elsewhere", () => {
	it("is understood as each server writes it, and told to nobody", async () => {
		const tea = stage.tea.id
		const mbin = (await stage.peer("mbin")).person("max", { ownKey: true })
		const written: [Person, string, (uri: string) => Json, string | null][] = [
			[
				stage.bob.peer.instance,
				"Mastodon",
				(uri) => ({ object: [stage.eve.id, uri], content: "Spam" }),
				null,
			],
			[ann, "Lemmy", (uri) => ({ object: uri, to: [tea], summary: "Spam" }), ann.handle],
			[
				mbin,
				"Mbin",
				(uri) => ({
					object: [uri, stage.eve.id],
					audience: tea,
					to: [tea],
					summary: "Spam",
					content: "Spam",
				}),
				mbin.handle,
			],
			[
				mbin,
				"Mbin, without a word",
				(uri) => ({ object: uri, audience: tea, to: [tea], summary: null, content: null }),
				mbin.handle,
			],
			[
				stage.mallet,
				"Pleroma, which embeds it",
				(uri) => ({
					object: [stage.eve.id, { type: "Note", id: uri, content: "x", actor: { id: stage.eve.id } }],
					content: "",
					summary: "Spam",
					cc: [tea],
				}),
				stage.mallet.handle,
			],
		]
		for (const [by, name, how, reporter] of written) {
			const uri = await shared(stage.eve)
			const { object, ...more } = how(uri)
			expect(await does(by, flag(by, object, more)), name).toBe("reported")
			const [newest] = await reports()
			const words = name.includes("without") ? "" : "Spam"
			expect(newest, name).toMatchObject({ state: "open", handle: stage.eve.handle, reporter, words })
			expect(newest!.post, name).toBeTruthy()
		}
		expect(lemmy.received.filter(({ json }) => JSON.stringify(json ?? {}).includes('"Flag"'))).toEqual([])
	})

	it("is not a warning, nor the end of a report: those are passed over", async () => {
		const uri = await shared()
		await stage.withoutEffect(async () => {
			for (const type of ["Warn", "Resolve"]) {
				const activity = flag(ann, uri, { type, to: [PUBLIC], audience: stage.tea.id, summary: "Tut" })
				expect(await does(ann, activity)).toBe(`ignored: ${type} means nothing here`)
			}
		})
	})
})

describe("a report that is passed on", () => {
	it("goes to a server of notes from this server itself, with the person and the post, once", async () => {
		const uri = await shared(stage.eve)
		await does(ann, flag(ann, uri, { to: [stage.tea.id], summary: "Rude to Bob" }))
		const [{ id }] = (await reports()) as [Json]
		expect(await stage.snug.snug("report", "forward", id)).toMatchObject({
			state: "forwarded",
			to: stage.eve.peer.host,
		})
		const { json, signer } = await heard(stage.eve.peer, "Rude to Bob")
		expect([json.actor, signer]).toEqual([`${stage.snug.origin}/ap/server`, `${stage.snug.origin}/ap/server`])
		expect(json).toEqual({
			"@context": expect.anything(),
			id: expect.stringContaining(`${stage.snug.origin}/ap/activities/`),
			type: "Flag",
			actor: json.actor,
			to: [stage.eve.id],
			object: [stage.eve.id, uri],
			content: "Rude to Bob",
			summary: "Rude to Bob",
		})
		expect(JSON.stringify(json)).not.toContain("ann")
		expect((await fetch(json.id, { headers: { accept: "application/activity+json" } })).status).toBe(404)
		await expect(stage.snug.snug("report", "forward", id)).rejects.toThrow("forwarded already")
		expect((await stage.snug.snug("mod", "log", "tea"))[0]).toMatchObject({
			state: "report-forwarded",
			person: stage.eve.handle,
		})
	})

	it("goes to a server of communities as one post of the group", async () => {
		const uri = await shared(ann)
		const { instance } = stage.bob.peer
		await does(instance, flag(instance, [ann.id, uri], { content: "Off topic" }))
		const report = (await reports()).find(({ words }) => words === "Off topic")!
		await stage.snug.snug("report", "forward", report.id)
		const { json } = await heard(lemmy, "Off topic")
		expect(json).toEqual({
			"@context": expect.anything(),
			id: expect.any(String),
			type: "Flag",
			actor: `${stage.snug.origin}/ap/server`,
			to: [stage.tea.id],
			audience: stage.tea.id,
			object: uri,
			content: "Off topic",
			summary: "Off topic",
		})
	})

	it("goes nowhere when it is about somebody here", async () => {
		const ours = await stage.snug.snug("post", "submit", "tea", "--as", "ana", "--text", "Mine")
		await does(ann, flag(ann, ours.uri, { to: [stage.tea.id], summary: "Hers" }))
		const report = (await reports()).find(({ words }) => words === "Hers")!
		await expect(stage.snug.snug("report", "forward", report.id)).rejects.toThrow("somebody of this server")
	})
})
