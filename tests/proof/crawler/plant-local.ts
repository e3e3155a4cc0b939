import { randomUUID } from "node:crypto"
import { join } from "node:path"
import { sql } from "drizzle-orm"
import { newSecret } from "../../../src/ports.ts"
import { folderStorage } from "../../../src/storage/folder.ts"
import type { Person } from "../../support/peer.ts"
import type { House } from "./house.ts"
import type { Filling } from "./routes.ts"
import { type May, only, type Secrets } from "./secrets.ts"

export type Local = { posts: Filling[]; quotes: Filling[]; drafts: Filling[]; files: Filling[] }

type Kind = {
	kind: string
	group: string
	author: string
	audience: "public" | "members" | "people"
	state: string
	may: May
	mustShow: boolean
	people?: string[]
}

const pages = /text\/html/

/** Posts of this server's own people in every state and for every audience, in a public group and in a private one. */
const kinds: Kind[] = [
	{
		kind: "open here",
		group: "tea",
		author: "mia",
		audience: "public",
		state: "shared",
		may: ({ visitor, path, accept }) =>
			visitor.name !== "a blocked server" || path.startsWith("/@") || pages.test(accept),
		mustShow: true,
	},
	{
		kind: "held here",
		group: "tea",
		author: "mia",
		audience: "public",
		state: "held",
		// Its author finds it on her page of drafts.
		may: only("mo", "mia"),
		mustShow: true,
	},
	{
		kind: "refused here",
		group: "tea",
		author: "mia",
		audience: "public",
		state: "refused",
		may: only("mo"),
		mustShow: false,
	},
	{
		kind: "removed here",
		group: "tea",
		author: "mia",
		audience: "public",
		state: "removed",
		may: only("mo"),
		mustShow: false,
	},
	{
		kind: "for members",
		group: "den",
		author: "mia",
		audience: "members",
		state: "shared",
		may: only("mo", "mia", "bob's server"),
		mustShow: true,
	},
	{
		kind: "public words in a private group",
		group: "den",
		author: "mia",
		audience: "public",
		state: "shared",
		may: only("mo", "mia", "bob's server"),
		mustShow: true,
	},
	{
		kind: "for some",
		group: "den",
		author: "mo",
		audience: "people",
		state: "shared",
		may: only("mo", "mia"),
		mustShow: true,
		people: ["mia"],
	},
	{
		kind: "for members, held",
		group: "den",
		author: "mia",
		audience: "members",
		state: "held",
		may: only("mo", "mia"),
		mustShow: true,
	},
]

export const plantLocal = async (house: House, secrets: Secrets, bob: Person): Promise<Local> => {
	const den = await house.actor("den")
	await house.rows(
		sql`update groups set visibility = 'private', joining = 'approval' where actor_id = ${den}`,
	)
	await house.rows(
		sql`insert into members (group_id, actor_id, role, follow_uri) values (${den}, ${await house.actorAt(bob.id)}, 'member', ${`${bob.id}/follow/den`})`,
	)
	const posts: Filling[] = []
	const files: Filling[] = []
	for (const kind of kinds) {
		const id = await write(house, secrets, kind)
		posts.push({ kind: kind.kind, value: id })
		files.push(await enclose(house, secrets, kind, id))
	}
	const quote = randomUUID()
	const [asked] = posts.filter(({ kind }) => kind === "for members")
	await house.rows(
		sql`insert into quotes (id, post_id, quote_uri, actor_id) values (${quote}, ${asked!.value}, ${`${bob.id}/quoting`}, ${await house.actorAt(bob.id)})`,
	)
	const drafts = await keep(house, secrets, posts)
	return { posts, quotes: [{ kind: "quote", value: quote }], drafts, files }
}

