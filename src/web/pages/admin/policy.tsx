import { limits } from "../../../limits.ts"
import { type BoundsForm, rulesDemanded } from "../../../moderation/policy/read-bounds.ts"
import type { Bounds } from "../../../moderation/policy/rules.ts"
import { Say, t } from "../../language.tsx"
import { ErrorSummary, Field } from "../field.tsx"
import { describe } from "../policy/describe.ts"
import { Tick } from "../policy/form.tsx"
import { When } from "../when.tsx"
import { AdminFrame, type AdminFrameProps } from "./frame.tsx"

export type BoundsPageProps = AdminFrameProps & {
	/** What is demanded now. */
	holding: Bounds
	/** The version this form was made from. */
	version: number
	typed: BoundsForm
	reason: string
	problems: Record<string, string>
	versions: { version: number; rules: Bounds; at: Date; reason: string; by: string | null }[]
	/** Address of the page with earlier ones, if there are any. */
	next?: string
}

const Demands = ({ of }: { of: Bounds }) => {
	const sentences = [
		...(of.openToAnyone ? [] : [t("No group here is open to posts of people who do not follow it.")]),
		...describe(rulesDemanded(of)),
		...(of.flood
			? [
					t("So many posts by strangers are a wave: {{posts}}, within so many minutes: {{minutes}}.", {
						posts: of.flood.strangers,
						minutes: of.flood.minutes,
					}),
				]
			: []),
	]
	return sentences.length === 0 ? (
		<p>{t("Nothing is asked of any group: each sets its own rules.")}</p>
	) : (
		<ul>
			{sentences.map((sentence) => (
				<li>{sentence}</li>
			))}
		</ul>
	)
}

const Numbers = ({ typed, problems }: BoundsPageProps) => {
	const Entry = ({ name, label }: { name: keyof BoundsForm; label: string }) => (
		<Field
			name={name}
			label={label}
			value={typed[name]}
			type="number"
			autocomplete="off"
			optional
			{...(problems[name] && { error: problems[name] })}
		/>
	)
	return (
		<>
			<fieldset>
				<legend>{t("Somebody new")}</legend>
				<p class="hint">
					{t(
						"At least so long what they write waits in every group, until somebody there has met them. A group may wait longer, never shorter. Leave a field empty to ask for nothing.",
					)}
				</p>
				<div class="pair">
					<Entry name="newcomer_posts" label={t("For how many posts?")} />
					<Entry name="newcomer_days" label={t("For how many days?")} />
				</div>
				<Tick name="links_wait" ticked={typed.newcomer_links === "off"}>
					{t("Links from somebody new wait, whatever else they may do.")}
				</Tick>
			</fieldset>
			<fieldset>
				<legend>{t("Many strangers at once")}</legend>
				<p class="hint">
					{t(
						"When so many posts by strangers reach a group in so short a time, all strangers wait there until it has been quiet for an hour. A group may be warier than this.",
					)}
				</p>
				<div class="pair">
					<Entry name="flood_posts" label={t("How many posts?")} />
					<Entry name="flood_minutes" label={t("Within how many minutes?")} />
				</div>
			</fieldset>
			<fieldset>
				<legend>{t("What is in a post")}</legend>
				<p class="hint">{t("What goes beyond waits at the desk of the group. A group may take less.")}</p>
				<div class="pair">
					<Entry name="links" label={t("How many links, at most?")} />
					<Entry name="mentions" label={t("How many people named, at most?")} />
				</div>
			</fieldset>
		</>
	)
}

const Earlier = ({ versions, next, now }: BoundsPageProps) => (
	<section class="section" aria-labelledby="versions">
		<h2 id="versions">{t("How they came to be")}</h2>
		<ol class="slips small">
			{versions.map((one) => (
				<li>
					<p class="quiet">
						<Say
							text="Written {{when}} by {{who}}"
							when={<When at={one.at} now={now} />}
							who={one.by ? <bdi dir="ltr">{one.by}</bdi> : t("Somebody at the command line")}
						/>
					</p>
					{one.reason && (
						<p class="why" dir="auto">
							{one.reason}
						</p>
					)}
					<Demands of={one.rules} />
				</li>
			))}
		</ol>
		{next && (
			<p class="older">
				<a class="plain" href={next}>
					{t("Earlier rules")}
				</a>
			</p>
		)}
	</section>
)

const Reason = ({ reason }: { reason: string }) => (
	<div class="field">
		<label for="reason">{t("Why this change?")}</label>
		<p class="hint" id="reason-hint">
			{t("It stands in the log of those who run this server. You may leave it empty.")}
		</p>
		<input
			id="reason"
			name="reason"
			value={reason}
			maxlength={limits.reason}
			autocomplete="off"
			dir="auto"
			aria-describedby="reason-hint"
		/>
	</div>
)

/** What whoever runs the server asks of the rules of every group, at the least. */
export const BoundsPage = (props: BoundsPageProps) => {
	const { holding, version, typed, reason, problems, versions } = props
	return (
		<AdminFrame
			{...props}
			title={t("What every group keeps to")}
			lede={t(
				"Groups set their own rules for a machine. What you ask for here holds in all of them, where their own ask for less; nothing of theirs is changed, and they read there what you ask.",
			)}
		>
			<ErrorSummary errors={problems} fields={Object.keys(typed)} />
			<section class="panel" aria-labelledby="now">
				<h2 id="now">{t("As it is now")}</h2>
				<Demands of={holding} />
			</section>
			<form method="post" action="/admin/policy" novalidate>
				<input type="hidden" name="since" value={String(version)} />
				<Numbers {...props} />
				<fieldset>
					<legend>{t("People who do not follow")}</legend>
					<p class="hint">
						{t(
							"A group that is open to anybody then takes posts and answers of people who follow it. A group may still leave it to its members.",
						)}
					</p>
					<Tick name="strangers_out" ticked={typed.strangers === "off"}>
						{t("No group is open to people who do not follow it.")}
					</Tick>
				</fieldset>
				<Reason reason={reason} />
				<button class="button" type="submit">
					{t("Keep it")}
				</button>
			</form>
			{versions.length > 0 && <Earlier {...props} />}
		</AdminFrame>
	)
}
