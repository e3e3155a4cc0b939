import type { Written } from "./dialect.ts"
import type { Person } from "./person.ts"
import type { Received } from "./shapes.ts"

/** What became of an activity: a word for the test, and a status where this software answers only once it has looked. */
export type Outcome = { outcome: string; status?: number }

/** What a software makes of what it hears. */
export type Semantics = {
	receive(received: Received): Promise<Outcome>
	/** A local person wrote or edited a post. */
	wrote(person: Person, written: Written): void
	/** A local person deleted a post. */
	tookBack(person: Person, noteId: string): void
}
