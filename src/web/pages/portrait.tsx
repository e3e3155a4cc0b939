import type { PersonView } from "./views.ts"

/** The first letter of a name; a dot for a name without any. */
const initialOf = (name: string): string => {
	const [letter] = new Intl.Segmenter().segment(name.replace(/^[^\p{L}\p{N}]+/u, ""))
	return letter?.segment.toLocaleUpperCase() ?? "·"
}

/**
 * Somebody's picture, over the first letter of their name, which shows until it has come, and where there is none. Decoration
 * only: their name stands beside it.
 */
export const Portrait = ({ of: { name, portrait }, large }: { of: PersonView; large?: boolean }) => (
	<span class={large ? "portrait large" : "portrait"} data-initial={initialOf(name)} aria-hidden="true">
		{portrait && <img src={portrait} alt="" width={96} height={96} loading="lazy" decoding="async" />}
	</span>
)
