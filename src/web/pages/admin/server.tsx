import { Say, t } from "../../language.tsx"
import { Field } from "../field.tsx"
import { AdminFrame, type AdminFrameProps } from "./frame.tsx"

/** What the server says of itself. */
export const DescriptionPage = ({
	words,
	...frame
}: AdminFrameProps & { words: Record<string, string | undefined> }) => (
	<AdminFrame {...frame} title={t("What this server is")} lede={t("Everybody can read this.")}>
		<form method="post" action="/admin/server" novalidate>
			<Field name="name" label={t("What is it called?")} value={words.name ?? ""} autocomplete="off" />
			<Field
				name="about"
				label={t("What is it for?")}
				hint={t("A sentence or two for its page. You can write in Markdown.")}
				value={words.about ?? ""}
				autocomplete="off"
				lines={4}
				optional
			/>
			<Field
				name="contact"
				label={t("How do people reach you?")}
				hint={t("A handle or an e-mail address. People look for it when nothing else works.")}
				value={words.contact ?? ""}
				autocomplete="off"
				optional
			/>
			<Field
				name="rules"
				label={t("What do people agree to?")}
				hint={t("They read it before they come in. You can write in Markdown.")}
				value={words.rules ?? ""}
				autocomplete="off"
				lines={8}
				optional
			/>
			<Field
				name="privacy"
				label={t("What do you keep of people?")}
				hint={t(
					"This stands below what Snug itself keeps: your mail server, your proxy’s logs, who else can see them.",
				)}
				value={words.privacy ?? ""}
				autocomplete="off"
				lines={6}
				optional
			/>
			<button class="button" type="submit">
				{t("Keep it")}
			</button>
		</form>
		<p class="section">
			<Say
				text="See {{about}}, {{rules}} and {{privacy}} as everybody does."
				about={<a href="/about">{t("the page about this server")}</a>}
				rules={<a href="/rules">{t("the rules")}</a>}
				privacy={<a href="/privacy">{t("what is kept")}</a>}
			/>
		</p>
	</AdminFrame>
)
