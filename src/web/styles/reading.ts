/** A group's tabs and its people. */
export const reading = `
.tabs { margin-block-start: 1rem; border-block-end: 1px solid var(--line) }
.tabs ul { list-style: none; margin: 0; padding: 0; display: flex; flex-wrap: wrap; column-gap: clamp(.9rem, 4vw, 1.75rem) }
.tabs li { margin: 0 }
.tabs a { display: inline-flex; align-items: center; min-height: 44px; margin-block-end: -1px; border-block-end: 3px solid transparent; color: var(--quiet); text-decoration: none }
.tabs a:hover { color: var(--ink); border-block-end-color: var(--wash-line) }
.tabs a[aria-current] { color: var(--ink); font-weight: 600; border-block-end-color: var(--link) }
@media (max-width: 24rem) { .tabs ul { column-gap: .75rem; font-size: .9rem } }
.back + .tabs { margin-block-start: .35rem }
.tabs + .section { margin-block-start: clamp(1.5rem, 4vw, 2.25rem) }

.people { list-style: none; margin: 1.5rem 0 0; padding: 0 }
.people li { margin: 0; padding-block: .75rem; border-block-start: 1px solid var(--line) }
.people li:first-child { border-block-start: 0 }
.people p { margin: 0 }
.people .plain { margin-inline-end: .35rem; color: inherit; text-decoration: none }
.people .plain:hover { text-decoration: underline }
.people .said { font-family: var(--serif); font-size: 1.1rem }

.doors.own .door { width: 34px; height: auto }
.doors.own .news { margin-block-start: .25rem }
.waits a { text-decoration: none }
.waits a:hover { text-decoration: underline }
.slips.small.waits > li { padding-block: .25rem }
.conversations > .divider { border-block-start: 0; display: flex; align-items: center; gap: 1rem; color: var(--quiet); font-size: .9rem; padding-block: .6rem }
.divider::before, .divider::after { content: ""; flex: 1 0 1rem; border-block-start: 1px solid var(--edge) }
.conversations > .divider + li { border-block-start: 0 }
.unread { margin-block: 0 1rem }
.fresh { display: inline-block; margin: 0 0 .35rem; padding: 0 .6rem; border: 1px solid var(--wash-line); border-radius: var(--round); background: var(--wash); color: var(--link); font-size: .85rem }
.from .answered { text-decoration: underline; text-decoration-thickness: 1px; text-underline-offset: .18em }
.shelf { display: flex; flex-wrap: wrap; align-items: baseline; justify-content: space-between; column-gap: 1.5rem; margin-block-end: .5rem }
.shelf p { display: flex; column-gap: 1.25rem; margin: 0; font-size: .9rem }
.shelf a, .weeks a { display: inline-flex; align-items: center; min-height: 44px; color: var(--quiet) }
.search .field { margin-block-start: 0 }
.search .button { margin-block-start: .9rem }
.weeks { display: flex; flex-wrap: wrap; justify-content: space-between; column-gap: 2rem; margin-block-start: 1.5rem }
.weeks a[rel="next"] { margin-inline-start: auto; text-align: end }
.prose.lede > :last-child { margin-block-end: 0 }
`
