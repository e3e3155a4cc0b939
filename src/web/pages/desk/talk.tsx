import { Say, t } from "../../language.tsx"
import { languageTag } from "../outside-link.tsx"
import { When } from "../when.tsx"
import { AllAbout } from "./all-about.tsx"
import { Deed, Reason } from "./deed.tsx"
import type { DeskPageProps, PlacedView, SharedView } from "./views.ts"
import { AskDeed } from "./words.tsx"

type Around = Pick<DeskPageProps, "server" | "group" | "now">

/** Takes a post out, or does not take one that waits. */
export const RemoveDeed = (props: { group: Around["group"]; id: string; held?: boolean; about?: string }) => (
	<Deed
		group={props.group}
		deed="remove"
		about={props.about ?? props.id}
		given={{ post: props.id }}
		label={props.held ? t("Do not take it") : t("Take it out")}
		effect={
			props.held
				? t(
						"It is not shared, and nobody else hears of it. Its author can read your reason if they were told that it waits.",
					)
				: t(
						"It goes from this page, and every server that follows the group is asked to show it in the group no more; most do. It stays on its author’s own server. Your reason is public.",
					)
		}
	>
		<Reason required />
	</Deed>
)

const HoldDeed = ({ group, id }: { group: Around["group"]; id: string }) => (
	<Deed
		group={group}
		deed="hold"
		about={id}
		given={{ post: id }}
		label={t("Put it on hold")}
		effect={t(
			"It goes from this page and waits among the held posts; every server that follows the group is asked to show it in the group no more until somebody lets it through.",
		)}
	>
		<Reason />
	</Deed>
)

const marks = {
	lock: () => ({
		label: t("Close the conversation"),
		effect: t(
			"Answers are not taken any more, except from those who look after the group. Lemmy and its kin close it too; other servers are not told.",
		),
	}),
	unlock: () => ({
		label: t("Open it again"),
		effect: t("Everybody who may post can answer again. Lemmy and its kin are told."),
	}),
	pin: () => ({
		label: t("Pin it"),
		effect: t("Lemmy and its kin show it first. Here, and on Mastodon, it stays where it is."),
	}),
	unpin: () => ({ label: t("Unpin it"), effect: t("Lemmy and its kin show it in its place again.") }),
} as const

const MarkDeed = ({ group, id, mark }: { group: Around["group"]; id: string; mark: keyof typeof marks }) => (
	<Deed group={group} deed={mark} about={id} given={{ post: id }} {...marks[mark]()} />
)

const Words = ({ post, href }: { post: PlacedView; href?: string }) => (
	<p class="excerpt" dir="auto" lang={languageTag(post.language)}>
		{href ? <a href={href}>{post.words}</a> : post.words}
	</p>
)

const By = ({ post, now }: { post: PlacedView } & Around) => (
	<p class="quiet">
		<Say
			text="{{author}}, {{when}}"
			author={<bdi class="name">{post.author.name}</bdi>}
			when={<When at={post.at} now={now} />}
		/>
	</p>
)

const Shared = ({ post, ...around }: { post: SharedView } & Around) => (
	<li>
		<Words post={post} href={post.href} />
		<By post={post} {...around} />
		{(post.locked || post.pinned) && (
			<p class="quiet">
				{[post.locked && t("Closed to new answers."), post.pinned && t("Pinned.")].filter(Boolean).join(" ")}
			</p>
		)}
		<details class="fold">
			<summary>
				<span aria-hidden="true">{t("What can be done")}</span>
				<span class="apart">
					{t("What can be done about the post by {{author}}", { author: post.author.name })}
				</span>
			</summary>
			<AskDeed group={around.group} id={post.id} />
			<HoldDeed group={around.group} id={post.id} />
			<RemoveDeed group={around.group} id={post.id} />
			{post.begins && (
				<>
					<MarkDeed group={around.group} id={post.id} mark={post.locked ? "unlock" : "lock"} />
					<MarkDeed group={around.group} id={post.id} mark={post.pinned ? "unpin" : "pin"} />
				</>
			)}
			<p>
				<AllAbout group={around.group} person={post.author} />
			</p>
		</details>
	</li>
)

const Removed = ({ post, ...around }: { post: PlacedView } & Around) => (
	<li>
		<Words post={post} />
		<By post={post} {...around} />
		{post.reason && (
			<p class="why">
				<Say text="Taken out because: {{reason}}" reason={<bdi>{t(post.reason)}</bdi>} />
			</p>
		)}
		<details class="fold">
			<summary>
				<span aria-hidden="true">{t("Put it back")}</span>
				<span class="apart">{t("Put it back: the post by {{author}}", { author: post.author.name })}</span>
			</summary>
			<Deed
				group={around.group}
				deed="restore"
				about={post.id}
				given={{ post: post.id }}
				label={t("Put it back")}
				effect={t(
					"It stands on this page again and is shared anew with every server that follows the group. Your reason is public.",
				)}
			>
				<Reason />
			</Deed>
		</details>
	</li>
)

/** What was shared lately, and what was taken out. */
export const Talk = (props: Pick<DeskPageProps, "server" | "group" | "now" | "shared" | "removed">) => {
	const around = { server: props.server, group: props.group, now: props.now }
	return (
		<>
			<section class="section" aria-labelledby="shared">
				<h2 id="shared">{t("Shared lately")}</h2>
				{props.shared.length === 0 && <p>{t("Nothing yet.")}</p>}
				<ol class="slips small">
					{props.shared.map((post) => (
						<Shared post={post} {...around} />
					))}
				</ol>
			</section>
			{props.removed.length > 0 && (
				<section class="section" aria-labelledby="removed">
					<h2 id="removed">{t("Taken out")}</h2>
					<ol class="slips small">
						{props.removed.map((post) => (
							<Removed post={post} {...around} />
						))}
					</ol>
				</section>
			)}
		</>
	)
}
