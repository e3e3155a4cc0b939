import { Flower } from "../icons.tsx"
import { Layout, type ServerView } from "../layout.tsx"

export type MessagePageProps = {
	server: ServerView
	title: string
	/** What happened and what to do about it, in plain sentences. */
	text: string
	/** Where to go from here; `href` is an address of our own. */
	action?: { href: string; label: string }
}

/** A page that says one thing and what to do next: not found, gone, too many requests, something broke, a link too old. */
export const MessagePage = ({ server, title, text, action }: MessagePageProps) => (
	<Layout title={title} server={server}>
		<div class="note">
			<h1>{title}</h1>
			<p class="lede">{text}</p>
			{action && (
				<p class="section">
					<a class="button" href={action.href}>
						{action.label}
					</a>
				</p>
			)}
		</div>
		<Flower />
	</Layout>
)
