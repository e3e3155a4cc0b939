import type { DomainPolicy } from "../../../../db/moderation.ts"
import type { QueuedHost } from "../../../../db/queue.ts"
import { Say, t } from "../../language.tsx"
import { Field } from "../field.tsx"
import { Options } from "../groups/options.tsx"
import { Press } from "../settings/frame.tsx"
import { When } from "../when.tsx"
import { AdminFrame, type AdminFrameProps } from "./frame.tsx"

export type ServersPageProps = AdminFrameProps & {
	policies: Pick<DomainPolicy, "domain" | "severity" | "reason">[]
	/** Those that do not answer, and those that were given up. */
	troubled: QueuedHost[]
	dropped: QueuedHost[]
}

const Policies = ({ policies }: ServersPageProps) => (
	<ul class="slips small">
		{policies.map(({ domain, severity, reason }) => (
			<li>
				<p class="name">
					<bdi dir="ltr">{domain}</bdi>
				</p>
				<p class="quiet">
					{severity === "block"
						? t("Nothing of theirs is taken or sent.")
						: t("Their posts wait for a moderator.")}
				</p>
				{reason && (
					<p class="why" dir="auto">
						{reason}
					</p>
				)}
				<div class="choice">
					<Press
						action="/admin/servers"
						label={t("Treat {{domain}} like any other", { domain })}
						named={{ domain }}
						second
					/>
				</div>
			</li>
		))}
	</ul>
)

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

/** What is decided about other servers, and which of them do not answer. */
export const ServersPage = (props: ServersPageProps) => (
	<AdminFrame
		{...props}
		title={t("Other servers")}
		lede={t("What is decided here holds for every group. A group can be stricter, never milder.")}
	>
		<form method="post" action="/admin/servers" novalidate>
			<Field
				name="domain"
				label={t("Which server?")}
				hint={t("Like example.social; every name under it is meant, too.")}
				autocomplete="off"
				exact
			/>
			<Options
				name="severity"
				legend={t("What shall be?")}
				chosen="limit"
				options={[
					["limit", t("Look at it twice"), t("Their posts wait for a moderator of the group.")],
					[
						"block",
						t("Block it"),
						t("Nothing of theirs is taken, and nothing is sent there. Who follows from there hears no more."),
					],
				]}
			/>
			<Field
				name="reason"
				label={t("Why?")}
				hint={t("It stands in the log of those who run this server.")}
				autocomplete="off"
				optional
			/>
			<button class="button" type="submit">
				{t("Decide")}
			</button>
		</form>
		<section class="section" aria-labelledby="decided">
			<h2 id="decided">{t("What was decided")}</h2>
			{props.policies.length === 0 && <p class="quiet">{t("No server is treated differently.")}</p>}
			<Policies {...props} />
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
