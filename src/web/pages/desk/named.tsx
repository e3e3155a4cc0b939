import { Say, t } from "../../language.tsx"
import { Address } from "../address.tsx"
import { Line } from "./deed.tsx"
import type { DeskPerson } from "./views.ts"

/** Somebody who is in the way of a decision: by name and handle, without a link. */
export const Named = ({ person }: { person: DeskPerson }) => (
	<>
		<bdi class="name">{person.name}</bdi> <Address class="handle" of={person.handle} />
	</>
)

/** Why something was decided, if a reason was given. */
export const Because = ({ reason }: { reason: string }) =>
	reason ? (
		<p class="why">
			<Say text="Because: {{reason}}" reason={<bdi>{t(reason)}</bdi>} />
		</p>
	) : null

/** Asks who is meant, where nobody is named yet. */
export const WhoIsMeant = () => (
	<Line
		name="person"
		label={t("Who?")}
		hint={t("In full: {{example}}", { example: "@bob@social.example" })}
		required
		longest={300}
		list="people-here"
		exact
	/>
)
