import { Say, t } from "../../language.tsx"
import { Layout, type ServerView } from "../../layout.tsx"
import { Address } from "../address.tsx"
import type { GroupDoor } from "../speaking/views.ts"
import { Back } from "../speaking/write.tsx"

/** A group's address in a field of its own: one press selects all of it. */
export const CopyAddress = ({
	label,
	value,
	id = "address",
}: {
	label: string
	value: string
	id?: string
}) => (
	<div class="copy">
		<label for={id}>{label}</label>
		<input id={id} readonly dir="ltr" value={value} spellcheck={false} autocomplete="off" />
	</div>
)

/** For a phone that is held before a screen. */
export const QrCode = ({ handle, name }: { handle: string; name: string }) => (
	<figure class="qr">
		<img
			src={`/@${handle}/qr.svg`}
			width="180"
			height="180"
			loading="lazy"
			alt={t("A QR code with the address of this page of {{group}}", { group: name })}
		/>
		<figcaption class="quiet">{t("For your phone: its camera opens the group’s page.")}</figcaption>
	</figure>
)

type Steps = { software: string | null; host: string; address: string }

/** What to press there, in the words that this software uses. */
const press: Readonly<Record<string, () => string>> = {
	lemmy: () => t("Open the community that it finds, and press Subscribe."),
	piefed: () => t("Open the community that it finds, and press Join."),
	mbin: () => t("Open the magazine that it finds, and press Subscribe."),
	kbin: () => t("Open the magazine that it finds, and press Subscribe."),
	nodebb: () => t("Open the category that it finds, and choose to track it."),
}

const FollowSteps = ({ software, host, address }: Steps) => {
	const there = <bdi>{host}</bdi>
	const it = <Address class="name" of={address} />
	return (
		<ol class="steps">
			<li>
				{software === "nodebb" ? (
					<Say
						text="Sign in on {{server}}, open World, and search there for {{address}}."
						server={there}
						address={it}
					/>
				) : (
					<Say text="Sign in on {{server}} and search for {{address}}." server={there} address={it} />
				)}
			</li>
			<li>{press[software ?? ""]?.() ?? t("Open the group that it finds, and press Follow.")}</li>
		</ol>
	)
}

export type ByHandPageProps = {
	server: ServerView
	group: GroupDoor
	/** What was found out about their server. */
	software: string | null
	host: string
	/** The post they want to answer, by its address; without it they want to follow the group. */
	post?: string
}

/** For people whose server has no page to lead them to: the address to copy, and what to do with it there. */
export const ByHandPage = ({ server, group, software, host, post }: ByHandPageProps) => {
	const address = `${software === "lemmy" && !post ? "!" : "@"}${group.handle}@${group.host}`
	const title = post ? t("Answer by hand") : t("Join by hand")
	return (
		<Layout title={title} server={server} hue={group.hue}>
			<Back group={group} />
			<h1 class="title">{title}</h1>
			<p class="lede">
				<Say
					text="{{server}} has no page that we could bring you to. It takes two steps more:"
					server={<bdi>{host}</bdi>}
				/>
			</p>
			<section class="panel join" aria-label={title}>
				{post ? (
					<>
						<CopyAddress label={t("The post’s address")} value={post} />
						<ol class="steps">
							<li>
								<Say
									text="Sign in on {{server}} and paste the address into its search."
									server={<bdi>{host}</bdi>}
								/>
							</li>
							<li>
								<Say
									text="Open the post that it finds, and answer it. Mention {{address}}, and the whole group hears you."
									address={<Address class="name" of={address} />}
								/>
							</li>
						</ol>
					</>
				) : (
					<>
						<CopyAddress label={t("The group’s address")} value={address} />
						<FollowSteps software={software} host={host} address={address} />
						<QrCode handle={group.handle} name={group.name} />
					</>
				)}
			</section>
		</Layout>
	)
}
