import { findActor, findActorByHandle, findLocalActor } from "../../db/actors.ts"
import type { Transaction } from "../../db/connect.ts"
import { findReport } from "../../db/moderation.ts"
import type { Group } from "../groups/group.ts"
import { answerRequest } from "../moderation/answer-request.ts"
import { approvePost, type PostDeed } from "../moderation/approve-post.ts"
import { banMember, type PersonDeed } from "../moderation/ban-member.ts"
import { changeFilter } from "../moderation/change-filter.ts"
import { liftPause } from "../moderation/desk/lift-pause.ts"
import { pauseMember } from "../moderation/desk/pause-member.ts"
import { enact } from "../moderation/enact.ts"
import { liftBan } from "../moderation/lift-ban.ts"
import { limitDomain } from "../moderation/limit-domain.ts"
import { markThread } from "../moderation/mark-thread.ts"
import { resolveReport } from "../moderation/resolve-report.ts"
import { restorePost } from "../moderation/restore-post.ts"
import { type Settling, settleHeld } from "../moderation/settle-held.ts"
import { takeOutPost } from "../moderation/take-out-post.ts"
import type { Actor } from "../people/actor.ts"
import { type Result, refused } from "../result.ts"
import type { World } from "../world.ts"
import type { Form } from "./forms.ts"
import { t, zoneHere } from "./language.tsx"

type At = { world: World; group: Group; you: Actor; form: Form }
type Run = (at: At) => Promise<Result<unknown>>

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

const withReason = ({ group, you, form }: At) => ({
	groupId: group.id,
	by: { actorId: you.id },
	reason: form.reason ?? "",
})

const onPost =
	(command: (world: World, tx: Transaction, deed: PostDeed) => Promise<Result<unknown>>): Run =>
	async (at) => {
		const postId = at.form.post ?? ""
		return uuid.test(postId)
			? enact(at.world, (tx) => command(at.world, tx, { ...withReason(at), postId }))
			: refused("not-found", "There is no such post in this group.")
	}

