import type { SignUpRequest } from "../../../../db/sign-up-requests.ts"
import { Say, t } from "../../language.tsx"
import { Options } from "../groups/options.tsx"
import { Press } from "../settings/frame.tsx"
import type { PersonView } from "../views.ts"
import { When } from "../when.tsx"
import { AdminFrame, type AdminFrameProps } from "./frame.tsx"

type InviteView = { id: string; by: PersonView | null; group: string | null; uses: number; until: Date }

export type ComersPageProps = AdminFrameProps & {
	ways: { registrations: string; inviting: string; opening: string }
	waiting: Pick<SignUpRequest, "id" | "handle" | "name" | "note" | "email" | "createdAt">[]
	invites: InviteView[]
}

const Request = ({ one, now }: { one: ComersPageProps["waiting"][number]; now: Date }) => (
	<li>
		<p class="name">
			<bdi>{one.name}</bdi> <bdi dir="ltr">@{one.handle}</bdi>
		</p>
		<p class="quiet">
			<Say text="Asked {{when}}" when={<When at={one.createdAt} now={now} />} />
			{one.email && (
				<>
					{" · "}
					<bdi dir="ltr">{one.email}</bdi>
				</>
			)}
		</p>
		<p class="why" dir="auto">
			{one.note}
		</p>
		<form method="post" action="/admin/comers/answer">
			<input type="hidden" name="id" value={one.id} />
			<div class="field">
				<label for={`reason-${one.id}`}>{t("A word to them, if you turn them away")}</label>
				<input id={`reason-${one.id}`} name="reason" autocomplete="off" maxlength={500} dir="auto" />
			</div>
			<div class="pair">
				<button class="button" type="submit" name="answer" value="approve">
					{t("Let {{name}} in", { name: one.name })}
				</button>
				<button class="button second" type="submit" name="answer" value="reject">
					{t("Turn {{name}} away", { name: one.name })}
				</button>
			</div>
		</form>
	</li>
)

const Waiting = ({ waiting, now }: ComersPageProps) => (
	<section class="section" aria-labelledby="waiting">
		<h2 id="waiting">{t("Who asks for an account")}</h2>
		{waiting.length === 0 && <p class="quiet">{t("Nobody waits for an answer.")}</p>}
		<ul class="slips small">
			{waiting.map((one) => (
				<Request one={one} now={now} />
			))}
		</ul>
	</section>
)

const Invites = ({ invites, now }: ComersPageProps) => (
	<section class="section" aria-labelledby="invites">
		<h2 id="invites">{t("Open invitations")}</h2>
		{invites.length === 0 && <p class="quiet">{t("There are none.")}</p>}
		<ul class="slips small">
			{invites.map(({ id, by, group, uses, until }) => (
				<li>
					<p class="name">
						{by ? <Say text="By {{who}}" who={<bdi>{by.name}</bdi>} /> : t("Made at the command line")}
					</p>
					<p class="quiet">
						{group && (
							<>
								<Say text="Into the group {{group}}" group={<bdi>{group}</bdi>} />
								{" · "}
							</>
						)}
						{uses > 1 && <>{t("For up to {{number}} people", { number: String(uses) })} · </>}
						<Say text="Until {{when}}" when={<When at={until} now={now} />} />
					</p>
					<div class="choice">
						<Press action="/admin/comers/revoke" label={t("Take it back")} named={{ id }} second />
					</div>
				</li>
			))}
		</ul>
		<p>
			<a href="/settings/invites">{t("Invite somebody")}</a>
		</p>
	</section>
)

/** How people come in, who asks to, and which invitations are out. */
export const ComersPage = (props: ComersPageProps) => (
	<AdminFrame {...props} title={t("Who may come in")}>
		{props.waiting.length > 0 && <Waiting {...props} />}
		<form class="section" method="post" action="/admin/comers">
			<Options
				name="registrations"
				legend={t("How do people come to have an account?")}
				chosen={props.ways.registrations}
				options={[
					["closed", t("Not at all"), t("Nobody new just now; invitations do not work either.")],
					["invite", t("By invitation"), t("Whoever has a link comes in.")],
					["request", t("By asking"), t("They say who they are, and you answer here.")],
					["open", t("As they like"), t("Anybody makes an account. Expect strangers, and some work.")],
				]}
			/>
			<Options
				name="inviting"
				legend={t("Who may invite?")}
				chosen={props.ways.inviting}
				options={[
					["operators", t("Those who run the server"), t("You know of everybody who comes.")],
					["everyone", t("Everybody here"), t("You see who invited whom under each account.")],
				]}
			/>
			<Options
				name="opening"
				legend={t("Who may open groups?")}
				chosen={props.ways.opening}
				options={[
					["operators", t("Those who run the server"), t("Others ask you.")],
					["members", t("Everybody here"), t("Each looks after their own.")],
				]}
			/>
			<button class="button" type="submit">
				{t("Keep it")}
			</button>
		</form>
		{props.waiting.length === 0 && <Waiting {...props} />}
		<Invites {...props} />
	</AdminFrame>
)
