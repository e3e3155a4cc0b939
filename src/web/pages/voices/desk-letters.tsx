import { t } from "../../language.tsx"
import type { ServerView } from "../../layout.tsx"
import { Around, WayBack } from "../around.tsx"
import { When } from "../when.tsx"

type Row = { id: string; name: string; handle: string; at: Date; words: string }

export type DeskLettersPageProps = {
	server: ServerView
	group: { handle: string; name: string; hue: number }
	open: Row[]
	closed: Row[]
	done: boolean
	now: Date
}

const Rows = ({ group, rows, now }: { group: { handle: string }; rows: Row[]; now: Date }) => (
	<ul class="slips">
		{rows.map(({ id, name, handle, at, words }) => (
			<li>
				<p class="from">
					<a class="plain name" href={`/@${group.handle}/desk/letters/${id}`}>
						<bdi>{name}</bdi>
					</a>{" "}
					<bdi class="handle">{handle}</bdi>{" "}
					<span class="quiet">
						<When at={at} now={now} />
					</span>
				</p>
				<p class="excerpt" dir="auto">
					{words}
				</p>
			</li>
		))}
	</ul>
)

/** Who wrote to those who look after a group. */
export const DeskLettersPage = ({ server, group, open, closed, done, now }: DeskLettersPageProps) => (
	<Around
		server={server}
		title={t("Letters to the group")}
		window={`${t("Letters to the group")} · ${group.name}`}
		hue={group.hue}
		back={<WayBack to={`/@${group.handle}/desk`} name={t("The desk")} label={t("The desk")} />}
		kept={done}
		lede={t("You read them together. What you answer goes out in the name of the group.")}
	>
		<section class="section" aria-labelledby="open">
			<h2 id="open">{t("Waiting for an answer")}</h2>
			{open.length > 0 ? (
				<Rows group={group} rows={open} now={now} />
			) : (
				<p>{t("Nobody waits for an answer.")}</p>
			)}
		</section>
		{closed.length > 0 && (
			<section class="section" aria-labelledby="closed">
				<h2 id="closed">{t("Put away")}</h2>
				<Rows group={group} rows={closed} now={now} />
			</section>
		)}
	</Around>
)
