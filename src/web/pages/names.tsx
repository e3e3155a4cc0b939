import { listOf, namesOf } from "../words.ts"

/** People by name, the first three of them: each name keeps its own direction. */
export const Names = ({ of: names }: { of: readonly string[] }) => (
	<>{namesOf(names).map(({ text, joint }) => (joint ? text : <bdi>{text}</bdi>))}</>
)

/** The same with everybody's name, where it matters who is left out. */
export const EachName = ({ of: names }: { of: readonly string[] }) => (
	<>{listOf([...new Set(names)]).map(({ text, joint }) => (joint ? text : <bdi>{text}</bdi>))}</>
)
