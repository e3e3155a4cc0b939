import { findActorByUri, findLocalActor } from "../../db/actors.ts"
import type { Transaction } from "../../db/connect.ts"
import { findGroup } from "../../db/groups.ts"
import { findPostByUri } from "../../db/posts.ts"
import { approvePost, type PostDeed } from "../../src/moderation/approve-post.ts"
import { banMember, type PersonDeed } from "../../src/moderation/ban-member.ts"
import { enact } from "../../src/moderation/enact.ts"
import { liftBan } from "../../src/moderation/lift-ban.ts"
import { markThread } from "../../src/moderation/mark-thread.ts"
import { restorePost } from "../../src/moderation/restore-post.ts"
import { takeOutPost } from "../../src/moderation/take-out-post.ts"
import { deletePost } from "../../src/posts/delete-post.ts"
import { editPost } from "../../src/posts/edit-post.ts"
import { renderMarkdown } from "../../src/posts/markup.ts"
import { writePost } from "../../src/posts/write-post.ts"
import { done, type Result } from "../../src/result.ts"
import type { World } from "../../src/world.ts"
import type { Deed } from "./people.ts"
import type { Snug } from "./snug.ts"
import type { Act, Stage, Told } from "./stage.ts"

const pick = <T>(list: readonly T[], number: number): T | undefined => list[number % list.length]
const short = (uri: string): string => uri.replace("https://", "")
const unexpected = (stage: Stage, what: string) => (error: unknown) =>
	stage.blame("I1", `${what} failed: ${error}`)

type Local = Told & { author: { snug: Snug; name: "ana" | "ben" } }
const isLocal = (post: Told): post is Local => "snug" in post.author

const write =
	(elsewhere: boolean): Deed =>
	(stage, { who, where, what, chance }) => {
		const snug = pick(stage.snugs, who)!
		const server = elsewhere ? stage.snugs[(stage.snugs.indexOf(snug) + 1) % stage.snugs.length]! : snug
		const { world } = snug
		if (!world || (elsewhere && server === snug)) return
		const name = elsewhere || where % 2 ? "ben" : "ana"
		const answers =
			chance < 0.4
				? pick(
						stage.posts.filter((post) => post.server === server),
						what,
					)
				: undefined
		const word = stage.newWord()
		const doing = async (): Promise<void> => {
			const author = (await findLocalActor(world.db, name))!
			const target = await findActorByUri(world.db, stage.groups.get(server.name)!.uri)
			const group = target && (await findGroup(world.db, target.id))
			if (!group) return
			const text = `A thing about ${word}`
			const writing = { author, group, title: null, text, inReplyTo: answers?.uri ?? null }
			const written = await writePost(world, writing)
			if (!written.ok) return
			stage.posts.push({
				...{ uri: written.value.uri, server, author: { snug, name }, parent: answers ?? null },
				...{ wordings: [{ word, sent: "kept" }], takenBack: [], unshared: false },
				moderated: written.value.state === "held",
			})
		}
		doing().catch(unexpected(stage, `${name}@${snug.name} writing`))
		return `${name}@${snug.name} writes ${word} to tea@${server.name}${answers ? `, answering ${short(answers.uri)}` : ""}`
	}

const editHere: Deed = (stage, { who }) => {
	const told = pick(
		stage.posts.filter(isLocal).filter((post) => post.takenBack.length === 0),
		who,
	)
	const world = told?.author.snug.world
	if (!told || !world) return
	const word = stage.newWord()
	const wording: Told["wordings"][number] = { word, sent: "unsure" }
	told.wordings.push(wording)
	const text = `Rather ${word}`
	const doing = async (): Promise<void> => {
		const author = (await findLocalActor(world.db, told.author.name))!
		const post = (await findPostByUri(world.db, told.uri))!
		const { title, contentWarning, sensitive, language, attachments, audience } = post
		const words = { html: renderMarkdown(text), source: text }
		const edit = {
			...{ author, uri: told.uri, editedAt: null, heard: {} },
			wording: { title, ...words, contentWarning, sensitive, language, attachments, audience },
		}
		const edited = await enact(world, (tx) => editPost(world, tx, edit))
		if (edited.ok) wording.sent = "kept"
		else told.wordings.splice(told.wordings.indexOf(wording), 1)
	}
	doing().catch(unexpected(stage, `editing ${told.uri}`))
	return `${told.author.name}@${told.author.snug.name} edits ${short(told.uri)} to say ${word}`
}

