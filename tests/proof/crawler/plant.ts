import { createHash, randomUUID } from "node:crypto"
import { sql } from "drizzle-orm"
import { AS_CONTEXT } from "../../support/peer/shapes.ts"
import { type Json, type Person, PUBLIC } from "../../support/peer.ts"
import { type House, secretKey } from "./house.ts"
import { knownIn, type Remote } from "./known.ts"
import { plantLocal } from "./plant-local.ts"
import type { Known } from "./routes.ts"
import { only, Secrets } from "./secrets.ts"
import { anonymous, signedIn, signing, type Visitor } from "./visitors.ts"

/** A house full of secrets, everybody who may come, and every id there is. */
export type Planted = { secrets: Secrets; visitors: Visitor[]; known: Known }

type People = { bob: Person; rex: Person; mallory: Person; blocked: Person; tea: Json }

/** Plants a secret in each private field: what others write by their own deeds, the rest by the operator's hand. */
export const plant = async (house: House): Promise<Planted> => {
	const secrets = new Secrets()
	for (const name of ["mo", "mia", "pat", "fay", "ben", "otto", "opal"]) await house.account(name)
	const people = await gather(house, secrets)
	const remote = await plantRemote(house, secrets, people)
	const local = await plantLocal(house, secrets, people.bob)
	await plantSettings(house, secrets)
	await house.settled()
	await revealed(house, secrets, remote)
	const visitors = await comers(house, secrets, people)
	return { secrets, visitors, known: await knownIn(house, remote, local) }
}

const gather = async (house: House, secrets: Secrets): Promise<People> => {
	const [mastodon, lemmy, evil, far] = [
		await house.peer("mastodon"),
		await house.peer("lemmy"),
		await house.peer("mastodon"),
		await house.peer("mastodon"),
	]
	// How many follow is public, and never who; moderators see them on their desk.
	const zoe = mastodon.person("zoe", {
		displayName: secrets.plant("the name of somebody who follows", { may: only("mo"), mustShow: false }),
	})
	const rex = lemmy.person("rex", {
		displayName: secrets.plant("the name of who reported", { may: only("mo"), mustShow: true }),
	})
	const bob = mastodon.person("bob", { ownKey: true })
	const tea = await bob.lookUp(`@tea@${house.host}`)
	for (const person of [bob, zoe]) await person.follow(tea)
	await house.settled()
	await moderate(house)
	const mallory = evil.person("mallory", { ownKey: true })
	return { bob, rex, mallory, blocked: far.person("blake", { ownKey: true }), tea }
}

const moderate = async (house: House): Promise<void> => {
	for (const group of ["tea", "den"]) await belong(house, "mo", group, "moderator")
	await belong(house, "otto", "chess", "moderator")
}

const belong = async (house: House, name: string, group: string, role: string): Promise<void> => {
	const [actor, at] = [await house.actor(name), await house.actor(group)]
	await house.rows(sql`insert into members (group_id, actor_id, role) values (${at}, ${actor}, ${role})`)
}

const note = (by: Person, tea: Json, more: Json = {}): Json => {
	const id = `${by.id}/statuses/${randomUUID()}`
	const where = { to: [PUBLIC], cc: [tea.id] }
	const object = {
		id,
		type: "Note",
		attributedTo: by.id,
		...where,
		published: new Date().toISOString(),
		...more,
	}
	return { "@context": AS_CONTEXT, id: `${id}/activity`, type: "Create", actor: by.id, ...where, object }
}

/** What people elsewhere write, and what becomes of it here. */
const plantRemote = async (house: House, secrets: Secrets, { bob, rex, tea }: People): Promise<Remote> => {
	const holdWord = secrets.plant("a word that makes posts wait", { may: only("mo"), mustShow: true })
	const refuseWord = secrets.plant("a word that keeps posts out", { may: only("mo"), mustShow: true })
	await house.snug("filter", "add", "tea", holdWord, "--hold")
	await house.snug("filter", "add", "tea", refuseWord, "--refuse")
	await house.snug("filter", "add", "-", secrets.plant("a word of the whole server"), "--hold")
	const told: [keyof Remote, Json][] = [
		[
			"open",
			{ content: `<p>${secrets.plant("a public post", { may: () => true, mustShow: true, out: true })}</p>` },
		],
		["held", allOf(secrets, "a held post", ["mo"], holdWord)],
		["refused", allOf(secrets, "a refused post", ["mo"], refuseWord)],
		["removed", { content: "<p>to be removed</p>" }],
		["deleted", { content: "<p>to be deleted</p>" }],
		["edited", { content: "<p>to be edited</p>" }],
	]
	const made: Partial<Remote> = {}
	const say = async (activity: Json, by = bob) => {
		const { status, body } = await by.send(activity, { to: `${house.origin}/inbox` })
		if (status !== 202) throw new Error(`The crawler could not plant: ${status} ${body}`)
	}
	for (const [kind, more] of told) {
		const create = note(bob, tea, more)
		await say(create)
		made[kind] = create.object.id
	}
	const direct = { to: [`${house.origin}/ap/people/${await house.actor("mia")}`, tea.id], cc: [] }
	const whisper = note(bob, tea, { ...direct, ...allOf(secrets, "a post for some", []) })
	await say({ ...whisper, ...direct })
	await house.settled()
	const words = secrets.plant("the words of a report", { may: only("mo"), mustShow: true })
	await say(
		{
			"@context": AS_CONTEXT,
			id: `${rex.id}/flag`,
			type: "Flag",
			actor: rex.id,
			object: made.open,
			to: [tea.id],
			summary: words,
		},
		rex,
	)
	await house.settled()
	return { ...(made as Remote), direct: whisper.object.id }
}

