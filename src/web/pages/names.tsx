import { namesOf } from "../words.ts"

/** People by name, the first three of them: each name keeps its own direction. */
export const Names = ({ of: names }: { of: readonly string[] }) => (
	<>{namesOf(names).map(({ text, joint }) => (joint ? text : <bdi>{text}</bdi>))}</>
)
