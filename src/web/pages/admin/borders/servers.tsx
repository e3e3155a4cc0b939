import type { DomainPolicy } from "../../../../../db/borders/rules.ts"
import type { Tie } from "../../../../../db/borders/ties.ts"
import type { QueuedHost } from "../../../../../db/queue.ts"
import { Say, t } from "../../../language.tsx"
import { type Door, Doors } from "../../around.tsx"
import { Field } from "../../field.tsx"
import { Options } from "../../groups/options.tsx"
import { Press } from "../../settings/frame.tsx"
import { When } from "../../when.tsx"
import { AdminFrame, type AdminFrameProps } from "../frame.tsx"
import { Why } from "../why.tsx"
import { rulingSentences, Tick, Ties } from "./ruling.tsx"

/** What was typed, shown again where it was refused, or where the page asks once more. */
type Typed = Record<string, string>

export type ServersPageProps = AdminFrameProps & {
	policies: DomainPolicy[]
	onlyListed: boolean
	typed: Typed
	/** Who is cut off by the block that was asked for; it is not decided yet. */
	sure: Tie[]
	/** Those that do not answer, and those that were given up. */
	troubled: QueuedHost[]
	dropped: QueuedHost[]
}

const doors = (): Door[] => [
	[
		"/admin/servers/reach",
		t("Whom we speak with at all"),
		t("All servers, or only those on a list; and who may read what was decided."),
	],
	["/admin/servers/lists", t("Lists of servers"), t("Take over what others decided, or take yours along.")],
	[
		"/admin/servers/pictures",
		t("Pictures that are never taken"),
		t("What must not be here, from nobody and from nowhere."),
	],
	["/admin/servers/people", t("Single people"), t("Somebody from elsewhere whom no group here should hear.")],
]

const Policy = ({ policy, onlyListed }: { policy: DomainPolicy; onlyListed: boolean }) => {
	const { domain, reason, publicReason, listed } = policy
	const label = onlyListed
		? t("Speak with {{domain}} like with any other", { domain })
		: t("Treat {{domain}} like any other", { domain })
	const settled = onlyListed && listed && policy.severity === "none"
	return (
		<li>
			<p class="name">
				<bdi dir="ltr">{domain}</bdi>
			</p>
			{rulingSentences(policy).map((sentence) => (
				<p class="quiet">{sentence}</p>
			))}
			{reason && (
				<p class="why" dir="auto">
					{reason}
				</p>
			)}
			{publicReason && (
				<p class="why">
					<Say text="On the list: {{reason}}" reason={<bdi>{publicReason}</bdi>} />
				</p>
			)}
			<div class="choice">
				{!settled && <Press action="/admin/servers" label={label} named={{ domain }} second />}
				{listed && (
					<Press
						action="/admin/servers"
						label={t("Take {{domain}} off the list", { domain })}
						named={{ domain, unlist: "yes" }}
						second
					/>
				)}
			</div>
		</li>
	)
}

const Hosts = ({ hosts, now }: { hosts: QueuedHost[]; now: Date }) => (
	<ul class="slips small">
		{hosts.map(({ host, failingSince, lastError }) => (
			<li>
				<p class="name">
					<bdi dir="ltr">{host}</bdi>
				</p>
				{failingSince && (
					<p class="quiet">
						<Say text="Not reached since {{when}}" when={<When at={failingSince} now={now} />} />
					</p>
				)}
				{lastError && (
					<p class="why" lang="en" dir="ltr">
						{lastError}
					</p>
				)}
			</li>
		))}
	</ul>
)

const Sure = ({ sure, typed }: ServersPageProps) => (
	<section class="panel section" aria-labelledby="sure">
		<h2 id="sure">
			<Say text="Block {{server}}?" server={<bdi dir="ltr">{typed.domain}</bdi>} />
		</h2>
		<p>{t("These would be cut off. They keep their places, and are back when the block is lifted.")}</p>
		<Ties ties={sure} />
		<Press action="/admin/servers" label={t("Yes, block it")} named={{ ...typed, sure: "yes" }} />
	</section>
)

const Deciding = ({ typed }: ServersPageProps) => (
	<form method="post" action="/admin/servers" novalidate>
		<Field
			name="domain"
			label={t("Which server?")}
			hint={t("Like example.social; every name under it is meant, too.")}
			value={typed.domain ?? ""}
			autocomplete="off"
			exact
		/>
		<Options
			name="severity"
			legend={t("What shall be?")}
			chosen={typed.severity || "limit"}
			options={[
				["limit", t("Look at it twice"), t("Their posts wait for a moderator of the group.")],
				[
					"block",
					t("Block it"),
					t("Nothing of theirs is taken, and nothing is sent there. Who follows from there hears no more."),
				],
				[
					"none",
					t("Take its posts"),
					t("They come in like any other’s; only what is ticked below is refused."),
				],
			]}
		/>
		<Tick name="media" label={t("Show none of its pictures")} ticked={typed.media === "yes"} />
		<Tick name="reports" label={t("Take no reports from there")} ticked={typed.reports === "yes"} />
		<Why value={typed.reason} />
		<Field
			name="public"
			label={t("And for everybody who may read the list?")}
			hint={t("Who that is, you say under “Whom we speak with at all”.")}
			value={typed.public ?? ""}
			autocomplete="off"
			optional
		/>
		<Tick name="obfuscate" label={t("Show its name there only in part")} ticked={typed.obfuscate === "yes"} />
		<button class="button" type="submit">
			{t("Decide")}
		</button>
	</form>
)

/** What is decided about other servers, and which of them do not answer. */
export const ServersPage = (props: ServersPageProps) => (
	<AdminFrame
		{...props}
		title={t("Other servers")}
		lede={t("What is decided here holds for every group. A group can be stricter, never milder.")}
	>
		{props.sure.length > 0 ? <Sure {...props} /> : <Deciding {...props} />}
		<section class="section" aria-labelledby="decided">
			<h2 id="decided">{t("What was decided")}</h2>
			{props.policies.length === 0 && <p class="quiet">{t("No server is treated differently.")}</p>}
			<ul class="slips small">
				{props.policies.map((policy) => (
					<Policy policy={policy} onlyListed={props.onlyListed} />
				))}
			</ul>
		</section>
		<section class="section" aria-labelledby="more">
			<h2 id="more">{t("More about others")}</h2>
			<Doors doors={doors()} />
		</section>
		<section class="section" aria-labelledby="silent">
			<h2 id="silent">{t("Who does not answer")}</h2>
			{props.troubled.length === 0 && <p class="quiet">{t("Everybody does.")}</p>}
			<Hosts hosts={props.troubled} now={props.now} />
		</section>
		{props.dropped.length > 0 && (
			<section class="section" aria-labelledby="gone">
				<h2 id="gone">{t("Who was given up")}</h2>
				<p>{t("They could not be reached for a month. They are sent nothing until they speak again.")}</p>
				<Hosts hosts={props.dropped} now={props.now} />
			</section>
		)}
	</AdminFrame>
)
