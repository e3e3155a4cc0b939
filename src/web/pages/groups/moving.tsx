import { Say, t } from "../../language.tsx"
import { Field } from "../field.tsx"
import { Press } from "../settings/frame.tsx"
import { GroupFrame, type GroupSetting } from "./frame.tsx"

export type GroupMovingPageProps = GroupSetting & {
	aliases: string[]
	movedTo: string | null
	uri: string
	handle: string
	/** Where it could go, if its owner says once more that it shall. */
	going?: { handle: string; name: string }
}

const at = ({ group }: GroupMovingPageProps, page = "") => `/@${group.handle}/settings/moving${page}`

const Coming = (props: GroupMovingPageProps) => (
	<section class="section" aria-labelledby="coming">
		<h2 id="coming">{t("Bring a group here from another server")}</h2>
		<p>
			<Say
				text="Name its old address here first. Then move it to {{handle}} on its old server: who follows it there follows it here."
				handle={<bdi>{props.handle}</bdi>}
			/>
		</p>
		{props.aliases.length > 0 && (
			<ul class="slips small">
				{props.aliases.map((alias) => (
					<li>
						<p class="link">{alias}</p>
						<div class="choice">
							<Press
								action={at(props, "/other")}
								label={t("This is not ours any more")}
								named={{ remove: alias }}
								second
							/>
						</div>
					</li>
				))}
			</ul>
		)}
		<form method="post" action={at(props, "/other")} novalidate>
			<Field
				name="other"
				label={t("The old group")}
				hint={t("Its name in full, like @bookclub@old.example, or its address.")}
				autocomplete="off"
				exact
			/>
			<button class="button second" type="submit">
				{t("It is ours")}
			</button>
		</form>
	</section>
)

const Sure = (props: GroupMovingPageProps & { going: { handle: string; name: string } }) => (
	<section class="panel section" aria-labelledby="sure">
		<h2 id="sure">
			<Say text="Move to {{name}}?" name={<bdi>{props.going.name}</bdi>} />
		</h2>
		<p>
			{t(
				"Everybody who follows the group is told that it lives there from now on, and most servers follow along by themselves. What was said stays here to be read, and nothing new is taken here. It cannot be taken back, and there are thirty days between two moves.",
			)}
		</p>
		<Press
			action={at(props)}
			label={t("Yes, it moves to {{handle}}", { handle: props.going.handle })}
			named={{ target: props.going.handle, sure: "yes" }}
		/>
	</section>
)

const Going = (props: GroupMovingPageProps) => {
	const { movedTo, going, uri } = props
	if (movedTo)
		return (
			<section class="section" aria-labelledby="going">
				<h2 id="going">{t("The group has moved")}</h2>
				<p class="link">{movedTo}</p>
			</section>
		)
	if (going) return <Sure {...props} going={going} />
	return (
		<section class="section" aria-labelledby="going">
			<h2 id="going">{t("Move the group to another server")}</h2>
			<p>{t("Make the new group there first, and name this address as another of its names:")}</p>
			<p class="link">{uri}</p>
			<form method="post" action={at(props)} novalidate>
				<Field
					name="target"
					label={t("The new group")}
					hint={t("Its name in full, like @bookclub@old.example, or its address.")}
					autocomplete="off"
					exact
				/>
				<button class="button second" type="submit">
					{t("See what would happen")}
				</button>
			</form>
		</section>
	)
}

/** The other addresses of a group, and its way to another server. */
export const GroupMovingPage = (props: GroupMovingPageProps) => (
	<GroupFrame {...props} title={t("Moving house")}>
		<Coming {...props} />
		<Going {...props} />
	</GroupFrame>
)
