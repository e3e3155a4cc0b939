import { t } from "../../language.tsx"
import { languages } from "../../reader.ts"
import { Field } from "../field.tsx"
import { PictureField } from "../picture-field.tsx"
import { type Setting, SettingsFrame } from "./frame.tsx"

type Line = { name: string; value: string; verifiedAt: string | null }
export type ProfilePageProps = Setting & {
	handle: string
	/** Their page here; the pages they link to link back to it. */
	url: string
	name: string
	about: string
	fields: Line[]
	groupsShown: boolean
	portrait: string | undefined
}

const Lines = ({ fields, url }: ProfilePageProps) => (
	<fieldset>
		<legend>{t("Four lines more")}</legend>
		<p class="hint">
			{t(
				"Each has a name and something after it: a place, a pronoun, an address. A page of yours is marked as yours when it links back here with rel=me:",
			)}
		</p>
		<p class="link">{`<a rel="me" href="${url}">`}</p>
		{fields.map(({ name, value, verifiedAt }, n) => (
			<div class="pair">
				<Field name={`label_${n}`} label={t("Name of the line")} value={name} autocomplete="off" optional />
				<Field
					name={`value_${n}`}
					label={t("What stands after it")}
					value={value}
					autocomplete="off"
					optional
					{...(verifiedAt && { hint: t("It links back: it is yours.") })}
				/>
			</div>
		))}
	</fieldset>
)

export const ProfilePage = (props: ProfilePageProps) => (
	<SettingsFrame
		{...props}
		title={t("Profile")}
		lede={t("What you say here can be read by everybody, on other servers, too.")}
	>
		<p>
			<a class="plain" href={`/@${props.handle}`}>
				{t("See your page")}
			</a>
		</p>
		<PictureField
			action="/settings/profile/picture"
			label={t("Your picture")}
			hint={t("It is cut to a square, and nothing of where it was taken stays in it.")}
			src={props.portrait}
			form="round"
		/>
		<form method="post" action="/settings/profile" novalidate>
			<Field name="name" label={t("What do people call you?")} value={props.name} autocomplete="name" />
			<Field
				name="about"
				label={t("Who are you?")}
				hint={t("You can write in Markdown.")}
				value={props.about}
				autocomplete="off"
				lines={6}
				optional
			/>
			<Lines {...props} />
			<label class="tick">
				<input type="checkbox" name="groups_shown" value="anyone" checked={props.groupsShown} />
				<span>
					{t("Everybody may see which public groups I belong to; otherwise only those who are in them.")}
				</span>
			</label>
			<button class="button" type="submit">
				{t("Keep it")}
			</button>
		</form>
	</SettingsFrame>
)

export const ReadingPage = (props: Setting & { language: string; timeZone: string; zones: string[] }) => (
	<SettingsFrame {...props} title={t("Language and time")}>
		<form method="post" action="/settings/reading" novalidate>
			<div class="field">
				<label for="reads">{t("In which language do you read?")}</label>
				<select id="reads" name="reads">
					<option value="" selected={props.language === ""}>
						{t("As my browser says")}
					</option>
					{Object.values(languages).map(({ tag, name }) => (
						<option value={tag} lang={tag} selected={props.language === tag}>
							{name}
						</option>
					))}
				</select>
			</div>
			<div class="field">
				<label for="time_zone">{t("In which time zone do you live?")}</label>
				<select id="time_zone" name="time_zone" dir="ltr">
					<option value="" selected={props.timeZone === ""}>
						{t("Not said")}
					</option>
					{props.zones.map((zone) => (
						<option value={zone} selected={props.timeZone === zone}>
							{zone.replaceAll("_", " ")}
						</option>
					))}
				</select>
			</div>
			<button class="button" type="submit">
				{t("Keep it")}
			</button>
		</form>
	</SettingsFrame>
)
