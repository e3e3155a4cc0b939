import type { Child } from "hono/jsx"
import { Flower } from "../../icons.tsx"
import { t } from "../../language.tsx"
import { Layout, type ServerView } from "../../layout.tsx"
import { languageTag } from "../outside-link.tsx"
import { When } from "../when.tsx"
import type { SlipView } from "./views.ts"

type Around = { server: ServerView; now: Date }

const Slip = ({ slip, now, children }: { slip: SlipView; children?: Child; now: Date }) => (
	<li>
		<p class="excerpt" id={`slip-${slip.id}`} dir="auto" lang={languageTag(slip.language)}>
			<a href={slip.href}>{slip.words || t("Nothing written yet")}</a>
		</p>
		{slip.reason && <p class="why">{t(slip.reason)}</p>}
		<p class="quiet">
			{slip.author && (
				<>
					<bdi class="name">{slip.author.name}</bdi>,{" "}
				</>
			)}
			<bdi>{slip.group}</bdi>, <When at={slip.at} now={now} />
		</p>
		{children}
	</li>
)

const OneButton = (props: { action: string; name: string; value: string; label: string; about: string }) => (
	<form method="post" action={props.action}>
		<input type="hidden" name="from" value="kept" />
		<button type="submit" class="link" name={props.name} value={props.value} aria-describedby={props.about}>
			{props.label}
		</button>
	</form>
)

export type DraftsPageProps = Around & { drafts: SlipView[]; waiting: SlipView[]; done?: string }

const doneWords = (done: string | undefined): string | null =>
	done === "kept"
		? t("It is kept as a draft. Nobody sees it but you.")
		: done === "waits"
			? t("It was sent, and waits for a moderator. You see below what becomes of it.")
			: done === "gone"
				? t("The draft is gone.")
				: null

/** What somebody began to write, and what of theirs waits for a moderator. For them alone. */
export const DraftsPage = ({ server, now, drafts, waiting, done }: DraftsPageProps) => (
	<Layout title={t("Drafts")} server={server}>
		<h1 class="title">{t("Drafts")}</h1>
		{doneWords(done) && (
			<p class="done" role="status">
				{doneWords(done)}
			</p>
		)}
		{drafts.length === 0 ? (
			<p class="lede">
				{t("Nothing is begun and unsent. What you keep as a draft will be here, for you alone.")}
			</p>
		) : (
			<ul class="slips">
				{drafts.map((slip) => (
					<Slip slip={slip} now={now}>
						<OneButton
							action={`/drafts/${slip.id}/discard`}
							name="do"
							value="discard"
							label={t("Throw it away")}
							about={`slip-${slip.id}`}
						/>
					</Slip>
				))}
			</ul>
		)}
		{waiting.length > 0 && (
			<section class="section" aria-labelledby="waiting">
				<h2 id="waiting">{t("Waiting for a moderator")}</h2>
				<ul class="slips">
					{waiting.map((slip) => (
						<Slip slip={slip} now={now} />
					))}
				</ul>
			</section>
		)}
		<Flower />
	</Layout>
)

export type KeptPageProps = Around & {
	kept: (SlipView & { deed: string })[]
	muted: (SlipView & { deed: string })[]
	next?: string
	first: boolean
}

/** The posts somebody keeps, and the conversations they muted. For them alone. */
export const KeptPage = ({ server, now, kept, muted, next, first }: KeptPageProps) => (
	<Layout title={t("Kept")} server={server}>
		<h1 class="title">{t("Kept")}</h1>
		<p class="lede">
			{t("Posts that you keep to find again. Nobody is told, and nobody else sees this page.")}
		</p>
		{kept.length === 0 && first ? (
			<p>{t("You keep nothing yet. Under each post, “More” has “Keep it for yourself”.")}</p>
		) : (
			<ul class="slips">
				{kept.map((slip) => (
					<Slip slip={slip} now={now}>
						<OneButton
							action={slip.deed}
							name="keep"
							value="no"
							label={t("Keep it no longer")}
							about={`slip-${slip.id}`}
						/>
					</Slip>
				))}
			</ul>
		)}
		{next && (
			<p class="older">
				<a class="plain" href={next} rel="next">
					{t("Kept earlier")}
				</a>
			</p>
		)}
		{first && muted.length > 0 && (
			<section class="section" aria-labelledby="muted">
				<h2 id="muted">{t("Muted conversations")}</h2>
				<ul class="slips">
					{muted.map((slip) => (
						<Slip slip={slip} now={now}>
							<OneButton
								action={slip.deed}
								name="mute"
								value="no"
								label={t("Hear of it again")}
								about={`slip-${slip.id}`}
							/>
						</Slip>
					))}
				</ul>
			</section>
		)}
		<Flower />
	</Layout>
)
