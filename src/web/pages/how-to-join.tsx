import { Say, t } from "../language.tsx"
import { Address } from "./address.tsx"
import { CopyAddress, QrCode } from "./joining/by-hand.tsx"
import { HomeForm } from "./joining/home-form.tsx"
import type { GroupView } from "./views.ts"

const beginning: Record<GroupView["posting"], () => string> = {
	anyone: () => t("To begin a conversation, write a post that mentions the address. Anybody may."),
	followers: () =>
		t("To begin a conversation, write a post that mentions the address. Everybody who follows may."),
	members: () =>
		t(
			"Once you are a member, begin a conversation by writing a post that mentions the address. Replying works the same way.",
		),
	moderators: () => t("The people who look after the group write here. Everybody else reads along."),
}

/** The way in, for people who have an account somewhere: their own server asks once more, or one address by hand. */
export const HowToJoin = ({ group, home }: { group: GroupView; home: string }) => {
	const address = `${group.handle}@${group.host}`
	return (
		<section class="section panel join" id="join" aria-labelledby="join-title">
			<h2 id="join-title">{t("How to join")}</h2>
			<p>
				{group.joining === "open"
					? t("With the account you already have: your own server asks once more, and then you are in.")
					: t(
							"With the account you already have: your own server asks once more. You can read along at once; someone who looks after the group then welcomes you as a member.",
						)}
			</p>
			{group.rulesHtml && <p>{t("By joining you say yes to the rules above.")}</p>}
			<HomeForm action={`/@${group.handle}/join`} label={t("Join from there")} home={home} />
			<p>{beginning[group.posting]()}</p>
			<p>
				<a class="plain" href={`/login/elsewhere?next=/@${group.handle}`}>
					{t("You belong already? Sign in with that account")}
				</a>
			</p>
			<details class="fold">
				<summary>{t("Or do it by hand")}</summary>
				<CopyAddress label={t("The group’s address")} value={`@${address}`} />
				<ol class="steps">
					<li>{t("Copy the address and paste it into the search of the app you use.")}</li>
					<li>
						{group.joining === "open"
							? t("Follow the group. That is all: you are in.")
							: t(
									"Follow the group. You can read along at once; someone who looks after the group then welcomes you as a member.",
								)}
					</li>
				</ol>
				<p>
					<Say
						text="On Lemmy, PieFed or Mbin, search for {{address}}, subscribe, and post as in any other community."
						address={<Address class="name" of={`!${address}`} />}
					/>
				</p>
				<QrCode handle={group.handle} name={group.name} />
			</details>
		</section>
	)
}
