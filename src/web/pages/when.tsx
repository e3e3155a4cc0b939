import type { ServerView } from "../layout.tsx"
import { exactTime, humanTime } from "../words.ts"

/** A moment in human words, with the exact one for machines and for a pointer that rests on it. */
export const When = ({ at, now, server }: { at: Date; now: Date; server: ServerView }) => {
	const words = humanTime(at, now, "en", server.timeZone)
	if (Number.isNaN(at.getTime())) return <>{words}</>
	return (
		<time datetime={at.toISOString()} title={exactTime(at, "en", server.timeZone)}>
			{words}
		</time>
	)
}
