import { findActor, findLocalActor } from "../db/actors.ts"
import type { Transaction } from "../db/connect.ts"
import { inboxesThatKnow } from "../db/departures.ts"
import { findGroup } from "../db/groups.ts"
import { findSoftware } from "../db/hosts.ts"
import { wasSaid } from "../db/log.ts"
import { listMembers } from "../db/members.ts"
import { findMentioned } from "../db/mentions.ts"
import { findReport } from "../db/moderation.ts"
import { findPoll } from "../db/polls.ts"
import { findPost, findPostByUri, findShare } from "../db/posts.ts"
import { findServer } from "../db/server.ts"
import { codeOf } from "../src/accounts/visiting/visit-secrets.ts"
import { activityUri, type EventRecord } from "../src/events.ts"
import type { Group } from "../src/groups/group.ts"
import { limits } from "../src/limits.ts"
import { postingIn } from "../src/moderation/policy/posting-in.ts"
import type { Actor } from "../src/people/actor.ts"
import type { World } from "../src/world.ts"
import { deskLetter } from "./gather-desk-letters.ts"
import { type AnswerWords, answerFacts, modmailFacts } from "./gather-letters.ts"
import { isMessage, namesModerator } from "./outgoing.ts"
import { dialectOf } from "./plumbing/nodeinfo-reader.ts"
import type { LetterFacts } from "./saying/letters.ts"
import type { Facts } from "./saying/parts.ts"
import type { DepartureFacts } from "./saying/people.ts"
import type { ReportFacts } from "./saying/reports.ts"
import type { VisitFacts } from "./saying/visits.ts"
import type { Json } from "./translate/wire.ts"

export type FactParts = {
	world: World
	/** A group or a person of this server as their own document says it, for telling that it changed. */
	ownDocument(actorId: string): Promise<Json | null>
	/** What moderators are answered, which the pages have words for. */
	answerWords: AnswerWords
}

/** The id of the boost that `boosted` speaks of, if there could be one. */
type Gathered = Facts & { boostUri: string | null }

/** All that must be known of an event to say it to other servers; null when there is nothing to say. */
export const gatherFacts = async (
	tx: Transaction,
	parts: FactParts,
	event: EventRecord,
): Promise<Gathered | ReportFacts | DepartureFacts | VisitFacts | LetterFacts | null> => {
	const { origin } = parts.world.origin
	if (event.type === "person-departed") return departureFacts(tx, origin, event)
	if (event.type === "visit-code-sent") return visitFacts(tx, parts.world, event)
	if (event.type === "report-forwarded") return reportFacts(tx, origin, event)
	if (event.type === "modmail-answered") return modmailFacts(tx, origin, event)
	if (event.type === "group-answered") return answerFacts(tx, parts.answerWords, origin, event)
	if (isMessage(event.type)) return deskLetter(tx, origin, event)
	const group = event.groupId ? await findGroup(tx, event.groupId) : null
	if (!group) return null
	const post = event.postId ? await findPost(tx, event.postId) : null
	const poll = post?.kind === "question" ? await findPoll(tx, post.id) : null
	const parent = post?.inReplyTo ? await findPostByUri(tx, post.inReplyTo) : null
	const share = post ? await findShare(tx, group.id, post.id) : null
	const author = post ? await findActor(tx, post.authorId) : null
	const thread = post && author?.local ? await findShare(tx, group.id, post.threadId) : null
	const shareId = (event.facts.shareId as string | null | undefined) ?? share?.eventId ?? null
	const boostUri = shareId ? activityUri(origin, shareId, "announce") : null
	return {
		origin,
		group,
		posting: await postingIn(tx, group),
		groupDocument: event.type === "group-updated" ? await parts.ownDocument(group.id) : null,
		personDocument:
			event.type === "profile-changed" && event.personId ? await parts.ownDocument(event.personId) : null,
		person: event.personId ? await findActor(tx, event.personId) : null,
		post,
		poll,
		author,
		parentAuthor: parent ? await findActor(tx, parent.authorId) : null,
		mentioned: post && author?.local ? await findMentioned(tx, post.id) : [],
		threadUri: `${origin}/ap/threads/${post?.threadId}`,
		moderator: namesModerator(event.type)
			? await moderatorOf(tx, group, event.actorId ?? (event.facts.inName as string | undefined) ?? null)
			: group,
		marks: { locked: thread?.lockedAt != null, pinned: share?.pinnedAt != null },
		shareEventId: share?.eventId ?? null,
		boosted: boostUri ? await wasSaid(tx, group.id, boostUri) : false,
		boostUri,
	}
}

const moderatorOf = async (tx: Transaction, group: Group, actorId: string | null): Promise<Actor> => {
	const by = actorId ? await findActor(tx, actorId) : null
	if (by?.local) return by
	// Lemmy refuses an activity whose id and actor are on two servers, so it is somebody of this one.
	const all = await listMembers(tx, group.id, ["owner", "moderator"])
	return all.find(({ actor }) => actor.local)?.actor ?? group
}

const departureFacts = async (
	tx: Transaction,
	origin: string,
	{ personId }: EventRecord,
): Promise<DepartureFacts | null> => {
	const departed = personId ? await findActor(tx, personId) : null
	if (!departed?.local) return null
	return { origin, departed, inboxes: await inboxesThatKnow(tx, departed.id, limits.departureTold) }
}

const reportFacts = async (
	tx: Transaction,
	origin: string,
	event: EventRecord,
): Promise<ReportFacts | null> => {
	const report = await findReport(tx, event.facts.reportId as string)
	const subject = event.personId ? await findActor(tx, event.personId) : null
	const server = await findLocalActor(tx, "server")
	if (!report || !subject || !server) return null
	const reporter = report.reporterId ? await findActor(tx, report.reporterId) : null
	const group = report.groupId ? await findActor(tx, report.groupId) : null
	const post = report.postId ? await findPost(tx, report.postId) : null
	const software = await findSoftware(tx, subject.host)
	const keepsCommunities = software !== null && dialectOf(software) === "threadiverse"
	return { origin, server, report, subject, post, reporter, group, keepsCommunities }
}

const visitFacts = async (
	tx: Transaction,
	{ origin, secretKey }: World,
	event: EventRecord,
): Promise<VisitFacts | null> => {
	const person = event.personId ? await findActor(tx, event.personId) : null
	const group = event.groupId ? await findActor(tx, event.groupId) : null
	const sender = group ?? (await findLocalActor(tx, "server"))
	if (!person || !sender) return null
	const { visitId, chat } = event.facts as { visitId: string; chat: boolean }
	const serverName = (await findServer(tx))?.name ?? "Snug"
	return { origin, serverName, sender, person, code: codeOf(secretKey, visitId), chat }
}
