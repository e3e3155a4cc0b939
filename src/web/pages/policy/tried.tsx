import type { RulesForm } from "../../../moderation/policy/read-rules.ts"
import { Say, t } from "../../language.tsx"
import { GroupFrame, type GroupSetting } from "../groups/frame.tsx"
import { When } from "../when.tsx"

export type TriedPageProps = GroupSetting & {
	now: Date
	days: number
	typed: RulesForm
	/** What would have happened, the first of it first. */
	posts: { author: string; words: string; at: Date; refused: boolean; reason: string }[]
	/** Where the next ones begin, if there are any. */
	next: number | null
}

/** What the form says, to be sent again: to the next posts, or to be kept. */
const Typed = ({ typed }: { typed: RulesForm }) => (
	<>
		{Object.entries({
			...typed,
			links_wait: typed.newcomer_links === "off" ? "yes" : "",
			described: typed.described === "on" ? "yes" : "",
		}).map(([name, value]) => (
			<input type="hidden" name={name} value={value} />
		))}
	</>
)

/** What rules would have done with the posts of the last days: nothing of it has happened. */
export const TriedPage = ({ now, days, typed, posts, next, ...props }: TriedPageProps) => {
	const action = `/@${props.group.handle}/settings/policy`
	return (
		<GroupFrame
			{...props}
			title={t("What would have happened")}
			lede={t(
				"These rules were tried on what was written lately. Nothing is changed, and nobody hears of it.",
			)}
		>
			{posts.length === 0 ? (
				<p>{t("Nothing would have been held up.")}</p>
			) : (
				<ol class="slips small">
					{posts.map(({ author, words, at, refused, reason }) => (
						<li>
							<p>
								{refused ? (
									<Say
										text="A post by {{who}} would not have been taken."
										who={<bdi class="name">{author}</bdi>}
									/>
								) : (
									<Say text="A post by {{who}} would have waited." who={<bdi class="name">{author}</bdi>} />
								)}{" "}
								<span class="quiet">
									<When at={at} now={now} />
								</span>
							</p>
							<p class="excerpt" dir="auto">
								{words}
							</p>
							<p class="why">{t(reason)}</p>
						</li>
					))}
				</ol>
			)}
			{next !== null && (
				<form method="post" action={action}>
					<Typed typed={typed} />
					<input type="hidden" name="from" value={String(next)} />
					<button class="button second" type="submit" name="try" value={String(days)}>
						{t("The next ones")}
					</button>
				</form>
			)}
			<form method="post" action={action}>
				<Typed typed={typed} />
				<button class="button" type="submit">
					{t("Switch these rules on")}
				</button>
			</form>
			<p class="section">
				<a class="plain" href={action}>
					{t("Back to the rules as they are")}
				</a>
			</p>
		</GroupFrame>
	)
}
