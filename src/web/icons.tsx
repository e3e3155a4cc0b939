import { hueClass } from "./hues.ts"

// Three doors of one street. The window is always lit: somebody is in.
const doors = [
	<>
		<path class="pane" d="M15 26a9 9 0 0 1 18 0z" />
		<path d="M24 17v9" />
		<path d="M16 33h7v10h-7zM26 33h7v10h-7zM16 47h7v9h-7zM26 47h7v9h-7z" />
	</>,
	<>
		<circle class="pane" cx="24" cy="23" r="7" />
		<path d="M24 16v14M17 23h14" />
		<path d="M15 37h18M15 45h18M15 53h18" />
	</>,
	<>
		<path class="pane" d="M16 38V26a8 8 0 0 1 16 0v12z" />
		<path d="M24 18v20M16 29h16" />
		<path d="M16 44h16v11H16z" />
	</>,
]

const doorOf = (handle: string): number =>
	[...handle].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973, 7) % doors.length

/** A group's door: drawn in its hue, always the same one for the same handle. Decoration only. */
export const Door = ({ handle, hue }: { handle: string; hue: number }) => (
	<svg
		class={`door ${hueClass(hue)}`}
		viewBox="0 0 48 68"
		width="48"
		height="68"
		aria-hidden="true"
		focusable="false"
		fill="none"
	>
		<path class="leaf" d="M8 62V22a16 16 0 0 1 32 0v40z" />
		<g class="carving">{doors[doorOf(handle)]}</g>
		<circle class="knob" cx="35" cy="44" r="1.6" />
		<path class="step" d="M3 65h42" />
	</svg>
)

/** The lamp over the pub's door: Snug's own mark. Decoration only. */
export const Lamp = () => (
	<svg
		class="lamp"
		viewBox="0 0 24 24"
		width="24"
		height="24"
		aria-hidden="true"
		focusable="false"
		fill="none"
	>
		<path class="pane" d="M8 9h8l2 8H6z" />
		<path d="M12 2v3M9 6h6l1 3H8zM8 9h8l2 8H6zM6 20h12M12 9v8" />
	</svg>
)

/** A printer's flower between two parts of a page. Decoration only. */
export const Flower = () => (
	<svg
		class="flower"
		viewBox="0 0 180 24"
		width="180"
		height="24"
		aria-hidden="true"
		focusable="false"
		fill="none"
	>
		<path class="stem" d="M4 12h58M118 12h58" />
		<path d="M85 12c-5-6-12-6-19-1 6 6 14 6 19 1zM95 12c5-6 12-6 19-1-6 6-14 6-19 1z" />
		<path d="M90 5c3 4 3 10 0 14-3-4-3-10 0-14z" />
		<circle cx="58" cy="12" r="1.5" />
		<circle cx="122" cy="12" r="1.5" />
	</svg>
)

/** The picture for browser tabs, served at /favicon.svg: a lit door, legible on any tab colour. */
export const favicon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">
<path fill="#7a3b2e" d="M6 30V14a10 10 0 0 1 20 0v16z"/>
<path fill="#f6cf7f" d="M10 15a6 6 0 0 1 12 0v2H10z"/>
<path stroke="#7a3b2e" stroke-width="1.5" d="M16 8v10"/>
<circle cx="22" cy="23" r="1.4" fill="#f6cf7f"/>
</svg>
`
