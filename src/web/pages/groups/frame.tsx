import type { Child } from "hono/jsx"
import { t } from "../../language.tsx"
import { Around, type Changing, WayBack } from "../around.tsx"
import { Back } from "../speaking/write.tsx"

/** What every page about the making of one group is told. */
export type GroupSetting = Changing & { group: { handle: string; host: string; name: string; hue: number } }

/** Around each page of a group's settings: back to all of them, or from that page to the group. */
export const GroupFrame = ({
	group,
	up,
	...props
}: GroupSetting & { title: string; lede?: string; up?: boolean; children?: Child }) => (
	<Around
		{...props}
		window={`${props.title} · ${group.name}`}
		hue={group.hue}
		back={
			up === false ? (
				<Back group={group} />
			) : (
				<WayBack
					to={`/@${group.handle}/settings`}
					name={t("All settings of the group")}
					label={t("Settings of the group")}
				/>
			)
		}
	/>
)

/** The button under a form that keeps what it says. */
export const Keep = () => (
	<button class="button" type="submit">
		{t("Keep it")}
	</button>
)
