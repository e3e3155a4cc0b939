import { Flower } from "../../icons.tsx"
import { t } from "../../language.tsx"
import { Layout, type ServerView } from "../../layout.tsx"
import type { Typed } from "./views.ts"

export type KeptWordsProps = {
	server: ServerView
	/** Where it was to be sent, an address of ours. */
	action: string
	typed: Typed
	/** Whether they are signed in, and what they wrote to is not there for them. */
	lost: boolean
}

/** What somebody wrote, given back to them: they are signed out meanwhile, or there is nothing (any more) to write to. */
export const KeptWordsPage = ({ server, action, typed: { pictures, ...words }, lost }: KeptWordsProps) => (
	<Layout title={t("Your words are safe")} server={server}>
		<h1>{t("Your words are safe")}</h1>
		<p class="lede">
			{lost
				? t("There is nothing at this address to write to, or not any more. Here is what you wrote.")
				: t("You are signed out, so nothing was sent. Here is what you wrote.")}
		</p>
		{!lost && (
			<p>
				<a class="button" href="/login" target="_blank" rel="noopener">
					{t("Sign in, in a new tab")}
				</a>
			</p>
		)}
		<form method="post" action={action} class="compose section">
			{Object.entries(words).map(([name, value]) =>
				name === "text" || value === false ? null : (
					<input type="hidden" name={name} value={value === true ? "yes" : String(value)} />
				),
			)}
			{pictures.map(({ id, alt, focus }, n) => (
				<>
					<input type="hidden" name={`picture_${n}`} value={id} />
					<input type="hidden" name={`alt_${n}`} value={alt} />
					<input type="hidden" name={`focus_${n}`} value={focus} />
				</>
			))}
			<div class="field">
				<label for="text">{t("What you wrote")}</label>
				<textarea id="text" name="text" rows={10} dir="auto">
					{words.text}
				</textarea>
			</div>
			{!lost && (
				<div class="choice">
					<button class="button" type="submit" name="do" value="preview">
						{t("I am signed in again: go on")}
					</button>
				</div>
			)}
		</form>
		<Flower />
	</Layout>
)
