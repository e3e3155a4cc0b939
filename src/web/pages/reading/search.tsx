import { limits } from "../../../limits.ts"
import { Flower } from "../../icons.tsx"
import { t } from "../../language.tsx"
import { ConversationItem } from "../conversations.tsx"
import type { Conversation } from "../views.ts"
import { RoomPage, type RoomProps } from "./tabs.tsx"

export type SearchPageProps = RoomProps & {
	group: { path: string }
	/** As they were typed. */
	words: string
	found?: Conversation[]
	/** Address of the page with earlier ones, if there are any. */
	next?: string
	/** Why nothing was found. */
	said?: string
	now: Date
}

/** A few words, and what was said in the group with them, the latest first. */
export const SearchPage = ({ server, group, words, found, next, said, now }: SearchPageProps) => (
	<RoomPage title={t("Search in {{group}}", { group: group.name })} server={server} group={group}>
		<h1 class="title">{t("Search")}</h1>
		<search>
			<form class="search" method="get" action={`${group.path}/search`}>
				<div class="field">
					<label for="q">{t("What are you looking for?")}</label>
					<p class="hint" id="q-hint">
						{t(
							"Words as somebody may have said them. In quotation marks they stand together; a minus leaves one out.",
						)}
					</p>
					<input
						id="q"
						name="q"
						type="search"
						value={words}
						maxlength={limits.searched}
						aria-describedby="q-hint"
						autocomplete="off"
						dir="auto"
					/>
				</div>
				<button class="button" type="submit">
					{t("Search")}
				</button>
			</form>
		</search>
		{said && (
			<p class="lede section" role="status">
				{said}
			</p>
		)}
		{found && (
			<section class="section" aria-labelledby="found">
				<h2 id="found">{t("Found, the latest first")}</h2>
				<ol class="conversations">
					{found.map((one) => (
						<ConversationItem said={one} now={now} />
					))}
				</ol>
				{next ? (
					<p class="older">
						<a class="plain" href={next} rel="next">
							{t("Earlier")}
						</a>
					</p>
				) : (
					<>
						<Flower />
						<p class="caught-up">{t("That is all of it.")}</p>
					</>
				)}
			</section>
		)}
	</RoomPage>
)
