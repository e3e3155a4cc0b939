import { Say } from "../../language.tsx"
import type { DeskGroup, DeskPerson } from "./views.ts"

/** Leads to somebody's page at the desk. */
export const AllAbout = ({ group, person }: { group: Pick<DeskGroup, "handle">; person: DeskPerson }) => (
	<a class="plain" href={`/@${group.handle}/desk/who/${person.id}`}>
		<span>
			<Say text="All about {{person}}, and what you can do" person={<bdi>{person.name}</bdi>} />
		</span>
	</a>
)
