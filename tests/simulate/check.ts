import { createHash } from "node:crypto"
import type { Peer } from "./peers.ts"
import type { Snug } from "./snug.ts"
import type { Stage, Told } from "./stage.ts"

type EventRow = {
	type: string
	uri: string | null
	group: string
	person: string | null
	reason: string | null
}
type ShareRow = {
	uri: string
	group: string
	own: boolean
	state: string
	begun: boolean
	announced: boolean
}
type PostRow = { uri: string; html: string; deleted: boolean; author: string }

/** What a server holds, when all has come to rest. */
type Rest = {
	events: EventRow[]
	shares: ShareRow[]
	posts: Map<string, PostRow>
	members: Set<string>
	bans: Set<string>
	/** What could not be read at its origin for so long that it was passed over. */
	givenUp: Set<string>
}

/** Holds what every server and every peer ended up with against what everybody was told. */
export const check = async (stage: Stage): Promise<void> => {
	const rests = new Map<Snug, Rest>()
	for (const snug of stage.snugs) {
		rests.set(snug, await restOf(snug))
		await kept(stage, snug)
		await delivered(stage, snug)
	}
	for (const [snug, rest] of rests) {
		replayed(stage, snug, rest)
		decided(stage, snug, rest)
		for (const peer of stage.peers) agrees(stage, peer, snug, rest)
		agreesElsewhere(stage, snug, rest, rests)
	}
	for (const { person, snug, stays } of stage.minds) {
		const name = `${stage.groups.get(snug.name)!.uri} ${person.id}`
		const { members, bans } = rests.get(snug)!
		if (members.has(name) !== (stays && !bans.has(name)))
			stage.blame(
				"I8",
				`${person.id} ${stays ? "follows" : "left"} ${snug.name}, where they are ${members.has(name) ? "" : "not "}known to`,
			)
	}
	for (const told of stage.posts) held(stage, told, rests)
}

const restOf = async ({ memory }: Snug): Promise<Rest> => {
	const events = await memory.look<EventRow>(`select e.type, p.uri, g.uri as group, a.uri as person, e.reason
		from events e left join posts p on p.id = e.post_id left join actors g on g.id = e.group_id
		left join actors a on a.id = e.person_id order by e.position`)
	const shares = await memory.look<ShareRow>(`select p.uri, g.uri as group, g.local as own, s.state,
		p.thread_id = p.id as begun, s.event_id is not null as announced
		from shares s join posts p on p.id = s.post_id join actors g on g.id = s.group_id order by 2, 1`)
	const posts =
		await memory.look<PostRow>(`select p.uri, p.html, p.deleted_at is not null as deleted, a.uri as author
		from posts p join actors a on a.id = p.author_id order by 1`)
	const members = await memory.look<{ name: string }>(`select g.uri || ' ' || a.uri as name from members m
		join actors g on g.id = m.group_id join actors a on a.id = m.actor_id where g.local order by 1`)
	const bans = await memory.look<{ name: string }>(`select g.uri || ' ' || a.uri as name from bans b
		join actors g on g.id = b.group_id join actors a on a.id = b.actor_id order by 1`)
	const outcomes = await memory.look<{ outcome: string }>(
		`select outcome from inbox where outcome ~ '${unreachable.source}'`,
	)
	return {
		givenUp: new Set(outcomes.flatMap(({ outcome }) => outcome.match(/https:[^\s,]+(?=: )/g) ?? [])),
		bans: new Set(bans.map(({ name }) => name)),
		events,
		shares,
		posts: new Map(posts.map((post) => [post.uri, post])),
		members: new Set(members.map(({ name }) => name)),
	}
}

/** What the product says of another server that it could not ask, nine times within a day. */
const unreachable = /no connection|no complete answer/

/** What two runs of one seed must have in common of how a server ended. */
export const digestOf = async (snug: Snug): Promise<string> => {
	const { events, shares, posts, members } = await restOf(snug)
	return createHash("sha256")
		.update(JSON.stringify([events, shares, [...posts.values()], [...members]]))
		.digest("hex")
}

