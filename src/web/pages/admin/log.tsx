import { t } from "../../language.tsx"
import { When } from "../when.tsx"
import { AdminFrame, type AdminFrameProps } from "./frame.tsx"

export type LogPageProps = AdminFrameProps & {
	entries: { at: Date; text: string; reason: string | null }[]
	/** Address of the page with earlier ones, if there are any. */
	next?: string
}

/** What was done to the server as a whole, the latest first. */
export const LogPage = ({ entries, next, ...frame }: LogPageProps) => (
	<AdminFrame
		{...frame}
		title={t("What was done")}
		lede={t("To the server as a whole; each group has a log of its own.")}
	>
		<ol class="slips small">
			{entries.map(({ at, text, reason }) => (
				<li>
					<p>
						<bdi>{text}</bdi>{" "}
						<span class="quiet">
							<When at={at} now={frame.now} />
						</span>
					</p>
					{reason && (
						<p class="why" dir="auto">
							{reason}
						</p>
					)}
				</li>
			))}
		</ol>
		{next && (
			<p class="older">
				<a class="plain" href={next} rel="next">
					{t("Earlier")}
				</a>
			</p>
		)}
	</AdminFrame>
)
