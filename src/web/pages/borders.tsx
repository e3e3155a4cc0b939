import { Flower } from "../icons.tsx"
import { t } from "../language.tsx"
import { Layout, type ServerView } from "../layout.tsx"
import { type Ruling, rulingSentences } from "./admin/borders/ruling.tsx"
import { WayBack } from "./around.tsx"

/** A server as others read of it: its name, perhaps only in part, and the reason that is given to them. */
export type Border = Ruling & { name: string; reason: string }

/** What this server has decided about others, for those who may read it. */
export const BordersPage = (props: { server: ServerView; onlyListed: boolean; borders: Border[] }) => (
	<Layout title={t("Other servers and this one")} server={props.server}>
		<WayBack to="/about" name={t("About this server")} label={t("About this server")} />
		<h1 class="title">{t("Other servers and this one")}</h1>
		<p class="lede">
			{props.onlyListed
				? t("This server speaks only with servers on a list of its own.")
				: t(
						"This server speaks with all others, but for these. Groups decide about more of them for themselves.",
					)}
		</p>
		{props.borders.length === 0 && <p>{t("No server is treated differently.")}</p>}
		<ul class="slips small">
			{props.borders.map((border) => (
				<li>
					<p class="name">
						<bdi dir="ltr">{border.name}</bdi>
					</p>
					{rulingSentences(border).map((sentence) => (
						<p class="quiet">{sentence}</p>
					))}
					{border.reason && (
						<p class="why" dir="auto">
							{border.reason}
						</p>
					)}
				</li>
			))}
		</ul>
		<Flower />
	</Layout>
)
