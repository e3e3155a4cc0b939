import { Door, Flower } from "../icons.tsx"
import { Layout, type ServerView } from "../layout.tsx"
import { Address } from "./address.tsx"
import { When } from "./when.tsx"

/** What became of a post that did not go straight through. */
export type Outcome =
	| { state: "waiting"; reason: string | null }
	| { state: "shared"; at: Date }
	| { state: "not-taken"; reason: string | null }
	/** Only a change to it was not taken: it stands as it was. */
	| { state: "unchanged"; reason: string | null }
	| { state: "taken-back" }

export type StatusPageProps = {
	server: ServerView
	group: { handle: string; host: string; name: string; hue: number }
	outcome: Outcome
	now: Date
}

const titles: Record<Outcome["state"], string> = {
	waiting: "Your post is waiting.",
	shared: "Your post is shared.",
	"not-taken": "Your post was not taken.",
	unchanged: "Your change was not taken.",
	"taken-back": "Your post is taken back.",
}

const What = ({ group, outcome, now, server }: StatusPageProps) => {
	const name = <bdi>{group.name}</bdi>
	switch (outcome.state) {
		case "waiting":
			return (
				<p class="lede">
					Somebody who looks after {name} reads it first. This page will say what became of it.
				</p>
			)
		case "shared":
			return (
				<p class="lede">
					{name} shared it <When at={outcome.at} now={now} server={server} />. Everybody who follows the group
					can read it.
				</p>
			)
		case "not-taken":
			return <p class="lede">{name} does not share it. On your own server it stays as it is.</p>
		case "unchanged":
			return <p class="lede">{name} goes on showing your post as it was before you changed it.</p>
		case "taken-back":
			return <p class="lede">It is not in {name} any more, and there is nothing left to do.</p>
	}
}

const TakingBack = ({ group, state }: { group: StatusPageProps["group"]; state: Outcome["state"] }) => (
	<section class="section" aria-labelledby="back">
		<h2 id="back">If you would rather take it back</h2>
		{state === "not-taken" ? (
			<p>You need not do anything here. If you do not want it on your own server either, delete it there.</p>
		) : (
			<p>
				Delete it in your own app, and the group lets go of it too
				{state === "waiting" ? ", without anybody having seen it but those who look after the group." : "."}
				{state !== "waiting" && (
					<>
						{" "}
						To keep it for yourself and only take it out of the group, reply to it with{" "}
						<Address of={`@${group.handle}@${group.host}`} /> and the one word “unshare”.
					</>
				)}
			</p>
		)}
	</section>
)

/** What became of one post, for its author: never its words, since whoever has the address can open it. */
export const StatusPage = (props: StatusPageProps) => {
	const { group, outcome, server } = props
	const reason = "reason" in outcome ? outcome.reason : null
	return (
		<Layout title={titles[outcome.state]} server={server} hue={group.hue}>
			<nav class="back" aria-label="The group">
				<a href={`/@${group.handle}`}>
					<Door handle={group.handle} hue={group.hue} />
					<bdi>{group.name}</bdi>
				</a>
			</nav>
			<h1 class="title">{titles[outcome.state]}</h1>
			<What {...props} />
			{reason && (
				<p class="why">
					Why: <span dir="auto">{reason}</span>
				</p>
			)}
			{outcome.state !== "taken-back" && <TakingBack group={group} state={outcome.state} />}
			<Flower />
		</Layout>
	)
}
