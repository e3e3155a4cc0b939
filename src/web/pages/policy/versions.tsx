import type { PolicyVersion } from "../../../../db/policies.ts"
import type { Rules } from "../../../moderation/policy/rules.ts"
import { Flower } from "../../icons.tsx"
import { Say, t } from "../../language.tsx"
import type { ServerView } from "../../layout.tsx"
import { RoomPage } from "../reading/tabs.tsx"
import { When } from "../when.tsx"
import { InWords } from "./policy.tsx"

export type VersionsPageProps = {
	server: ServerView
	group: { handle: string; name: string; hue: number }
	/** What holds now, the server's demands included. */
	holding: Rules
	versions: PolicyVersion[]
	/** Address of the page with earlier ones, if there are any. */
	next?: string
	first: boolean
	now: Date
}

/** A group's rules for the machine in words, and those that held before, the newest first. */
export const VersionsPage = (props: VersionsPageProps) => {
	const { server, group, holding, versions, next, first, now } = props
	return (
		<RoomPage
			title={t("The rules of {{group}}", { group: group.name })}
			server={server}
			group={group}
			here="about"
		>
			<h1 class="title">{first ? t("What a machine decides here") : t("Rules that held before")}</h1>
			{first && (
				<>
					<p class="lede">
						{t(
							"Before a post is shared, a machine looks at these rules. People decide about all that waits, and about every doubt.",
						)}
					</p>
					<InWords rules={holding} />
				</>
			)}
			{versions.length > 0 && (
				<section class="section" aria-labelledby="versions">
					<h2 id="versions">{t("How they came to be")}</h2>
					<ol class="slips small">
						{versions.map((one) => (
							<li>
								<p class="quiet">
									<Say text="Written {{when}}" when={<When at={one.at} now={now} />} />
								</p>
								{one.reason && (
									<p class="why" dir="auto">
										{one.reason}
									</p>
								)}
								<InWords rules={one.rules} />
							</li>
						))}
					</ol>
				</section>
			)}
			{next && (
				<p class="older">
					<a class="plain" href={next} rel="next">
						{t("Earlier rules")}
					</a>
				</p>
			)}
			<p class="section">
				<a class="plain" href={`/@${group.handle}/about`}>
					{t("All about the group")}
				</a>
			</p>
			<Flower />
		</RoomPage>
	)
}
