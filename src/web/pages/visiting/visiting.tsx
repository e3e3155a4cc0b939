import { Flower } from "../../icons.tsx"
import { Say, t } from "../../language.tsx"
import { Layout, type ServerView } from "../../layout.tsx"
import { OutsideLink } from "../outside-link.tsx"
import type { PersonView } from "../views.ts"

type PlaceView = {
	handle: string
	name: string
	state: "asked" | "follower" | "member" | "moderator" | "owner"
}

export type VisitingPageProps = { server: ServerView; you: PersonView; host: string; places: PlaceView[] }

const standing: Record<PlaceView["state"], () => string> = {
	asked: () => t("You asked to be a member."),
	follower: () => t("You follow the group."),
	member: () => t("You are a member."),
	moderator: () => t("You help to look after the group."),
	owner: () => t("You help to look after the group."),
}

/** A guest's own page: who they are here, where they belong, and the way out. */
export const VisitingPage = ({ server, you, host, places }: VisitingPageProps) => (
	<Layout title={t("You are a guest here")} server={server}>
		<h1>{t("You are a guest here")}</h1>
		<p class="lede">
			<Say
				text="You came as {{you}}. What you write, you write on {{host}}; here you look after where you belong."
				you={
					<OutsideLink href={you.url} server={server}>
						<bdi>{you.handle}</bdi>
					</OutsideLink>
				}
				host={<bdi>{host}</bdi>}
			/>
		</p>
		<section class="section" aria-labelledby="places">
			<h2 id="places">{t("Where you belong")}</h2>
			{places.length === 0 ? (
				<p>{t("You follow no group here yet.")}</p>
			) : (
				<ul class="ways">
					{places.map((place) => (
						<li>
							<a class="plain" href={`/@${place.handle}#join`}>
								<bdi>{place.name}</bdi>
							</a>{" "}
							<span class="quiet">{standing[place.state]()}</span>
						</li>
					))}
				</ul>
			)}
		</section>
		<section class="section" aria-labelledby="out">
			<h2 id="out">{t("Going")}</h2>
			<p>{t("You stay signed in for a week. This signs you out here, and wherever else you came in.")}</p>
			<form method="post" action="/visiting/end">
				<button class="button second" type="submit">
					{t("Sign out everywhere")}
				</button>
			</form>
		</section>
		<Flower />
	</Layout>
)
