import { listFollowingServers, type Reached } from "../../../db/reach.ts"
import type { Read } from "../../../db/reading.ts"
import type { Group } from "../../groups/group.ts"
import type { Actor } from "../../people/actor.ts"
import { localDraft, type Writing } from "../../posts/local-draft.ts"
import type { World } from "../../world.ts"
import type { ComposeView, GroupDoor, ReachView, Typed } from "../pages/speaking/views.ts"
import type { PostView } from "../pages/views.ts"
import { pollView } from "../poll-views.ts"
import { groupPath, postView } from "../views.ts"
import { languageNames } from "./language-names.ts"
import { pickedViews } from "./pictures.ts"

/** Where what somebody writes is sent: to begin a conversation, or to answer in one. */
const composeAction = (group: Group, parent: Pick<Read, "post"> | null): string =>
	parent ? `${groupPath(group)}/t/${parent.post.threadId}/reply` : `${groupPath(group)}/write`

export const doorOf = (group: Group): GroupDoor => ({
	handle: group.handle,
	host: group.host,
	name: group.name,
	hue: group.hue,
	...(!group.local && { elsewhere: { path: groupPath(group), url: group.url } }),
})

/** Who can read what is said in a group, and where it travels, as things stand. */
const gatherReach = async ({ db }: World, group: Group): Promise<ReachView> => {
	if (!group.local) return { kind: "elsewhere", group: group.name, host: group.host }
	if (group.visibility === "private") return { kind: "members", group: group.name }
	const servers = await listFollowingServers(db, group.id, 4)
	return { kind: "public", group: group.name, servers: servers.map(nameOf) }
}

const known =
	"Mastodon Lemmy PieFed Mbin NodeBB Misskey Sharkey GoToSocial Pleroma Akkoma Friendica Pixelfed PeerTube Mobilizon WordPress Ghost Hubzilla Discourse Snug".split(
		" ",
	)

/** A server by its name and, where we know it, by what it runs, which people know better. */
const nameOf = ({ host, software }: Reached): string => {
	const name = known.find((one) => one.toLowerCase() === software?.toLowerCase())
	return name ? `${host} (${name})` : host
}

/** The composer as it stands: what was typed, and what is said about it. */
export const gatherCompose = async (
	world: World,
	{
		you,
		group,
		parent,
		typed,
	}: { you: Actor; group: Group; parent: Pick<Read, "post"> | null; typed: Typed },
	said: Pick<
		ComposeView,
		"refused" | "undescribed" | "held" | "asks" | "preview" | "quoting" | "naming"
	> = {},
): Promise<ComposeView> => {
	const language = typed.language || group.language
	return {
		action: composeAction(group, parent),
		typed: { ...typed, language },
		reach: await gatherReach(world, group),
		languages: languageNames(group.language, language),
		pictures: await pickedViews(world, you, typed),
		...said,
	}
}

/** A post as it would look if it were sent. */
export const previewOf = async (
	world: World,
	writing: Writing,
	author: Actor,
	group: Group,
): Promise<PostView> => {
	const draft = await localDraft(world, writing, "note")
	const now = world.ports.now()
	const post = {
		...draft,
		authorId: author.id,
		quoteAuthorization: null,
		parentId: null,
		threadId: draft.id,
		editedAt: null,
		deletedAt: null,
		version: 1,
		publishedAt: now,
	}
	const { poll } = draft
	const asked = poll && { ...poll, postId: draft.id, tallyDueAt: null, chosen: [] }
	return {
		...postView({ post, author }, 0, new Map()),
		id: "preview",
		url: null,
		...(asked && { poll: pollView(asked, author, { group, you: null, now }) }),
	}
}
