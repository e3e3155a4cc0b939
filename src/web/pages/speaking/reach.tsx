import { Say, t } from "../../language.tsx"
import { Names } from "../names.tsx"
import type { ReachView } from "./views.ts"

const Who = ({ reach }: { reach: ReachView }) => {
	const group = <bdi>{reach.group}</bdi>
	if (reach.kind === "members")
		return <Say text="Only the members of {{group}} can read this. It stays on this server." group={group} />
	if (reach.kind === "elsewhere")
		return (
			<Say
				text="Everybody can read this. It goes to {{host}}, where {{group}} lives; that server decides whether to share it with those who follow the group."
				group={group}
				host={<bdi>{reach.host}</bdi>}
			/>
		)
	if (reach.servers.length === 0)
		return (
			<Say
				text="Everybody can read this: it stands on the page of {{group}}. Nobody follows the group from another server so far; who does so later may receive it, too."
				group={group}
			/>
		)
	return (
		<Say
			text="Everybody can read this: it stands on the page of {{group}}, and it travels to the servers of those who follow the group, among them {{servers}}."
			group={group}
			servers={<Names of={reach.servers} />}
		/>
	)
}

/** Who can read a post and where it will travel, said before it is sent. */
export const Reach = ({ reach }: { reach: ReachView }) => (
	<p class="reach">
		<strong>{t("Who can read this?")}</strong> <Who reach={reach} />{" "}
		{reach.kind === "members"
			? t("Moderators may look at it first, and may take it out later.")
			: t(
					"Moderators may look at it first, and may take it out later. What has travelled cannot be fetched back: if you edit or delete it, other servers are asked to do the same.",
				)}
	</p>
)
