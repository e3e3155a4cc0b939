import { Flower } from "../../icons.tsx"
import { t } from "../../language.tsx"
import { Layout } from "../../layout.tsx"
import { type Door, Doors } from "../around.tsx"
import type { AdminFrameProps } from "./frame.tsx"

/** All there is to look after, each a door. */
export const AdminPage = ({ server }: AdminFrameProps) => {
	const doors: Door[] = [
		[
			"/admin/server",
			t("What this server is"),
			t("Its name, its rules, whom to ask, and what it keeps of people."),
		],
		["/admin/comers", t("Who may come in"), t("Invitations, requests, and who opens groups.")],
		["/admin/people", t("Accounts"), t("Help somebody in, switch an account off, share the work.")],
		["/admin/groups", t("Groups"), t("All of them, and their desks.")],
		[
			"/admin/policy",
			t("What every group keeps to"),
			t("How much their rules for a machine ask, at the least."),
		],
		["/admin/servers", t("Other servers"), t("Whom to block or to look at twice, and who does not answer.")],
		["/admin/queue", t("What waits"), t("What has not reached other servers yet.")],
		["/admin/health", t("How it is doing"), t("Everything that could keep this server from working.")],
		["/admin/log", t("What was done"), t("By whom, when and why.")],
	]
	return (
		<Layout title={t("Running this server")} server={server}>
			<h1>{t("Running this server")}</h1>
			<p class="lede">{t("Only those who run it see these pages. Everything done here is written down.")}</p>
			<Doors doors={doors} />
			<Flower />
		</Layout>
	)
}
