import { findActors } from "../../db/actors.ts"
import { listOpenAppeals } from "../../db/appeals.ts"
import { listDomainPolicies } from "../../db/borders/rules.ts"
import { findTakenBack, listOpenReports, listShared, type Shared } from "../../db/desk.ts"
import { findDeskCases } from "../../db/desk-notes.ts"
import { type Decision, listDecisions } from "../../db/events.ts"
import { listBans, listMembers, listRequests } from "../../db/members.ts"
import { listFilters } from "../../db/moderation.ts"
import { listModmail } from "../../db/modmail.ts"
import { listPauses } from "../../db/pauses.ts"
import { logEnd } from "../../db/person-at-desk.ts"
import { findPlaced, listPlaced, type Placed } from "../../db/placed.ts"
import { findPoll } from "../../db/polls.ts"
import type { Group } from "../groups/group.ts"
import { limits } from "../limits.ts"
import { type Actor, handleOf } from "../people/actor.ts"
import { excerptOf, plainText } from "../posts/markup.ts"
import type { World } from "../world.ts"
import { deskSentence, groupLines } from "./desk/log.ts"
import { gatherFloods } from "./desk-floods.ts"
import { gatherServer } from "./gather.ts"
import { t } from "./language.tsx"
import type { DeskPageProps, DeskPerson, HeldView, PlacedView, ReportView } from "./pages/desk/views.ts"
import type { PostView } from "./pages/views.ts"
import { pollView } from "./poll-views.ts"
import { personView, postView, threadPath, withoutGreeting } from "./views.ts"

/** What waits at a group's desk, and what can be done there. For those who may see it: whoever calls has asked. */
export const gatherDesk = async (world: World, you: Actor, group: Group): Promise<DeskPageProps> => {
	const { db, ports } = world
	const seen = await logEnd(db, group.id)
	const requests = await listRequests(db, group.id, limits.deskList + 1)
	const show = { held: (row: Placed) => heldView(world, row), person: deskPerson }
	const {
		piles,
		apart: held,
		turnedAway,
		settled,
	} = await gatherFloods(world, group, limits.deskList + 1, show)
	const reports = await listOpenReports(db, group.id, limits.deskList + 1)
	const out = await listPlaced(db, group.id, "removed", limits.deskLately)
	const takenBack = await findTakenBack(
		db,
		group.id,
		out.map(({ post }) => post.id),
	)
	return {
		server: await gatherServer(world, you),
		group: { ...group, seen },
		now: ports.now(),
		letters: (await listModmail(db, group.id, "open", 1)).length > 0,
		more: [requests, held, reports].some((rows) => rows.length > limits.deskList),
		requests: requests
			.slice(0, limits.deskList)
			.map(({ actor, requestedAt }) => ({ person: deskPerson(actor), at: requestedAt })),
		piles,
		held: await Promise.all(held.slice(0, limits.deskList).map(show.held)),
		reports: await reportViews(world, group, reports.slice(0, limits.deskList)),
		holders: await holdersOf(world, you, group, [
			...requests.map(({ actor }) => actor.id),
			...held.map(({ author }) => author.id),
			...reports.flatMap(({ subjectId }) => subjectId ?? []),
		]),
		log: groupLines(
			(await listDecisions(db, group.id, { before: null, limit: limits.deskHistory })).filter(isByHand),
		),
		appeals: await appealViews(world, you, group),
		shared: (await listShared(db, group.id, limits.deskLately)).map((row) => sharedView(group, row)),
		// What its author took out is not for others to put back.
		removed: out.filter(({ post }) => !takenBack.has(post.id)).map((row) => placedView(group, row)),
		turnedAway,
		settled,
		people: (await listMembers(db, group.id, ["follower", "member"], limits.deskPeople)).map(({ actor }) =>
			handleOf(actor),
		),
		banned: (await listBans(db, group.id, ports.now())).map(({ actor, until, reason }) => ({
			person: deskPerson(actor),
			until,
			reason,
		})),
		paused: (await listPauses(db, group.id, ports.now())).map(({ actor, until, reason }) => ({
			person: deskPerson(actor),
			until,
			reason,
		})),
		filters: await listFilters(db, group.id),
		servers: await listDomainPolicies(db, group.id),
	}
}

