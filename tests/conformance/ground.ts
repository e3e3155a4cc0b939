import { upsertMember } from "../../db/members.ts"
import type { LookUp } from "../../federation/plumbing/look-up.ts"
import { followGroup } from "../../src/groups/follow-group.ts"
import type { Group } from "../../src/groups/group.ts"
import type { Actor } from "../../src/people/actor.ts"
import type { World } from "../../src/world.ts"
import { AS_CONTEXT, idOf, type Json, list, PUBLIC } from "../support/peer/shapes.ts"
import { actorDocument, isActor, isJson } from "./cast.ts"
import type { Remote } from "./remote.ts"

/** What is needed to bring about what an activity presupposes. */
export type Ground = {
	world: World
	lookUp: LookUp
	remote: Remote
	/** The group under test. */
	group: Group
	/** Somebody here, who follows groups elsewhere. */
	person: Actor
	/** A group elsewhere, when that is who speaks. */
	elsewhere: string | null
	/** Says something to the server, and waits until it has dealt with it. */
	say(activity: Json, actor: string): Promise<void>
}

/** Makes a precondition hold, by what other servers would have said before, and for roles by the owner's hand. */
export const prepareGround = async (ground: Ground, activity: Json, precondition: string): Promise<void> => {
	if (ground.elsewhere) await followElsewhere(ground, ground.elsewhere)
	if (/moderator/.test(precondition)) await belong(ground, idOf(activity.actor)!, "moderator")
	for (const said of saidIn(ground, activity)) await presuppose(ground, said)
}

/** What a group elsewhere passes on: one thing, or several at once (FEP-1a11). */
const saidIn = ({ elsewhere }: Ground, activity: Json): Json[] => {
	if (activity.type !== "Announce" || !elsewhere) return [activity]
	const { object } = activity
	const held = isJson(object) && !object.actor ? (object.orderedItems ?? object.items ?? object) : object
	const said = list(held).filter(isJson)
	return said.length > 0 ? said : [activity]
}

const followElsewhere = async ({ world, lookUp, person, say }: Ground, uri: string): Promise<void> => {
	const group = await met(lookUp, uri)
	await followGroup(world, { person, group })
	const object = { type: "Follow", actor: person.uri, object: uri }
	await say(
		{ id: `${new URL(uri).origin}/conformance/accept`, type: "Accept", actor: uri, object, to: [person.uri] },
		uri,
	)
}

const met = async (lookUp: LookUp, uri: string, fresh = false): Promise<Actor> => {
	const actor = await lookUp.actor(uri, fresh)
	if ("state" in actor) throw new Error(`${uri} cannot be met: ${actor.reason}`)
	return actor
}

const belong = async (ground: Ground, uri: string, role: "moderator" | "member"): Promise<void> => {
	const { world, lookUp, group } = ground
	const actor = await met(lookUp, uri)
	const joinedAt = world.ports.now()
	await world.db.transaction((tx) =>
		upsertMember(tx, { groupId: group.id, actorId: actor.id, role, joinedAt }),
	)
}

/** What must have been said before each kind of activity means anything. */
const presuppose = async (ground: Ground, activity: Json): Promise<void> => {
	const { type, object } = activity
	const actor = idOf(activity.actor) ?? ""
	if (type === "Undo") return presupposeUndone(ground, activity, actor)
	if (type === "Move") return follow(ground, actor)
	if (type === "Block") return presupposeBlocked(ground, activity, actor)
	if (type === "Update" && isActor(object)) return beOlder(ground, idOf(object)!)
	if (type === "Delete" && (idOf(object) === actor || isActor(object))) return leaveSoon(ground, actor)
	if (type === "Leave") return follow(ground, actor)
	if (type === "Create") return presupposeParent(ground, object, actor)
	if (type === "Remove" && moderators(activity) && !ground.elsewhere)
		return belong(ground, idOf(object)!, "moderator")
	if (type === "Add" && moderators(activity)) return belong(ground, idOf(object)!, "member")
	if (["Note", "Page", "Article"].includes(type))
		return presupposeParent(ground, activity, idOf(activity.attributedTo)!)
	if (type === "Delete" || type === "Update") return post(ground, idOf(object), authorFor(activity))
	for (const each of moderators(activity) ? [] : list(object))
		if (!/\/(users|u)\/[^/]+$/.test(idOf(each) ?? "")) await post(ground, idOf(each), null)
	if (type === "Remove") await sayThere(ground, { ...activity, id: `${activity.id}/add`, type: "Add" }, actor)
}

/** A group elsewhere passes on what is done in it. */
const sayThere = async ({ elsewhere, say }: Ground, said: Json, actor: string): Promise<void> => {
	const announce = {
		"@context": AS_CONTEXT,
		id: `${elsewhere}?announced=${encodeURIComponent(said.id)}`,
		type: "Announce",
		actor: elsewhere,
		object: said,
		to: [PUBLIC],
	}
	await say(elsewhere ? announce : { "@context": AS_CONTEXT, ...said }, elsewhere ?? actor)
}

