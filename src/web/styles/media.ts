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
.picked li:first-child { border: 0 }
.picked img, .picked video { display: block; max-width: 100%; width: auto; height: auto; max-height: 16rem; border-radius: var(--round); background: var(--wash) }
.picked .field:first-of-type { margin-block-start: 0 }
.picked .field { margin-block-start: .8rem }
@media (max-width: 34rem) { .picked li { grid-template-columns: minmax(0, 1fr) } }
.portrait { position: relative; display: inline-flex; align-items: center; justify-content: center; flex: none; width: 2.5rem; height: 2.5rem; overflow: hidden; vertical-align: middle; border-radius: 50%; background: var(--wash); outline: 1px solid var(--wash-line); outline-offset: -1px; color: var(--link); font: 400 1.2rem/1 var(--serif); -webkit-user-select: none; user-select: none }
.portrait::before { content: attr(data-initial) }
.portrait img { position: absolute; inset: 0; width: 100%; height: 100%; object-fit: cover }
.portrait.large { width: clamp(4rem, 16vw, 6rem); height: clamp(4rem, 16vw, 6rem); font-size: 2.4rem }
.from > .portrait, .people > li > .portrait { float: inline-start; margin-inline-end: .75rem; margin-block: .2rem }
.people > li { display: flow-root }
.introduced { display: flex; gap: 1.25rem; align-items: center }
.introduced > div { min-width: 0 }
.introduced .handle { margin-block-end: 0 }
.porch > .own { flex: none; width: clamp(48px, 14vw, 92px); height: auto; border-radius: var(--round); margin-block-start: .35rem }
.porch.small > .own { width: 44px; margin: 0 }
.porch.pictured { flex-wrap: wrap; padding-block-start: 0; overflow: hidden }
.porch.pictured > .wide { flex: 0 0 calc(100% + 2 * clamp(1.25rem, 5vw, 2.25rem)); width: calc(100% + 2 * clamp(1.25rem, 5vw, 2.25rem)); max-width: none; height: auto; aspect-ratio: 3 / 1; object-fit: cover; margin-inline: calc(-1 * clamp(1.25rem, 5vw, 2.25rem)) }
.porch.pictured > div { flex: 1 1 12rem }
.portraying { display: flex; flex-wrap: wrap; gap: .8rem 1.5rem; align-items: center; margin-block: 1.25rem 1.75rem }
.portraying > img { flex: none; width: 6rem; height: 6rem; object-fit: cover; border-radius: 50%; background: var(--wash) }
.portraying > img.square { border-radius: var(--round) }
.portraying > img.wide { width: min(100%, 21rem); height: auto; aspect-ratio: 3 / 1; border-radius: var(--round) }
.portraying > div { flex: 1 1 16rem; min-width: 0 }
.portraying .field { margin-block-start: 0 }
.portraying .choice { align-items: center }
input[type="file"] { min-height: 48px; padding: .45rem .5rem; border-style: dashed; cursor: pointer; max-width: 100% }
input[type="file"]::file-selector-button { font: inherit; font-size: .95rem; min-height: 36px; margin-inline-end: .8rem; padding: .1rem .9rem; color: var(--ink); background: var(--wash); border: 1px solid var(--wash-line); border-radius: var(--round); cursor: pointer }
`
