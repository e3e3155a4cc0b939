import { exactTime, humanTime } from "../words.ts"

/** A moment in human words, with the exact one for machines and for a pointer that rests on it. */
export const When = ({ at, now }: { at: Date; now: Date }) => {
	const words = humanTime(at, now)
	if (Number.isNaN(at.getTime())) return <>{words}</>
	return (
		<time datetime={at.toISOString()} title={exactTime(at)}>
			{words}
		</time>
	)
}
