import type { Rules } from "../../../moderation/policy/rules.ts"
import { Say, t } from "../../language.tsx"
import { ErrorSummary } from "../field.tsx"
import { GroupFrame, type GroupSetting, Keep } from "../groups/frame.tsx"
import { describe } from "./describe.ts"
import { type FormProps, RulesFields } from "./form.tsx"

export type PolicyPageProps = GroupSetting &
	FormProps & {
		/** The rules as they hold now. */
		holding: Rules
		/** The version this form was made from. */
		version: number
		/** Sentences on what the server demands beyond the group's own. */
		demanded: string[]
	}

/** The rules in words, as everybody reads them. */
export const InWords = ({ rules }: { rules: Rules }) => {
	const sentences = describe(rules)
	return sentences.length === 0 ? (
		<p>{t("No machine holds anything up here: posts of whoever may write are shared at once.")}</p>
	) : (
		<ul>
			{sentences.map((sentence) => (
				<li>{sentence}</li>
			))}
		</ul>
	)
}

/** Where those who look after a group say what a machine may decide for them. */
export const PolicyPage = (props: PolicyPageProps) => {
	const { group, holding, version, demanded, typed, problems, zones } = props
	return (
		<GroupFrame
			{...props}
			title={t("Rules for a machine")}
			lede={t(
				"A machine never judges anybody: it lets in, lets wait, or turns away by the rules you set here. All of them are off until you want one.",
			)}
		>
			<ErrorSummary errors={problems} fields={Object.keys(typed)} />
			<section class="panel" aria-labelledby="now">
				<h2 id="now">{t("As it is now")}</h2>
				<InWords rules={holding} />
				{demanded.length > 0 && (
					<>
						<p>{t("This much whoever runs the server asks of every group here:")}</p>
						<ul>
							{demanded.map((sentence) => (
								<li>{sentence}</li>
							))}
						</ul>
					</>
				)}
				<p class="quiet">
					<Say
						text="Everybody can read this on {{page}}, with all that held before."
						page={<a href={`/@${group.handle}/about/rules`}>{t("the page of rules")}</a>}
					/>
				</p>
			</section>
			<form method="post" action={`/@${group.handle}/settings/policy`} novalidate>
				<input type="hidden" name="since" value={String(version)} />
				<RulesFields typed={typed} problems={problems} zones={zones} />
				<Keep />
				<p class="hint">{t("Or see first what these rules would have done. Nothing is changed by that.")}</p>
				<p>
					<button class="button second" type="submit" name="try" value="7">
						{t("Try them on the last week")}
					</button>{" "}
					<button class="button second" type="submit" name="try" value="30">
						{t("Try them on the last month")}
					</button>
				</p>
			</form>
			<p class="section">
				<Say
					text="Words and servers are kept out at {{desk}}."
					desk={<a href={`/@${group.handle}/desk#filters`}>{t("the desk")}</a>}
				/>
			</p>
		</GroupFrame>
	)
}
