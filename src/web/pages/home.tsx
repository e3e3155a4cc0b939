import { hueClass } from "../hues.ts"
import { Door, Flower } from "../icons.tsx"
import { t } from "../language.tsx"
import { Layout, type ServerView } from "../layout.tsx"

export type DoorView = {
	handle: string
	name: string
	/** One plain line. */
	about: string
	hue: number
}

export type HomePageProps = {
	server: ServerView & { about?: string }
	groups: DoorView[]
}

/** A group as a door that one can open. */
export const DoorCard = ({ group }: { group: DoorView }) => (
	<li class={hueClass(group.hue)}>
		<Door handle={group.handle} hue={group.hue} />
		<div>
			<h3 dir="auto">
				<a href={`/@${group.handle}`}>{group.name}</a>
			</h3>
			{group.about && <p dir="auto">{group.about}</p>}
		</div>
	</li>
)

const NoDoors = () => (
	<div class="panel">
		<p class="lede">{t("The lamp is lit and the chairs are out, but no group has moved in yet.")}</p>
		<p>
			{t("When the first one does, its door will be here. Whoever looks after this server can open one.")}
		</p>
	</div>
)

/** The first page: what this server is, its groups as doors, how to come in, and what a Snug is. */
export const HomePage = ({ server, groups }: HomePageProps) => (
	<Layout title={server.name} server={server} home>
		<h1 dir="auto">{server.name}</h1>
		<p class="lede" dir="auto">
			{server.about ||
				t(
					"A home for a few small groups of people who like talking to each other. Each has its own door, its own rules, and people who look after it.",
				)}
		</p>

		<section class="section" aria-labelledby="groups">
			<h2 id="groups">{groups.length === 0 ? t("No doors yet") : t("The groups here")}</h2>
			{groups.length === 0 ? (
				<NoDoors />
			) : (
				<ul class="doors">
					{groups.map((group) => (
						<DoorCard group={group} />
					))}
				</ul>
			)}
		</section>

		<section class="section" aria-labelledby="coming-in">
			<h2 id="coming-in">{t("How to come in")}</h2>
			<p>
				{t(
					"You need no account here. Use the one you already have on the fediverse (Mastodon, Lemmy and others): open a door, copy the group’s address, and follow it from your own app. What the group says then reaches you there, and you answer from there.",
				)}
			</p>
		</section>

		<section class="section" aria-labelledby="snug">
			<h2 id="snug">{t("What a Snug is")}</h2>
			<p>
				{t(
					"In an old pub, the snug is the small private room with its own door. This one is for small groups on the fediverse. Nobody is ranked and nothing is counted; conversations stand in the order people had them, and when you have read them you are done.",
				)}
			</p>
		</section>
		<Flower />
	</Layout>
)