const allOf = (secrets: Secrets, what: string, may: string[], word = ""): Json => {
	const own = (field: string, mustShow = false) =>
		secrets.plant(`the ${field} of ${what}`, { may: only(...may), mustShow: mustShow && may.length > 0 })
	const about = { held: what.includes("held") }
	return {
		content: `<p>${own("text", about.held)} ${word}</p>`,
		summary: own("warning"),
		attachment: [
			{ type: "Document", mediaType: "image/png", url: "https://files.example/a.png", name: own("alt text") },
		],
	}
}

/** What was open for a while: the words they have now nobody may see any more. Put there by hand, so that nobody was told. */
const revealed = async (house: House, secrets: Secrets, remote: Remote): Promise<void> => {
	const wording = (text: string) =>
		sql`html = ${`<p>${text}</p>`}, create_bytes = ${Buffer.from(JSON.stringify({ content: text }))}`
	const removed = secrets.plant("the text of a removed post", { may: only("mo"), mustShow: true })
	await house.rows(sql`update posts set ${wording(removed)} where uri = ${remote.removed}`)
	await house.snug("post", "remove", "tea", remote.removed)
	const deleted = secrets.plant("the text of a deleted post")
	await house.rows(
		sql`update posts set ${wording(deleted)}, deleted_at = now() where uri = ${remote.deleted}`,
	)
	await house.rows(
		sql`update shares set state = 'deleted' where post_id = (select id from posts where uri = ${remote.deleted})`,
	)
	const before = secrets.plant("an earlier wording", {
		may: ({ path }) => path.endsWith("/earlier"),
		mustShow: true,
	})
	await house.rows(
		sql`insert into post_versions (post_id, version, html) select id, version, ${`<p>${before}</p>`} from posts where uri = ${remote.edited}`,
	)
	await house.rows(
		sql`update posts set version = version + 1, edited_at = now() where uri = ${remote.edited}`,
	)
}

const plantSettings = async (house: House, secrets: Secrets): Promise<void> => {
	await house.account(
		"nora",
		"--email",
		`${secrets.plant("an e-mail address", { may: only("nora") })}@example.org`,
	)
	const note = secrets.plant("the note of an invitation", { may: only("mia") })
	await house.rows(sql`insert into invites (id, token_hash, invited_by, note, uses_left, expires_at)
		values (${randomUUID()}, 'a hash', ${await house.actor("mia")}, ${note}, 1, now() + interval '9 days')`)
	const key = secrets.plant("the hash of a feed's key")
	await house.rows(
		sql`insert into feed_keys (actor_id, group_id, key_hash) values (${await house.actor("mia")}, ${await house.actor("den")}, ${key})`,
	)
	const endpoint = `https://push.example/${secrets.plant("where a browser is told of news")}`
	await house.rows(sql`insert into push_subscriptions (id, actor_id, session_id, endpoint, p256dh, auth)
		values (${randomUUID()}, ${await house.actor("mia")}, ${randomUUID()}, ${endpoint}, ${secrets.plant("a browser's key")}, 'x')`)
	const operators = { may: only("opal"), mustShow: true }
	const asks = secrets.plant("what somebody says who asks for an account", operators)
	await house.rows(sql`insert into sign_up_requests (id, token_hash, handle, name, email, note)
		values (${randomUUID()}, 'a hash', 'olga', 'Olga', ${`${secrets.plant("the address of who asks", operators)}@example.org`}, ${asks})`)
	await house.snug(
		"domain",
		"block",
		"bad.example",
		"--reason",
		secrets.plant("why the server blocks a domain", operators),
	)
	const demands = secrets.plant("why the server demands something of groups", operators)
	await house.snug("server", "policy", "set", "mentions=40", "--reason", demands)
	const among = secrets.plant("what moderators note about a server", { may: only("mo"), mustShow: true })
	await house.snug("domain", "limit", "odd.example", "--group", "tea", "--note", among)
	await house.snug(
		"account",
		"block",
		"nora",
		`${secrets.plant("a domain that somebody blocks", { may: only("nora") })}.example`,
	)
	await house.rows(sql`insert into bans (group_id, actor_id, reason) values (${await house.actor("den")}, ${await house.actor("ben")},
		${secrets.plant("why somebody is banned from a private group", { may: only("mo"), mustShow: true })})`)
	await plantDesk(house, secrets)
	secrets.plant("the secret key", { text: secretKey })
	secrets.plant("the setup token", { text: house.setupToken() })
	for (const { hash } of await house.rows(sql`select password_hash as hash from accounts`))
		secrets.plant("a password's hash", { text: hash })
	for (const { sealed } of await house.rows<{ sealed: Uint8Array }>(
		sql`select sealed_private_key as sealed from actor_keys`,
	)) {
		const bytes = Buffer.from(sealed)
		secrets.plant("a sealed key", { text: bytes.toString("base64").slice(0, 60) })
		secrets.plant("a sealed key", { text: bytes.toString("hex").slice(0, 60) })
	}
	secrets.plant("a private key", { text: "PRIVATE KEY-----" })
}

