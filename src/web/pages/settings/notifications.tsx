import type { NewsLevel } from "../../../notifications/notification.ts"
import { Say, t } from "../../language.tsx"
import { pushScript } from "../../push-script.ts"
import { When } from "../when.tsx"
import { Press, type Setting, SettingsFrame } from "./frame.tsx"

export type NewsSettingsPageProps = Setting & {
	/** Those they follow or belong to. */
	groups: { id: string; name: string; level: NewsLevel }[]
	/** Whether they are written to, and where; nothing where the server sends no letters. */
	mail?: { on: boolean; address: string | null }
	/** The server's public key for push services, and the browsers in which they are told already. */
	push: { key: string; browsers: BrowserView[] }
	now: Date
}

type BrowserView = { id: string; browser: string; system: string; createdAt: Date; here: boolean }

const wordsFor: Record<NewsLevel, () => string> = {
	mentions: () => t("What is said to me"),
	all: () => t("Everything that is said"),
	quiet: () => t("Only what is decided about me"),
}

const Levels = ({ groups }: NewsSettingsPageProps) => (
	<section class="section" aria-labelledby="levels">
		<h2 id="levels">{t("How much of each group")}</h2>
		{groups.length === 0 ? (
			<p>{t("You follow no group yet.")}</p>
		) : (
			<form method="post" action="/settings/notifications">
				{groups.map(({ id, name, level }) => (
					<div class="field">
						<label for={id}>
							<bdi>{name}</bdi>
						</label>
						<select id={id} name={id}>
							{Object.entries(wordsFor).map(([value, words]) => (
								<option value={value} selected={value === level}>
									{words()}
								</option>
							))}
						</select>
					</div>
				))}
				<button class="button" type="submit">
					{t("Keep it so")}
				</button>
			</form>
		)}
	</section>
)

const ByMail = ({ on, address }: NonNullable<NewsSettingsPageProps["mail"]>) => (
	<section class="section" aria-labelledby="mail">
		<h2 id="mail">{t("By letter")}</h2>
		{address === null ? (
			<p>
				{t("You can be written to when something happened that you have not seen.")}{" "}
				<a class="plain" href="/settings/email">
					{t("Name an e-mail address first")}
				</a>
			</p>
		) : (
			<>
				<p>
					{on ? (
						<Say
							text="When something happened that you have not seen, a letter goes to {{address}}, at most one an hour. It says who and where, and not what."
							address={<bdi>{address}</bdi>}
						/>
					) : (
						<Say
							text="When something happens that you have not seen, a letter can go to {{address}}, at most one an hour. It says who and where, and not what."
							address={<bdi>{address}</bdi>}
						/>
					)}
				</p>
				<Press
					action="/settings/notifications/mail"
					label={on ? t("No more letters, please") : t("Write to me")}
					named={{ on: on ? "no" : "yes" }}
					second={on}
				/>
			</>
		)}
	</section>
)

const Browsers = ({ push, now }: NewsSettingsPageProps) => (
	<ul class="slips small">
		{push.browsers.map(({ id, browser, system, createdAt, here }) => (
			<li>
				<p class="name">
					<bdi>{[browser, system].filter(Boolean).join(", ") || t("A browser")}</bdi>
				</p>
				<p class="quiet">
					{here ? (
						<Say text="This browser, {{when}}" when={<When at={createdAt} now={now} />} />
					) : (
						<Say text="Added {{when}}" when={<When at={createdAt} now={now} />} />
					)}
				</p>
				<div class="choice">
					<Press
						action="/settings/notifications/push/remove"
						label={t("Tell me there no more")}
						named={{ id }}
						second
					/>
				</div>
			</li>
		))}
	</ul>
)

const InBrowser = (props: NewsSettingsPageProps) => (
	<section class="section" aria-labelledby="browser">
		<h2 id="browser">{t("In a browser")}</h2>
		<p>
			{t(
				"A browser can tell you at once, even while no page is open: who and where, and not what. It goes through the service of whoever makes the browser, sealed, and ends when you sign out there.",
			)}
		</p>
		{props.push.browsers.length > 0 && <Browsers {...props} />}
		{!props.push.browsers.some(({ here }) => here) && (
			<>
				<p class="quiet" id="push-without">
					{t("This browser cannot do that, or runs no script.")}
				</p>
				<form method="post" action="/settings/notifications/push" data-push={props.push.key} hidden>
					{["endpoint", "p256dh", "auth"].map((name) => (
						<input type="hidden" name={name} value="" />
					))}
					<p role="alert" class="alarm" hidden>
						{t(
							"The browser would not. Perhaps it was told not to ask; its own settings for this page say so.",
						)}
					</p>
					<button class="button" type="submit">
						{t("Tell me in this browser")}
					</button>
				</form>
				<script src={pushScript.path} defer></script>
			</>
		)}
	</section>
)

/** How much somebody wants to hear of their groups, and how it comes to them. */
export const NewsSettingsPage = (props: NewsSettingsPageProps) => (
	<SettingsFrame
		{...props}
		title={t("Notifications")}
		lede={t(
			"What concerns you stands on the page of your notifications. Conversations that you muted and people whom you blocked are left out.",
		)}
	>
		<Levels {...props} />
		{props.mail && <ByMail {...props.mail} />}
		<InBrowser {...props} />
	</SettingsFrame>
)
