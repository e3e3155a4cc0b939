import { Door } from "../../icons.tsx"
import { t } from "../../language.tsx"
import { Field } from "../field.tsx"
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
						{" · "}
						<a href={`/admin/groups/${handle}`}>{t("Close @{{handle}}", { handle })}</a>
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

/** The end of a group, before it comes. */
export const ClosingPage = ({
	handle,
	name,
	...frame
}: AdminFrameProps & { handle: string; name: string }) => (
	<AdminFrame
		{...frame}
		title={t("Close {{group}}", { group: name })}
		lede={t("This cannot be taken back, by you or by anybody else.")}
		back={{ href: "/admin/groups", label: t("Groups") }}
	>
		<p>
			{t(
				"Nothing said in it is shown any more, everybody loses their place, and other servers are told. Its people would rather hear it from you first.",
			)}
		</p>
		<form method="post" action={`/admin/groups/${handle}`} novalidate>
			<Field
				name="reason"
				label={t("Why?")}
				hint={t("Its people read it, and it stands in the log of those who run this server.")}
				autocomplete="off"
				optional
			/>
			<Field name="name" label={t("Type {{handle}} if you mean it", { handle })} autocomplete="off" exact />
			<button class="button" type="submit">
				{t("Close this group")}
			</button>
		</form>
	</AdminFrame>
)
