import { Flower } from "../../icons.tsx"
import { Say, t } from "../../language.tsx"
import { Layout, type ServerView } from "../../layout.tsx"

export type OnwardPageProps = {
	server: ServerView
	hue?: number
	/** A page of another server that whoever reads this has just named. */
	to: URL
	/** What there is to do there. */
	text: string
}

/**
 * Leads to another server at once, without script. A form may only be answered by our own pages, and Chromium holds its
 * redirects to that as well (CSP form-action); so the answer is a page that moves on by itself.
 */
export const OnwardPage = ({ server, hue, to, text }: OnwardPageProps) => (
	<Layout
		title={t("On to {{host}}", { host: to.host })}
		server={server}
		{...(hue !== undefined && { hue })}
		head={<meta http-equiv="refresh" content={`0;url=${to.href}`} />}
	>
		<div class="note">
			<h1>
				<Say text="On to {{host}}" host={<bdi>{to.host}</bdi>} />
			</h1>
			<p class="lede">{text}</p>
			<p class="section">
				<a class="button" href={to.href} rel="noopener noreferrer nofollow">
					{t("Take me there")}
				</a>
			</p>
		</div>
		<Flower />
	</Layout>
)
