import { limits } from "../../limits.ts"
import type { RulesForm } from "../../moderation/policy/read-rules.ts"
import type { Rules } from "../../moderation/policy/rules.ts"
import { tryPolicy } from "../../moderation/policy/try-policy.ts"
import { excerptOf, plainText } from "../../posts/markup.ts"
import type { Post } from "../../posts/post.ts"
import type { Form } from "../forms.ts"
import { type Here, settingOf } from "../groups/place.ts"
import { t } from "../language.tsx"
import { quietPage } from "../page.ts"
import { TriedPage } from "../pages/policy/tried.tsx"
import { withoutGreeting } from "../views.ts"

/** Shows what rules would have done with the posts of the last days, a pageful at a time. */
export const showTried = async (
	here: Here,
	form: Form,
	{ rules, typed }: { rules: Rules; typed: RulesForm },
): Promise<Response> => {
	const { c, world, group } = here
	const days = form.try === "7" ? 7 : limits.daysTried
	const tried = await tryPolicy(world, group, { rules, days })
	const from = /^\d{1,6}$/.test(form.from ?? "") ? Number(form.from) : 0
	const shown = tried.slice(from, from + limits.triedOnPage)
	const posts = shown.map(({ happened: { post, author }, verdict }) => ({
		author: author.name || author.handle,
		words: firstWords(post, group.handle),
		at: post.receivedAt,
		refused: verdict.verdict === "refuse",
		reason: verdict.reason,
	}))
	const after = from + shown.length
	const next = after < tried.length ? after : null
	const props = { ...(await settingOf(here)), now: world.ports.now(), days, typed, posts, next }
	return quietPage(c, <TriedPage {...props} kept={false} />)
}

const firstWords = ({ title, html }: Pick<Post, "title" | "html">, handle: string): string => {
	const words = excerptOf(withoutGreeting(plainText(html), handle))
	return (title ?? words) || t("a post without words")
}
