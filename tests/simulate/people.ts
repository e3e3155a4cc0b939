import { isObject, type Json, PUBLIC, type Sending, type Somebody } from "./peers.ts"
import type { Step } from "./plan.ts"
import type { Snug } from "./snug.ts"
import type { Stage, Told } from "./stage.ts"

/** Says what was done, for the story; undefined when nobody could. */
export type Deed = (stage: Stage, step: Step) => string | undefined

const pick = <T>(list: readonly T[], number: number): T | undefined => list[number % list.length]
const anyone = ({ peers }: Stage, who: number): Somebody =>
	pick(
		peers.flatMap(({ people }) => people),
		who,
	)!
const isRemote = (author: Told["author"]): author is Somebody => "host" in author

const theirs = (stage: Stage, { who }: Step, fits: (post: Told) => boolean = () => true): Told | undefined =>
	pick(
		stage.posts.filter((post) => isRemote(post.author) && post.takenBack.length === 0 && fits(post)),
		who,
	)

const inboxOf = ({ name }: Snug): string => `https://${name}/inbox`
const short = (uri: string): string => uri.replace("https://", "")
const named = ({ name, host }: Somebody): string => `${name}@${host.name}`

const say = (stage: Stage, by: Somebody, snug: Snug, parent: Told | null, words: string): Told => {
	const word = stage.newWord()
	const group = stage.groups.get(snug.name)!.uri
	const lemmy = by.host.parts.dialect === "threadiverse"
	const note = by.host.note(by, {
		...(lemmy && !parent ? { type: "Page", name: `About ${word}` } : {}),
		...(lemmy ? { audience: group } : {}),
		...(parent ? { inReplyTo: parent.uri } : {}),
		cc: [group],
		tag: [{ type: "Mention", href: group, name: `@tea@${snug.name}` }],
		content: `<p>${words} ${word}</p>`,
	})
	const sent = send(stage, by, snug, { type: "Create", id: `${note.id}/activity`, cc: [group], object: note })
	const told: Told = {
		...{ uri: String(note.id), server: snug, author: by, parent, unshared: false, moderated: false },
		...{ wordings: [{ word, sent }], takenBack: [] },
	}
	return told
}

/** To the server's shared inbox; now and then to the group's own as well, as some servers do who find both named. */
const send = (stage: Stage, by: Somebody, snug: Snug, activity: Json): Sending => {
	const sending = by.host.send(by, inboxOf(snug), { to: [PUBLIC], ...activity })
	const isOnce = activity.type === "Follow" || activity.type === "Undo"
	if (!isOnce && by.host.sendings.length % 4 === 0)
		by.host.send(by, stage.groups.get(snug.name)!.inbox, sending.activity)
	return sending
}

const post: Deed = (stage, { who, where }) => {
	const [by, snug] = [anyone(stage, who), pick(stage.snugs, where)!]
	const told = say(stage, by, snug, null, "I was thinking of")
	stage.posts.push(told)
	return `${named(by)} posts ${short(told.uri)} to tea@${snug.name}`
}

const reply: Deed = (stage, { who, what }) => {
	const [by, parent] = [anyone(stage, who), pick(stage.posts, what)]
	if (!parent) return
	const told = say(stage, by, parent.server, parent, "Yes, and")
	stage.posts.push(told)
	return `${named(by)} answers ${short(parent.uri)} with ${short(told.uri)}`
}

const edit: Deed = (stage, step) => {
	const told = theirs(stage, step)
	if (!told || !isRemote(told.author)) return
	const { author: by, server } = told
	const before = by.host.objects.get(told.uri)
	if (!isObject(before)) return
	const word = stage.newWord()
	const note = by.host.note(by, {
		...before,
		content: `<p>On second thought ${word}</p>`,
		updated: by.host.now,
	})
	const sent = send(stage, by, server, { type: "Update", cc: note.cc, object: note })
	told.wordings.push({ word, sent })
	return `${named(by)} edits ${short(told.uri)} to say ${word}`
}

const takeBack: Deed = (stage, step) => {
	const told = theirs(stage, step)
	if (!told || !isRemote(told.author)) return
	takeBackOne(stage, told, told.author)
	return `${named(told.author)} deletes ${short(told.uri)}`
}

