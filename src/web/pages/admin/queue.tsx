import type { Dropped, QueuedHost, SetAside } from "../../../../db/queue.ts"
import { Say, t } from "../../language.tsx"
import { Press } from "../settings/frame.tsx"
import { When } from "../when.tsx"
import { AdminFrame, type AdminFrameProps } from "./frame.tsx"

export type QueuePageProps = AdminFrameProps & { hosts: QueuedHost[]; aside: SetAside[] }

const Host = ({ one, now }: { one: QueuedHost; now: Date }) => (
	<li>
		<p class="name">
			<bdi dir="ltr">{one.host}</bdi>
		</p>
		<p class="quiet">
			{t("Waiting: {{number}}", { number: String(one.waiting) })}
			{one.nextTryAt && (
				<>
					{" · "}
					<Say text="Next try {{when}}" when={<When at={one.nextTryAt} now={now} />} />
				</>
			)}
		</p>
		{one.lastError && (
			<p class="why" lang="en" dir="ltr">
				{one.lastError}
			</p>
		)}
		<div class="choice">
			<Press
				action="/admin/queue/retry"
				label={t("Try {{host}} now", { host: one.host })}
				named={{ host: one.host }}
				second
			/>
			<p>
				<a href={`/admin/queue/drop?host=${encodeURIComponent(one.host)}`}>
					{t("Drop what waits for {{host}}", { host: one.host })}
				</a>
			</p>
		</div>
	</li>
)

const Aside = ({ one, now }: { one: SetAside; now: Date }) => (
	<li>
		<p class="name">
			{one.kind === "event" && t("It could not be said")}
			{one.kind === "heard" && (
				<Say text="From {{server}}, and not understood" server={<bdi dir="ltr">{one.host}</bdi>} />
			)}
			{one.kind === "undelivered" && (
				<Say text="Refused by {{server}}" server={<bdi dir="ltr">{one.host}</bdi>} />
			)}
		</p>
		<p class="quiet">
			<When at={one.since} now={now} />
		</p>
		<p class="why" lang="en" dir="ltr">
			{one.reason}
		</p>
	</li>
)

/** What has not reached other servers, and what was given up. */
export const QueuePage = ({ hosts, aside, ...frame }: QueuePageProps) => (
	<AdminFrame
		{...frame}
		title={t("What waits")}
		lede={t("Snug tries again by itself, for a month. There is seldom anything to do here.")}
	>
		{hosts.length === 0 && aside.length === 0 && <p class="caught-up">{t("Nothing waits.")}</p>}
		<ul class="slips small">
			{hosts.map((one) => (
				<Host one={one} now={frame.now} />
			))}
		</ul>
		{aside.length > 0 && (
			<section class="section" aria-labelledby="aside">
				<h2 id="aside">{t("What was set aside")}</h2>
				<p>
					{t("It was refused for good, or could not be dealt with. Trying again sends the very same words.")}
				</p>
				<Press action="/admin/queue/retry" label={t("Try all of it again")} second />
				<ul class="slips small">
					{aside.map((one) => (
						<Aside one={one} now={frame.now} />
					))}
				</ul>
			</section>
		)}
	</AdminFrame>
)

/** What would be lost, before it is. */
export const DroppingPage = ({ host, goes, ...frame }: AdminFrameProps & { host: string; goes: Dropped }) => (
	<AdminFrame
		{...frame}
		title={t("Drop what waits for {{host}}", { host })}
		lede={t("That server never hears of it. This cannot be taken back.")}
		back={{ href: "/admin/queue", label: t("What waits") }}
	>
		<dl class="lines">
			<div>
				<dt>{t("From groups to their followers there")}</dt>
				<dd>{goes.entries}</dd>
			</div>
			<div>
				<dt>{t("Messages to single people there")}</dt>
				<dd>{goes.messages}</dd>
			</div>
			<div>
				<dt>{t("Set aside before")}</dt>
				<dd>{goes.undelivered}</dd>
			</div>
		</dl>
		<Press action="/admin/queue/drop" label={t("Drop it")} named={{ host }} />
	</AdminFrame>
)
