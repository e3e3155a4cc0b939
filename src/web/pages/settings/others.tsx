import { Say, t } from "../../language.tsx"
import { Field } from "../field.tsx"
import { Press, type Setting, SettingsFrame } from "./frame.tsx"

export const BlocksPage = (props: Setting & { blocks: { id: string; name: string; handle: string }[] }) => (
	<SettingsFrame
		{...props}
		title={t("Blocked people and servers")}
		lede={t("What they write is not shown to you any more. Nobody is told.")}
	>
		<form method="post" action="/settings/blocks" novalidate>
			<Field
				name="who"
				label={t("Whom, or which server?")}
				hint={t("A name in full, like @bob@social.example, or a server, like social.example.")}
				autocomplete="off"
				exact
			/>
			<button class="button" type="submit">
				{t("Block")}
			</button>
		</form>
		{props.blocks.length > 0 && (
			<ul class="slips small section">
				{props.blocks.map(({ id, name, handle }) => (
					<li>
						<p class="name">
							<bdi>{name}</bdi>
						</p>
						{handle && (
							<p class="quiet">
								<bdi>{handle}</bdi>
							</p>
						)}
						<div class="choice">
							<Press action="/settings/blocks/lift" label={t("Block no longer")} named={{ id }} second />
						</div>
					</li>
				))}
			</ul>
		)}
	</SettingsFrame>
)

export type MovingPageProps = Setting & {
	aliases: string[]
	movedTo: string | null
	uri: string
	handle: string
	/** Where they could go, if they say once more that they want to. */
	going?: { handle: string; name: string }
}

const WhichAccount = (props: { action: string; name: string; label: string; press: string }) => (
	<form method="post" action={props.action} novalidate>
		<Field
			name={props.name}
			label={props.label}
			hint={t("Its name in full, like @bob@social.example, or its address.")}
			autocomplete="off"
			exact
		/>
		<button class="button" type="submit">
			{props.press}
		</button>
	</form>
)

const Coming = ({ aliases, handle }: MovingPageProps) => (
	<section class="section" aria-labelledby="coming">
		<h2 id="coming">{t("Come here from another account")}</h2>
		<p>
			<Say
				text="Name your old account here first. Then go to its own settings, and move it to {{handle}}."
				handle={<bdi>{handle}</bdi>}
			/>
		</p>
		{aliases.length > 0 && (
			<ul class="slips small">
				{aliases.map((alias) => (
					<li>
						<p class="link">{alias}</p>
						<div class="choice">
							<Press
								action="/settings/moving/other"
								label={t("This is not mine any more")}
								named={{ remove: alias }}
								second
							/>
						</div>
					</li>
				))}
			</ul>
		)}
		<WhichAccount
			action="/settings/moving/other"
			name="other"
			label={t("Your other account")}
			press={t("It is mine")}
		/>
	</section>
)

const Going = ({ movedTo, going, handle }: MovingPageProps) => {
	if (movedTo)
		return (
			<section class="section" aria-labelledby="going">
				<h2 id="going">{t("You have moved")}</h2>
				<p class="link">{movedTo}</p>
			</section>
		)
	if (going)
		return (
			<section class="panel section" aria-labelledby="sure">
				<h2 id="sure">
					<Say text="Move to {{name}}?" name={<bdi>{going.name}</bdi>} />
				</h2>
				<p>
					{t(
						"Everybody is told that you live there from now on. Groups here keep your place for the new account; groups elsewhere follow if their servers can. What you wrote stays here. It cannot be taken back, and there are thirty days between two moves.",
					)}
				</p>
				<Press
					action="/settings/moving"
					label={t("Yes, I move to {{handle}}", { handle: going.handle })}
					named={{ target: going.handle, sure: "yes" }}
				/>
			</section>
		)
	return (
		<section class="section" aria-labelledby="going">
			<h2 id="going">{t("Go to another account")}</h2>
			<p>
				<Say
					text="In the settings of the new account, name {{handle}} as an account of yours first."
					handle={<bdi>{handle}</bdi>}
				/>
			</p>
			<WhichAccount
				action="/settings/moving"
				name="target"
				label={t("Your new account")}
				press={t("See what would happen")}
			/>
		</section>
	)
}

export const MovingPage = (props: MovingPageProps) => (
	<SettingsFrame {...props} title={t("Moving house")}>
		<Coming {...props} />
		<Going {...props} />
	</SettingsFrame>
)
