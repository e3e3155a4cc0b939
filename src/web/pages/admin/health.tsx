import type { Check } from "../../../doctor/check.ts"
import { t } from "../../language.tsx"
import { AdminFrame, type AdminFrameProps } from "./frame.tsx"

const states = (state: Check["state"]): string =>
	state === "ok" ? t("Well") : state === "warn" ? t("Look at this") : t("Broken")

/** What `snug doctor` says, those first that need somebody; its sentences are English, like those of the command. */
export const HealthPage = ({
	checks,
	version,
	...frame
}: AdminFrameProps & { checks: Check[]; version: string }) => {
	const order = { fail: 0, warn: 1, ok: 2 } as const
	const sorted = checks.toSorted((one, other) => order[one.state] - order[other.state])
	const well = checks.every(({ state }) => state === "ok")
	return (
		<AdminFrame
			{...frame}
			title={t("How it is doing")}
			lede={well ? t("All is well.") : t("Something needs you.")}
		>
			<p class="quiet">{t("This is Snug {{version}}.", { version })}</p>
			<ul class="slips small section">
				{sorted.map(({ name, state, says, mend }) => (
					<li>
						<p class="name">
							<bdi lang="en">{name}</bdi>: {states(state)}
						</p>
						<p class="quiet" lang="en" dir="ltr">
							{says}
						</p>
						{mend && (
							<p class="why" lang="en" dir="ltr">
								{mend}
							</p>
						)}
					</li>
				))}
			</ul>
		</AdminFrame>
	)
}