const deleteHere: Deed = (stage, { who }) => {
	const told = pick(
		stage.posts.filter(isLocal).filter((post) => post.takenBack.length === 0),
		who,
	)
	const world = told?.author.snug.world
	if (!told || !world) return
	told.takenBack.push("unsure")
	const doing = async (): Promise<void> => {
		const author = (await findLocalActor(world.db, told.author.name))!
		const deleted = await enact(world, (tx) => deletePost(world, tx, { author, uri: told.uri, heard: {} }))
		if (deleted.ok) told.takenBack.push("kept")
	}
	doing().catch(unexpected(stage, `deleting ${told.uri}`))
	return `${told.author.name}@${told.author.snug.name} deletes ${short(told.uri)}`
}

/** A moderator's act on a server, with a reason of its own, by which its one row is known. */
const decide = (
	stage: Stage,
	snug: Snug,
	type: string,
	act: (world: World, deed: { by: "operator"; reason: string; groupId: string }) => Promise<Result | null>,
): void => {
	const { world } = snug
	if (!world) return
	const one: Act = { snug, type, reason: `because ${stage.newWord()}`, outcome: "unsure" }
	stage.acts.push(one)
	const groupId = stage.groups.get(snug.name)!.id
	act(world, { by: "operator", reason: one.reason, groupId })
		.then((result) => {
			one.outcome = result?.ok ? "done" : "refused"
		})
		.catch(unexpected(stage, `${type} on ${snug.name}`))
}

type PostAct = (world: World, tx: Transaction, deed: PostDeed) => Promise<Result>

const onPost =
	(says: string, type: string, act: PostAct): Deed =>
	(stage, { what }) => {
		const told = pick(stage.posts, what)
		if (!told?.server.world) return
		told.moderated = true
		decide(stage, told.server, type, async (world, deed) => {
			const post = await findPostByUri(world.db, told.uri)
			return post && enact(world, (tx) => act(world, tx, { ...deed, postId: post.id }))
		})
		return `a moderator of tea@${told.server.name} ${says} ${short(told.uri)}`
	}

type PersonAct = (world: World, tx: Transaction, deed: PersonDeed) => Promise<Result>

const onPerson =
	(says: string, type: string, act: PersonAct): Deed =>
	(stage, { who, where }) => {
		const [person, snug] = [pick(stage.others, who)!, pick(stage.snugs, where)!]
		if (!snug.world) return
		decide(stage, snug, type, async (world, deed) => {
			const actor = await findActorByUri(world.db, person.id)
			return actor && enact(world, (tx) => act(world, tx, { ...deed, person: actor }))
		})
		return `a moderator of tea@${snug.name} ${says} ${person.name}@${person.host.name}`
	}

const takeOut =
	(how: "remove" | "hold"): PostAct =>
	(world, tx, deed) =>
		takeOutPost(world, tx, how, deed)
const mark =
	(how: "lock" | "unlock"): PostAct =>
	(world, tx, deed) =>
		markThread(world, tx, how, deed)

export const houseDeeds = {
	write: write(false),
	"answer-here": write(false),
	"write-elsewhere": write(true),
	"edit-here": editHere,
	"delete-here": deleteHere,
	remove: onPost("removes", "post-removed", takeOut("remove")),
	hold: onPost("holds back", "post-suspended", takeOut("hold")),
	restore: onPost("puts back", "post-restored", restorePost),
	approve: onPost("lets through", "post-approved", approvePost),
	lock: onPost("locks", "thread-locked", mark("lock")),
	unlock: onPost("unlocks", "thread-unlocked", mark("unlock")),
	ban: onPerson("bans", "member-banned", async (world, tx, deed) => {
		const banned = await banMember(world, tx, { ...deed, until: null })
		return banned.ok ? done(undefined) : banned
	}),
	lift: onPerson("lifts the ban of", "ban-lifted", liftBan),
}
