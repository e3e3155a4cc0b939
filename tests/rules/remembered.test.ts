import type { IncomingMessage } from "node:http"
import type { HttpBindings } from "@hono/node-server"
import { describe, expect, it } from "vitest"
import { limits } from "../../src/limits.ts"
import { remembersAnswers } from "../../src/remembered.ts"

type Asked = { url?: string; method?: string; headers?: Record<string, string> }

/** A server whose answers are numbered, on a database whose moment is set by hand. */
const place = (given: Record<string, string> = { "cache-control": "private, no-cache" }, status = 200) => {
	const state = { moment: "1" as string | null, now: 0, answers: 0, crowded: false }
	const fetch = remembersAnswers(
		async (_, env) => {
			await new Promise((resolve) => setImmediate(resolve))
			state.answers++
			return new Response(`answer ${state.answers} ${env.whole ? "whole" : ""}`, { status, headers: given })
		},
		{
			now: () => new Date(state.now),
			moment: async () => state.moment,
			crowds: () => state.crowded,
		},
	)
	const ask = async ({ url = "/@tea", method = "GET", headers = {} }: Asked = {}) => {
		const incoming = { url, method, headers } as unknown as IncomingMessage
		const response = await fetch(new Request(`http://localhost${url}`), { incoming } as HttpBindings)
		return { status: response.status, text: await response.text(), etag: response.headers.get("etag") }
	}
	return { state, ask }
}

describe("an answer to strangers", () => {
	it("is made once until something is written, and however many ask at once", async () => {
		const { state, ask } = place()
		const first = await Promise.all([ask(), ask(), ask()])
		expect(new Set(first.map(({ text }) => text))).toEqual(new Set(["answer 1 whole"]))
		expect((await ask()).text).toBe("answer 1 whole")
		state.moment = "2"
		expect((await ask()).text).toBe("answer 2 whole")
		state.now += limits.rememberedTime
		expect((await ask()).text).toBe("answer 3 whole")
	})

	it("is not sent again to whoever has it", async () => {
		const { ask } = place()
		const { etag } = await ask()
		expect(await ask({ headers: { "if-none-match": etag! } })).toMatchObject({ status: 304, text: "" })
		expect((await ask({ headers: { "if-none-match": '"other"' } })).status).toBe(200)
	})

	it("is another one for another address, media type or language", async () => {
		const { state, ask } = place()
		for (const asked of [
			{},
			{ url: "/@tea?after=1" },
			{ headers: { accept: "application/activity+json" } },
			{ headers: { "accept-language": "de" } },
			{ headers: { accept: "text/html, */*", "accept-language": "en, de" } },
			{ headers: { accept: "text/html, */* en,", "accept-language": "de" } },
		] as Asked[])
			await ask(asked)
		expect(state.answers).toBe(6)
	})

	it.each([
		["with a cookie", { headers: { cookie: "snug=1" } }],
		["signed", { headers: { signature: "keyId=…" } }],
		["signed as in RFC 9421", { headers: { "signature-input": "…" } }],
		["with a password", { headers: { authorization: "Basic …" } }],
		["for a part", { headers: { range: "bytes=0-1" } }],
		["that brings something", { method: "POST" }],
		["for what is not for everybody", { url: "/settings" }],
		["that is too long", { url: `/@tea?q=${"a".repeat(limits.rememberedKey)}` }],
	] as [string, Asked][])("is never remembered for a request %s", async (_, asked) => {
		const { ask } = place()
		await ask()
		expect((await ask(asked)).text).toBe("answer 2 ")
		expect((await ask(asked)).text).toBe("answer 3 ")
	})

	it.each([
		["forbids it", { "cache-control": "private, no-store" }, 200],
		["says nothing of it", {}, 200],
		["sets a cookie", { "cache-control": "no-cache", "set-cookie": "a=1" }, 200],
		["is no answer", { "cache-control": "no-cache" }, 404],
	] as [string, Record<string, string>, number][])(
		"is not remembered when it %s",
		async (_, given, status) => {
			const { state, ask } = place(given, status)
			await Promise.all([ask(), ask()])
			await ask()
			expect(state.answers).toBe(3)
		},
	)

	it("is not remembered while the database does not say how late it is", async () => {
		const { state, ask } = place()
		state.moment = null
		await ask()
		expect((await ask()).text).toBe("answer 2 ")
	})

	it("counts as a page like any other", async () => {
		const { state, ask } = place()
		await ask()
		state.crowded = true
		expect((await ask()).text).toBe("answer 2 ")
	})
})
