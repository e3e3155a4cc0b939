import { type ReadPoll, readPolls } from "../../db/polls.ts"
import type { Read } from "../../db/reading.ts"
import type { Group } from "../groups/group.ts"
import type { Actor } from "../people/actor.ts"
import { isClosed } from "../posts/poll.ts"
import type { World } from "../world.ts"
import type { PollView } from "./pages/views.ts"
import { viewerOf } from "./session.ts"

/** The polls of a thread as whoever is reading sees them, by their posts' ids. */
export const gatherPolls = async (
	world: World,
	you: Actor | null,
	group: Group,
	reads: Read[],
): Promise<Map<string, PollView>> => {
	const asked = reads.filter(({ post }) => post.kind === "question")
	const ids = asked.map(({ post }) => post.id)
	const polls = await readPolls(world.db, viewerOf(you), ids)
	const views = new Map<string, PollView>()
	for (const { post, author } of asked) {
		const poll = polls.get(post.id)
		if (poll) views.set(post.id, pollView(poll, author, { group, you, now: world.ports.now() }))
	}
	return views
}

/** A poll as somebody sees it; `poll.chosen` is what they chose. */
export const pollView = (
	poll: ReadPoll,
	author: Actor,
	{ group, you, now }: { group: Pick<Group, "handle">; you: Actor | null; now: Date },
): PollView => {
	const closed = isClosed(poll, now)
	const told = closed || poll.chosen.length > 0
	const mayVote = you?.local === true && author.local && !told
	return {
		options: poll.options.map(({ text, votes }, index) => ({
			text,
			votes: told ? votes : null,
			yours: poll.chosen.includes(index),
		})),
		multiple: poll.multiple,
		closed,
		endsAt: poll.endsAt,
		voters: told ? poll.voters : null,
		elsewhere: !author.local,
		...(mayVote && { action: `/@${group.handle}/vote/${poll.postId}` }),
	}
}
