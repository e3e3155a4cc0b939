import { limits } from "../../../limits.ts"
import { t } from "../../language.tsx"
import { Layout } from "../../layout.tsx"
import { Letter } from "../letter.tsx"
import { languageTag } from "../outside-link.tsx"
import type { PostView } from "../views.ts"
import { Enclosing } from "./enclosing.tsx"
import { Naming } from "./naming.tsx"
import type { Around } from "./own.tsx"
import { Language, Line, LookFirst } from "./parts.tsx"
import type { LanguageChoice, NamingView, PickedView, Typed } from "./views.ts"
import { Back } from "./write.tsx"

export type EditPageProps = Around & {
	action: string
	typed: Pick<Typed, "id" | "title" | "text" | "note" | "language" | "undescribed">
	pictures: PickedView[]
	/** Whether it begins a conversation, and so may have a title. */
	begins: boolean
	languages: LanguageChoice[]
	refused?: string
	/** It was not changed, since some pictures are not described. */
	undescribed?: boolean
	preview?: PostView
	naming?: NamingView
}

/** The form by which somebody changes what they said. */
export const EditPage = ({
	server,
	group,
	now,
	action,
	typed,
	pictures,
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
			{said.undescribed && (
				<p class="alarm" role="alert">
					{t(
						"Some readers cannot see this picture. Say in a sentence what is on it, and they can take part. It was not changed yet.",
					)}
				</p>
			)}
			{said.preview && (
				<section class="enclosure preview" aria-labelledby="preview-title">
					<h2 id="preview-title" tabindex={-1} autofocus>
						{t("This is what it will look like")}
					</h2>
					<Letter post={said.preview} now={now} server={server} />
					{said.naming && <Naming naming={said.naming} />}
				</section>
			)}
			<form method="post" action={action} class="compose" enctype="multipart/form-data">
				<input type="hidden" name="id" value={typed.id} />
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
				<Enclosing compose={{ pictures, typed, ...said }} />
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
						"Whoever may read the post can also read what it said before; a picture that you leave out is gone. Servers that have it are sent the new words and pictures; most of them show them, and say that it was edited.",
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
