import { limits } from "../../../limits.ts"
import { Say, t } from "../../language.tsx"
import type { ServerView } from "../../layout.tsx"
import { Letter } from "../letter.tsx"
import { languageTag } from "../outside-link.tsx"
import { Enclosing } from "./enclosing.tsx"
import { Naming } from "./naming.tsx"
import { Asking, Language, Line, LookFirst, More } from "./parts.tsx"
import { Reach } from "./reach.tsx"
import type { ComposeView, QuotingView, Typed } from "./views.ts"

type Props = { compose: ComposeView; server: ServerView; now: Date; label: string; title?: boolean }

const Notice = ({ compose }: Pick<Props, "compose">) => (
	<>
		{compose.refused && (
			<p class="alarm" role="alert">
				{t(compose.refused)}
			</p>
		)}
		{compose.undescribed && (
			<p class="alarm" role="alert">
				{t(
					"Some readers cannot see this picture. Say in a sentence what is on it, and they can take part. It was not sent yet.",
				)}
			</p>
		)}
		{compose.asks && (
			<p class="done" role="status">
				{t(
					"This asks something of the group. When you send it, it is done, and nobody else reads these words.",
				)}
			</p>
		)}
		{compose.held && (
			<p class="done" role="status">
				<Say
					text="A moderator will look at this before anybody else reads it. {{reason}} You can send it as it is, or change it first."
					reason={t(compose.held.reason)}
				/>
			</p>
		)}
	</>
)

const Quoting = ({ quoting }: { quoting: QuotingView }) => (
	<p class="hint">
		{quoting.kind === "asked" ? (
			<Say
				text="{{author}} is asked whether you may quote this. Until they agree, it is a link to what they wrote."
				author={<bdi>{quoting.author}</bdi>}
			/>
		) : (
			t(
				"What you quote could not be read on its own server just now. You can send this all the same: then it is a link, and nobody is asked.",
			)
		)}
	</p>
)

const Preview = ({ compose, server, now }: Omit<Props, "label">) =>
	compose.preview ? (
		<section class="enclosure preview" aria-labelledby="preview-title">
			<h2 id="preview-title" tabindex={-1} autofocus>
				{t("This is what it will look like")}
			</h2>
			{compose.preview.title && (
				<h3 dir="auto" lang={languageTag(compose.preview.language)}>
					{compose.preview.title}
				</h3>
			)}
			<Letter post={compose.preview} now={now} server={server} />
			{compose.quoting && <Quoting quoting={compose.quoting} />}
			{compose.naming && <Naming naming={compose.naming} />}
		</section>
	) : null

const Buttons = ({ action }: { action: string }) => (
	<div class="choice">
		<LookFirst action={action} />
		<button class="button" type="submit" name="do" value="send">
			{t("Send it")}
		</button>
		<button class="button second" type="submit" name="do" value="draft">
			{t("Keep as a draft")}
		</button>
	</div>
)

const isUsed = ({ note, quote, options }: Typed): boolean => Boolean(note || quote || options)

/** The form by which somebody writes; it works without script, and keeps what was typed whatever comes of it. */
export const Compose = ({ compose, server, now, label, title }: Props) => {
	const { action, typed, languages } = compose
	const told = compose.held ? "yes" : ""
	return (
		<div class="composer" id="composer">
			<Notice compose={compose} />
			<Preview compose={compose} server={server} now={now} />
			<form method="post" action={action} class="compose" enctype="multipart/form-data">
				<input type="hidden" name="id" value={typed.id} />
				<input type="hidden" name="to" value={typed.to} />
				<input type="hidden" name="told" value={told} />
				{title && (
					<Line name="title" label={t("A title, if it wants one")} value={typed.title} most={limits.title} />
				)}
				<div class="field">
					<label for="text">{label}</label>
					<p class="hint" id="text-hint">
						{t("An empty line begins a paragraph, *this* is emphasis, and > begins a quotation (Markdown).")}
					</p>
					<textarea
						id="text"
						name="text"
						rows={title ? 10 : 6}
						maxlength={limits.postText}
						dir="auto"
						lang={languageTag(typed.language)}
						aria-describedby="text-hint"
					>
						{typed.text}
					</textarea>
				</div>
				<Enclosing compose={compose} />
				<More open={isUsed(typed)}>
					<Line
						name="note"
						label={t("A content note, if it needs one")}
						hint={t("People see this first, and open the rest if they want to.")}
						value={typed.note}
						most={limits.contentNote}
					/>
					<Language chosen={typed.language} languages={languages} />
					<Line
						name="quote"
						label={t("The address of a post that you quote")}
						value={typed.quote}
						most={limits.draftField}
						type="url"
					/>
					<Asking typed={typed} />
				</More>
				<Reach reach={compose.reach} />
				<Buttons action={action} />
			</form>
		</div>
	)
}