/** Somebody belongs here; when it is others who say that they are gone, then so says their own server. */
const leaveSoon = async (ground: Ground, actor: string): Promise<void> => {
	await follow(ground, actor)
	if (ground.elsewhere) ground.remote.serve(actor, { type: "Tombstone", id: actor }, 410)
}

/** Whoever is blocked belongs to the group; what is taken out with them was there. */
const presupposeBlocked = async (ground: Ground, block: Json, actor: string): Promise<void> => {
	const uri = idOf(block.object)!
	if (uri === ground.group.uri) return follow(ground, actor)
	if (!ground.remote.found(uri)) ground.remote.serve(uri, actorDocument(ground.remote, uri, "Person"))
	await follow(ground, uri)
	if (block.removeData) await post(ground, `${new URL(uri).origin}/conformance/unwanted`, uri)
}

const moderators = ({ target }: Json): boolean => /moderators/.test(idOf(target) ?? "")

/** Who wrote what is changed or deleted: whoever does it, unless they do it as a moderator (Lemmy gives a reason then). */
const authorFor = ({ actor, object, summary }: Json): string | null => {
	const [uri, by] = [idOf(object), idOf(actor)]
	const own = uri && by && URL.canParse(uri) && new URL(uri).origin === new URL(by).origin
	return own && summary === undefined ? by : null
}

const presupposeUndone = async (ground: Ground, { object }: Json, actor: string): Promise<void> => {
	const undone = isJson(object) ? object : { id: object, type: "Follow", actor, object: ground.group.uri }
	if (isJson(object)) await presuppose(ground, object)
	// A reason is what a moderator gives; and a ban whose end has passed since is one that nobody can lift.
	if (isJson(object) && object.type === "Delete" && object.summary) await belong(ground, actor, "moderator")
	const { endTime: _, expires: __, ...inForce } = undone
	await sayThere(ground, undone.type === "Block" ? inForce : undone, actor)
}

/** A vote answers a poll; anything else answers a note. */
const presupposeParent = async (ground: Ground, object: unknown, author: string): Promise<void> => {
	if (!isJson(object)) return serveNote(ground, idOf(object), author)
	const parent = idOf(list(object.inReplyTo)[0])
	const option = object.content ? null : object.name
	if (parent)
		await post(
			ground,
			parent,
			null,
			option ? { type: "Question", oneOf: [{ type: "Note", name: option }] } : {},
		)
}

const follow = async ({ say, group }: Ground, actor: string): Promise<void> => {
	if (!URL.canParse(actor) || new URL(actor).origin === new URL(group.uri).origin) return
	await say(
		{ id: `${new URL(actor).origin}/conformance/follow`, type: "Follow", actor, object: group.uri },
		actor,
	)
}

/** They are known by an earlier word of theirs; afterwards their server says again what it says now. */
const beOlder = async ({ remote, lookUp }: Ground, uri: string): Promise<void> => {
	const now = remote.found(uri)
	if (!now) return
	remote.serve(uri, actorDocument(remote, uri, "Person", { type: now.json.type, name: "An earlier name" }))
	await met(lookUp, uri, true)
	remote.serve(uri, now.json)
}

const noteBy = (ground: Ground, uri: string, author: string, more: Json): Json => ({
	id: uri,
	type: "Note",
	attributedTo: author,
	to: [PUBLIC],
	cc: [ground.elsewhere ?? ground.group.uri],
	content: "<p>What was there before.</p>",
	published: "2026-01-01T00:00:00Z",
	...more,
})

const serveNote = async (ground: Ground, uri: string | undefined, author: string): Promise<void> => {
	if (uri) ground.remote.serve(uri, { "@context": AS_CONTEXT, ...noteBy(ground, uri, author, {}) })
}

/** Somebody posted to the group, on their own server; what is there now stays as the fixture has it. */
const post = async (
	ground: Ground,
	uri: string | undefined,
	by: string | null,
	more: Json = {},
): Promise<void> => {
	const { remote, group, elsewhere, say } = ground
	if (!uri || !URL.canParse(uri) || new URL(uri).origin === new URL(group.uri).origin) return
	const { origin } = new URL(uri)
	const author = by ?? `${origin}/conformance/author`
	if (!remote.found(author)) remote.serve(author, actorDocument(remote, author, "Person"))
	const object = noteBy(ground, uri, author, more)
	const now = remote.found(uri)
	remote.serve(uri, { "@context": AS_CONTEXT, ...object })
	const create = { id: `${uri}?created`, type: "Create", actor: author, object, to: object.to, cc: object.cc }
	const wrapped = {
		id: `${elsewhere}?announced`,
		type: "Announce",
		actor: elsewhere,
		object: create,
		to: [PUBLIC],
	}
	await say({ "@context": AS_CONTEXT, ...(elsewhere ? wrapped : create) }, elsewhere ?? author)
	if (now) remote.serve(uri, now.json, now.status)
}
