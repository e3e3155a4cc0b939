/** What stands around every page, and the pieces that several pages share. */
export const frame = `
.skip { position: absolute; inset-inline-start: 1rem; inset-block-start: -6rem; z-index: 1; padding: .6rem 1rem; min-height: 44px; background: var(--paper); border: 1px solid var(--edge); border-radius: var(--round) }
.skip:focus { inset-block-start: 1rem }
.masthead { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; column-gap: 1rem; padding-block: .7rem .5rem }
.masthead::after { content: ""; flex: 0 0 100%; border-top: 3px double var(--line); margin-block-start: .45rem }
.masthead a { display: inline-flex; align-items: center; gap: .55rem; min-height: 44px; min-width: 44px; color: var(--quiet); text-decoration: none }
.masthead a:hover { color: var(--ink); text-decoration: underline }
.masthead .home, .masthead .here { font-family: var(--serif); font-size: 1.1rem; color: var(--ink) }
.masthead .here { display: inline-flex; align-items: center; min-height: 44px }
.masthead nav a { font-size: .9rem; justify-content: flex-end }
.lamp { stroke: currentColor; stroke-width: 1.3; stroke-linejoin: round; stroke-linecap: round }
.pane { fill: var(--lamplight) }
.colophon { padding-block: 1.4rem 2rem; font-size: .85rem; color: var(--quiet) }
.colophon::before { content: ""; display: block; border-top: 1px solid var(--line); margin-block-end: 1.2rem }
.colophon p { margin: 0; max-width: 34rem }
.colophon a { color: inherit }
.languages { display: flex; flex-wrap: wrap; align-items: center; column-gap: 1.25rem; margin-block-start: .5rem }
.languages > * { display: inline-flex; align-items: center; min-height: 44px; font: inherit }
.languages button { min-width: 44px; padding: 0; border: 0; background: none; color: var(--quiet); text-decoration: underline; text-decoration-thickness: 1px; text-underline-offset: .18em; cursor: pointer }
.languages button:hover { color: var(--ink) }
.languages span { color: var(--ink) }

.lede { font-family: var(--serif); font-size: clamp(1.15rem, 1.05rem + .6vw, 1.35rem); line-height: 1.5; margin-block: .9rem 0 }
.lede:first-child { margin-block-start: 0 }
.lede + p:not(.section) { margin-block-start: 1rem }
.quiet { color: var(--quiet); font-size: .9rem; text-wrap: wrap }
.section { margin-block-start: var(--gap) }
.section > h2 { margin-block-end: .9rem }
.section > :last-child { margin-block-end: 0 }
.flower { display: block; margin: var(--gap) auto 0; fill: var(--edge) }
.flower .stem { stroke: var(--edge); stroke-width: 1 }
.caught-up { text-align: center; font-family: var(--serif); font-style: italic; font-size: 1.2rem; margin-block: 1rem 0 }
.caught-up + .quiet { text-align: center; margin-block-end: 0 }
time { white-space: nowrap; unicode-bidi: isolate }
.pick { -webkit-user-select: all; user-select: all }
.handle { display: inline-block; color: var(--quiet); font-size: .9rem }
.name { font-weight: 600 }

.button { display: inline-flex; align-items: center; justify-content: center; min-height: 48px; padding: .55rem 1.4rem; border: 1px solid transparent; border-radius: var(--round); background: var(--button); color: var(--button-ink); font: inherit; font-weight: 600; text-align: center; text-decoration: none; cursor: pointer }
.button:hover { text-decoration: underline; text-decoration-thickness: 2px }
.plain { display: inline-flex; align-items: center; min-height: 44px; padding-block: .25rem }

.door { stroke-linejoin: round; stroke-linecap: round }
.door .leaf { fill: var(--door); stroke: var(--carving); stroke-width: 1.6 }
.door .carving { stroke: var(--carving); stroke-width: 1.3 }
.door .knob { fill: var(--lamplight) }
.door .step { stroke: var(--carving); stroke-width: 2.4 }

.panel { background: var(--wash); border: 1px solid var(--wash-line); border-radius: var(--round); padding: clamp(1.1rem, 4vw, 1.75rem) }
.panel > h2 { margin-block-end: .8rem }
.panel > :last-child { margin-block-end: 0 }

.prose > :last-child { margin-block-end: 0 }
.prose blockquote { margin-inline: 0; padding-inline-start: 1rem; border-inline-start: 2px solid var(--line); color: var(--quiet) }
.prose img { max-width: 100%; height: auto }
.prose h1, .prose h2, .prose h3, .prose h4 { font-size: 1.15rem; font-style: normal; font-weight: 600; margin-block: 1.2em .4em }
.prose table { border-collapse: collapse }
.prose :is(td, th) { border: 1px solid var(--line); padding: .25rem .5rem; text-align: start; vertical-align: top }
.prose .invisible { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap }
.prose .ellipsis::after { content: "…" }
.panel a, .prose a { text-decoration-thickness: 1px }

@media (forced-colors: active) {
	.button { color: ButtonText; background: ButtonFace; border-color: ButtonText }
	.door .leaf, .door .carving, .door .step, .lamp, .flower .stem { stroke: CanvasText }
	.flower { fill: CanvasText }
	.door .leaf, .door .knob, .pane { fill: Canvas }
}
`
