import { Flower } from "../icons.tsx"
import { Say, t } from "../language.tsx"
import { Layout, type ServerView } from "../layout.tsx"
import { Address } from "./address.tsx"
import { outsideAddress } from "./outside-link.tsx"
import { Portrait } from "./portrait.tsx"
import type { PersonView } from "./views.ts"

export type PersonPageProps = {
	server: ServerView
	person: PersonView
	/** Already sanitised; may be empty. */
	aboutHtml: string
	lines: { name: string; value: string; href: string | null; verified: boolean }[]
	/** Those whoever looks may know of. */
	groups: { handle: string; name: string }[]
	yours: boolean
	movedTo?: { name: string; url: string }
}

const Lines = ({ lines, server }: PersonPageProps) => (
	<dl class="lines section">
		{lines.map(({ name, value, href, verified }) => (
			<div>
				<dt dir="auto">{name}</dt>
				<dd dir="auto">
					{href ? (
						<a href={outsideAddress(href, server)} rel="me nofollow noopener noreferrer">
							{value}
						</a>
					) : (
						value
					)}
					{verified && <span class="quiet"> {t("(links back)")}</span>}
				</dd>
			</div>
		))}
	</dl>
)

/** Somebody who has an account here. */
export const PersonPage = (props: PersonPageProps) => {
	const { server, person, aboutHtml, lines, groups, yours, movedTo } = props
	return (
		<Layout title={person.name} server={server}>
			<header class="introduced">
				<Portrait of={person} large />
				<div>
					<h1 dir="auto">{person.name}</h1>
					<p class="handle">
						<Address of={person.handle} />
					</p>
				</div>
			</header>
			{movedTo && (
				<p class="panel section">
					<Say
						text="{{person}} lives at {{place}} now."
						person={<bdi>{person.name}</bdi>}
						place={
							<a href={outsideAddress(movedTo.url, server)} rel="nofollow noopener noreferrer">
								<bdi>{movedTo.name}</bdi>
							</a>
						}
					/>
				</p>
			)}
			{aboutHtml && <div class="prose section" dir="auto" dangerouslySetInnerHTML={{ __html: aboutHtml }} />}
			{lines.length > 0 && <Lines {...props} />}
			{groups.length > 0 && (
				<section class="section" aria-labelledby="groups">
					<h2 id="groups">{yours ? t("Your groups, as those in them see it") : t("In these groups")}</h2>
					<ul class="hosts">
						{groups.map(({ handle, name }) => (
							<li>
								<a class="plain" href={`/@${handle}`}>
									<bdi>{name}</bdi>
								</a>
							</li>
						))}
					</ul>
				</section>
			)}
			{yours && (
				<p class="section">
					<a class="button second" href="/settings/profile">
						{t("Change what you say of yourself")}
					</a>
				</p>
			)}
			<Flower />
		</Layout>
	)
}