/** What Mia keeps for herself: a draft, when she last looked, and that she keeps one post and muted another's conversation. */
const keep = async (house: House, secrets: Secrets, posts: Filling[]): Promise<Filling[]> => {
	const [draft, mia] = [randomUUID(), await house.actor("mia")]
	const own = (field: string) =>
		secrets.plant(`the ${field} of a draft`, { may: only("mia"), mustShow: field === "title" })
	await house.rows(sql`insert into drafts (id, actor_id, group_id, title, source, content_warning, quote_uri, poll)
		values (${draft}, ${mia}, ${await house.actor("tea")}, ${own("title")}, ${own("text")}, ${own("content note")}, ${own("quote")},
			${JSON.stringify({ options: [own("poll"), "x"], multiple: false, closes: "7d" })}::jsonb)`)
	const letters = randomUUID()
	const letter = secrets.plant("a letter to those who look after a group", {
		may: only("mo", "mia"),
		mustShow: true,
	})
	const answer = secrets.plant("what they answered", { may: only("mo", "mia"), mustShow: true })
	const tea = await house.actor("tea")
	await house.rows(
		sql`insert into modmail (id, group_id, person_id, active_at) values (${letters}, ${tea}, ${mia}, now())`,
	)
	for (const [html, byGroup] of [
		[letter, false],
		[answer, true],
	])
		await house.rows(sql`insert into modmail_messages (id, modmail_id, by_group, html)
			values (${randomUUID()}, ${letters}, ${byGroup}, ${html})`)
	const open = posts.find(({ kind }) => kind === "open here")!.value
	const kept = new Date("2001-02-03T04:05:06.007Z")
	for (const text of [kept.toISOString(), "3 February 2001"])
		secrets.plant("when somebody kept a post", { text, may: only("mia"), mustShow: true })
	await house.rows(
		sql`insert into bookmarks (actor_id, post_id, created_at) values (${mia}, ${open}, ${kept.toISOString()})`,
	)
	const looked = new Date("2002-03-04T05:06:07.008Z")
	for (const text of [looked.toISOString(), "4 March 2002"])
		secrets.plant("when somebody last looked at a group", { text, may: only("mia"), mustShow: true })
	const den = await house.actor("den")
	const called = (what: string) =>
		secrets.plant(`the ${what} that a member has in a private group`, {
			may: only("mo", "mia"),
			mustShow: true,
		})
	await house.rows(
		sql`insert into member_names (group_id, actor_id, name, pronouns) values (${den}, ${mia}, ${called("name")}, ${called("pronouns")})`,
	)
	await house.rows(
		sql`insert into read_marks (actor_id, group_id, place_id, seen_at) values (${mia}, ${den}, ${den}, ${looked.toISOString()})`,
	)
	// what is new is told from what is not by a line between them
	const old = posts.find(({ kind }) => kind === "public words in a private group")!.value
	await house.rows(
		sql`update shares set active_at = '2001-01-01' where group_id = ${den} and post_id = ${old}`,
	)
	await house.rows(sql`insert into mutes (actor_id, thread_id) values (${mia}, ${open})`)
	return [
		{ kind: "draft", value: draft },
		{ kind: "letters", value: letters },
	]
}

/** A picture that came with a post. Everybody may see what is open; whoever brought it, and may see no more of the post, at least that. */
const enclose = async (house: House, secrets: Secrets, one: Kind, postId: string): Promise<Filling> => {
	const [name, owner] = [`${newSecret()}.webp`, await house.actor(one.author)]
	const may: May = (probe) => one.may(probe) || one.kind === "open here" || probe.visitor.name === one.author
	const text = secrets.plant(`a picture in a post ${one.kind}`, { may, mustShow: one.mustShow })
	await folderStorage(join(house.folder, "media")).put(name, Buffer.from(text))
	await house.rows(sql`insert into media (id, name, owner_id, media_type, bytes, post_id)
		values (${randomUUID()}, ${name}, ${owner}, 'image/webp', 100, ${postId})`)
	return { kind: "file", value: name }
}

const write = async (house: House, secrets: Secrets, one: Kind): Promise<string> => {
	const id = randomUUID()
	const own = (field: string, mustShow = false) =>
		secrets.plant(`the ${field} of a post ${one.kind}`, { may: one.may, mustShow: mustShow && one.mustShow })
	const uri = `${house.origin}/ap/posts/${id}`
	const attachments = [{ url: "https://files.example/b.png", mediaType: "image/png", alt: own("alt text") }]
	await house.rows(sql`insert into posts (id, uri, url, author_id, kind, title, html, source, content_warning, attachments, audience, thread_id, published_at)
		values (${id}, ${uri}, ${uri}, ${await house.actor(one.author)}, 'page', ${own("title")}, ${`<p>${own("text", true)}</p>`},
			${own("source")}, ${own("warning")}, ${JSON.stringify(attachments)}::jsonb, ${one.audience}, ${id}, now())`)
	await house.rows(sql`insert into shares (group_id, post_id, thread_id, top_level, state, reason)
		values (${await house.actor(one.group)}, ${id}, ${id}, true, ${one.state}, 'It has a reason.')`)
	await house.rows(sql`insert into post_tags (tag, post_id) values ('teatime', ${id})`)
	for (const name of one.people ?? [])
		await house.rows(
			sql`insert into post_people (post_id, actor_id) values (${id}, ${await house.actor(name)})`,
		)
	return id
}
