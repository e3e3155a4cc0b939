import { hues } from "../hues.ts"

/** Colours, letters and measures: paper by day, lamplight by night, and one hue for each group. */
export const paper = `
:root {
	color-scheme: light dark;
	--paper: light-dark(oklch(97.5% .012 85), oklch(20% .012 70));
	--ink: light-dark(oklch(27% .022 60), oklch(90% .018 82));
	--quiet: light-dark(oklch(45% .022 60), oklch(75% .02 80));
	--line: light-dark(oklch(88% .018 80), oklch(33% .016 70));
	--edge: light-dark(oklch(57% .03 70), oklch(60% .025 75));
	--lamplight: light-dark(oklch(88% .1 88), oklch(84% .11 82));
	--alarm: light-dark(oklch(45% .15 27), oklch(80% .1 27));
	--serif: Charter, "Bitstream Charter", "Iowan Old Style", "Palatino Linotype", Palatino, Georgia, "Source Serif 4", "Liberation Serif", "Noto Naskh Arabic", Amiri, "Scheherazade New", "Geeza Pro", serif;
	--sans: system-ui, -apple-system, "Segoe UI", Roboto, "Liberation Sans", "Noto Sans Arabic", sans-serif;
	--round: 12px;
	--gap: clamp(2.25rem, 1.5rem + 3vw, 3.5rem);
}
:root, .hue {
	--link: light-dark(oklch(43% .1 var(--hue, 45)), oklch(82% .08 var(--hue, 45)));
	--wash: color-mix(in oklab, var(--paper), light-dark(oklch(72% .12 var(--hue, 45)), oklch(60% .11 var(--hue, 45))) 12%);
	--wash-line: color-mix(in oklab, var(--paper), light-dark(oklch(62% .11 var(--hue, 45)), oklch(65% .1 var(--hue, 45))) 30%);
	--door: light-dark(oklch(52% .095 var(--hue, 45)), oklch(48% .075 var(--hue, 45)));
	--carving: light-dark(oklch(36% .08 var(--hue, 45)), oklch(27% .045 var(--hue, 45)));
	--button: light-dark(oklch(41% .095 var(--hue, 45)), oklch(83% .08 var(--hue, 45)));
	--button-ink: light-dark(oklch(98.5% .01 85), oklch(21% .02 70));
}
${hues.map((hue) => `.hue-${hue} { --hue: ${hue} }`).join("\n")}

*, *::before, *::after { box-sizing: border-box }
html {
	font: 112.5%/1.6 var(--sans);
	color: var(--ink);
	background: var(--paper);
	accent-color: var(--button);
	-webkit-text-size-adjust: 100%;
	text-size-adjust: 100%;
	scroll-padding-top: 1rem;
}
body { margin: 0; min-height: 100svh; display: flex; flex-direction: column; overflow-wrap: anywhere }
.masthead, main, .colophon { width: 100%; max-width: 43rem; margin-inline: auto; padding-inline: clamp(1rem, 4vw, 1.5rem) }
main { flex: 1; padding-block: clamp(1rem, 3vw, 2rem) var(--gap) }
main:focus { outline: none }
h1, h2, h3 { font-family: var(--serif); line-height: 1.2; font-weight: 400; margin: 0; text-wrap: balance }
h1 { font-size: clamp(1.95rem, 1.5rem + 2.4vw, 2.75rem); letter-spacing: -.012em }
h2 { font-size: 1.5rem; font-style: italic }
h3 { font-size: 1.2rem; font-weight: 600 }
p, ul, ol, dl, blockquote, pre, figure { margin: 0 0 1em }
p { text-wrap: pretty }
ul, ol { padding-inline-start: 1.35em }
li + li { margin-block-start: .35em }
a { color: var(--link); text-decoration-thickness: 1px; text-underline-offset: .18em }
a:hover { text-decoration-thickness: 2px }
:focus-visible { outline: 3px solid var(--link); outline-offset: 3px; border-radius: 4px }
::selection { background: var(--lamplight); color: oklch(25% .02 60) }
code, pre { font-family: ui-monospace, "SF Mono", Menlo, Consolas, "Liberation Mono", monospace; font-size: .9em }
pre { white-space: pre-wrap }
/* Short lines keep to the edge the page begins at, whichever way their own letters run. */
:is(h1, h2, h3, .lede, .said, .excerpt, .why, .doors p) { text-align: left }
[dir="rtl"] :is(h1, h2, h3, .lede, .said, .excerpt, .why, .doors p) { text-align: right }
/* Arabic letters hold hands: pulled together or slanted they come apart. Their bowls need room below the line. */
:is(:root, h1, h2, h3, legend, .caught-up, .gone):lang(ar) { letter-spacing: 0; font-style: normal }
:is(h1, h2, h3, legend):lang(ar) { line-height: 1.45 }
hr { border: 0; border-top: 1px solid var(--line); margin: 2rem 0 }
svg { flex: none }

@media (prefers-contrast: more) {
	:root {
		--paper: light-dark(white, black);
		--ink: light-dark(black, white);
		--quiet: light-dark(oklch(30% .02 60), oklch(90% .01 80));
		--line: light-dark(oklch(50% .02 70), oklch(70% .02 70));
		--edge: var(--ink);
	}
	:root, .hue {
		--link: light-dark(oklch(33% .09 var(--hue, 45)), oklch(90% .06 var(--hue, 45)));
		--wash: var(--paper);
		--wash-line: var(--ink);
	}
	a { text-decoration-thickness: 2px }
}
@media (prefers-reduced-motion: no-preference) {
	@view-transition { navigation: auto }
	::view-transition-old(root), ::view-transition-new(root) { animation-duration: .18s }
}
@media print {
	:root { color-scheme: light; --paper: white }
	.skip, .masthead nav, .colophon, .join { display: none }
}
`
