import type { Role } from "../../../groups/member.ts"
import { Say, t } from "../../language.tsx"
import { Field } from "../field.tsx"
import { PictureField } from "../picture-field.tsx"
import { GroupFrame, type GroupSetting, Keep } from "./frame.tsx"
import { roleName } from "./keepers.tsx"

export type MePageProps = GroupSetting & {
	name: string
	pronouns: string
	/** What they are called everywhere else. */
	own: string
	role: Role
	/** The picture that the group knows them by, if it is another; null for whoever cannot bring one. */
	picture: { icon: string | null } | null
}

const Leave = ({ group, role }: MePageProps) => (
	<section class="section" aria-labelledby="leave">
		<h2 id="leave">{t("Leave the group")}</h2>
		<p>
			{t("Nothing more of it reaches you. What you said stays, and you can come back by the same door.")}{" "}
			{t("The name and the picture you have here go with you.")}
		</p>
		{role === "owner" && (
			<p>
				<Say
					text="To leave, {{handover}} first: a last owner stays until somebody else is one."
					handover={<a href={`/@${group.handle}/settings/people`}>{t("hand the group over")}</a>}
				/>
			</p>
		)}
		<form method="post" action={`/@${group.handle}/leave`}>
			<button class="button second" type="submit">
				{t("Leave the group")}
			</button>
		</form>
	</section>
)

/** Somebody's own page about their place in one group. */
export const MePage = (props: MePageProps) => {
	const { group, name, pronouns, own, role, picture } = props
	return (
		<GroupFrame {...props} title={t("You in this group")} up={false}>
			<p class="lede">
				<Say text="In {{group}}: {{role}}" group={<bdi>{group.name}</bdi>} role={roleName(role)} />
			</p>
			<form class="section" method="post" action={`/@${group.handle}/me`} novalidate>
				<Field
					name="name"
					label={t("What are you called here?")}
					hint={t(
						"Leave it empty to be {{name}}, as everywhere. Another name stands on the pages of this group only; your handle stands beside it, and people on other servers see your own name.",
						{ name: own },
					)}
					value={name}
					autocomplete="off"
					optional
				/>
				<Field
					name="pronouns"
					label={t("Which pronouns are yours here?")}
					hint={t("Whoever can read the group can see them.")}
					value={pronouns}
					autocomplete="off"
					optional
				/>
				<Keep />
			</form>
			{picture && (
				<section class="section" aria-labelledby="face">
					<h2 id="face">{t("Your picture here")}</h2>
					<PictureField
						action={`/@${group.handle}/me/picture`}
						label={t("Another picture, for this group alone")}
						hint={t(
							"It stands on the pages of this group instead of the one you have everywhere, and goes when you leave. People on other servers see the other one.",
						)}
						src={picture.icon ? `/media/${picture.icon}` : undefined}
						form="round"
					/>
				</section>
			)}
			<Leave {...props} />
		</GroupFrame>
	)
}
