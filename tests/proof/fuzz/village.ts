import { randomUUID } from "node:crypto"
import { sql } from "drizzle-orm"
import { findLocalActor } from "../../../db/actors.ts"
import { followGroup } from "../../../src/groups/follow-group.ts"
import type { Actor } from "../../../src/people/actor.ts"
import { writePost } from "../../../src/posts/write-post.ts"
import type { Chance } from "../../simulate/chance.ts"
import { type Json, PUBLIC } from "../../support/peer.ts"
import type { Signer } from "./fediverse.ts"
import type { Ground } from "./ground.ts"

type Filling = { signer: Signer; word: string; chance: Chance }
type Sent = { name: string; signer: Signer; word: string; bytes: Uint8Array }

const sameOrigin = (one: string, other: string): boolean => new URL(one).origin === new URL(other).origin

const publicSpellings = ["activitystreams#Public", "as:Public", '"Public"']

/** People who write, a group elsewhere, somebody who never says anything, and posts of theirs to be at. */
export class Village {
	readonly ground: Ground
	readonly people: Signer[]
	readonly news: Signer
	readonly vera: Signer
	#posts = new Map<string, string[]>()
	#local = ""
	#poll = ""
	#untouched: string[] = []

	private constructor(ground: Ground) {
		const { fediverse } = ground
		this.ground = ground
		const hosts = ["m.test", "m.test", "m.test", "l.test", "l.test", "p.test"]
		this.people = Array.from({ length: 12 }, (_, nth) => fediverse.actor(hosts[nth % 6]!, `a${nth}`))
		this.news = fediverse.actor("g.test", "news", "Group")
		this.vera = fediverse.actor("victim.test", "vera")
	}

	static async settle(ground: Ground): Promise<Village> {
		const village = new Village(ground)
		await village.#write()
		return village
	}

