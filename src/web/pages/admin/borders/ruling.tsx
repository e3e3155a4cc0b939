import type { DomainPolicy } from "../../../../../db/borders/rules.ts"
import type { Tie } from "../../../../../db/borders/ties.ts"
import { Say, t } from "../../../language.tsx"

export type Ruling = Pick<DomainPolicy, "severity" | "rejectMedia" | "rejectReports"> & { listed?: boolean }

/** All that is decided about a server, a sentence for each. */
export const rulingSentences = ({ severity, rejectMedia, rejectReports, listed }: Ruling): string[] => {
	if (severity === "block") return [t("Nothing of theirs is taken or sent.")]
	return [
		severity === "limit" && t("Their posts wait for a moderator."),
		rejectMedia && t("None of their pictures are shown."),
		rejectReports && t("No reports are taken from there."),
		listed && t("It is on the list of those we speak with."),
	].filter((sentence) => typeof sentence === "string")
}

/** A box to tick. */
export const Tick = (props: { name: string; label: string; value?: string; ticked?: boolean }) => (
	<label class="tick">
		<input type="checkbox" name={props.name} value={props.value ?? "yes"} checked={props.ticked} />
		<span>{props.label}</span>
	</label>
)

/** Who belongs where, from another server or to one: those whom a block cuts off. */
export const Ties = ({ ties }: { ties: readonly Tie[] }) => (
	<ul class="ties">
		{ties.map(({ person, group }) => (
			<li>
				<Say text="{{person}} in {{group}}" person={<bdi>{person}</bdi>} group={<bdi>{group}</bdi>} />
			</li>
		))}
	</ul>
)
