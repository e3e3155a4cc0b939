/** Who is signed in, and the desk: slips of paper, each with what can be done about it. */
export const desk = `
.masthead nav { display: flex; flex-wrap: wrap; align-items: center; column-gap: 1.25rem }
.masthead button { min-height: 44px; min-width: 44px; padding: 0; border: 0; background: none; color: var(--quiet); font: inherit; font-size: .9rem; cursor: pointer }
.masthead button:hover { color: var(--ink); text-decoration: underline }
.masthead .you { flex: 0 0 100%; order: 1 }
.masthead .you a { justify-content: flex-start }
.masthead .you .name { color: var(--ink) }

.title { margin-block: 1.25rem 1.25rem }
.done { background: var(--wash); border: 1px solid var(--wash-line); border-radius: var(--round); padding: .8rem clamp(1rem, 4vw, 1.5rem); font-weight: 600 }
p.alarm { color: var(--alarm); font-weight: 600 }

.slips { list-style: none; margin: 0; padding: 0 }
.slips > li { margin: 0; padding-block: 1.5rem; border-top: 1px solid var(--line) }
.slips > li:first-child { border-top: 0; padding-block-start: .3rem }
.title ~ .slips { margin-block-start: 1.5rem }
.slips.small > li { padding-block: .9rem }
.slips > li > p, .choice p { margin: 0 }
.slips .excerpt { font-family: var(--serif); font-size: 1.15rem; line-height: 1.4 }
.slips .excerpt a { display: block; padding-block: .45rem; min-height: 44px; text-decoration: none }
.slips .excerpt a:hover { text-decoration: underline }
.slips .why, .why { color: var(--quiet); margin-block: .3rem 0 }
.slips blockquote.said { margin: .8rem 0; padding-inline-start: 1rem; border-inline-start: 2px solid var(--wash-line); font-family: var(--serif); font-size: 1.1rem; white-space: pre-line }
.enclosure { margin-block: 1rem; padding: clamp(.9rem, 3vw, 1.35rem); padding-block-end: .4rem; background: var(--wash); border: 1px solid var(--wash-line); border-radius: var(--round) }
.enclosure h3 { margin: 0 0 .6rem }

.whom { font-size: 1.15rem; margin: 0 }
.case { list-style: none; margin: .6rem 0 0; padding: 0 }
.case > li { margin: 0; padding-block: .9rem }
.case > li + li { border-top: 1px dashed var(--line) }
.line :is(select, textarea) { font-weight: 400; margin-block-start: .3rem }
.deed { margin-block-start: 1rem }
.deed + .deed { margin-block-start: 1.75rem; padding-block-start: .25rem; border-top: 1px solid var(--line) }
.choice { display: flex; flex-wrap: wrap; align-items: center; gap: .5rem 1.1rem; margin-block-start: 1rem }
.choice .button { flex: 0 1 auto }
.choice p { flex: 1 1 16rem; margin: 0 }
.button.second { background: transparent; color: var(--link); border-color: var(--edge) }
.line { display: block; margin-block-start: .9rem; font-weight: 600 }
.line > span { display: block }
.line .hint { color: var(--quiet); font-size: .9rem; font-weight: 400 }
.line input { font-weight: 400; margin-block-start: .3rem }
.line input[type="date"] { max-width: 14rem }
details.fold { margin-block-start: .6rem }
details.fold > summary { display: inline-flex; align-items: center; gap: .5rem; min-height: 44px; color: var(--link); cursor: pointer; list-style: none }
details.fold > summary::-webkit-details-marker { display: none }
details.fold > summary::before { content: "+"; font-family: var(--serif); font-size: 1.3rem; line-height: 1 }
details.fold[open] > summary::before { content: "−" }
details.fold > summary:hover { text-decoration: underline }
details.fold[open] { padding-inline-start: clamp(.75rem, 3vw, 1.15rem); border-inline-start: 2px solid var(--wash-line); padding-block-end: .6rem }
.apart { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap }
@media (forced-colors: active) { .button.second { border-color: ButtonText; color: ButtonText } }
`
