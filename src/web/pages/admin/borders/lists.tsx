import type { DomainList } from "../../../../../db/borders/lists.ts"
import { Say, t } from "../../../language.tsx"
import { Field } from "../../field.tsx"
import { Options } from "../../groups/options.tsx"
import { Press } from "../../settings/frame.tsx"
import { When } from "../../when.tsx"
import { AdminFrame, type AdminFrameProps } from "../frame.tsx"
import { toServers } from "./reach.tsx"

export type ListsPageProps = AdminFrameProps & { lists: DomainList[]; typed: Record<string, string> }

const List = ({ list, now }: { list: DomainList; now: Date }) => {
	const { id, name, url, way, readAt, failingSince, lastError } = list
	return (
		<li>
			<p class="excerpt">
				<a href={`/admin/servers/lists/${id}`}>
					<bdi>{name}</bdi>
				</a>
			</p>
			{url && <p class="link">{url}</p>}
			<p class="quiet">
				{!url
					? t("A file that waits to be looked at.")
					: way === "at-once"
						? t("It counts at once.")
						: t("You look at it first.")}
			</p>
			{readAt && (
				<p class="quiet">
					<Say text="Last read {{when}}" when={<When at={readAt} now={now} />} />
				</p>
			)}
			{failingSince && (
				<p class="why">
					<Say
						text="Not read since {{when}}: {{why}}"
						when={<When at={failingSince} now={now} />}
						why={<bdi lang="en">{lastError}</bdi>}
					/>
				</p>
			)}
			{url && (
				<div class="choice">
					<Press
						action="/admin/servers/lists/subscribe"
						label={t("Read {{name}} no longer", { name })}
						named={{ end: url }}
						second
					/>
				</div>
			)}
		</li>
	)
}

const Subscribing = ({ typed }: ListsPageProps) => (
	<form class="section" method="post" action="/admin/servers/lists/subscribe" novalidate>
		<h2>{t("Read a list every day")}</h2>
		<Field
			name="url"
			label={t("Where is it?")}
			hint={t("Like https://lists.example/blocks.csv. What it takes back counts here no longer.")}
			value={typed.url ?? ""}
			autocomplete="off"
			exact
		/>
		<Field
			name="name"
			label={t("What do you call it?")}
			value={typed.name ?? ""}
			autocomplete="off"
			optional
		/>
		<Options
			name="way"
			legend={t("What becomes of its lines?")}
			chosen={typed.way || "review"}
			options={[
				["review", t("I look first"), t("What is new waits for you on the page of the list.")],
				[
					"at-once",
					t("They count at once"),
					t("Nobody is asked, even if it cuts off people of your groups."),
				],
			]}
		/>
		<button class="button" type="submit">
			{t("Read it")}
		</button>
	</form>
)

/** Lists of servers, brought or read every day. */
export const ListsPage = (props: ListsPageProps) => (
	<AdminFrame
		{...props}
		back={toServers()}
		title={t("Lists of servers")}
		lede={t("What others decided, to look at and to take over. Nothing counts before you say so.")}
	>
		{props.lists.length > 0 && (
			<ul class="slips small">
				{props.lists.map((list) => (
					<List list={list} now={props.now} />
				))}
			</ul>
		)}
		<form class="section" method="post" action="/admin/servers/lists" enctype="multipart/form-data">
			<h2>{t("Bring a list")}</h2>
			<div class="field">
				<label for="file">{t("A file")}</label>
				<p class="hint" id="file-hint">
					{t("As Mastodon exports it, or one domain a line. It is looked at first.")}
				</p>
				<input
					id="file"
					name="file"
					type="file"
					accept=".csv,.txt,text/csv,text/plain"
					aria-describedby="file-hint"
				/>
			</div>
			<Field
				name="text"
				label={t("Or as text")}
				value={props.typed.text ?? ""}
				autocomplete="off"
				lines={4}
				optional
			/>
			<button class="button" type="submit">
				{t("Look at it")}
			</button>
		</form>
		<Subscribing {...props} />
		<section class="section" aria-labelledby="taking">
			<h2 id="taking">{t("Take your own along")}</h2>
			<p>
				<a href="/admin/servers/domain_blocks.csv">
					{t("What is decided here, as a file for Mastodon and its kin")}
				</a>
			</p>
		</section>
	</AdminFrame>
)
