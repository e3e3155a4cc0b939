import { setImmediate } from "node:timers/promises"
import { filtersFor } from "../../../db/moderation.ts"
import { findPolicies } from "../../../db/policies.ts"
import { type Happened, listHappened, takenBefore } from "../../../db/replaying.ts"
import type { Group } from "../../groups/group.ts"
import { limits } from "../../limits.ts"
import { plainText } from "../../posts/markup.ts"
import type { World } from "../../world.ts"
import type { Verdict } from "../policy.ts"
import { bound } from "./bound.ts"
import { matchedIn } from "./patterns.ts"
import { readContents } from "./read-contents.ts"
import { type Came, replay } from "./replay.ts"
import type { Rules } from "./rules.ts"

export type Tried = { happened: Happened; verdict: Exclude<Verdict, { verdict: "accept" }> }

/**
 * What some rules would have held or refused of the posts of the last days, in the order in which they came: nothing is
 * written, and nobody hears of it. What was refused then is not kept, and bans and servers are not asked about.
 */
export const tryPolicy = async (
	{ db, ports }: Pick<World, "db" | "ports">,
	group: Group,
	{ rules: own, days }: { rules: Rules; days: number },
): Promise<Tried[]> => {
	const since = new Date(ports.now().getTime() - days * 86_400_000)
	const { bounds } = await findPolicies(db, group.id)
	const words = await filtersFor(db, group.id)
	const happened = await listHappened(db, group.id, { since, limit: limits.postsTried })
	const before = await takenBefore(db, group.id, happened[0]?.post.receivedAt ?? since)
	const patterns = words.filter(({ pattern }) => pattern).map(({ word }) => word)
	const policy = {
		visibility: group.visibility,
		words,
		...bound({ posting: group.posting, rules: own }, bounds),
	}
	const came: Came[] = []
	for (const one of happened) {
		came.push(cameAs(one, group, { before, patterns }))
		// Thousands of posts and many patterns: others are answered in between.
		await setImmediate()
	}
	return replay(policy, came).flatMap((verdict, index) =>
		verdict.verdict === "accept" ? [] : [{ happened: happened[index]!, verdict }],
	)
}

const cameAs = (
	{ post, author, topLevel, state, role, joinedAt, trusted }: Happened,
	group: Group,
	{ before, patterns }: { before: Awaited<ReturnType<typeof takenBefore>>; patterns: string[] },
): Came => {
	const said = [
		post.title,
		post.contentWarning,
		plainText(post.html),
		...post.attachments.map(({ alt }) => alt),
	]
	const text = said.filter(Boolean).join("\n")
	const earlier = before.get(author.id)
	const since =
		joinedAt && earlier && earlier.first < joinedAt ? earlier.first : (joinedAt ?? earlier?.first ?? null)
	const standing = { role, banned: false, paused: false, local: author.local, domain: null, trusted }
	return {
		authorId: author.id,
		taken: state === "shared",
		submission: {
			coming: "new",
			audience: post.audience,
			text,
			matched: matchedIn(text, patterns),
			answers: !topLevel,
			threadLocked: false,
			...readContents(post, { group, author }),
			language: post.language,
			author: { ...standing, since, taken: earlier?.taken ?? 0 },
			now: post.receivedAt,
		},
	}
}
