import { t } from "../../language.tsx"
import { Layout, type ServerView } from "../../layout.tsx"
import { type Door, Doors } from "../around.tsx"

export type SettingsPageProps = { server: ServerView; letters: boolean; invites: boolean; operator?: boolean }

/** All there is to set, each a door. */
export const SettingsPage = ({ server, letters, invites, operator }: SettingsPageProps) => {
	const doors: Door[] = [
		["/settings/profile", t("Profile"), t("Your name, and what you say of yourself.")],
		["/settings/reading", t("Language and time"), t("In which language and time zone you read.")],
		["/settings/password", t("Password"), t("Choose another one.")],
		["/settings/passkeys", t("Passkeys"), t("Sign in with your phone, your computer or a key you carry.")],
		["/settings/codes", t("Recovery codes"), t("For the day when everything else is lost.")],
		["/settings/sessions", t("Where you are signed in"), t("See where, and sign out there.")],
		["/settings/blocks", t("Blocked people and servers"), t("Whom you want to hear nothing of.")],
		["/settings/notifications", t("Notifications"), t("How much you want to hear, and how.")],
		["/settings/feeds", t("Feeds"), t("Read along in a feed reader.")],
		["/settings/moving", t("Moving house"), t("Come here from another account, or go to one.")],
	]
	if (letters) doors.splice(3, 0, ["/settings/email", t("E-mail address"), t("Where letters from here go.")])
	if (invites) doors.push(["/settings/invites", t("Invitations"), t("Let somebody in.")])
	doors.push(["/settings/export", t("Take your things along"), t("Your posts, drafts and lists, as files.")])
	doors.push(["/settings/delete", t("Delete my account"), t("Everything of yours goes, here and elsewhere.")])
	if (operator) doors.push(["/admin", t("Running this server"), t("For those who keep it going.")])
	return (
		<Layout title={t("Settings")} server={server}>
			<h1>{t("Settings")}</h1>
			<Doors doors={doors} />
		</Layout>
	)
}
