/** Opening a group and saying how it is to be. */
export const groups = `
fieldset > .hint { margin: 0 0 .4rem; color: var(--quiet); font-size: .9rem }
.field + .quiet { margin-block: 1.5rem 0 }
.option { display: flex; gap: .9rem; align-items: flex-start; padding: .75rem 1rem; margin-block-start: .6rem; border: 1px solid var(--line); border-radius: var(--round); cursor: pointer }
.option:hover { border-color: var(--edge) }
.option:has(input:checked) { background: var(--wash); border-color: var(--wash-line) }
.option:has(input:focus-visible) { outline: 3px solid var(--link); outline-offset: 2px }
.option input { flex: none; width: 1.25rem; height: 1.25rem; min-height: 0; margin: .2rem 0 0; padding: 0 }
.option input:focus-visible { outline: none }
.option span span { display: block }
.paints { display: grid; grid-template-columns: repeat(auto-fill, minmax(4.6rem, 1fr)); gap: .6rem; margin-block-start: .6rem }
.paints label { position: relative; display: flex; flex-direction: column; align-items: center; gap: .35rem; padding: .8rem .3rem .55rem; border: 1px solid var(--line); border-radius: var(--round); font-size: .9rem; text-align: center; cursor: pointer }
.paints label:hover { border-color: var(--edge) }
.paints label:has(input:checked) { background: var(--wash); border: 2px solid var(--link); font-weight: 600 }
.paints label:has(input:focus-visible) { outline: 3px solid var(--link); outline-offset: 2px }
.paints input { position: absolute; inset: 0; width: 100%; height: 100%; min-height: 0; margin: 0; opacity: 0; cursor: pointer }
.paints .door { width: 38px; height: auto }
.pronouns { color: var(--quiet); font-size: .9rem }
.open { margin-block: 1.25rem 0 }
.welcome { margin-block-end: 1.25rem }
`
