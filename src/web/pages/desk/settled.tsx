import { Say, t } from "../../language.tsx"
import { When } from "../when.tsx"
import { Deed, Reason } from "./deed.tsx"
import { Because } from "./named.tsx"
import type { DeskPageProps, SettledAtOnce } from "./views.ts"

const What = ({ one: { way, whose } }: { one: SettledAtOnce }) => {
	if (way === "let-in") return t("People who were new here were let in, with what they wrote.")
	const who = whose ? <bdi class="name">{whose}</bdi> : null
	if (way === "remove")
		return who ? (
			<Say text="What waited of {{who}} was not taken." who={who} />
		) : (
			t("What waited of a wave of strangers was not taken.")
		)
	return who ? (
		<Say text="What waited of {{who}} was let through." who={who} />
	) : (
		t("What waited of a wave of strangers was let through.")
	)
}

/** What was decided about many posts at once, as long as it can be taken back here. */
export const Settled = ({ settled = [], group, now }: DeskPageProps) =>
	settled.length === 0 ? null : (
		<section class="section" aria-labelledby="settled">
			<h2 id="settled">{t("Decided at once lately")}</h2>
			<ol class="slips small">
				{settled.map((one) => (
					<li>
						<p>
							<What one={one} />{" "}
							<span class="quiet">
								<When at={one.at} now={now} />
							</span>
						</p>
						<Because reason={one.reason} />
						<details class="fold">
							<summary>{t("Take it back")}</summary>
							<Deed
								group={group}
								deed="undo-all"
								about={one.id}
								given={{ settling: one.id }}
								label={t("Take it back")}
								effect={t(
									"Those posts wait at this desk again. Where they were shared, every server that follows the group is told to take them down; what somebody decided about since stays as it is.",
								)}
							>
								<Reason />
							</Deed>
						</details>
					</li>
				))}
			</ol>
		</section>
	)
