import { Say } from "../../language.tsx"
import { EachName } from "../names.tsx"
import type { NamingView } from "./views.ts"

/** Who hears of a post because it names them, said before it is sent. */
export const Naming = ({ naming: { heard, nobody } }: { naming: NamingView }) => (
	<>
		{heard.length > 0 && (
			<p class="hint">
				<Say text="You name {{people}}, who will be told of it." people={<EachName of={heard} />} />
			</p>
		)}
		{nobody.length > 0 && (
			<p class="hint">
				<Say
					text="Nobody was found by the name {{names}}. It stays as you wrote it, and nobody is told."
					names={<EachName of={nobody} />}
				/>
			</p>
		)}
	</>
)
