/** Fields and what is said about them: labels above, hints below the label, errors beside the field. */
export const forms = `
[hidden] { display: none !important }
fieldset { border: 0; margin: var(--gap) 0 0; padding: 0; min-width: 0 }
legend { font: italic 400 1.5rem/1.2 var(--serif); padding: 0; margin-block-end: .4rem }
.field { margin-block-start: 1.25rem }
.field label, .copy label { display: block; font-weight: 600 }
.field .hint { margin: .1rem 0 0; color: var(--quiet); font-size: .9rem }
input { display: block; width: 100%; min-height: 48px; margin-block-start: .45rem; padding: .5rem .8rem; font: inherit; color: inherit; background: var(--paper); border: 1px solid var(--edge); border-radius: var(--round) }
:is(textarea, select) { display: block; width: 100%; min-height: 48px; margin-block-start: .45rem; padding: .5rem .8rem; font: inherit; color: inherit; background: var(--paper); border: 1px solid var(--edge); border-radius: var(--round) }
textarea { resize: vertical; line-height: 1.5 }
:is(textarea, select):focus-visible { outline-offset: 2px; border-radius: var(--round) }
.tick { display: flex; gap: .8rem; align-items: center; min-height: 44px; margin-block-start: 1.25rem; cursor: pointer }
.tick input { flex: none; width: 1.3rem; height: 1.3rem; min-height: 1.3rem; margin: 0; padding: 0 }
.pair { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 13rem), 1fr)); column-gap: 1.25rem; align-items: end }
.lines { margin-inline: 0 }
.lines > div { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 12rem), 1fr)); gap: .1rem 1.25rem; padding-block: .6rem; border-block-start: 1px solid var(--line) }
.lines dt { color: var(--quiet) }
.addresses { margin: 0 }
.addresses dt { color: var(--quiet); margin-block-start: .8rem }
.addresses dd { margin: 0 }
.lines dd { margin: 0; overflow-wrap: anywhere }
.lines a { display: inline-flex; align-items: center; min-height: 44px }
.ways { list-style: none; padding: 0; margin: 0 }
.ways li { margin: 0 }
.codes { list-style: none; padding: 0; margin: 1rem 0; display: grid; grid-template-columns: repeat(auto-fit, minmax(13rem, 1fr)); gap: .35rem 1.5rem; font: 1.1rem/1.6 ui-monospace, "Liberation Mono", monospace; direction: ltr }
.codes li { margin: 0 }
.link { overflow-wrap: anywhere; -webkit-user-select: all; user-select: all; direction: ltr; unicode-bidi: isolate; font: .95rem/1.5 ui-monospace, "Liberation Mono", monospace }
input:focus-visible { outline-offset: 2px; border-radius: var(--round) }
input[aria-invalid="true"] { border: 2px solid var(--alarm) }
.wrong { margin: .45rem 0 0; color: var(--alarm); font-weight: 600 }
.copy input { -webkit-user-select: all; user-select: all; text-overflow: ellipsis }
.alarm { border: 2px solid var(--alarm); border-radius: var(--round); padding: 1.1rem clamp(1rem, 4vw, 1.5rem); margin-block-start: 1.75rem }
.alarm h2 { font-size: 1.25rem; font-style: normal }
.alarm ul { list-style: none; padding: 0; margin: .5rem 0 0 }
.alarm li { margin: 0 }
.alarm a { display: inline-flex; align-items: center; min-height: 44px; color: var(--alarm) }
form > .button { margin-block-start: var(--gap) }
form > .pair:has(> .button) { row-gap: .8rem; margin-block-start: 1rem }
.choice form > .button, .section > form:only-child > .button { margin-block-start: 0 }
@media (max-width: 24rem) { .button { width: 100% } }
`