const onPerson =
	(command: (world: World, tx: Transaction, deed: PersonDeed, form: Form) => Promise<Result<unknown>>): Run =>
	async (at) => {
		const person = await personNamed(at.world, at.form.person ?? "")
		return person?.kind === "person"
			? enact(at.world, (tx) => command(at.world, tx, { ...withReason(at), person }, at.form))
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
const saying =
	(run: Run): Run =>
	async (at) =>
		at.form.reason ? run(at) : refused("invalid", "Please say why: those concerned may read it.")

/** The first moment of a day where the reader lives; null for no day, undefined for what is none. */
const dayIn = (text: string | undefined): Date | null | undefined => {
	if (!text) return null
	if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined
	try {
		return new Date(Temporal.PlainDate.from(text).toZonedDateTime(zoneHere()).epochMilliseconds)
	} catch {
		return undefined
	}
}

const ban = onPerson(async (world, tx, deed, form) => {
	const until = dayIn(form.until)
	return until === undefined
		? refused("invalid", "A day is written like 2027-03-01.")
		: banMember(world, tx, { ...deed, until })
})

const pause = onPerson(async (world, tx, deed, form) => {
	const until = dayIn(form.until)
	return until
		? pauseMember(world, tx, { ...deed, until })
		: refused("invalid", "A pause needs a day on which it ends.")
})

/** Decides about all that waits of a person, or of a server. */
const settle =
	(way: Settling["way"]): Run =>
	async (at) => {
		const { person = "", server = "" } = at.form
		if (!uuid.test(person) && !server) return refused("not-found", "Nothing of theirs waits any more.")
		const whose = server ? { host: server.toLowerCase() } : { personId: person }
		return enact(at.world, (tx) => settleHeld(at.world, tx, { ...withReason(at), whose, way }))
	}

const filter: Run = async (at) => {
	const { effect, word = "" } = at.form
	if (effect !== "hold" && effect !== "refuse")
		return refused("invalid", "Such posts either wait or are not taken.")
	return enact(at.world, (tx) =>
		changeFilter(at.world, tx, { ...withReason(at), word, effect, pattern: at.form.pattern === "yes" }),
	)
}

const unfilter: Run = async (at) =>
	enact(at.world, (tx) =>
		changeFilter(at.world, tx, {
			...withReason(at),
			word: at.form.word ?? "",
			pattern: at.form.pattern === "yes",
			effect: null,
		}),
	)

const server: Run = async (at) => {
	const { severity, domain = "" } = at.form
	if (severity !== "block" && severity !== "limit" && severity !== "none" && severity !== "allow")
		return refused("invalid", "A server is blocked, limited or allowed.")
	return enact(at.world, (tx) =>
		limitDomain(at.world, tx, {
			...withReason(at),
			domain,
			severity: severity === "allow" ? null : severity,
			note: at.form.note ?? "",
			rejectMedia: at.form.media === "yes",
			rejectReports: at.form.reports === "yes",
		}),
	)
}

const resolve: Run = async (at) => {
	const reportId = at.form.report ?? ""
	const report = uuid.test(reportId) ? await findReport(at.world.db, reportId) : null
	if (report?.groupId !== at.group.id) return refused("not-found", "There is no such report.")
	return enact(at.world, (tx) => resolveReport(at.world, tx, { ...withReason(at), reportId }))
}

/** Everything that can be done at the desk: one command each, and the sentence that says it was done. */
export const deeds: Readonly<Record<string, { run: Run; done: () => string }>> = {
	admit: {
		run: onPerson((world, tx, deed) => answerRequest(world, tx, "admit", deed)),
		done: () => t("They are a member now."),
	},
	decline: {
		run: onPerson((world, tx, deed) => answerRequest(world, tx, "decline", deed)),
		done: () => t("The request is declined. They go on following."),
	},
	approve: { run: onPost(approvePost), done: () => t("The post is shared.") },
	"approve-all": {
		run: settle("approve"),
		done: () => t("They are shared. If there were very many, the rest still waits here."),
	},
	"remove-all": {
		run: saying(settle("remove")),
		done: () => t("They are not taken. If there were very many, the rest still waits here."),
	},
	hold: {
		run: onPost((world, tx, deed) => takeOutPost(world, tx, "hold", deed)),
		done: () => t("The post waits; it is out of the group until somebody lets it through."),
	},
	remove: {
		run: saying(onPost((world, tx, deed) => takeOutPost(world, tx, "remove", deed))),
		done: () => t("The post is taken out."),
	},
	restore: { run: onPost(restorePost), done: () => t("The post is back, and is being shared anew.") },
	lock: {
		run: onPost((world, tx, deed) => markThread(world, tx, "lock", deed)),
		done: () => t("The conversation is closed to new answers."),
	},
	unlock: {
		run: onPost((world, tx, deed) => markThread(world, tx, "unlock", deed)),
		done: () => t("The conversation is open again."),
	},
	pin: {
		run: onPost((world, tx, deed) => markThread(world, tx, "pin", deed)),
		done: () => t("The post is pinned."),
	},
	unpin: {
		run: onPost((world, tx, deed) => markThread(world, tx, "unpin", deed)),
		done: () => t("The post is not pinned any more."),
	},
	ban: { run: saying(ban), done: () => t("They are banned, and follow the group no longer.") },
	pause: {
		run: saying(pause),
		done: () => t("They are asked to pause, and told so. It ends by itself on that day."),
	},
	unpause: { run: onPerson(liftPause), done: () => t("The pause is over. They may write again.") },
	lift: { run: onPerson(liftBan), done: () => t("The ban is lifted. They may follow again.") },
	filter: {
		run: filter,
		done: () => t("The word is on the list. It counts for posts that come from now on."),
	},
	unfilter: { run: unfilter, done: () => t("The word is off the list.") },
	server: { run: server, done: () => t("That is settled. It counts for what comes from now on.") },
	resolve: { run: resolve, done: () => t("The report is closed.") },
}
