import { Say, t } from "../../language.tsx"
import { When } from "../when.tsx"
import { Deed, Reason } from "./deed.tsx"
import { Because } from "./named.tsx"
import type { DeskGroup, LogLine, Told } from "./views.ts"

type Around = { group: DeskGroup; now: Date }

const Decider = ({ by }: Pick<LogLine, "by">) =>
	by === null ? t("the rules of the group") : by === "" ? t("the operator") : <bdi class="name">{by}</bdi>

const Line = ({ line, group, now }: { line: LogLine } & Around) => (
	<li>
		<p>
			{line.whom && (
				<>
					<a class="plain" href={`/@${group.handle}/desk/who/${line.whom.id}`}>
						<bdi>{line.whom.name}</bdi>
					</a>{" "}
				</>
			)}
			<span dir="auto">{line.text}</span>{" "}
			<span class="quiet">
				<Say
					text="Decided by {{who}}, {{when}}."
					who={<Decider by={line.by} />}
					when={<When at={line.at} now={now} />}
				/>
			</span>
		</p>
		<Because reason={line.reason} />
		{line.undo && (
			<details class="fold">
				<summary>
					{t("Undo")} <span class="apart">({line.text})</span>
				</summary>
				<Deed
					group={group}
					deed="undo"
					about={line.id}
					given={{ decision: line.id }}
					label={t("Undo this")}
					effect={t(
						"It is as it was before, here and with the servers that were told of it. Posts that went with a ban come back. That it was undone stands in the log, and so does your reason.",
					)}
				>
					<Reason />
				</Deed>
			</details>
		)}
	</li>
)

/** What was decided, the latest first, each with who did and a way back. */
export const Log = ({ lines, ...around }: { lines: LogLine[] } & Around) => (
	<ol class="slips small">
		{lines.map((line) => (
			<Line line={line} {...around} />
		))}
	</ol>
)

/** What was just done; or why it was not, and who was quicker. */
export const TellDone = ({ done, refused, meanwhile, now }: Told & { now: Date }) => (
	<>
		{done && (
			<p class="done" role="status">
				{done}
			</p>
		)}
		{refused && (
			<div role="alert">
				<p class="alarm">{t(refused)}</p>
				{meanwhile && (
					<p>
						<Say
							text="{{who}} was here before you, {{when}}: {{what}}"
							who={<Decider by={meanwhile.by} />}
							when={<When at={meanwhile.at} now={now} />}
							what={<bdi>{meanwhile.text}</bdi>}
						/>{" "}
						{meanwhile.reason && <Say text="Because: {{reason}}" reason={<bdi>{t(meanwhile.reason)}</bdi>} />}
					</p>
				)}
			</div>
		)}
	</>
)