/** What moderators know of people. */
const plantDesk = async (house: House, secrets: Secrets): Promise<void> => {
	const [den, mia] = [await house.actor("den"), await house.actor("mia")]
	const theirs = { may: only("mo"), mustShow: true }
	await house.rows(sql`insert into desk_notes (id, group_id, person_id, words, created_at)
		values (${randomUUID()}, ${den}, ${mia}, ${secrets.plant("a note among moderators", theirs)}, now())`)
	await house.rows(sql`insert into pauses (group_id, actor_id, until, reason)
		values (${den}, ${mia}, now() + interval '2 days', ${secrets.plant("why somebody pauses", theirs)})`)
	const word = secrets.plant("a word of moderators to somebody", { may: only("mo", "mia"), mustShow: true })
	await house.rows(sql`insert into events (id, type, at, group_id, person_id, reason, handed_over_at)
		values (${randomUUID()}, 'word-said', now(), ${den}, ${mia}, ${word}, now())`)
}

const comers = async (house: House, secrets: Secrets, people: People): Promise<Visitor[]> => {
	await house.snug("domain", "block", people.blocked.peer.host)
	await house.rows(sql`update accounts set operator = true where actor_id = ${await house.actor("opal")}`)
	await belong(house, "mia", "den", "member")
	await belong(house, "pat", "den", "follower")
	// Fay was a member once.
	await belong(house, "fay", "den", "member")
	await house.rows(sql`update members set requested_at = now() where actor_id = ${await house.actor("pat")}`)
	const visitors = [anonymous]
	for (const name of ["nora", "pat", "fay", "ben", "mia", "otto", "mo", "opal"]) {
		const { visitor, token } = await signedIn(house.origin, name)
		secrets.plant(`the session of ${name}`, { text: token })
		visitors.push(visitor)
	}
	visitors.push(await guest(house, secrets))
	for (const { hash } of await house.rows(sql`select token_hash as hash from sessions`))
		secrets.plant("a session's hash", { text: hash })
	const servers = {
		"bob's server": people.bob,
		"a stranger's server": people.mallory,
		"a blocked server": people.blocked,
	}
	await house.rows(sql`delete from members where actor_id = ${await house.actor("fay")}`)
	return [...visitors, ...Object.entries(servers).map(([name, person]) => signing(name, person))]
}

/** Somebody of another server who came in with the account they have there: a follower of the private group, and so a stranger to it. */
const guest = async (house: House, secrets: Secrets): Promise<Visitor> => {
	const [id, token] = [randomUUID(), secrets.plant("the session of a guest")]
	const uri = "https://guests.example/users/gus"
	await house.rows(sql`insert into actors (id, uri, local, kind, handle, host, name, url, inbox)
		values (${id}, ${uri}, false, 'person', 'gus', 'guests.example', 'Gus', ${uri}, ${`${uri}/inbox`})`)
	await house.rows(
		sql`insert into members (group_id, actor_id, role) values (${await house.actor("den")}, ${id}, 'follower')`,
	)
	const padded = token.padEnd(43, "x")
	await house.rows(sql`insert into sessions (token_hash, actor_id, expires_at)
		values (${createHash("sha256").update(padded).digest("base64url")}, ${id}, now() + interval '1 day')`)
	await house.rows(sql`insert into visits (id, kind, browser_hash, secret_hash, next, tries_left, expires_at)
		values (${randomUUID()}, 'code', ${secrets.plant("the browser of a visit")}, ${secrets.plant("the hash of a code")},
			${`/${secrets.plant("where a guest was going")}`}, 5, now() + interval '1 day')`)
	await house.rows(sql`insert into home_apps (id, origin, sealed, scope)
		values (${randomUUID()}, ${`https://${secrets.plant("a server that guests come from")}.example`}, '\\x00', 'profile')`)
	return { name: "a guest", kind: "browser", headers: async () => ({ cookie: `snug=${padded}` }) }
}