/** What the group's own rules did is not a decision that somebody takes back. */
const isByHand = ({ type }: Decision): boolean => type !== "post-held" && type !== "post-refused"

const holdersOf = async ({ db, ports }: World, you: Actor, group: Group, ids: string[]) => {
	const after = new Date(ports.now().getTime() - limits.caseHeld)
	const holders = await findDeskCases(db, group.id, { personIds: [...new Set(ids)], after })
	return Object.fromEntries(
		[...holders].map(([personId, { id, name }]) => [personId, { name, you: id === you.id }]),
	)
}

/** What people in a group, or one of them, want to have looked at again. */
export const appealViews = async ({ db }: World, you: Actor, group: Group, personId?: string) =>
	(await listOpenAppeals(db, group.id, personId)).map(({ appeal, person, decision }) => ({
		id: appeal.id,
		person: deskPerson(person),
		decision: deskSentence(decision) ?? "",
		reason: decision.reason ?? "",
		words: appeal.words,
		at: appeal.createdAt,
		yours: decision.actorId === you.id || person.id === you.id,
	}))

export const deskPerson = (actor: Actor): DeskPerson => ({ id: actor.id, ...personView(actor) })

export const heldView = async (world: World, row: Placed): Promise<HeldView> => ({
	id: row.post.id,
	author: deskPerson(row.author),
	letter: await wholeLetter(world, row),
	reason: row.reason ?? "",
})

/** All that somebody wrote, what it lets people choose from included, for those who decide about it. */
const wholeLetter = async ({ db, ports }: World, row: Placed): Promise<PostView> => {
	const { post, author, group, state } = row
	const poll = post.kind === "question" ? await findPoll(db, post.id) : null
	const view = { group, you: null, now: ports.now() }
	return {
		...postView(row, 0, new Map()),
		...(poll && { poll: pollView({ ...poll, chosen: [] }, author, view) }),
		...(author.local && state !== "shared" && { url: null }),
	}
}

export const placedView = (
	group: Group,
	{ post, author, reason }: Pick<Placed, "post" | "author" | "reason">,
): PlacedView => ({
	id: post.id,
	author: deskPerson(author),
	words:
		post.title || excerptOf(withoutGreeting(plainText(post.html), group.handle)) || t("a post without words"),
	language: post.language,
	at: post.publishedAt,
	reason: reason ?? "",
})

export const sharedView = (group: Group, { post, author, topLevel, lockedAt, pinnedAt }: Shared) => ({
	...placedView(group, { post, author, reason: null }),
	href: `${threadPath(group, { ...post, title: topLevel ? post.title : null })}#post-${post.id}`,
	begins: topLevel,
	locked: lockedAt !== null,
	pinned: pinnedAt !== null,
})

type ReportRow = Awaited<ReturnType<typeof listOpenReports>>[number]

export const reportViews = async (world: World, group: Group, rows: ReportRow[]): Promise<ReportView[]> => {
	const { db } = world
	const ids = rows.flatMap(({ reporterId, subjectId }) => [reporterId, subjectId].filter((id) => id !== null))
	const people = new Map(
		(await findActors(db, [...new Set(ids)])).map((actor) => [actor.id, deskPerson(actor)]),
	)
	const views: ReportView[] = []
	for (const row of rows) {
		const places = row.postId ? await findPlaced(db, row.postId) : []
		const place = places.find(({ groupId }) => groupId === group.id)
		views.push({
			id: row.id,
			words: row.words,
			...(row.resolvedAt && { resolution: row.resolution ?? "" }),
			at: row.createdAt,
			reporter: people.get(row.reporterId ?? "") ?? null,
			subject: people.get(row.subjectId ?? "") ?? null,
			post: place ? { id: place.post.id, letter: await wholeLetter(world, place), state: place.state } : null,
		})
	}
	return views
}
