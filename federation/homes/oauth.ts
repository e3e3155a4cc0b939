import { deleteHomeApp, findHomeApp, type HomeApp, upsertHomeApp } from "../../db/visits.ts"
import { limits } from "../../src/limits.ts"
import { seal, unseal } from "../../src/sealing.ts"
import type { World } from "../../src/world.ts"
import { isBlocked } from "../plumbing/blocked.ts"
import { askJson } from "./ask-json.ts"

/** Another server as it knows us: Mastodon's own OAuth, which GoToSocial, Pleroma, Pixelfed, Friendica and others share. */
export type Client = { appId: string; id: string; secret: string; scope: string; redirectUri: string }

export type HomeOAuth = {
	/** Us as an app of that server, registered if need be; null where there is no such way. */
	client(origin: string): Promise<Client | null>
	/** The page of that server where somebody says that it is them. */
	authorizePage(origin: string, client: Client, ask: { state: string; challenge: string }): URL
	/** Who somebody is there, by the code they came back with: their name on that very server. Null when it does not say. */
	whoCame(origin: string, proof: { code: string; verifier: string }): Promise<string | null>
}

/** All we want to know is who somebody is. Mastodon has a scope for just that since 4.3; the one before reads a profile, too. */
const least = "profile"
const usual = "read:accounts"

export const homeOAuth = (world: World): HomeOAuth => ({
	client: (origin) => clientAt(world, origin),
	authorizePage: (origin, { id, scope, redirectUri }, { state, challenge }) => {
		const page = new URL("/oauth/authorize", origin)
		const asked = { response_type: "code", client_id: id, redirect_uri: redirectUri, scope, state }
		for (const [name, value] of Object.entries(asked)) page.searchParams.set(name, value)
		page.searchParams.set("code_challenge", challenge)
		page.searchParams.set("code_challenge_method", "S256")
		return page
	},
	whoCame: (origin, proof) => whoCame(world, origin, proof),
})

const redirectUriOf = (world: World, appId: string): string =>
	new URL(`/login/elsewhere/back/${appId}`, world.origin).href

const clientAt = async (world: World, origin: string): Promise<Client | null> => {
	if (await isBlocked(world, new URL(origin))) return null
	const app = await findHomeApp(world.db, origin)
	const age = app ? world.ports.now().getTime() - app.createdAt.getTime() : Number.POSITIVE_INFINITY
	const known = app && age < limits.homeAppAge ? opened(world, app) : null
	return known ?? (await register(world, origin, app?.id ?? world.ports.newId()))
}

/** Null when it was sealed with another secret: then we register again. */
const opened = (world: World, app: HomeApp): Client | null => {
	try {
		const text = unseal(world.secretKey, "snug homes", app.origin, app.sealed).toString()
		const { id, secret } = JSON.parse(text) as { id: string; secret: string }
		return { appId: app.id, id, secret, scope: app.scope, redirectUri: redirectUriOf(world, app.id) }
	} catch {
		return null
	}
}

const register = async (world: World, origin: string, appId: string): Promise<Client | null> => {
	const scope = await scopeAt(world, origin)
	const redirectUri = redirectUriOf(world, appId)
	const answer = await askJson(world, new URL("/api/v1/apps", origin), {
		form: {
			client_name: "Snug",
			redirect_uris: redirectUri,
			scopes: scope,
			website: `${world.origin.origin}/`,
		},
	})
	const { client_id: id, client_secret: secret } = answer?.status === 200 ? (answer.json ?? {}) : {}
	if (!isToken(id) || !isToken(secret)) return null
	const client = { appId, id, secret, scope, redirectUri }
	const sealed = seal(world.secretKey, "snug homes", origin, Buffer.from(JSON.stringify({ id, secret })))
	await world.db.transaction((tx) =>
		upsertHomeApp(tx, { id: appId, origin, sealed, scope, createdAt: world.ports.now() }),
	)
	return client
}

/** What a server offers stands in its metadata (RFC 8414), if it has them. */
const scopeAt = async (world: World, origin: string): Promise<string> => {
	const answer = await askJson(world, new URL("/.well-known/oauth-authorization-server", origin))
	const offered = answer?.status === 200 ? answer.json?.scopes_supported : null
	return Array.isArray(offered) && offered.includes(least) ? least : usual
}

const isToken = (value: unknown): value is string =>
	typeof value === "string" && /^[\x21-\x7e]{1,2000}$/.test(value)

const whoCame = async (
	world: World,
	origin: string,
	{ code, verifier }: { code: string; verifier: string },
): Promise<string | null> => {
	const app = await findHomeApp(world.db, origin)
	const client = app && opened(world, app)
	if (!client || !isToken(code)) return null
	const own = { client_id: client.id, client_secret: client.secret }
	const answer = await askJson(world, new URL("/oauth/token", origin), {
		form: {
			...own,
			grant_type: "authorization_code",
			code,
			redirect_uri: client.redirectUri,
			code_verifier: verifier,
		},
	})
	// It forgot us: whoever tries next has us registered anew.
	if (answer?.json?.error === "invalid_client") await world.db.transaction((tx) => deleteHomeApp(tx, origin))
	const token = answer?.status === 200 ? answer.json?.access_token : null
	if (!isToken(token)) return null
	try {
		return await nameBehind(world, origin, token)
	} finally {
		await askJson(world, new URL("/oauth/revoke", origin), { form: { ...own, token } })
	}
}

/** A name on another host is nothing that this server could vouch for. */
const nameBehind = async (world: World, origin: string, token: string): Promise<string | null> => {
	const answer = await askJson(world, new URL("/api/v1/accounts/verify_credentials", origin), {
		bearer: token,
	})
	const { username, acct } = answer?.status === 200 ? (answer.json ?? {}) : {}
	if (typeof username !== "string" || !/^[^\s@/]{1,100}$/u.test(username)) return null
	const [name, host, ...more] = typeof acct === "string" ? acct.split("@") : [username]
	const isOwn = host === undefined || host.toLowerCase() === new URL(origin).host
	return name?.toLowerCase() === username.toLowerCase() && isOwn && more.length === 0 ? username : null
}
