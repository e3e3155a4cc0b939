import { raw } from "hono/html"
import type { Child } from "hono/jsx"
import { hueClass } from "./hues.ts"
import { Lamp } from "./icons.tsx"
import { languageHere, Say, t } from "./language.tsx"
import { cameFromHere, languages } from "./reader.ts"
import { script } from "./script.ts"
import { stylesheet } from "./stylesheet.ts"

export { favicon } from "./icons.tsx"
export { stylesheet }

/** This server as a page needs it: its name, and its origin without a slash. */
export type ServerView = { name: string; origin: string; you?: YouView }

/** Who is signed in, and the groups they look after. */
export type YouView = {
	name: string
	handle: string
	/** Whether something happened to them that they have not seen. */
	news?: boolean
	desks: { handle: string; name: string }[]
	/** They have no account here, but on another server. */
	guest?: boolean
}

export type LayoutProps = {
	title: string
	server: ServerView
	hue?: number
	head?: Child
	/** On the first page the name stands in the text, so the masthead carries the lamp alone. */
	home?: boolean
	nonce?: string
	children?: Child
}

const Head = ({ title, server, head, nonce }: LayoutProps) => (
	<head>
		<meta charset="utf-8" />
		<meta name="viewport" content="width=device-width, initial-scale=1" />
		<title>{title === server.name ? title : `${title} · ${server.name}`}</title>
		<meta name="color-scheme" content="light dark" />
		<meta name="theme-color" media="(prefers-color-scheme: light)" content="#faf6ee" />
		<meta name="theme-color" media="(prefers-color-scheme: dark)" content="#1a1510" />
		<link rel="stylesheet" href={stylesheet.path} nonce={nonce} />
		<link rel="icon" href="/favicon.svg" type="image/svg+xml" />
		<link rel="manifest" href="/manifest.webmanifest" />
		{server.you && (
			<>
				<meta name="htmx-config" content={script.settings} />
				<script src={script.path} defer />
			</>
		)}
		{head}
	</head>
)

const You = ({ you }: { you: YouView }) => (
	<nav class="you" aria-label={t("You")}>
		<a class="name" href={you.guest ? "/visiting" : `/@${you.handle}`}>
			<bdi>{you.name}</bdi>
		</a>
		{!you.guest && (
			<>
				<a class={you.news ? "news" : undefined} href="/notifications">
					{t("Notifications")}
					{you.news && <span class="apart">{t("There is something new.")}</span>}
				</a>
				<a href="/drafts">{t("Drafts")}</a>
				<a href="/bookmarks">{t("Kept")}</a>
			</>
		)}
		{you.desks.map((group) => (
			<a href={`/@${group.handle}/desk`}>
				<span>
					<Say text="Desk of {{group}}" group={<bdi>{group.name}</bdi>} />
				</span>
			</a>
		))}
	</nav>
)

/** The languages there are, each by its own name; one press changes it. */
const Languages = () => (
	<form class="languages" method="post" action="/language" aria-label={t("Language")}>
		{cameFromHere() && <input type="hidden" name="next" value={cameFromHere()} />}
		{Object.values(languages).map(({ tag, name, direction }) =>
			tag === languageHere().tag ? (
				<span aria-current="true">{name}</span>
			) : (
				<button type="submit" name="language" value={tag} lang={tag} dir={direction}>
					{name}
				</button>
			),
		)}
	</form>
)

/** A whole document: everything around a page's own content. It carries no inline script and no inline style (CSP forbids both); those who are signed in get a script that makes it smoother. */
export const Layout = (props: LayoutProps) => (
	<>
		{raw("<!doctype html>")}
		<html
			lang={languageHere().tag}
			dir={languageHere().direction}
			class={props.hue === undefined ? undefined : hueClass(props.hue)}
		>
			<Head {...props} />
			<body>
				<a class="skip" href="#main">
					{t("Skip to the content")}
				</a>
				<header class="masthead">
					{props.home ? (
						<span class="here">
							<Lamp />
						</span>
					) : (
						<a class="home" href="/">
							<Lamp />
							<bdi>{props.server.name}</bdi>
						</a>
					)}
					<nav aria-label={t("This server")}>
						<a href="/about">{t("About")}</a>
						{props.server.you && !props.server.you.guest && <a href="/settings">{t("Settings")}</a>}
						{props.server.you ? (
							<form method="post" action="/logout">
								<button type="submit">{t("Sign out")}</button>
							</form>
						) : (
							<a href="/login">{t("Sign in")}</a>
						)}
					</nav>
					{props.server.you && <You you={props.server.you} />}
				</header>
				<main id="main" tabindex={-1}>
					{props.children}
				</main>
				<footer class="colophon">
					<p>
						{t(
							"This is a Snug: a server for small groups. Nothing here is counted or ranked, and every page has an end.",
						)}
					</p>
					<Languages />
				</footer>
			</body>
		</html>
	</>
)
