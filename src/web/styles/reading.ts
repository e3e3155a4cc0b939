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
.prose.lede > :last-child { margin-block-end: 0 }
`
