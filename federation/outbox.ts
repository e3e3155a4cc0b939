import { getLogger } from "@logtape/logtape"
import { findActor, findLocalActor } from "../db/actors.ts"
import type { Transaction } from "../db/connect.ts"
import { isDatabasesFault, isTooSlow } from "../db/database-errors.ts"
import { lockWaitingEvents, markHandedOver, markNotHandedOver, tryHandOverLock } from "../db/events.ts"
import { findGroup } from "../db/groups.ts"
import { findSoftware } from "../db/hosts.ts"
import { appendToLog, insertMessages, wasSaid } from "../db/log.ts"
import { listMembers } from "../db/members.ts"
import { findReport } from "../db/moderation.ts"
import { findPoll } from "../db/polls.ts"
import { findPost, findPostByUri, findShare } from "../db/posts.ts"
import { activityUri, type EventRecord } from "../src/events.ts"
import type { Group } from "../src/groups/group.ts"
import type { Actor } from "../src/people/actor.ts"
import type { World } from "../src/world.ts"
import { activitiesFor } from "./outgoing.ts"
import { dialectOf } from "./plumbing/nodeinfo-reader.ts"
import type { Facts, Outgoing } from "./saying/parts.ts"
import { forwarded } from "./saying/reports.ts"
import type { Json } from "./translate/wire.ts"

const log = getLogger(["snug", "outbox"])

const batch = 50
const mostTries = 5
/** Milliseconds until what another process may not have seen while it was handing over is looked for. */
const others = 300

export type Outbox = {
	/** Something happened that others may have to hear. */
	wake(): void
	stop(): Promise<void>
	/** Resolves when every event so far has been handed over. */
	idle(): Promise<void>
}

export type OutboxParts = {
	world: World
	/** A group or a person of this server as their own document says it, for telling that it changed. */
	ownDocument(actorId: string): Promise<Json | null>
	/** Milliseconds between two looks of its own accord. */
	lookEvery: number
	/** Told after the commit which groups have something new in their logs. */
	handedOver(groupIds: string[]): void
}

/** What we tell others. The only place that decides to send: it turns events into rows for the delivery lanes. */
export const startOutbox = (parts: OutboxParts): Outbox => {
	let stopping = false
	let running: Promise<void> | null = null
	let woken = false
	/** How many events are handed over at a time; fewer for a while where that many took too long. */
	let size = batch
	let callOff = (): void => {}

	const run = async (): Promise<void> => {
		do {
			woken = false
			try {
				let handed: number | null
				let whole: boolean
				do {
					handed = await handOver(parts, size)
					whole = handed === size
					if (whole) size = Math.min(size * 2, batch)
				} while (!stopping && whole)
				if (handed === null) later(others)
			} catch (error) {
				log.error("The outbox stopped for a moment: {error}", { error })
				if (isTooSlow(error)) size = Math.ceil(size / 4)
				later(1000)
			}
		} while (woken && !stopping)
		running = null
	}
	const wake = (): void => {
		woken = true
		if (!stopping) running ??= run()
	}
	// Other processes record events as well; their notice may be lost, so look now and then.
	const later = (milliseconds: number): void => {
		callOff()
		if (!stopping)
			callOff = parts.world.ports.timer(() => {
				later(parts.lookEvery)
				wake()
			}, milliseconds)
	}
	later(parts.lookEvery)
	wake()
	return {
		wake,
		async stop() {
			stopping = true
			callOff()
			await running
		},
		async idle() {
			while (running) await running
		},
	}
}

/** Hands over the oldest waiting events, each in one transaction with the mark that says so; answers how many, null when another process is at it. */
const handOver = async (parts: OutboxParts, size: number): Promise<number | null> => {
	const { world } = parts
	let failing: EventRecord | null = null
	const groupIds = new Set<string>()
	try {
		const handed = await world.db.transaction(async (tx) => {
			groupIds.clear()
			if (!(await tryHandOverLock(tx))) return null
			const events = await lockWaitingEvents(tx, size)
			if (events.length === 0) return 0
			await world.ports.failpoint("outbox:locked")
			for (const event of events) {
				failing = event
				if (event.type === "report-forwarded") {
					await keep(tx, world, event, await forwardedReport(tx, world, event))
					continue
				}
				const facts = await gather(tx, parts, event)
				if (!facts) continue
				await keep(tx, world, event, activitiesFor(event, facts))
				await world.ports.failpoint("outbox:kept")
				groupIds.add(facts.group.id)
			}
			failing = null
			await world.ports.failpoint("outbox:before-commit")
			await markHandedOver(
				tx,
				events.map((event) => event.id),
				world.ports.now(),
			)
			return events.length
		})
		if (!handed) return handed
		await world.ports.failpoint("outbox:handed-over")
		parts.handedOver([...groupIds])
		return handed
	} catch (error) {
		// nor is the database's trouble an event's, as long as several share it
		if (!failing || isDatabasesFault(error) || (size > 1 && isTooSlow(error))) throw error
		// One event that cannot be said must not silence the others.
		const { id, type } = failing as EventRecord
		log.error("{type} {id} could not be handed over: {error}", { type, id, error })
		await markNotHandedOver(world.db, id, String(error), mostTries)
		return size
	}
}

