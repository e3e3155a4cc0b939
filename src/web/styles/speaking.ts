/** Writing: the composer, and what stands under each post. */
export const speaking = `
textarea, select { display: block; width: 100%; min-height: 48px; margin-block-start: .45rem; padding: .6rem .8rem; font: inherit; color: inherit; background: var(--paper); border: 1px solid var(--edge); border-radius: var(--round) }
textarea { resize: vertical; line-height: 1.55 }
.compose #text { font-family: var(--serif); font-size: 1.1rem }
textarea:focus-visible, select:focus-visible { outline-offset: 2px; border-radius: var(--round) }
select { max-width: 22rem; text-overflow: ellipsis }
.compose details.fold { margin-block-start: 1.25rem }
.compose > .field:first-of-type { margin-block-start: 0 }
.panel form > .button { margin-block-start: 1rem }
.asking { margin-block-start: 1.5rem }
.asking legend { font-size: 1.25rem }
.asking .field { margin-block-start: .6rem }
.check { display: flex; gap: .7rem; align-items: center; min-height: 44px; margin-block-start: .4rem; cursor: pointer }
.check input { flex: none; width: 1.2rem; min-height: 44px; margin: 0; padding: 0 }
.reach { margin-block: 1.5rem 0; padding-inline-start: 1rem; border-inline-start: 3px solid var(--wash-line); color: var(--quiet); font-size: .95rem }
.reach strong { color: var(--ink) }
.preview > .hint { margin-block-start: 1rem; color: var(--quiet) }
.preview { background: var(--paper); margin-block: 0 1.75rem; padding-block-end: 1rem }
.preview > h2 { font-size: 1.15rem; color: var(--quiet); margin-block-end: .8rem }
.preview .below { display: none }
.composer > .done, .composer > .alarm { margin-block: 0 1.5rem }

.foot { margin-block-start: .35rem }
.thanks { list-style: none; margin: 0 0 .2rem; padding: 0; display: flex; flex-wrap: wrap; gap: .1rem 1.1rem; color: var(--quiet); font-size: .9rem }
.thanks li { margin: 0 }
.deeds { display: flex; flex-wrap: wrap; align-items: center; gap: 0 1.25rem }
.deeds form { margin: 0 }
.deeds a, button.link { display: inline-flex; align-items: center; min-height: 44px; padding: 0; border: 0; background: none; color: var(--link); font: inherit; font-size: .9rem; text-align: start; text-decoration: underline; text-decoration-thickness: 1px; text-underline-offset: .18em; cursor: pointer }
.deeds a:hover, button.link:hover { text-decoration-thickness: 2px }
.deeds details.fold { margin: 0; font-size: .9rem }
.deeds details.fold[open] { flex: 0 0 100% }
.emoji { display: flex; flex-wrap: wrap; gap: .35rem }
.emoji button { min-width: 44px; min-height: 44px; padding: 0; font-size: 1.25rem; line-height: 1; background: none; border: 1px solid var(--line); border-radius: var(--round); cursor: pointer }
.emoji button[aria-pressed="true"] { background: var(--wash); border: 2px solid var(--edge) }
.mute { margin-block-start: 1.75rem }
.mute p { margin: 0 }
.slips form { margin: 0 }
@media print { .foot .deeds, .composer { display: none } }
`
