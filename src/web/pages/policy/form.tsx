import type { Child } from "hono/jsx"
import { limits } from "../../../limits.ts"
import type { RulesForm } from "../../../moderation/policy/read-rules.ts"
import { t } from "../../language.tsx"
import { Field, type FieldProps } from "../field.tsx"
import { Options } from "../groups/options.tsx"

export type FormProps = { typed: RulesForm; problems: Record<string, string>; zones: string[] }

type Rule = keyof RulesForm

/** Fields of the form know by their name what was typed, and what is wrong with it. */
const entryOf =
	({ typed, problems }: FormProps) =>
	(props: Omit<FieldProps, "name" | "autocomplete" | "value"> & { name: Rule }) => (
		<Field
			{...props}
			value={typed[props.name]}
			autocomplete="off"
			optional
			{...(problems[props.name] && { error: problems[props.name] })}
		/>
	)

/** One rule that is on or off. */
export const Tick = ({ name, ticked, children }: { name: string; ticked: boolean; children?: Child }) => (
	<label class="tick">
		<input type="checkbox" name={name} value="yes" checked={ticked} />
		<span>{children}</span>
	</label>
)

const Arrivals = (props: FormProps) => {
	const Entry = entryOf(props)
	return (
		<fieldset>
			<legend>{t("Somebody new")}</legend>
			<p class="hint">
				{t(
					"What they write waits at the desk until somebody has met them. Whoever you welcome or let in as a person is new no more. Leave a field empty to let it be.",
				)}
			</p>
			<div class="pair">
				<Entry name="newcomer_posts" label={t("For how many posts?")} type="number" />
				<Entry name="newcomer_days" label={t("For how many days?")} type="number" />
			</div>
			<Tick name="links_wait" ticked={props.typed.newcomer_links === "off"}>
				{t("Links from somebody new wait, whatever else they may do.")}
			</Tick>
		</fieldset>
	)
}

const Waves = (props: FormProps) => {
	const Entry = entryOf(props)
	return (
		<fieldset>
			<legend>{t("Many strangers at once")}</legend>
			<p class="hint">
				{t(
					"When so many posts by strangers come in so short a time, all strangers wait until it has been quiet for an hour. People who have been here for some days notice nothing of it. At the desk it is one line.",
				)}
			</p>
			<div class="pair">
				<Entry name="flood_posts" label={t("How many posts?")} type="number" />
				<Entry name="flood_minutes" label={t("Within how many minutes?")} type="number" />
			</div>
		</fieldset>
	)
}

const Contents = (props: FormProps) => {
	const Entry = entryOf(props)
	return (
		<fieldset>
			<legend>{t("What is in a post")}</legend>
			<p class="hint">
				{t("What goes beyond waits at the desk. Those who look after the group are free of all this.")}
			</p>
			<div class="pair">
				<Entry name="links" label={t("How many links, at most?")} type="number" />
				<Entry name="mentions" label={t("How many people named, at most?")} type="number" />
			</div>
			<Entry
				name="places"
				label={t("Where may nothing lead?")}
				hint={t(
					"Servers by their names, like shop.example; those below them count too. Such posts are not taken.",
				)}
				lines={2}
				exact
			/>
			<Entry
				name="languages"
				label={t("Which languages go straight in?")}
				hint={t(
					"By their codes, like en de ar. A post that does not say its language goes in; leave it empty for all.",
				)}
				exact
			/>
			<Tick name="described" ticked={props.typed.described === "on"}>
				{t("Pictures without words for those who cannot see them wait.")}
			</Tick>
		</fieldset>
	)
}

const Turns = (props: FormProps) => {
	const Entry = entryOf(props)
	const { typed, problems, zones } = props
	return (
		<>
			<fieldset>
				<legend>{t("Its pace")}</legend>
				<p class="hint">
					{t(
						"Nothing is refused for coming too fast: it stands in line, and is shared by itself when its turn comes.",
					)}
				</p>
				<Entry name="slow_minutes" label={t("One post in how many minutes?")} type="number" />
				<div class="field">
					<label for="slow_whose">{t("Whose pace is that?")}</label>
					<select id="slow_whose" name="slow_whose">
						<option value="each" selected={typed.slow_whose !== "group"}>
							{t("Everybody’s own")}
						</option>
						<option value="group" selected={typed.slow_whose === "group"}>
							{t("That of the whole group")}
						</option>
					</select>
				</div>
			</fieldset>
			<fieldset>
				<legend>{t("Its nights")}</legend>
				<p class="hint">{t("What is written while the group sleeps is shared in the morning.")}</p>
				<div class="pair">
					<Entry name="quiet_from" label={t("From when, like 22:00?")} exact />
					<Entry name="quiet_to" label={t("Until when, like 07:00?")} exact />
				</div>
				<div class="field">
					<label for="quiet_zone">{t("By which clock?")}</label>
					<select
						id="quiet_zone"
						name="quiet_zone"
						dir="ltr"
						aria-invalid={problems.quiet_zone ? "true" : undefined}
					>
						{zones.map((zone) => (
							<option value={zone} selected={typed.quiet_zone === zone}>
								{zone.replaceAll("_", " ")}
							</option>
						))}
					</select>
				</div>
			</fieldset>
		</>
	)
}

const answering = () =>
	[
		["same", t("Whoever may begin one"), t("As it is set for beginning a conversation.")],
		["anyone", t("Anybody"), t("Strangers, too, who see it somewhere.")],
		["followers", t("Everybody who follows"), t("Whoever came in may answer.")],
		["members", t("Members only"), t("Followers read along.")],
		["moderators", t("Those who look after it"), t("For announcements nobody argues about.")],
	] satisfies [string, string, string][]

const bringing = () =>
	[
		["anyone", t("Whoever may write"), t("Pictures come like words.")],
		["members", t("Members only"), t("Posts of others with pictures are not taken.")],
		["nobody", t("Nobody"), t("Posts with pictures or recordings are not taken.")],
	] satisfies [string, string, string][]

/** All that a group can let a machine decide; what it says when it is sent is under the names of the rules. */
export const RulesFields = (props: FormProps) => {
	const Entry = entryOf(props)
	return (
		<>
			<Options
				name="answering"
				legend={t("Who may answer in a conversation?")}
				chosen={props.typed.answering}
				options={answering()}
			/>
			<Arrivals {...props} />
			<Waves {...props} />
			<Contents {...props} />
			<Options
				name="media"
				legend={t("Who may bring pictures and recordings?")}
				chosen={props.typed.media}
				options={bringing()}
			/>
			<Turns {...props} />
			<fieldset>
				<legend>{t("How many you are")}</legend>
				<p class="hint">
					{t(
						"Whoever comes when all places are taken reads along and waits in line; who leaves makes room for the next. Nobody who is a member loses their place.",
					)}
				</p>
				<Entry name="cap" label={t("For how many members is there room?")} type="number" />
			</fieldset>
			<div class="field">
				<label for="reason">{t("Why this change?")}</label>
				<p class="hint" id="reason-hint">
					{t("It stands with the group’s decisions. You may leave it empty.")}
				</p>
				<input
					id="reason"
					name="reason"
					maxlength={limits.reason}
					autocomplete="off"
					dir="auto"
					aria-describedby="reason-hint"
				/>
			</div>
		</>
	)
}