const gather = async (tx: Transaction, parts: OutboxParts, event: EventRecord): Promise<Facts | null> => {
	const group = event.groupId ? await findGroup(tx, event.groupId) : null
	if (!group) return null
	const post = event.postId ? await findPost(tx, event.postId) : null
	const poll = post?.kind === "question" ? await findPoll(tx, post.id) : null
	const parent = post?.inReplyTo ? await findPostByUri(tx, post.inReplyTo) : null
	const share = post ? await findShare(tx, group.id, post.id) : null
	const author = post ? await findActor(tx, post.authorId) : null
	const shareId = (event.facts.shareId as string | null | undefined) ?? share?.eventId ?? null
	const { origin } = parts.world.origin
	return {
		origin,
		group,
		groupDocument: event.type === "group-updated" ? await parts.ownDocument(group.id) : null,
		personDocument:
			event.type === "profile-changed" && event.personId ? await parts.ownDocument(event.personId) : null,
		person: event.personId ? await findActor(tx, event.personId) : null,
		post,
		poll,
		author,
		parentAuthor: parent ? await findActor(tx, parent.authorId) : null,
		threadUri: `${parts.world.origin.origin}/ap/threads/${post?.threadId}`,
		moderator:
			author?.local && author.id === event.actorId ? author : await moderatorOf(tx, group, event.actorId),
		shareEventId: share?.eventId ?? null,
		boosted: shareId ? await wasSaid(tx, group.id, activityUri(origin, shareId, "announce")) : false,
	}
}

const moderatorOf = async (tx: Transaction, group: Group, actorId: string | null): Promise<Actor> => {
	const by = actorId ? await findActor(tx, actorId) : null
	if (by?.local) return by
	// Lemmy refuses an activity whose id and actor are on two servers, so it is somebody of this one.
	const all = await listMembers(tx, group.id, ["owner", "moderator"])
	return all.find(({ actor }) => actor.local)?.actor ?? group
}

const forwardedReport = async (tx: Transaction, world: World, event: EventRecord): Promise<Outgoing[]> => {
	const report = await findReport(tx, event.facts.reportId as string)
	const subject = event.personId ? await findActor(tx, event.personId) : null
	const server = await findLocalActor(tx, "server")
	if (!report || !subject || !server) return []
	const reporter = report.reporterId ? await findActor(tx, report.reporterId) : null
	const group = report.groupId ? await findActor(tx, report.groupId) : null
	const post = report.postId ? await findPost(tx, report.postId) : null
	const software = await findSoftware(tx, subject.host)
	const keepsCommunities = software !== null && dialectOf(software) === "threadiverse"
	const { origin } = world.origin
	return [forwarded(event, { origin, server, report, subject, post, reporter, group, keepsCommunities })]
}

const keep = async (
	tx: Transaction,
	world: World,
	event: EventRecord,
	outgoing: Outgoing[],
): Promise<void> => {
	const { newId } = world.ports
	await appendToLog(
		tx,
		event.groupId!,
		outgoing.flatMap((one) =>
			one.to === "followers" ? [{ ...without(one), groupId: event.groupId!, eventId: event.id }] : [],
		),
	)
	await insertMessages(
		tx,
		outgoing.flatMap((one) => {
			if (one.to !== "person") return []
			const { person, to: _, ...rest } = one
			return [{ ...rest, id: newId(), eventId: event.id, inbox: person.inbox, host: person.host }]
		}),
	)
}

const without = ({ to: _, ...rest }: Outgoing & { to: "followers" }) => rest
