import { hueClass } from "../../hues.ts"
import { Door } from "../../icons.tsx"
import { t } from "../../language.tsx"
import { Field } from "../field.tsx"
import { PictureField } from "../picture-field.tsx"
import { GroupFrame, type GroupSetting, Keep } from "./frame.tsx"

export type FacePageProps = GroupSetting & {
	name: string
	about: string
	hue: number
	icon: string | undefined
	image: string | undefined
}

const colours = (): [hue: number, name: string][] => [
	[15, t("Brick")],
	[45, t("Copper")],
	[70, t("Honey")],
	[95, t("Straw")],
	[125, t("Moss")],
	[150, t("Fern")],
	[175, t("Sea")],
	[205, t("Lake")],
	[235, t("Sky")],
	[265, t("Ink")],
	[300, t("Plum")],
	[340, t("Rose")],
]

const Colour = ({ group, hue }: FacePageProps) => (
	<fieldset>
		<legend>{t("Its colour")}</legend>
		<p class="hint">{t("The door is painted in it, and links and buttons on its pages here.")}</p>
		<div class="paints">
			{colours().map(([value, name]) => (
				<label class={hueClass(value)}>
					<input type="radio" name="hue" value={String(value)} checked={value === hue} />
					<Door handle={group.handle} hue={value} />
					<span>{name}</span>
				</label>
			))}
		</div>
	</fieldset>
)

/** What stands on a group's door: its name, what it is, its colour. */
export const FacePage = (props: FacePageProps) => (
	<GroupFrame
		{...props}
		title={t("Name and colour")}
		lede={t("Everybody sees this, here and on other servers; they hear of a change within minutes.")}
	>
		<form method="post" action={`/@${props.group.handle}/settings/name`} novalidate>
			<Field name="name" label={t("What do its people call it?")} value={props.name} autocomplete="off" />
			<Field
				name="about"
				label={t("What is it about?")}
				hint={t("A sentence or two on its door. You can write in Markdown.")}
				value={props.about}
				autocomplete="off"
				lines={6}
				optional
			/>
			<Colour {...props} />
			<Keep />
		</form>
		<section class="section" aria-labelledby="pictures">
			<h2 id="pictures">{t("Its pictures")}</h2>
			<PictureField
				action={`/@${props.group.handle}/settings/name/picture`}
				label={t("A picture of its own")}
				hint={t("It is cut to a square and stands beside the name, here in place of the door.")}
				src={props.icon}
				form="square"
			/>
			<PictureField
				action={`/@${props.group.handle}/settings/name/wide`}
				label={t("A wide picture above its page")}
				hint={t("Three times as wide as it is high.")}
				src={props.image}
				form="wide"
			/>
		</section>
	</GroupFrame>
)
