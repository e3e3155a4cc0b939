import { Door, Flower } from "../icons.tsx"
import { Say, t } from "../language.tsx"
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

const titles: Record<Outcome["state"], () => string> = {
	waiting: () => t("Your post is waiting."),
	shared: () => t("Your post is shared."),
	"not-taken": () => t("Your post was not taken."),
	unchanged: () => t("Your change was not taken."),
	"taken-back": () => t("Your post is taken back."),
}

const What = ({ group: { name }, outcome, now }: Omit<StatusPageProps, "server">) => {
	const group = <bdi>{name}</bdi>
	switch (outcome.state) {
		case "waiting":
			return (
				<p class="lede">
					<Say
						text="Somebody who looks after {{group}} reads it first. This page will say what became of it."
						group={group}
					/>
				</p>
			)
		case "shared":
			return (
				<p class="lede">
					<Say
						text="{{group}} shared it {{when}}. Everybody who follows the group can read it."
						group={group}
						when={<When at={outcome.at} now={now} />}
					/>
				</p>
			)
		case "not-taken":
			return (
				<p class="lede">
					<Say text="{{group}} does not share it. On your own server it stays as it is." group={group} />
				</p>
			)
		case "unchanged":
			return (
				<p class="lede">
					<Say text="{{group}} goes on showing your post as it was before you changed it." group={group} />
				</p>
			)
		case "taken-back":
			return (
				<p class="lede">
					<Say text="It is not in {{group}} any more, and there is nothing left to do." group={group} />
				</p>
			)
	}
}

const TakingBack = ({ group, state }: { group: StatusPageProps["group"]; state: Outcome["state"] }) => (
	<section class="section" aria-labelledby="back">
		<h2 id="back">{t("If you would rather take it back")}</h2>
		{state === "not-taken" ? (
			<p>
				{t(
					"You need not do anything here. If you do not want it on your own server either, delete it there.",
				)}
			</p>
		) : state === "waiting" ? (
			<p>
				{t(
					"Delete it in your own app, and the group lets go of it too, without anybody having seen it but those who look after the group.",
				)}
			</p>
		) : (
			<p>
				<Say
					text="Delete it in your own app, and the group lets go of it too. To keep it for yourself and only take it out of the group, reply to it with {{address}} and the one word {{word}}."
					address={<Address of={`@${group.handle}@${group.host}`} />}
					word={
						<b lang="en" dir="ltr">
							unshare
						</b>
					}
				/>
			</p>
		)}
	</section>
)

/** What became of one post, for its author: never its words, since whoever has the address can open it. */
export const StatusPage = (props: StatusPageProps) => {
	const { group, outcome, server, now } = props
	const title = titles[outcome.state]()
	const reason = "reason" in outcome ? outcome.reason : null
	return (
		<Layout title={title} server={server} hue={group.hue}>
			<nav class="back" aria-label={t("The group")}>
				<a href={`/@${group.handle}`}>
					<Door handle={group.handle} hue={group.hue} />
					<bdi>{group.name}</bdi>
				</a>
			</nav>
			<h1 class="title">{title}</h1>
			<What group={group} outcome={outcome} now={now} />
			{reason && (
				<p class="why">
					<Say text="Why: {{reason}}" reason={<bdi>{t(reason)}</bdi>} />
				</p>
			)}
			{outcome.state !== "taken-back" && <TakingBack group={group} state={outcome.state} />}
			<Flower />
		</Layout>
	)
}
