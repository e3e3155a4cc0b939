/** Pictures and recordings: in letters, in the composer, and of people and groups. */
export const media = `
.shown { list-style: none; padding: 0; margin: 1rem 0 .2rem; display: grid; gap: .6rem }
.shown.several { grid-template-columns: repeat(auto-fit, minmax(min(100%, 13rem), 1fr)); align-items: start }
.shown li { margin: 0; min-width: 0 }
.shown a { display: block; width: fit-content; max-width: 100%; border-radius: var(--round) }
.shown img, .shown video { display: block; max-width: 100%; height: auto; max-height: min(75svh, 36rem); width: auto; border-radius: var(--round); background: var(--wash); outline: 1px solid var(--wash-line); outline-offset: -1px }
.shown.several img { max-height: 22rem }
.shown audio { display: block; width: 100% }
.shown .quiet { margin: .3rem 0 0; font-size: .9rem }
.picked { list-style: none; padding: 0; margin: 1rem 0 0 }
.picked li { display: grid; grid-template-columns: minmax(7rem, 13rem) minmax(0, 1fr); gap: .4rem 1.25rem; align-items: start; margin: 0; padding-block: 1rem; border-block-start: 1px solid var(--line) }
.picked img, .picked video { display: block; max-width: 100%; width: auto; height: auto; max-height: 16rem; border-radius: var(--round); background: var(--wash) }
.picked .field:first-of-type { margin-block-start: 0 }
.picked .field { margin-block-start: .8rem }
@media (max-width: 34rem) { .picked li { grid-template-columns: minmax(0, 1fr) } }
input[type="file"] { min-height: 48px; padding: .45rem .5rem; border-style: dashed; cursor: pointer; max-width: 100% }
input[type="file"]::file-selector-button { font: inherit; font-size: .95rem; min-height: 36px; margin-inline-end: .8rem; padding: .1rem .9rem; color: var(--ink); background: var(--wash); border: 1px solid var(--wash-line); border-radius: var(--round); cursor: pointer }
`
