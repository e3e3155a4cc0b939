import { bookmarkedAmong, hasMuted } from "../../../db/keeping.ts"
import { readThanks, readVouched, type Thanks } from "../../../db/reactions.ts"
import type { Read } from "../../../db/reading.ts"
import type { Group } from "../../groups/group.ts"
import type { Actor } from "../../people/actor.ts"
import { foreseePost } from "../../posts/foresee-post.ts"
import type { World } from "../../world.ts"
import type { FootView, SpeakingView } from "../pages/speaking/views.ts"
import { viewerOf } from "../session.ts"
import { groupPath } from "../views.ts"
import { gatherCompose } from "./compose-views.ts"
import { nothingTyped } from "./typed.ts"

/** What stands under each post of a thread, by the posts' ids. */
export const gatherFeet = async (
	{ db }: World,
	you: Actor | null,
	group: Group,
	reads: Read[],
): Promise<Map<string, FootView>> => {
	const ids = reads.map(({ post }) => post.id)
	const thanks = Map.groupBy(
		await readThanks(db, viewerOf(you), { groupId: group.id, postIds: ids }),
		({ postId }) => postId,
	)
	const vouched = Map.groupBy(await readVouched(db, viewerOf(you), ids), ({ postId }) => postId)
	const kept = you?.local ? await bookmarkedAmong(db, you.id, ids) : new Set()
	return new Map(
		reads.map(({ post, author }) => {
			const given = thanks.get(post.id) ?? []
			const base = `${groupPath(group)}/p/${post.id}`
			const own = given.find(({ actor }) => actor.id === you?.id)
			const deeds = you?.local && {
				base,
				reply: `${groupPath(group)}/t/${post.threadId}/reply?to=${post.id}`,
				quote: `${groupPath(group)}/write?quote=${encodeURIComponent(post.uri)}`,
				mine: author.id === you.id,
				yours: own ? (own.emoji ?? "thanks") : null,
				kept: kept.has(post.id),
			}
			const others = (vouched.get(post.id) ?? []).map(({ emoji, host }) => ({ emoji, host }))
			const isOpen = !you?.local && group.local && group.visibility === "public" && post.audience === "public"
			const fromHome = `${groupPath(group)}/t/${post.threadId}/from-home?to=${post.id}`
			const foot = {
				id: post.id,
				thanks: byEmoji(given),
				others,
				...(deeds && { deeds }),
				...(isOpen && { fromHome }),
				...(you && !you.local && author.id !== you.id && { report: `${base}/report` }),
			}
			return [post.id, { ...foot, ...(post.version > 1 && { earlier: `${base}/earlier` }) }]
		}),
	)
}

const byEmoji = (thanks: Thanks[]): FootView["thanks"] =>
	[...Map.groupBy(thanks, ({ emoji }) => emoji)].map(([emoji, given]) => ({
		emoji,
		names: given.map(({ actor }) => actor.name),
	}))

/** What somebody who is signed in can do in a thread: answer, or read why not; and mute it. */
export const gatherSpeaking = async (
	world: World,
	you: Actor,
	group: Group,
	reads: Read[],
): Promise<SpeakingView> => {
	const { post } = reads[0]!
	const mute = {
		mute: `${groupPath(group)}/t/${post.threadId}/mute`,
		muted: await hasMuted(world.db, you.id, post.threadId),
	}
	const trial = { author: you, group, title: null, text: "…", inReplyTo: post.uri }
	const foreseen = await foreseePost(world, trial)
	if (foreseen.ok && foreseen.value.verdict === "refuse") return { ...mute, reason: foreseen.value.reason }
	const typed = { ...nothingTyped(world, group.language), to: post.id }
	return { ...mute, compose: await gatherCompose(world, { you, group, parent: reads[0]!, typed }) }
}
