import type { Tie } from "../../../../../db/borders/ties.ts"
import type { Server } from "../../../../../db/server.ts"
import { t } from "../../../language.tsx"
import { Options } from "../../groups/options.tsx"
import { AdminFrame, type AdminFrameProps } from "../frame.tsx"
import { Tick, Ties } from "./ruling.tsx"

export type ReachPageProps = AdminFrameProps &
	Pick<Server, "federating" | "bordersShown"> & {
		/** Servers that somebody here has to do with, and that are not on the list. */
		unlisted: { host: string; ties: Tie[] }[]
	}

export const toServers = () => ({ href: "/admin/servers", label: t("Other servers") })

const Known = ({ unlisted }: ReachPageProps) => (
	<fieldset>
		<legend>{t("Who would be cut off?")}</legend>
		<p class="hint">
			{t(
				"These servers are not on the list, and somebody here has to do with them. What stays ticked is put on the list when only listed servers are spoken with.",
			)}
		</p>
		{unlisted.map(({ host, ties }) => (
			<>
				<Tick name="keep" value={host} label={host} ticked />
				<Ties ties={ties} />
			</>
		))}
	</fieldset>
)

/** Which servers are spoken with at all, and who may read what was decided about them. */
export const ReachPage = (props: ReachPageProps) => (
	<AdminFrame {...props} back={toServers()} title={t("Whom we speak with at all")}>
		<form method="post" action="/admin/servers/reach" novalidate>
			<Options
				name="federating"
				legend={t("Which servers?")}
				chosen={props.federating}
				options={[
					["open", t("All of them"), t("Everybody but those that are blocked.")],
					[
						"listed",
						t("Only those on a list"),
						t("Nothing is taken from any other, nothing is sent there, and nobody there is looked up."),
					],
				]}
			/>
			{props.unlisted.length > 0 && <Known {...props} />}
			<button class="button" type="submit">
				{t("Decide")}
			</button>
		</form>
		<form class="section" method="post" action="/admin/servers/shown" novalidate>
			<Options
				name="to"
				legend={t("Who may read what was decided?")}
				hint={t("It stands at /about/servers: names, what is refused, and the reason that is given there.")}
				chosen={props.bordersShown}
				options={[
					["operators", t("Those who run this server"), t("To everybody else the page is not there.")],
					["members", t("Whoever has an account here"), t("Guests and visitors do not see it.")],
					["everyone", t("Everybody"), t("Those it is about as well.")],
				]}
			/>
			<button class="button" type="submit">
				{t("Keep it")}
			</button>
		</form>
	</AdminFrame>
)