/** I1: what was acknowledged is there, and was dealt with; I3: once. */
const kept = async (stage: Stage, snug: Snug): Promise<void> => {
	const rows = await snug.memory.look<{ uri: string; type: string; state: string; outcome: string }>(
		"select activity_uri as uri, type, state, outcome from inbox order by position",
	)
	const byUri = Map.groupBy(rows, ({ uri }) => uri)
	for (const { sendings } of stage.peers)
		for (const { activity, to, acknowledged, answers } of sendings) {
			if (to.host !== snug.name) continue
			const uri = String(activity.id)
			if (acknowledged && !byUri.has(uri)) stage.blame("I1", `${snug.name} acknowledged ${uri} and lost it`)
			if (!acknowledged && answers.length > 0)
				stage.blame("I2", `${snug.name} never took ${uri}: ${answers.join(", ")}`)
		}
	for (const [uri, same] of byUri)
		if (same.length > 1 && !/^(Follow|Undo)$/.test(same[0]!.type))
			stage.blame("I3", `${snug.name} kept ${uri} ${same.length} times`)
	for (const { uri, type, state, outcome } of rows)
		if (state !== "done")
			stage.blame("I1", `${snug.name} did not deal with the ${type} ${uri}: ${state}, ${outcome}`)
}

/** I2: every follower's inbox has the whole log, and nothing was given up. */
const delivered = async (stage: Stage, snug: Snug): Promise<void> => {
	const behind = await snug.memory.look<{ inbox: string; position: string; head: string }>(
		`select c.inbox, c.position, g.log_position as head from cursors c join groups g on g.actor_id = c.group_id
			where c.position < g.log_position or c.closed_at is not null`,
	)
	for (const { inbox, position, head } of behind)
		stage.blame("I2", `${inbox} has ${position} of the ${head} entries of ${snug.name}`)
	const left = await snug.memory.look<{ what: string }>(`
		select 'gave up ' || activity_uri || ' to ' || inbox || ': ' || reason as what from undelivered
		union all select 'still holds ' || activity_uri || ' for ' || inbox from messages where delivered_at is null
		union all select 'did not hand over ' || type || ': ' || coalesce(error, '') from events where handed_over_at is null`)
	for (const { what } of left) stage.blame("I2", `${snug.name} ${what}`)
	const log = await snug.memory.look<{ uri: string; dialect: string; at: string }>(
		"select activity_uri as uri, dialect, position as at from log order by group_id, position",
	)
	const once = new Set<string>()
	for (const { uri, dialect } of log) {
		if (once.has(`${dialect} ${uri}`)) stage.blame("I3", `${snug.name} says ${uri} twice`)
		once.add(`${dialect} ${uri}`)
	}
	for (const peer of stage.peers)
		for (const { uri, dialect } of log)
			if (dialect === peer.parts.dialect && !peer.received.has(uri))
				stage.blame("I2", `${peer.name} never got ${uri} of ${snug.name}`)
}

const moves: Record<string, "in" | "out" | "gone"> = {
	"post-shared": "in",
	"post-restored": "in",
	"post-removed": "out",
	"post-suspended": "out",
	"post-unshared": "out",
	"post-deleted": "gone",
}

/** I3, I8, I9: the events tell the same as the tables do, none comes twice, and nothing comes back after its end. */
const replayed = (stage: Stage, snug: Snug, { events, shares, members }: Rest): void => {
	const now = new Map<string, string>()
	const here = new Set<string>()
	for (const { type, uri, group, person } of events) {
		if (type === "member-joined") here.add(`${group} ${person}`)
		if (type === "member-left" || type === "member-banned") here.delete(`${group} ${person}`)
		const move = moves[type]
		if (!uri || !move || !group?.startsWith(`https://${snug.name}/`)) continue
		const before = now.get(`${group} ${uri}`)
		if (before === "gone") stage.blame("I9", `${snug.name}: ${type} of ${uri} after its author deleted it`)
		if (before === "in" && move === "in")
			stage.blame("I3", `${snug.name}: ${type} of ${uri}, which was shared`)
		now.set(`${group} ${uri}`, move)
	}
	for (const { uri, group, own, state, announced } of shares) {
		const told = now.get(`${group} ${uri}`)
		if (own && announced && (state === "shared") !== (told === "in"))
			stage.blame("I8", `${snug.name}: ${uri} is ${state}, its events say ${told}`)
	}
	const own = [...here].filter((one) => one.startsWith(`https://${snug.name}/`))
	for (const one of own)
		if (!members.has(one)) stage.blame("I8", `${snug.name}: ${one} joined and is no member`)
}

/** I13: each act of a moderator has one row, and one that was refused none. */
const decided = (stage: Stage, snug: Snug, { events }: Rest): void => {
	for (const { type, reason, outcome, snug: where } of stage.acts) {
		if (where !== snug) continue
		const rows = events.filter((event) => event.type === type && event.reason === reason).length
		const most = outcome === "refused" ? 0 : 1
		const least = outcome === "done" ? 1 : 0
		if (rows < least || rows > most)
			stage.blame("I13", `${snug.name}: ${type} "${reason}" was ${outcome} and has ${rows} rows`)
	}
}

