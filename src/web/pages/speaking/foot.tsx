import { Say, t } from "../../language.tsx"
import { Names } from "../names.tsx"
import type { FootView } from "./views.ts"

const emoji = ["❤️", "🎉", "😂", "🙏", "😮", "😢"]

/** People by name: "Dee and Chidi said thanks", "🎉 Bo". Whom only a group elsewhere speaks for has no name here. */
const Thanks = ({ thanks, others }: Pick<FootView, "thanks" | "others">) =>
	thanks.length + others.length === 0 ? null : (
		<ul class="thanks" aria-label={t("Thanks")}>
			{thanks.map((one) => (
				<li>
					{one.emoji === null ? (
						<Say text="{{names}} said thanks" names={<Names of={one.names} />} />
					) : (
						<>
							<span>{one.emoji}</span> <Names of={one.names} />
						</>
					)}
				</li>
			))}
			{others.map(({ emoji, host }) => (
				<li>
					{emoji === null ? (
						<Say text="Others at {{host}} said thanks" host={host} />
					) : (
						<>
							<span>{emoji}</span> <Say text="Others at {{host}}" host={host} />
						</>
					)}
				</li>
			))}
		</ul>
	)

type Deeds = NonNullable<FootView["deeds"]>

/** A form that with script changes only what stands under the post. */
const inPlace = (id: string, action: string) =>
	({
		method: "post",
		action,
		"hx-post": action,
		"hx-target": `#foot-${id}`,
		"hx-select": `#foot-${id}`,
		"hx-swap": "outerHTML",
	}) as const

const SayThanks = ({ id, base, yours }: { id: string } & Pick<Deeds, "base" | "yours">) => (
	<form {...inPlace(id, `${base}/thanks`)}>
		{yours === null ? (
			<button type="submit" class="link" name="wish" value="thanks" id={`thanks-${id}`}>
				{t("Say thanks")}
			</button>
		) : (
			<button type="submit" class="link" name="wish" value="nothing" id={`thanks-${id}`}>
				{yours === "thanks" ? t("Take your thanks back") : t("Take your {{emoji}} back", { emoji: yours })}
			</button>
		)}
	</form>
)

const Emoji = ({ id, base, yours }: { id: string } & Pick<Deeds, "base" | "yours">) => (
	<form {...inPlace(id, `${base}/thanks`)} class="emoji">
		{emoji.map((one) => (
			<button
				type="submit"
				name="wish"
				value={one === yours ? "nothing" : one}
				aria-pressed={one === yours ? "true" : "false"}
				aria-label={t("Answer with {{emoji}}", { emoji: one })}
			>
				{one}
			</button>
		))}
	</form>
)

const Keep = ({ id, base, kept }: { id: string } & Pick<Deeds, "base" | "kept">) => (
	<form {...inPlace(id, `${base}/keep`)}>
		<button type="submit" class="link" name="keep" value={kept ? "no" : "yes"} id={`keep-${id}`}>
			{kept ? t("Keep it no longer") : t("Keep it for yourself")}
		</button>
	</form>
)

/** What stands under a post. Everything but reading it works by forms and links, with and without script. */
export const Foot = ({ foot: { id, thanks, others, deeds, fromHome, report } }: { foot: FootView }) => (
	<div class="foot" id={`foot-${id}`}>
		<Thanks thanks={thanks} others={others} />
		{(fromHome || report) && (
			<div class="deeds">
				{fromHome && <a href={fromHome}>{t("Answer from your own server")}</a>}
				{report && <a href={report}>{t("Report it")}</a>}
			</div>
		)}
		{deeds && (
			<div class="deeds">
				{!deeds.mine && <SayThanks id={id} {...deeds} />}
				<a href={deeds.reply}>{t("Answer")}</a>
				<details class="fold">
					<summary>{t("More")}</summary>
					<Emoji id={id} {...deeds} />
					<div class="deeds">
						<Keep id={id} {...deeds} />
						<a href={deeds.quote}>{t("Quote it")}</a>
						{deeds.mine ? (
							<>
								<a href={`${deeds.base}/edit`}>{t("Change it")}</a>
								<a href={`${deeds.base}/take-back`}>{t("Take it back")}</a>
							</>
						) : (
							<a href={`${deeds.base}/report`}>{t("Report it")}</a>
						)}
					</div>
				</details>
			</div>
		)}
	</div>
)
