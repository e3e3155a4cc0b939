import { Say, t } from "../../language.tsx"
import { Field } from "../field.tsx"
import { PasskeyForm } from "../other-ways.tsx"
import { When } from "../when.tsx"
import { Press, type Setting, SettingsFrame } from "./frame.tsx"

export const PasswordPage = (props: Setting & { handle: string; has: boolean; passkeys: boolean }) => (
	<SettingsFrame
		{...props}
		title={t("Password")}
		lede={t("With a new password you are signed out everywhere but here.")}
	>
		<form method="post" action="/settings/password" novalidate>
			<input type="text" name="username" value={props.handle} autocomplete="username" hidden />
			<Field
				name="password"
				label={t("A new password")}
				hint={t("Long beats clever: a few unrelated words are best.")}
				type="password"
				autocomplete="new-password"
			/>
			<button class="button" type="submit">
				{t("Take this password")}
			</button>
		</form>
		{props.has && props.passkeys && (
			<section class="section" aria-labelledby="without">
				<h2 id="without">{t("Without a password")}</h2>
				<p>{t("You have a passkey, so you need no password at all.")}</p>
				<Press action="/settings/password/remove" label={t("Let go of my password")} second />
			</section>
		)}
	</SettingsFrame>
)

export type PasskeyView = { id: string; name: string; createdAt: Date; usedAt: Date | null }

export const PasskeysPage = (
	props: Setting & { passkeys: PasskeyView[]; options: string; now: Date; first?: boolean },
) => (
	<SettingsFrame
		{...props}
		title={t("Passkeys")}
		lede={t("A passkey signs you in without a password: by your face, your finger or a key you carry.")}
	>
		{props.passkeys.length > 0 && (
			<ul class="slips small section">
				{props.passkeys.map(({ id, name, createdAt, usedAt }) => (
					<li>
						<p class="name">
							<bdi>{name}</bdi>
						</p>
						<p class="quiet">
							{usedAt ? (
								<Say text="Last used {{when}}" when={<When at={usedAt} now={props.now} />} />
							) : (
								<Say text="Added {{when}}" when={<When at={createdAt} now={props.now} />} />
							)}
						</p>
						<div class="choice">
							<Press
								action="/settings/passkeys/remove"
								label={t("Remove {{name}}", { name })}
								named={{ id }}
								second
							/>
						</div>
					</li>
				))}
			</ul>
		)}
		<section class="section" aria-labelledby="add">
			<h2 id="add">{t("Add one")}</h2>
			<PasskeyForm action="/settings/passkeys" options={props.options} make label={t("Make a passkey")} />
		</section>
	</SettingsFrame>
)

export const EmailPage = (props: Setting & { email: string | null; sent?: boolean; typed: string }) => (
	<SettingsFrame
		{...props}
		title={t("E-mail address")}
		lede={t("A letter goes there, and the address counts when you open the link in it. Nobody else sees it.")}
	>
		{props.sent && (
			<p class="done" role="status">
				{t("A letter is on its way. Open the link in it within a day.")}
			</p>
		)}
		{props.email && (
			<p>
				<Say text="Letters go to {{address}} now." address={<bdi>{props.email}</bdi>} />
			</p>
		)}
		<form method="post" action="/settings/email" novalidate>
			<Field
				name="email"
				label={t("Your e-mail address")}
				value={props.typed}
				type="email"
				autocomplete="email"
			/>
			<button class="button" type="submit">
				{t("Send the letter")}
			</button>
		</form>
		{props.email && (
			<section class="section">
				<Press action="/settings/email/remove" label={t("Send no letters any more")} second />
			</section>
		)}
	</SettingsFrame>
)

export const ConfirmEmailPage = ({
	token,
	email,
	...setting
}: Setting & { token: string; email: string }) => (
	<SettingsFrame {...setting} title={t("Is this your address?")}>
		<p class="lede">
			<Say text="Letters from here will go to {{address}}." address={<bdi>{email}</bdi>} />
		</p>
		<Press action={`/settings/email/${token}`} label={t("Yes, it is mine")} />
	</SettingsFrame>
)

export type SessionView = { id: string; browser: string; system: string; createdAt: Date; here: boolean }

const Device = ({ browser, system }: SessionView) => {
	if (browser && system) return <Say text="{{browser}} on {{system}}" browser={browser} system={system} />
	return <>{browser || system || t("Some browser")}</>
}

export const SessionsPage = (props: Setting & { sessions: SessionView[]; now: Date }) => (
	<SettingsFrame {...props} title={t("Where you are signed in")}>
		<ul class="slips small">
			{props.sessions.map((session) => (
				<li>
					<p class="name">
						<Device {...session} />
					</p>
					<p class="quiet">
						<Say text="Signed in {{when}}" when={<When at={session.createdAt} now={props.now} />} />
					</p>
					{session.here ? (
						<p>{t("This is where you are now.")}</p>
					) : (
						<div class="choice">
							<Press
								action="/settings/sessions/end"
								label={t("Sign out there")}
								named={{ id: session.id }}
								second
							/>
						</div>
					)}
				</li>
			))}
		</ul>
		{props.sessions.length > 1 && (
			<section class="section">
				<Press action="/settings/sessions/end-all" label={t("Sign out everywhere else")} />
			</section>
		)}
	</SettingsFrame>
)

export const CodesPage = (props: Setting & { since: Date | null; codes?: string[]; now: Date }) => (
	<SettingsFrame
		{...props}
		title={t("Recovery codes")}
		lede={t(
			"Ten codes, each of which opens your account once. Write them down and keep them where you keep your papers.",
		)}
	>
		{props.codes && (
			<section class="panel section" aria-labelledby="codes">
				<h2 id="codes">{t("Your codes")}</h2>
				<p>{t("They are shown this once. Codes from before open nothing any more.")}</p>
				<ul class="codes">
					{props.codes.map((code) => (
						<li>{code}</li>
					))}
				</ul>
			</section>
		)}
		{!props.codes && props.since && (
			<p>
				<Say text="You have codes from {{when}}." when={<When at={props.since} now={props.now} />} />
			</p>
		)}
		<section class="section">
			<Press action="/settings/codes" label={t("Make ten new codes")} second={props.codes !== undefined} />
		</section>
	</SettingsFrame>
)

/** Straight after the account was made: what would be good to do now. */
export const WelcomePage = (props: Setting & { sent: boolean }) => (
	<SettingsFrame {...props} title={t("Welcome!")} lede={t("Your account is made, and you are signed in.")}>
		{props.sent && <p>{t("A letter is on its way. Open the link in it within a day.")}</p>}
		<ol class="steps section">
			<li>
				<a href="/settings/passkeys">{t("Add a passkey, and you need to remember nothing.")}</a>
			</li>
			<li>
				<a href="/settings/codes">{t("Write down recovery codes.")}</a>
			</li>
			<li>
				<a href="/settings/profile">{t("Say who you are.")}</a>
			</li>
			<li>
				<a href="/">{t("Look around.")}</a>
			</li>
		</ol>
	</SettingsFrame>
)
