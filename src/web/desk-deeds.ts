import { findReport } from "../../db/moderation.ts"
import { answerRequest } from "../moderation/answer-request.ts"
import { approvePost } from "../moderation/approve-post.ts"
import { changeFilter } from "../moderation/change-filter.ts"
import { enact } from "../moderation/enact.ts"
import { limitDomain } from "../moderation/limit-domain.ts"
import { markThread } from "../moderation/mark-thread.ts"
import { resolveReport } from "../moderation/resolve-report.ts"
import { restorePost } from "../moderation/restore-post.ts"
import { type Settling, settleHeld } from "../moderation/settle-held.ts"
import { takeOutPost } from "../moderation/take-out-post.ts"
import { undoSettling } from "../moderation/undo-settling.ts"
import { refused } from "../result.ts"
import { deedsAboutPeople } from "./desk/deeds-about-people.ts"
import { type Deeds, onPerson, onPost, type Run, saying, uuid, withReason } from "./desk/run.ts"
import { t } from "./language.tsx"

/** Decides about all that waits of a person, or of a server. */
const settle =
	(way: Settling["way"]): Run =>
	async (at) => {
		const { person = "", server = "", wave } = at.form
		if (wave === "yes")
			return enact(at.world, (tx) =>
				settleHeld(at.world, tx, { ...withReason(at), whose: { wave: true }, way }),
			)
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
export const deeds: Deeds = {
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
	"undo-all": {
		run: (at) =>
			uuid.test(at.form.settling ?? "")
				? enact(at.world, (tx) =>
						undoSettling(at.world, tx, { ...withReason(at), settlingId: at.form.settling! }),
					)
				: Promise.resolve(refused("not-found", "There is no such decision in this group.")),
		done: () => t("That is taken back. Those posts wait again."),
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
	...deedsAboutPeople,
	filter: {
		run: filter,
		done: () => t("The word is on the list. It counts for posts that come from now on."),
	},
	unfilter: { run: unfilter, done: () => t("The word is off the list.") },
	server: { run: server, done: () => t("That is settled. It counts for what comes from now on.") },
	resolve: { run: resolve, done: () => t("The report is closed.") },
}
