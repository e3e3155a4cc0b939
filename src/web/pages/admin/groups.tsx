import { Door } from "../../icons.tsx"
import { t } from "../../language.tsx"
import { AdminFrame, type AdminFrameProps } from "./frame.tsx"

type GroupRow = { handle: string; name: string; hue: number; hidden: boolean }

/** All groups of this server, the private ones, too. */
export const AdminGroupsPage = ({ groups, ...frame }: AdminFrameProps & { groups: GroupRow[] }) => (
	<AdminFrame
		{...frame}
		title={t("Groups")}
		lede={t(
			"Each is looked after by its own people. You see that it is there; what is said in a private one is theirs.",
		)}
	>
		{groups.length === 0 && <p class="quiet">{t("There is none yet.")}</p>}
		<ul class="slips small">
			{groups.map(({ handle, name, hue, hidden }) => (
				<li>
					<p class="excerpt">
						<a href={`/@${handle}`}>
							<Door handle={handle} hue={hue} /> <bdi>{name}</bdi>
						</a>
					</p>
					<p class="quiet">
						<bdi dir="ltr">@{handle}</bdi>
						{hidden && <> · {t("private")}</>}
					</p>
				</li>
			))}
		</ul>
		<p class="section">
			<a class="button second" href="/groups/new">
				{t("Open a group")}
			</a>
		</p>
	</AdminFrame>
)
