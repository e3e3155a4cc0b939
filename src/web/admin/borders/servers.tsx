import { listDomainPolicies } from "../../../../db/borders/rules.ts"
import type { Tie } from "../../../../db/borders/ties.ts"
import { listQueuedHosts } from "../../../../db/queue.ts"
import { findServer } from "../../../../db/server.ts"
import { cutOff } from "../../../moderation/borders/cut-off.ts"
import { normalDomain } from "../../../moderation/domains.ts"
import { enact } from "../../../moderation/enact.ts"
import { type DomainDeed, limitDomain } from "../../../moderation/limit-domain.ts"
import type { Refused } from "../../../result.ts"
import { type Form, formOf } from "../../forms.ts"
import { quietPage } from "../../page.ts"
import { ServersPage } from "../../pages/admin/borders/servers.tsx"
import { frameOf, type Operating, statusFor } from "../operator.ts"

type Again = { refused?: Refused; typed?: Form; sure?: Tie[] }

export const showServers = async (one: Operating, { refused, typed = {}, sure = [] }: Again = {}) => {
	const { c, world } = one
	const shown = {
		policies: await listDomainPolicies(world.db, null),
		onlyListed: (await findServer(world.db))?.federating === "listed",
		troubled: (await listQueuedHosts(world.db, { dropped: false })).filter(
			({ state }) => state === "backing-off",
		),
		dropped: await listQueuedHosts(world.db, { dropped: true }),
		...{ typed, sure },
	}
	return quietPage(c, <ServersPage {...(await frameOf(one, refused))} {...shown} />, statusFor(refused))
}

const fields = ["domain", "severity", "media", "reports", "reason", "public", "obfuscate"]

export const takePolicy = async (one: Operating) => {
	const { c, world, actor } = one
	const form = await formOf(c)
	const typed = Object.fromEntries(fields.map((name) => [name, form[name] ?? ""]))
	const deed: DomainDeed = { ...deedOf(form), by: { actorId: actor.id } }
	const sure = deed.severity === "block" && form.sure !== "yes" ? await wouldCutOff(one, deed.domain) : []
	if (sure.length > 0) return showServers(one, { typed, sure })
	const decided = await enact(world, (tx) => limitDomain(world, tx, deed))
	return decided.ok ? c.redirect("/admin/servers?kept=1", 303) : showServers(one, { refused: decided, typed })
}

const severities = ["block", "limit", "none"] as const

const deedOf = (form: Form): Omit<DomainDeed, "by"> => ({
	groupId: null,
	domain: (form.domain ?? "").slice(0, 300),
	severity: severities.find((severity) => severity === form.severity) ?? null,
	rejectMedia: form.media === "yes",
	rejectReports: form.reports === "yes",
	reason: form.reason ?? "",
	publicReason: form.public || null,
	obfuscate: form.obfuscate === "yes",
	unlist: form.unlist === "yes",
})

const wouldCutOff = async ({ world }: Operating, text: string): Promise<Tie[]> => {
	const domain = normalDomain(text)
	return domain ? ((await cutOff(world.db, [domain])).get(domain) ?? []) : []
}
