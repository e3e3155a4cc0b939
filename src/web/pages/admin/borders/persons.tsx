import { t } from "../../../language.tsx"
import { Field } from "../../field.tsx"
import { Options } from "../../groups/options.tsx"
import { Press } from "../../settings/frame.tsx"
import { AdminFrame, type AdminFrameProps } from "../frame.tsx"
import { Why } from "../why.tsx"
import { toServers } from "./reach.tsx"

export type PersonsPageProps = AdminFrameProps & {
	persons: { id: string; handle: string; severity: "block" | "limit"; reason: string }[]
	typed: Record<string, string>
}

/** Single people whom the whole server treats otherwise. */
export const PersonsPage = ({ persons, typed, ...frame }: PersonsPageProps) => (
	<AdminFrame
		{...frame}
		back={toServers()}
		title={t("Single people")}
		lede={t(
			"It holds for every group. Moderators ban people from their own group, and need nobody for that.",
		)}
	>
		<form method="post" action="/admin/servers/people" novalidate>
			<Field
				name="who"
				label={t("Who?")}
				hint={t("A name in full, like @bob@social.example, or an address.")}
				value={typed.who ?? ""}
				autocomplete="off"
				exact
			/>
			<Options
				name="severity"
				legend={t("What shall be?")}
				chosen={typed.severity || "limit"}
				options={[
					["limit", t("Look at them twice"), t("What they post waits for a moderator, in every group.")],
					[
						"block",
						t("Block them"),
						t(
							"Nothing of theirs is taken. They lose their place in every group here, and their server is told so.",
						),
					],
				]}
			/>
			<Why value={typed.reason} />
			<button class="button" type="submit">
				{t("Decide")}
			</button>
		</form>
		<section class="section" aria-labelledby="decided">
			<h2 id="decided">{t("What was decided")}</h2>
			{persons.length === 0 && <p class="quiet">{t("Nobody is treated differently.")}</p>}
			<ul class="slips small">
				{persons.map(({ id, handle, severity, reason }) => (
					<li>
						<p class="name">
							<bdi>{handle}</bdi>
						</p>
						<p class="quiet">
							{severity === "block"
								? t("Nothing of theirs is taken.")
								: t("What they post waits for a moderator.")}
						</p>
						{reason && (
							<p class="why" dir="auto">
								{reason}
							</p>
						)}
						<div class="choice">
							<Press
								action="/admin/servers/people"
								label={t("Treat {{person}} like anybody", { person: handle })}
								named={{ id }}
								second
							/>
						</div>
					</li>
				))}
			</ul>
		</section>
	</AdminFrame>
)
