import { limits } from "../../../limits.ts"
import { Say, t } from "../../language.tsx"
import { Layout, type ServerView } from "../../layout.tsx"
import { Letter } from "../letter.tsx"
import { languageTag } from "../outside-link.tsx"
import type { PostView } from "../views.ts"
import { Language, Line, LookFirst } from "./parts.tsx"
import type { GroupDoor, LanguageChoice, Typed } from "./views.ts"
import { Back } from "./write.tsx"

type Around = { server: ServerView; group: GroupDoor; now: Date }

export type EditPageProps = Around & {
	action: string
	typed: Pick<Typed, "title" | "text" | "note" | "language">
	/** Whether it begins a conversation, and so may have a title. */
	begins: boolean
	languages: LanguageChoice[]
	refused?: string
	preview?: PostView
}

/** The form by which somebody changes what they said. */
export const EditPage = ({
	server,
	group,
	now,
	action,
	typed,
	begins,
	languages,
	...said
}: EditPageProps) => (
	<Layout title={t("Change what you said")} server={server} hue={group.hue}>
		<Back group={group} />
		<h1 class="title">{t("Change what you said")}</h1>
		<div class="composer" id="composer">
			{said.refused && (
				<p class="alarm" role="alert">
					{t(said.refused)}
				</p>
			)}
			{said.preview && (
				<section class="enclosure preview" aria-labelledby="preview-title">
					<h2 id="preview-title" tabindex={-1} autofocus>
						{t("This is what it will look like")}
					</h2>
					<Letter post={said.preview} now={now} server={server} />
				</section>
			)}
			<form method="post" action={action} class="compose">
				{begins && (
					<Line name="title" label={t("A title, if it wants one")} value={typed.title} most={limits.title} />
				)}
				<div class="field">
					<label for="text">{t("What would you like to say?")}</label>
					<textarea
						id="text"
						name="text"
						rows={10}
						maxlength={limits.postText}
						dir="auto"
						lang={languageTag(typed.language)}
					>
						{typed.text}
					</textarea>
				</div>
				<Line
					name="note"
					label={t("A content note, if it needs one")}
					hint={t("People see this first, and open the rest if they want to.")}
					value={typed.note}
					most={limits.contentNote}
				/>
				<Language chosen={typed.language} languages={languages} />
				<p class="reach">
					{t(
						"Whoever may read the post can also read what it said before. Servers that have it are sent the new words; most of them show them, and say that it was edited.",
					)}
				</p>
				<div class="choice">
					<LookFirst action={action} />
					<button class="button" type="submit" name="do" value="send">
						{t("Change it")}
					</button>
				</div>
			</form>
		</div>
	</Layout>
)

export type TakeBackPageProps = Around & {
	action: string
	post: PostView
	/** Whether it can be taken out of the group alone: it is shared there, and the group lives here. */
	canUnshare: boolean
	/** Whether other servers have it, or may have. */
	travelled: boolean
}

/** What taking a post back does, here and elsewhere, before it is done. */
export const TakeBackPage = ({
	server,
	group,
	now,
	action,
	post,
	canUnshare,
	travelled,
}: TakeBackPageProps) => (
	<Layout title={t("Take it back")} server={server} hue={group.hue}>
		<Back group={group} />
		<h1 class="title">{t("Take it back")}</h1>
		<div class="enclosure">
			<Letter post={post} now={now} server={server} />
		</div>
		<form method="post" action={action}>
			<h2>{t("Delete it")}</h2>
			<p>
				{travelled
					? t(
							"Your words go from this server for good, earlier ones, a poll and its votes included; a mark stays that something was there. Other servers that have it are asked to delete it. Most do at once; nobody can make them.",
						)
					: t(
							"Your words go from this server for good, earlier ones, a poll and its votes included; a mark stays that something was there. It was on no other server.",
						)}
			</p>
			<div class="choice">
				<button class="button" type="submit" name="do" value="delete">
					{t("Delete it for good")}
				</button>
			</div>
			{canUnshare && (
				<>
					<h2 class="section">{t("Only take it out of the group")}</h2>
					<p>
						<Say
							text="{{group}} shows it no longer, and tells those who follow the group. It is not deleted: servers that have it may keep it."
							group={<bdi>{group.name}</bdi>}
						/>
					</p>
					<div class="choice">
						<button class="button second" type="submit" name="do" value="unshare">
							{t("Take it out of the group")}
						</button>
					</div>
				</>
			)}
		</form>
	</Layout>
)