/** I8: what a server of followers shows of a group is what the group shares. */
const agrees = (stage: Stage, peer: Peer, snug: Snug, { shares }: Rest): void => {
	const group = stage.groups.get(snug.name)!.uri
	const boosted = peer.parts.dialect === "microblog"
	const wanted = shares.filter(
		(share) =>
			share.group === group && share.state === "shared" && share.announced && (!boosted || share.begun),
	)
	const shown = peer.shown.get(group) ?? new Map<string, string>()
	for (const { uri } of wanted)
		if (!shown.has(uri)) stage.blame("I8", `${peer.name} does not show ${uri}, which ${snug.name} shares`)
	const uris = new Set(wanted.map(({ uri }) => uri))
	for (const uri of shown.keys())
		if (!uris.has(uri)) stage.blame("I8", `${peer.name} shows ${uri}, which ${snug.name} does not share`)
}

/** I8: the same for a Snug whose group follows the group. */
const agreesElsewhere = (stage: Stage, snug: Snug, { shares }: Rest, rests: Map<Snug, Rest>): void => {
	const group = stage.groups.get(snug.name)!.uri
	const shared = shares.filter((one) => one.group === group && one.state === "shared" && one.announced)
	const wanted = new Set(shared.map(({ uri }) => uri))
	for (const [other, rest] of rests) {
		if (other === snug) continue
		const own = stage.posts.filter(({ author }) => "snug" in author && author.snug === other)
		const late = new Set(own.filter(cameTooLate).map(({ uri }) => uri))
		const seen = rest.shares.filter((one) => one.group === group && one.state === "shared")
		const uris = new Set(seen.map(({ uri }) => uri))
		for (const uri of wanted)
			if (!uris.has(uri) && !rest.givenUp.has(uri))
				stage.blame(
					"I8",
					`${other.name} does not show ${uri}, which ${snug.name} shares (${stateOf(rest, group, uri)})`,
				)
		for (const uri of uris)
			if (!wanted.has(uri) && !late.has(uri))
				stage.blame("I8", `${other.name} shows ${uri}, which ${snug.name} does not share`)
	}
}

const stateOf = ({ shares, posts }: Rest, group: string, uri: string): string =>
	shares.find((one) => one.group === group && one.uri === uri)?.state ??
	(posts.has(uri) ? "it is in other groups" : "it is not known")

/**
 * Whether what it answers may have been gone when it came to its group: then the group does not take it and says so to its
 * author, on whose own server it stands all the same.
 */
const cameTooLate = ({ server, author, parent }: Told): boolean =>
	"snug" in author &&
	author.snug !== server &&
	parent !== null &&
	(parent.takenBack.length > 0 || parent.moderated || parent.unshared)

/** I1, I5, I8, I9: each post is as its author last said it, on its group's server and wherever else it is. */
const held = (stage: Stage, told: Told, rests: Map<Snug, Rest>): void => {
	const { uri, server, author, wordings, takenBack, moderated, unshared } = told
	const wasTaken = (sent: Told["takenBack"][number]) =>
		sent === "kept" || (sent !== "unsure" && sent.acknowledged)
	for (const [snug, { posts, shares }] of rests) {
		const post = posts.get(uri)
		// What another server took out of sight before is not told of any more.
		const isSeen = snug === server || shares.some((one) => one.uri === uri && one.state === "shared")
		if (!post || !isSeen) continue
		if (post.deleted && takenBack.length === 0)
			stage.blame("I5", `${snug.name}: ${uri} is gone by nobody's word`)
		if (!post.deleted && takenBack.some(wasTaken)) stage.blame("I9", `${snug.name} still has ${uri}`)
		const said = wordings.findLastIndex(({ word }) => post.html.includes(word))
		if (!post.deleted && said < 0) stage.blame("I5", `${snug.name}: ${uri} says what its author never said`)
		const last = wordings.findLastIndex(({ sent }) => wasTaken(sent))
		const isAnchors = "snug" in author || stage.anchors.includes(author)
		if (!post.deleted && isAnchors && !moderated && !unshared && said < last)
			stage.blame("I8", `${snug.name}: ${uri} says ${wordings[said]?.word}, not ${wordings[last]?.word}`)
	}
	const home = rests.get(server)!.posts.get(uri)
	if (cameTooLate(told)) return
	const expected = "snug" in author || (stage.anchors.includes(author) && wasTaken(wordings[0]!.sent))
	if (!home && expected && takenBack.length === 0 && (!told.parent || "snug" in author))
		stage.blame("I1", `${server.name} has no ${uri}, which it acknowledged`)
}