const takeBackOne = (stage: Stage, told: Told, by: Somebody): void => {
	const { server, uri } = told
	by.host.objects.set(uri, "gone")
	const object = by.host.parts.dialect === "microblog" ? { id: uri, type: "Tombstone" } : uri
	const cc = [stage.groups.get(server.name)!.uri]
	told.takenBack.push(send(stage, by, server, { type: "Delete", cc, object }))
}

/** Somebody thinks again at once: what is sent by several hands at a time may arrive the other way round. */
const regret: Deed = (stage, { who, where, chance }) => {
	const [by, snug] = [anyone(stage, who), pick(stage.snugs, where)!]
	const told = say(stage, by, snug, null, "I should not say")
	stage.posts.push(told)
	stage.scheduler.after(300 * chance, `${by.name} thinks again`, () => {
		if (told.takenBack.length === 0) takeBackOne(stage, told, by)
	})
	return `${named(by)} posts ${short(told.uri)} to tea@${snug.name}, and deletes it at once`
}

const gesture =
	(type: "Like" | "Announce"): Deed =>
	(stage, { who, what }) => {
		const [by, told] = [anyone(stage, who), pick(stage.posts, what)]
		if (!told) return
		send(stage, by, told.server, { type, object: told.uri })
		return `${named(by)} ${type === "Like" ? "likes" : "boosts"} ${short(told.uri)}`
	}

const unlike: Deed = (stage, { who }) => {
	const likes = stage.peers.flatMap(({ sendings }) => sendings.filter((one) => one.activity.type === "Like"))
	const one = pick(likes, who)
	if (!one) return
	const object = { id: one.activity.id, type: "Like", actor: one.by.id, object: one.activity.object }
	one.by.host.send(one.by, one.to.href, { type: "Undo", object })
	return `${named(one.by)} no longer likes ${short(String(one.activity.object))}`
}

/** Follows, or ends the newest Follow, as people change their minds. */
export const follow = (stage: Stage, by: Somebody, snug: Snug): Sending =>
	send(stage, by, snug, { type: "Follow", object: stage.groups.get(snug.name)!.uri })

export const leave = (stage: Stage, by: Somebody, snug: Snug): Sending => {
	const group = stage.groups.get(snug.name)!.uri
	const last = by.host.sendings.findLast(
		(one) => one.by === by && one.activity.type === "Follow" && one.activity.object === group,
	)
	return send(stage, by, snug, {
		type: "Undo",
		object: { id: last?.activity.id, type: "Follow", actor: by.id, object: group },
	})
}

const unshare: Deed = (stage, step) => {
	const told = theirs(stage, step, ({ parent, unshared }) => parent === null && !unshared)
	if (!told || !isRemote(told.author)) return
	const { author: by, server } = told
	const note = by.host.note(by, { inReplyTo: told.uri, cc: [by.id], content: "<p>unshare</p>" })
	send(stage, by, server, { type: "Create", id: `${note.id}/activity`, cc: [by.id], object: note })
	told.unshared = true
	return `${named(by)} answers ${short(told.uri)} with "unshare"`
}

/** Somebody on another server pretends that a post is theirs. */
const forge: Deed = (stage, { what, chance }) => {
	const mallory = stage.peers.flatMap(({ people }) => people).find(({ name }) => name === "mallory")!
	const told = pick(stage.posts, what)
	if (!told || told.author === mallory) return
	const object = {
		id: told.uri,
		type: "Note",
		attributedTo: mallory.id,
		content: "<p>forged</p>",
		to: [PUBLIC],
	}
	const kind = chance < 0.4 ? "Delete" : chance < 0.7 ? "Update" : "Create"
	send(stage, mallory, told.server, { type: kind, object: kind === "Delete" ? told.uri : object })
	return `${named(mallory)} sends a forged ${kind} of ${short(told.uri)}`
}

export const peopleDeeds = {
	post,
	reply,
	edit,
	delete: takeBack,
	regret,
	like: gesture("Like"),
	boost: gesture("Announce"),
	unlike,
	unshare,
	forge,
	follow: (stage: Stage, { who, where }: Step) => {
		const [by, snug] = [pick(stage.others, who)!, pick(stage.snugs, where)!]
		follow(stage, by, snug)
		return `${named(by)} follows tea@${snug.name}`
	},
	leave: (stage: Stage, { who, where }: Step) => {
		const [by, snug] = [pick(stage.others, who)!, pick(stage.snugs, where)!]
		leave(stage, by, snug)
		return `${named(by)} leaves tea@${snug.name}`
	},
}