	async #write(): Promise<void> {
		const { ground } = this
		const { world } = ground.opened
		const ana = (await findLocalActor(world.db, "ana"))!
		const write = async (more: object) => {
			const wish = {
				author: ana,
				group: ground.tea,
				title: null,
				text: "Words of our own.",
				inReplyTo: null,
				quoteUri: null,
				poll: null,
			}
			const written = await writePost(world, { ...wish, ...more } as never)
			if (!written.ok) throw new Error(written.reason)
			return (written.value as { uri: string }).uri
		}
		this.#local = await write({})
		this.#poll = await write({
			poll: { options: ["tea", "coffee"], multiple: false, lasts: 300 * 86_400_000 },
		})
		await this.#hearNews(ana)
		for (const signer of [...this.people, this.vera]) {
			if (signer === this.people[0] || signer === this.people[3]) await this.#follow(signer)
			await this.#post(signer)
			await this.#post(signer)
		}
		await ground.settled()
		this.#untouched = await this.#stateOfVera()
		if ((await ground.rows(sql`select 1 from shares where state = 'shared'`)).length < 20)
			throw new Error("The village could not be settled.")
	}

	/** The group elsewhere is followed from here, so that what it passes on means something. */
	async #hearNews(person: Actor): Promise<void> {
		const { ground, news } = this
		const group = await ground.lookUp.actor(news.id)
		if ("state" in group) throw new Error(group.reason)
		await followGroup(ground.opened.world, { person, group })
		await ground.settled()
		const object = { type: "Follow", actor: person.uri, object: news.id }
		await ground.say(news, {
			id: `${news.id}/accept`,
			type: "Accept",
			actor: news.id,
			object,
			to: [person.uri],
		})
	}

	async #follow(signer: Signer): Promise<void> {
		await this.ground.say(signer, {
			id: `${signer.id}/follow`,
			type: "Follow",
			actor: signer.id,
			object: this.ground.tea.uri,
		})
	}

	async #post(signer: Signer): Promise<void> {
		const id = `${signer.id}/posts/${randomUUID()}`
		const where = { to: [PUBLIC], cc: [this.ground.tea.uri] }
		const object = { id, type: "Note", attributedTo: signer.id, ...where, content: "<p>As it was.</p>" }
		this.ground.fediverse.documents.set(id, {
			"@context": "https://www.w3.org/ns/activitystreams",
			...object,
		})
		await this.ground.say(signer, {
			id: `${id}/activity`,
			type: "Create",
			actor: signer.id,
			...where,
			object,
		})
		this.#posts.set(signer.id, [...(this.#posts.get(signer.id) ?? []), id])
	}

	/** A seed about people and posts that there are. */
	filled(seed: Json, { signer, word, chance }: Filling): Json {
		const other = chance.pick(this.people)
		const own = this.#posts.get(signer.id) ?? this.#posts.get(other.id)!
		const theirs = this.#posts.get(chance.pick([other.id, this.vera.id]))!
		const words: Record<string, string> = {
			actor: signer.id,
			name: new URL(signer.id).pathname.split("/").at(-1)!,
			group: chance.happens(0.9) ? this.ground.tea.uri : this.news.id,
			ana: this.ground.ana,
			id: `${new URL(signer.id).origin}/things/${word.slice(1)}`,
			follow: `${signer.id}/follow`,
			post: chance.pick(own),
			theirs: chance.pick(theirs),
			local: this.#local,
			poll: this.#poll,
			other: other.id,
			word,
			now: this.ground.now().toISOString(),
		}
		const text = JSON.stringify(seed).replace(/\{\{(\w+)\}\}/g, (_, name: string) => words[name] ?? name)
		return JSON.parse(text) as Json
	}

	/** Whatever came about that must not: in somebody else's name, to somebody's harm, or in public. */
	async wrongs(inputs: Sent[]): Promise<string[]> {
		const found: string[] = []
		const since = new Date(this.ground.now().getTime() - 900_000).toISOString()
		const posts =
			await this.ground.rows(sql`select p.uri, p.html || coalesce(p.title, '') || coalesce(p.content_warning, '') || p.attachments::text as words, p.audience, a.uri as author,
			exists (select 1 from shares s where s.post_id = p.id and s.state = 'shared') as shared
			from posts p join actors a on a.id = p.author_id where p.received_at > ${since} or p.edited_at is not null`)
		for (const { name, signer, word, bytes } of inputs) {
			const text = Buffer.from(bytes).toString()
			const isPrivate = !publicSpellings.some((spelling) => text.includes(spelling))
			for (const post of posts.filter(({ words }) => String(words).includes(word))) {
				const own = signer === this.news ? sameOrigin(post.author, signer.id) : post.author === signer.id
				if (!own) found.push(`${name} by ${signer.id} became words of ${post.author}.`)
				if (!sameOrigin(post.uri, post.author))
					found.push(`${name} gave ${post.author} a post at ${post.uri}.`)
				if (isPrivate && (post.audience === "public" || post.shared))
					found.push(`${name} was for some, and is shown to all.`)
			}
			if (isPrivate && this.ground.fediverse.sent.some(({ body }) => body.includes(word)))
				found.push(`${name} was for some, and was sent on.`)
		}
		this.ground.fediverse.sent.length = 0
		const now = await this.#stateOfVera()
		const [gone, come] = [
			this.#untouched.filter((line) => !now.includes(line)),
			now.filter((line) => !this.#untouched.includes(line)),
		]
		this.#untouched = now
		if (gone.length + come.length > 0)
			found.push(
				`What belongs to people who said nothing changed: from ${gone.join(" ")} to ${come.join(" ")}.`,
			)
		return found
	}

	/** What Vera has, and what this server's own people and groups are called. */
	async #stateOfVera(): Promise<string[]> {
		const posts =
			await this.ground.rows(sql`select p.uri, p.html, p.deleted_at, s.state from posts p join actors a on a.id = p.author_id
			join shares s on s.post_id = p.id where a.uri = ${this.vera.id} or a.local order by 1`)
		const actors = await this.ground.rows(
			sql`select uri, name, summary, inbox, gone_at, moved_to from actors where local or uri = ${this.vera.id} order by 1`,
		)
		const roles = await this.ground.rows(
			sql`select m.actor_id, m.role from members m join actors g on g.id = m.group_id and g.local where m.role in ('moderator', 'owner') order by 1`,
		)
		return [...posts, ...actors, ...roles].map((row) => JSON.stringify(row))
	}
}
