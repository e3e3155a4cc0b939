import { createHash, randomBytes } from "node:crypto"
import type { IncomingMessage, ServerResponse } from "node:http"
import type { Peer } from "./peer.ts"
import type { Json } from "./shapes.ts"

type App = { secret: string; redirectUris: string[]; scopes: string[] }
type Grant = { app: string; redirectUri: string; scope: string; challenge: string | null; name: string }

/** Answers in the place of what a path would honestly give; "huge" is without an end, "slow" never comes. */
type Lie = { status?: number; json?: Json; location?: string } | "huge" | "slow"

const random = () => randomBytes(24).toString("base64url")
const sha256 = (text: string) => createHash("sha256").update(text).digest("base64url")

/**
 * The OAuth of a Mastodon-like server, written from its documentation: it registers apps, asks its people, gives a code for
 * one use, wants the app's secret, the same address and the verifier for it, and takes its tokens back.
 */
export class PeerOAuth {
	readonly apps = new Map<string, App>()
	readonly grants = new Map<string, Grant>()
	readonly tokens = new Map<string, { name: string; scope: string; app: string }>()
	/** Every path that was asked for, oldest first, with its form. */
	readonly asked: { path: string; form: Record<string, string> }[] = []
	/** What it answers instead of the truth, by path. */
	readonly lies = new Map<string, Lie>()
	/** Offers the scope that tells a name alone, as Mastodon does since 4.3. */
	readonly #scopes: string[]
	readonly #peer: Peer

	constructor(peer: Peer, scopes = ["read", "profile", "read:accounts"]) {
		this.#peer = peer
		this.#scopes = scopes
		peer.door = (request, response) => this.#answer(request, response)
	}

	/** Somebody is at the page they were led to, signed in there, and says yes; answers where their browser goes next. */
	async approve(page: string, name: string): Promise<URL> {
		const url = new URL(page)
		if (url.pathname !== "/oauth/authorize") throw new Error(`${page} is no page to say yes on.`)
		url.pathname = "/oauth/yes"
		url.searchParams.set("as", name)
		const answer = await fetch(url, { redirect: "manual" })
		const to = answer.headers.get("location")
		if (answer.status !== 302 || !to)
			throw new Error(`It was answered ${answer.status}: ${await answer.text()}`)
		return new URL(to)
	}

	/** How often a path was asked for. */
	times = (path: string): number => this.asked.filter((one) => one.path === path).length

	async #answer(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
		const url = new URL(request.url ?? "/", this.#peer.origin)
		const route = this.#routes[`${request.method} ${url.pathname}`]
		if (!route) return false
		const chunks: Buffer[] = []
		for await (const chunk of request) chunks.push(chunk)
		const sent = request.method === "POST" ? Buffer.concat(chunks).toString() : url.search
		const form = Object.fromEntries(new URLSearchParams(sent))
		this.asked.push({ path: url.pathname, form })
		const lie = this.lies.get(url.pathname)
		if (lie) tellLie(response, lie)
		else route(form, response, request)
		return true
	}

	readonly #routes: Record<
		string,
		(form: Record<string, string>, response: ServerResponse, request: IncomingMessage) => void
	> = {
		"GET /.well-known/oauth-authorization-server": (_, response) =>
			give(response, 200, { issuer: `${this.#peer.origin}/`, scopes_supported: this.#scopes }),
		"POST /api/v1/apps": (form, response) => {
			const scopes = (form.scopes ?? "read").split(" ")
			if (!form.client_name || !form.redirect_uris || scopes.some((one) => !this.#scopes.includes(one)))
				return give(response, 422, { error: "Validation failed" })
			const [id, secret] = [random(), random()]
			this.apps.set(id, { secret, redirectUris: form.redirect_uris.split("\n"), scopes })
			give(response, 200, { id: "1", name: form.client_name, client_id: id, client_secret: secret })
		},
		"GET /oauth/authorize": (form, response) => {
			const query = new URLSearchParams({ ...form, as: "bob" })
			response.writeHead(200, { "content-type": "text/html; charset=utf-8" })
			response.end(
				`<!doctype html><title>Authorize</title><a href="/oauth/yes?${query.toString().replaceAll("&", "&amp;")}">Authorize</a>`,
			)
		},
		"GET /oauth/yes": (form, response) => this.#yes(form, response),
		"POST /oauth/token": (form, response) => this.#token(form, response),
		"GET /api/v1/accounts/verify_credentials": (_, response, request) => {
			const token = this.tokens.get(/^Bearer (.+)$/.exec(request.headers.authorization ?? "")?.[1] ?? "")
			if (!token) return give(response, 401, { error: "The access token is invalid" })
			give(response, 200, {
				id: "7",
				username: token.name,
				acct: token.name,
				url: `${this.#peer.origin}/@${token.name}`,
			})
		},
		"POST /oauth/revoke": (form, response) => {
			const app = this.apps.get(form.client_id ?? "")
			if (!app || app.secret !== form.client_secret)
				return give(response, 403, { error: "unauthorized_client" })
			this.tokens.delete(form.token ?? "")
			give(response, 200, {})
		},
	}

	#yes(form: Record<string, string>, response: ServerResponse) {
		const app = this.apps.get(form.client_id ?? "")
		const scope = form.scope ?? "read"
		const fits =
			app?.redirectUris.includes(form.redirect_uri ?? "") &&
			form.response_type === "code" &&
			scope.split(" ").every((one) => app.scopes.includes(one)) &&
			(form.code_challenge === undefined || form.code_challenge_method === "S256")
		if (!fits) return give(response, 400, { error: "invalid_request" })
		const code = random()
		const challenge = form.code_challenge ?? null
		this.grants.set(code, {
			app: form.client_id!,
			redirectUri: form.redirect_uri!,
			scope,
			challenge,
			name: form.as!,
		})
		const to = new URL(form.redirect_uri!)
		to.searchParams.set("code", code)
		if (form.state) to.searchParams.set("state", form.state)
		response.writeHead(302, { location: to.href }).end()
	}

	#token(form: Record<string, string>, response: ServerResponse) {
		const app = this.apps.get(form.client_id ?? "")
		if (!app || app.secret !== form.client_secret) return give(response, 401, { error: "invalid_client" })
		const grant = this.grants.get(form.code ?? "")
		this.grants.delete(form.code ?? "")
		const fits =
			form.grant_type === "authorization_code" &&
			grant?.app === form.client_id &&
			grant?.redirectUri === form.redirect_uri &&
			(grant?.challenge == null || grant.challenge === sha256(form.code_verifier ?? ""))
		if (!grant || !fits) return give(response, 400, { error: "invalid_grant" })
		const token = random()
		this.tokens.set(token, { name: grant.name, scope: grant.scope, app: grant.app })
		give(response, 200, { access_token: token, token_type: "Bearer", scope: grant.scope, created_at: 0 })
	}
}

const give = (response: ServerResponse, status: number, json: Json): void => {
	response.writeHead(status, { "content-type": "application/json; charset=utf-8" }).end(JSON.stringify(json))
}

const tellLie = (response: ServerResponse, lie: Lie): void => {
	if (lie === "slow") return
	if (lie !== "huge") {
		response.writeHead(lie.status ?? 200, {
			"content-type": "application/json",
			...(lie.location && { location: lie.location }),
		})
		response.end(JSON.stringify(lie.json ?? {}))
		return
	}
	response.writeHead(200, { "content-type": "application/json" })
	const more = () => {
		if (!response.destroyed) response.write(" ".repeat(65_536), () => setImmediate(more))
	}
	more()
}
