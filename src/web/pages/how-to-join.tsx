import { Say, t } from "../language.tsx"
import { Address } from "./address.tsx"
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

/** The way in, for people who have an account somewhere: one address, and what to do with it. */
export const HowToJoin = ({ group }: { group: GroupView }) => {
	const address = `${group.handle}@${group.host}`
	return (
		<section class="section panel join" id="join" aria-labelledby="join-title">
			<h2 id="join-title">{t("How to join")}</h2>
			<p>
				{t("All you need is an account on the fediverse (Mastodon, Lemmy and others), on whichever server.")}
			</p>
			<div class="copy">
				<label for="address">{t("The group’s address")}</label>
				<input id="address" readonly dir="ltr" value={`@${address}`} spellcheck={false} autocomplete="off" />
			</div>
			<ol class="steps">
				<li>{t("Copy the address and paste it into the search of the app you use.")}</li>
				<li>
					{group.joining === "open"
						? t("Follow the group. That is all: you are in.")
						: t(
								"Follow the group. You can read along at once; someone who looks after the group then welcomes you as a member.",
							)}
				</li>
				<li>{beginning[group.posting]()}</li>
			</ol>
			<p>
				<Say
					text="On Lemmy, PieFed or Mbin, search for {{address}}, subscribe, and post as in any other community."
					address={<Address class="name" of={`!${address}`} />}
				/>
			</p>
		</section>
	)
}
