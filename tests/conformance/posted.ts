import type { Group } from "../../src/groups/group.ts"
import { writePost } from "../../src/posts/write-post.ts"
import { idOf, type Json, list } from "../support/peer/shapes.ts"
import { actorDocument, partsOf, setStage } from "./cast.ts"
import type { Readable } from "./fixtures.ts"
import { type Ground, prepareGround } from "./ground.ts"
import { prepare } from "./prepare.ts"
import type { Bench, Got } from "./run.ts"
import { changesBetween, readState, settle } from "./state.ts"

/** Delivers an activity as its sender would, once what it presupposes holds, and looks at what it changed. */
export const postActivity = async (
	bench: Bench,
	fixture: Readable,
	nth: number,
	raw: boolean,
): Promise<Got> => {
	const { house, remote, world } = bench
	const { db } = house.connection
	const group = await bench.group(`g${nth}`)
	const meant = { ...fixture, groupRef: groupRefOf(fixture) }
	const places = { groupUri: group.uri, hostOf: (host: string) => bench.hostOf(nth, host), raw }
	const activity = await ourPostsIn(bench, group, prepare(meant, places))
	const signer = signerOf(activity)
	const elsewhere = fixture.role === "remote-group" ? signer : null
	remote.serve(signer, actorDocument(remote, signer, elsewhere ? "Group" : "Person"))
	const objects = fixture.expect !== "reject"
	setStage(remote, activity, { ours: world.origin.origin, group: elsewhere, objects })

	const inbox = meant.groupRef && !elsewhere ? group.inbox : `${world.origin.origin}/inbox`
	const say = async (said: Json, actor: string): Promise<void> => {
		await remote.deliver(inbox, said, actor)
		await settle(db)
	}
	const precondition =
		fixture.precondition ?? (fixture.type === "Block" ? "the actor follows the group" : null)
	if (precondition && fixture.expect === "accept") {
		const ground: Ground = { ...bench, group, elsewhere, say }
		await prepareGround(ground, activity, precondition)
	}
	await settle(db)
	house.saidSince()
	const before = await readState(db)
	const status = await remote.deliver(inbox, activity, signer)
	const outcome = await settle(db)
	const changes = changesBetween(before, await readState(db))
	const complaint = house.saidSince()
	const why = [
		`HTTP ${status}`,
		status === 202 ? outcome?.outcome : null,
		changes.join("+"),
		complaint.trim(),
	]
	return { got: verdict(status, changes, complaint), why: why.filter(Boolean).join("; ") }
}

export const verdict = (status: number, changes: string[], complaint: string): string => {
	if (status === 0 || status >= 500) return `error-${status}`
	if (/was set aside|rror:/.test(complaint)) return "threw"
	if (status >= 400) return changes.length > 0 ? "changed-and-rejected" : "reject"
	return changes.length > 0 ? "accept" : "ignore"
}

/** A Block means something only where its object is of this server; then it is the group, whatever the index says. */
const groupRefOf = ({ type, expect, groupRef, json }: Readable): string | null =>
	groupRef ?? (type === "Block" && expect === "accept" ? (idOf(json.object) ?? null) : null)

/** Where the group stands for a person in the fixture, what is below it is a post of that person: then it is one of ours. */
const ourPostsIn = async ({ world, person }: Bench, group: Group, activity: Json): Promise<Json> => {
	const parts = partsOf(activity).flatMap((part) => [idOf(part.object), idOf(list(part.inReplyTo)[0])])
	const below = parts.filter((uri) => uri?.startsWith(`${group.uri}/`))
	if (activity.type === "QuoteRequest") below.push(idOf(activity.object))
	const option = optionVoted(activity)
	if (option) below.push(idOf(activity.object.inReplyTo))
	const poll = option ? { options: [option, "Another."], multiple: false, lasts: 7 * 86_400_000 } : null
	let text = JSON.stringify(activity)
	for (const uri of new Set(below)) {
		const written = await writePost(world, {
			author: person,
			group,
			title: null,
			text: "Ours.",
			inReplyTo: null,
			poll,
		})
		if (!written.ok) throw new Error(written.reason)
		text = text.replaceAll(JSON.stringify(uri), JSON.stringify(written.value.uri))
	}
	return JSON.parse(text)
}

/** What a vote chooses; votes count where the poll is asked, so that is one of ours. */
const optionVoted = ({ type, object }: Json): string | null =>
	type === "Create" && object?.name && !object.content && object.inReplyTo ? object.name : null

/** Whoever says it; what nobody says is sent by somebody of the server that its id is on. */
const signerOf = (activity: Json): string => {
	const actor = Array.isArray(activity.actor) ? activity.actor[0] : activity.actor
	const uri = idOf(actor)
	if (isOnTheWeb(uri)) return uri
	const id = idOf(activity)
	return new URL("/conformance/sender", isOnTheWeb(id) ? id : "http://nobody.localhost").href
}

const isOnTheWeb = (uri: string | undefined): uri is string =>
	uri !== undefined && URL.canParse(uri) && /^https?:/.test(uri)
