import { limits } from "../../src/limits.ts"
import type { World } from "../../src/world.ts"
import { NetworkFailure, readBody } from "../plumbing/network.ts"
import { isObject } from "../translate/reading.ts"
import { readJson } from "../translate/strict-json.ts"
import type { Json } from "../translate/wire.ts"

export type Answer = { status: number; json: Json | null }

type Request = { form?: Record<string, string>; bearer?: string }

/**
 * Asks another server for JSON, with a form or without. A redirect is not followed, since what is sent is for that one
 * server, and the answer is bounded. Null when it cannot be had.
 */
export const askJson = async (
	{ ports }: World,
	url: URL,
	{ form, bearer }: Request = {},
): Promise<Answer | null> => {
	const headers: Record<string, string> = { accept: "application/json" }
	if (bearer) headers.authorization = `Bearer ${bearer}`
	if (form) headers["content-type"] = "application/x-www-form-urlencoded"
	const body = form && new TextEncoder().encode(new URLSearchParams(form).toString())
	try {
		const signal = AbortSignal.timeout(limits.exchangeTime)
		const answer = body
			? await ports.fetch({ method: "POST", url, headers, body, signal })
			: await ports.fetch({ method: "GET", url, headers, signal })
		const bytes = await readBody(answer, limits.homeAnswer)
		const read = readJson(bytes)
		return { status: answer.statusCode, json: "json" in read && isObject(read.json) ? read.json : null }
	} catch (error) {
		if (error instanceof NetworkFailure) return null
		throw error
	}
}
