import { t } from "../../language.tsx"
import { When } from "../when.tsx"
import { Deed, Reason } from "./deed.tsx"
import { Because } from "./named.tsx"
import type { AppealView, DeskGroup } from "./views.ts"

/** Somebody asks for another look at a decision; whoever decided it only reads it. */
export const Appeal = ({ appeal, group, now }: { appeal: AppealView; group: DeskGroup; now: Date }) => (
	<li>
		<p>
			{t("They ask for another look at this:")} <span dir="auto">{appeal.decision}</span>{" "}
			<span class="quiet">
				<When at={appeal.at} now={now} />
			</span>
		</p>
		<Because reason={appeal.reason} />
		<blockquote class="said" dir="auto">
			{appeal.words}
		</blockquote>
		{appeal.yours ? (
			<p class="why">
				{t(
					"You decided this, so somebody else looks at it: another moderator, or the operator where there is none.",
				)}
			</p>
		) : (
			(["overturn", "uphold"] as const).map((way) => (
				<details class="fold">
					<summary>{way === "overturn" ? t("They are right") : t("It stays as it is")}</summary>
					<Deed
						group={group}
						deed={way}
						about={appeal.id}
						given={{ appeal: appeal.id }}
						label={way === "overturn" ? t("Undo it, and tell them") : t("Leave it, and tell them")}
						effect={
							way === "overturn"
								? t(
										"What was decided is undone, here and with the servers that were told of it. They hear that, with your words and without your name.",
									)
								: t(
										"Nothing changes. They hear that somebody else has looked, with your words and without your name.",
									)
						}
					>
						<Reason label={t("What do you answer them?")} required />
					</Deed>
				</details>
			))
		)}
	</li>
)
