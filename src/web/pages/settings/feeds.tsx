import { Say, t } from "../../language.tsx"
import { When } from "../when.tsx"
import { Press, type Setting, SettingsFrame } from "./frame.tsx"

type FeedView = {
	id: string
	name: string
	/** Since when there is an address of theirs. */
	since: Date | null
	/** Just made; they are shown this once. */
	addresses?: { name: string; address: string }[]
}

export type FeedsPageProps = Setting & { groups: FeedView[]; now: Date }

const Made = ({ id, name, addresses = [] }: FeedView) => (
	<section class="panel section" aria-labelledby={`made-${id}`}>
		<h2 id={`made-${id}`}>
			<Say text="Your addresses for {{group}}" group={<bdi>{name}</bdi>} />
		</h2>
		<p>
			{t(
				"Give one of them to your feed reader. They are shown this once, and are yours alone: whoever has one reads along as you do.",
			)}
		</p>
		<dl class="addresses">
			{addresses.map((one) => (
				<>
					<dt>{one.name}</dt>
					<dd class="link">{one.address}</dd>
				</>
			))}
		</dl>
	</section>
)

const Feed = ({ feed: { id, name, since }, now }: { feed: FeedView; now: Date }) => (
	<li>
		<p class="name">
			<bdi>{name}</bdi>
		</p>
		{since && (
			<p class="quiet">
				<Say text="You have an address, made {{when}}." when={<When at={since} now={now} />} />
			</p>
		)}
		<div class="choice">
			<Press
				action="/settings/feeds"
				label={since ? t("Make another for {{name}}", { name }) : t("Make an address for {{name}}", { name })}
				named={{ group: id }}
				second
			/>
			{since && (
				<Press
					action="/settings/feeds/remove"
					label={t("Take it back from {{name}}", { name })}
					named={{ group: id }}
					second
				/>
			)}
		</div>
	</li>
)

/** Where members get the secret addresses under which their feed readers find what is not for everybody. */
export const FeedsPage = (props: FeedsPageProps) => (
	<SettingsFrame
		{...props}
		title={t("Feeds")}
		lede={t(
			"A feed reader has no login. For a group you belong to, it can have a secret address instead, which works as long as you belong to it. A new address ends the one before.",
		)}
	>
		{props.groups
			.filter(({ addresses }) => addresses)
			.map((feed) => (
				<Made {...feed} />
			))}
		{props.groups.length === 0 ? (
			<p>{t("You are not a member of a group yet.")}</p>
		) : (
			<ul class="slips small section">
				{props.groups.map((feed) => (
					<Feed feed={feed} now={props.now} />
				))}
			</ul>
		)}
	</SettingsFrame>
)
