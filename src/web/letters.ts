import { type LetterWords, letter, type Server, type Told } from "../mail/letters.ts"
import { languageHere, t } from "./language.tsx"
import { saidTo } from "./notifications/letter.tsx"
import type { Locale } from "./reader.ts"

/** What letters say, each in the language of whoever it is for; `usual` is that of those who chose none. */
export const letterWords =
	(usual: Locale): LetterWords =>
	(language, server, told) =>
		saidTo(usual, { language, timeZone: null }, () => {
			const [subject, ...paragraphs] = wordsFor(server, told)
			return { ...letter(server, subject, ...paragraphs), language: languageHere().tag }
		})

const ignore = () => t("If it was not you, do nothing: without the link nothing happens.")
const signIn = ({ origin }: Server): string => new URL("/login", origin).href

const wordsFor = (server: Server, told: Told): [string, ...string[]] => {
	switch (told.tells) {
		case "sign-in":
			return [
				t("Your link to sign in"),
				t("Somebody, you we hope, asked for a link to sign in. It works once, within a quarter of an hour:"),
				told.link,
				ignore(),
			]
		case "confirm":
			return [
				t("Is this your address?"),
				t(
					"The account {{handle}} wants to get its letters at this address. If that is you, open this link within a day:",
					{ handle: `@${told.handle}` },
				),
				told.link,
				ignore(),
			]
		case "known":
			return [
				t("You have an account here"),
				t(
					"Somebody named this address for an account, and it belongs to one already. If it was you, sign in with that one:",
				),
				signIn(server),
				t("If it was not you, there is nothing to do."),
			]
		case "moved":
			return [
				t("Letters go elsewhere now"),
				t(
					"The account {{handle}} gets its letters at another address from now on. If it was not you, tell whoever runs this server at once.",
					{ handle: `@${told.handle}` },
				),
			]
		case "approved":
			return [
				t("You are welcome"),
				t("Your account {{handle}} is ready. Sign in with the password you chose:", {
					handle: `@${told.handle}`,
				}),
				signIn(server),
			]
		case "rejected":
			return [
				t("About your request"),
				t("You asked for an account here. Whoever runs this server has decided not to give one."),
				...(told.reason ? [told.reason] : []),
			]
	}
}
