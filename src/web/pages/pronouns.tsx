import type { PersonView } from "./views.ts"

/** How somebody is spoken of, after their name. */
export const Pronouns = ({ of: { pronouns } }: { of: Pick<PersonView, "pronouns"> }) =>
	pronouns ? (
		<>
			<span class="pronouns">
				(<bdi>{pronouns}</bdi>)
			</span>{" "}
		</>
	) : null
