import { findActorByUri } from "../../db/actors.ts"
import { listLookedAfter } from "../../db/desk.ts"
import { hasNews } from "../../db/news.ts"
import { type Place, readConversations, readThread } from "../../db/reading.ts"
import { findServer } from "../../db/server.ts"
import type { Group } from "../groups/group.ts"
import { limits } from "../limits.ts"
import { postingIn } from "../moderation/policy/posting-in.ts"
import type { Actor } from "../people/actor.ts"
import type { World } from "../world.ts"
import type { ServerView, YouView } from "./layout.tsx"
import type { GroupPageProps } from "./pages/group.tsx"
import type { ThreadPageProps } from "./pages/thread.tsx"
import { gatherPolls } from "./poll-views.ts"
import { previewOfGroup, previewOfThread } from "./previews/preview.ts"
import { viewerOf } from "./session.ts"
import { gatherMembership } from "./speaking/membership.tsx"
import { gatherFeet, gatherSpeaking } from "./speaking/thread-views.ts"
import { conversationView, groupPath, groupView, threadView } from "./views.ts"

type You = Actor | null

/** This server as whoever is asking sees it. */
export const gatherServer = async ({ db, ports, origin }: World, you: You): Promise<ServerView> => ({
	name: (await findServer(db))?.name ?? "Snug",
	origin: origin.origin,
	...(you && { you: await gatherYou({ db, ports }, you) }),
})

const gatherYou = async ({ db, ports }: Pick<World, "db" | "ports">, you: Actor): Promise<YouView> => ({
	name: you.name,
	handle: you.handle,
	...(you.local ? { news: await hasNews(db, you.id, ports.now()) } : { guest: true }),
	desks: (await listLookedAfter(db, you.id)).map(({ handle, name }) => ({ handle, name })),
})

export const gatherGroup = async (
	world: World,
	you: You,
	group: Group,
	{ after, since }: { after: Place | null; since: Date | null },
): Promise<GroupPageProps> => {
	const rows = await readConversations(world.db, viewerOf(you), group.id, {
		after,
		limit: limits.threadsOnPage + 1,
	})
	const shown = rows.slice(0, limits.threadsOnPage)
	const last = shown.at(-1)
	const preview = previewOfGroup(group)
	return {
		server: await gatherServer(world, you),
		group: groupView(
			{ ...group, posting: await postingIn(world.db, group) },
			[],
			await newHomeOf(world, group),
		),
		conversations: shown.map((row) => conversationView(group, row)),
		...(rows.length > limits.threadsOnPage &&
			last && { next: `${groupPath(group)}?after=${writePlace(last)}` }),
		first: after === null,
		...(preview && { preview }),
		...(since && { since }),
		...(you && { membership: await gatherMembership(world, you, group) }),
		now: world.ports.now(),
	}
}

/** Null when the viewer may see nothing of the thread, or there is none. */
export const gatherThread = async (
	world: World,
	you: You,
	group: Group,
	threadId: string,
	look: () => Promise<Date | null>,
): Promise<ThreadPageProps | null> => {
	const reads = await readThread(world.db, viewerOf(you), group.id, threadId)
	if (reads.length === 0) return null
	const since = await look()
	const preview = previewOfThread(group, reads[0]!, world.origin)
	return {
		server: await gatherServer(world, you),
		group: groupView(group, []),
		posts: threadView(reads, {
			polls: await gatherPolls(world, you, group, reads),
			feet: await gatherFeet(world, you, group, reads),
			tagsAt: `${groupPath(group)}/tags/`,
			isNew: ({ sharedAt, author }) => since !== null && sharedAt > since && author.id !== you?.id,
		}),
		...(since && { since }),
		...(preview && { preview }),
		...(you?.local && { speaking: await gatherSpeaking(world, you, group, reads) }),
		now: world.ports.now(),
	}
}

const newHomeOf = ({ db }: World, { movedTo }: Group): Promise<Actor | null> =>
	movedTo ? findActorByUri(db, movedTo) : Promise.resolve(null)

const writePlace = ({ activeAt, post }: { activeAt: Date; post: { id: string } }): string =>
	`${activeAt.getTime().toString(36)}.${post.id}`

/** Reads a place in a list from an address; null for the beginning and for anything that is no place. */
export const readPlace = (text: string | undefined): Place | null => {
	const match = /^([0-9a-z]{1,11})\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(text ?? "")
	const time = match ? Number.parseInt(match[1]!, 36) : Number.NaN
	return Math.abs(time) < 8.64e15 ? { activeAt: new Date(time), postId: match![2]! } : null
}
