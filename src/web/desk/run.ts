import { findActor, findActorByHandle, findLocalActor } from "../../../db/actors.ts"
import type { Transaction } from "../../../db/connect.ts"
import { decidedSince, lockSubject } from "../../../db/person-at-desk.ts"
import type { Group } from "../../groups/group.ts"
import type { PostDeed } from "../../moderation/approve-post.ts"
import type { PersonDeed } from "../../moderation/ban-member.ts"
import { enact } from "../../moderation/enact.ts"
import type { Actor } from "../../people/actor.ts"
import { type Result, refused } from "../../result.ts"
import type { World } from "../../world.ts"
import type { Form } from "../forms.ts"
import { zoneHere } from "../language.tsx"

export type At = { world: World; group: Group; you: Actor; form: Form }
/** Everything that can be done at the desk: one command each, and the sentence that says it was done. */
export type Deeds = Readonly<Record<string, { run: Run; done: () => string }>>

export type Run = (at: At) => Promise<Result<unknown>>

export const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

export const withReason = ({ group, you, form }: At) => ({
	groupId: group.id,
	by: { actorId: you.id },
	reason: form.reason ?? "",
})

/**
 * Decides about a post or a person, unless somebody else did since the page was made: two who act at the same moment do
 * nothing twice, and the second one is shown what the first one did.
 */
const unlessDecided = async <T>(
	{ world, group, you, form }: At,
	subjectId: string,
	decision: (tx: Transaction) => Promise<Result<T>>,
): Promise<Result<T>> =>
	enact(world, async (tx) => {
		await lockSubject(tx, group.id, subjectId)
		const about = { subjectId, seen: seenIn(form), butBy: you.id }
		return (await decidedSince(tx, group.id, about))
			? refused("too-late", "Somebody decided about that meanwhile. Please look again.")
			: decision(tx)
	})

/** Up to where whoever sends a form had seen what was decided. */
export const seenIn = ({ seen = "" }: Form): number =>
	/^\d{1,15}$/.test(seen) ? Number(seen) : Number.MAX_SAFE_INTEGER

export const onPost =
	(command: (world: World, tx: Transaction, deed: PostDeed) => Promise<Result<unknown>>): Run =>
	async (at) => {
		const postId = at.form.post ?? ""
		return uuid.test(postId)
			? unlessDecided(at, postId, (tx) => command(at.world, tx, { ...withReason(at), postId }))
			: refused("not-found", "There is no such post in this group.")
	}

export const onPerson =
	(command: (world: World, tx: Transaction, deed: PersonDeed, form: Form) => Promise<Result<unknown>>): Run =>
	async (at) => {
		const person = await personNamed(at.world, at.form.person ?? "")
		return person?.kind === "person"
			? unlessDecided(at, person.id, (tx) => command(at.world, tx, { ...withReason(at), person }, at.form))
			: refused(
					"not-found",
					"Nobody of that name is known here. A name is written in full: @bob@social.example.",
				)
	}

/** Somebody this server knows, by id or by handle; those of this server without their host, too. */
const personNamed = async ({ db, origin }: World, text: string): Promise<Actor | null> => {
	if (uuid.test(text)) return findActor(db, text)
	const [name = "", host = origin.host] = text.replace(/^[@!]/, "").split("@")
	return host === origin.host ? findLocalActor(db, name) : findActorByHandle(db, name, host)
}

/** What takes something from people is not done without a word why: they will read it. */
export const saying =
	(run: Run): Run =>
	async (at) =>
		at.form.reason ? run(at) : refused("invalid", "Please say why: those concerned may read it.")

/** The first moment of a day where the reader lives; null for no day, undefined for what is none. */
export const dayIn = (text: string | undefined): Date | null | undefined => {
	if (!text) return null
	if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined
	try {
		return new Date(Temporal.PlainDate.from(text).toZonedDateTime(zoneHere()).epochMilliseconds)
	} catch {
		return undefined
	}
}
