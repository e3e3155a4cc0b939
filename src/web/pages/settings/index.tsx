import { t } from "../../language.tsx"
import { Layout, type ServerView } from "../../layout.tsx"

export type SettingsPageProps = { server: ServerView; letters: boolean; invites: boolean }

/** All there is to set, each a door. */
export const SettingsPage = ({ server, letters, invites }: SettingsPageProps) => {
	const doors: [href: string, name: string, about: string][] = [
		["/settings/password", t("Password"), t("Choose another one.")],
		["/settings/passkeys", t("Passkeys"), t("Sign in with your phone, your computer or a key you carry.")],
		["/settings/codes", t("Recovery codes"), t("For the day when everything else is lost.")],
		["/settings/sessions", t("Where you are signed in"), t("See where, and sign out there.")],
	]
	if (letters) doors.splice(1, 0, ["/settings/email", t("E-mail address"), t("Where letters from here go.")])
	if (invites) doors.push(["/settings/invites", t("Invitations"), t("Let somebody in.")])
	return (
		<Layout title={t("Settings")} server={server}>
			<h1>{t("Settings")}</h1>
			<ul class="slips small section">
				{doors.map(([href, name, about]) => (
					<li>
						<p class="excerpt">
							<a href={href}>{name}</a>
						</p>
						<p class="quiet">{about}</p>
					</li>
				))}
			</ul>
		</Layout>
	)
}
