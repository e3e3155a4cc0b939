import type { Report } from "../../db/moderation.ts"
import type { EventRecord } from "../../src/events.ts"
import { activityUri as uriFor } from "../../src/events.ts"
import type { Actor } from "../../src/people/actor.ts"
import type { Post } from "../../src/posts/post.ts"
import { flag } from "../translate/moderation.ts"
import { bytesOf, type Outgoing } from "./parts.ts"

/** All that must be known of a report to say it to another server. */
export type ReportFacts = {
	origin: string
	server: Actor
	report: Pick<Report, "words">
	subject: Actor
	post: Pick<Post, "uri"> | null
	reporter: Actor | null
	group: Actor | null
	/** Whether the server that is told keeps communities. */
	keepsCommunities: boolean
}

/**
 * A report goes on: as this server's own word to servers that take a list of a person and posts (Mastodon), so that
 * nobody learns who reported; to those that keep communities about one post of one, in the name of the person of this
 * server who reported, since Lemmy takes reports from people only. One about a group elsewhere goes to that group.
 */
export const forwarded = (event: EventRecord, facts: ReportFacts): Outgoing => {
	const { origin, server, report, subject, post, reporter, group, keepsCommunities } = facts
	const id = uriFor(origin, event.id, "flag")
	const inCommunity = group !== null && post !== null && (keepsCommunities || !group.local)
	const from = inCommunity && reporter?.local && !reporter.goneAt ? reporter : server
	const to = inCommunity && !group.local ? group : subject
	const about = inCommunity
		? { to: group.uri, audience: group.uri, object: post.uri }
		: { to: subject.uri, object: [subject.uri, ...(post ? [post.uri] : [])] }
	const body = bytesOf(JSON.stringify(flag(id, from, about, report.words)))
	return { to: "person", person: to, activityUri: id, signerId: from.id, audience: "people", body }
}
