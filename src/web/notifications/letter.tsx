import { letter } from "../../mail/letters.ts"
import type { Addressee, DigestWords } from "../../notifications/send-digests.ts"
import type { PushWords } from "../../notifications/send-pushes.ts"
import { plainText } from "../../posts/markup.ts"
import { languageHere, t } from "../language.tsx"
import { NewsSentence } from "../pages/notifications/sentences.tsx"
import { isLocale, type Locale, readAs } from "../reader.ts"
import { type NewsView, newsView } from "./views.ts"

/** Says something in the language and the zone of who is told. */
export const saidTo = <T,>(usual: Locale, { language, timeZone }: Addressee, say: () => T): T => {
	const chosen = language ?? undefined
	return readAs({ locale: isLocale(chosen) ? chosen : usual, zone: timeZone ?? "UTC" }, say)
}

/** One thing that happened, as plain text: who and where, and not what. */
const newsInWords = (news: NewsView, now: Date): string =>
	plainText(String(<NewsSentence news={news} now={now} />))

/** The letter that tells of news; `usual` is the language for those who chose none. */
export const digestLetter =
	(usual: Locale): DigestWords =>
	(to, { server, origin, unsubscribe, news, more, now }) =>
		saidTo(usual, to, () => ({
			language: languageHere().tag,
			...letter(
				{ name: server, origin },
				t("News for you"),
				news.map((one) => `• ${newsInWords(newsView(one), now)}`).join("\n"),
				more
					? t("There is more, and all of it stands here: {{address}}", { address: page(origin) })
					: t("What was said stands here: {{address}}", { address: page(origin) }),
				t("You asked to be written to. No more letters, with one press: {{address}}", {
					address: unsubscribe,
				}),
			),
		}))

const page = (origin: URL): string => new URL("/notifications", origin).href

/** What a browser is told of news, and shows on the lock screen of a phone. */
export const pushMessage =
	(usual: Locale): PushWords =>
	(to, { server, news, more, now }) =>
		saidTo(usual, to, () => ({
			title: server.host,
			body: [
				...news.map((one) => newsInWords(newsView(one), now)),
				...(more ? [t("There is more.")] : []),
			].join("\n"),
		}))
