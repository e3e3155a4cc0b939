import { limits } from "../../../limits.ts"
import { Say, t } from "../../language.tsx"
import { Field } from "../field.tsx"
import { GroupFrame, type GroupSetting } from "./frame.tsx"

/** The way out for a whole group: what goes, what stays, and its name to say that it is meant. */
export const ClosePage = (props: GroupSetting & { reason: string }) => {
	const at = `/@${props.group.handle}/settings`
	return (
		<GroupFrame
			{...props}
			title={t("Close the group for good")}
			lede={t("This cannot be taken back, by you or by anybody else.")}
		>
			<section class="section" aria-labelledby="goes">
				<h2 id="goes">{t("What goes")}</h2>
				<ul>
					<li>{t("Its pages here, with every conversation in it. Nobody can read them any more.")}</li>
					<li>{t("Everybody’s place in it, yours too. People with an account here are told.")}</li>
					<li>
						{t(
							"The group itself, on every server where somebody follows it: each is told. What it passed on goes there, too; most servers do as they are told, and nobody can promise it for them.",
						)}
					</li>
				</ul>
				<h2>{t("What stays")}</h2>
				<ul>
					<li>
						{t(
							"What people wrote stays theirs: on their own servers, and in what they take along from here.",
						)}
					</li>
					<li>{t("Its short name, which no other group is ever given.")}</li>
					<li>{t("Backups of this server, until they are replaced by newer ones.")}</li>
				</ul>
				<p>
					<Say
						text="If you are only tired of looking after it, {{handover}} instead. If it is to live elsewhere, {{move}}."
						handover={<a href={`${at}/people`}>{t("hand it over")}</a>}
						move={<a href={`${at}/moving`}>{t("move house")}</a>}
					/>
				</p>
			</section>
			<form method="post" action={`${at}/close`} novalidate>
				<div class="field">
					<label for="reason">{t("A word to those who were in it, if you like")}</label>
					<input
						id="reason"
						name="reason"
						value={props.reason}
						maxlength={limits.reason}
						dir="auto"
						autocomplete="off"
					/>
				</div>
				<Field
					name="name"
					label={t("Type {{handle}} if you mean it", { handle: props.group.handle })}
					hint={t("It is the short name of the group.")}
					autocomplete="off"
					exact
				/>
				<button class="button" type="submit">
					{t("Close the group for good")}
				</button>
			</form>
		</GroupFrame>
	)
}
