/** What people may choose from, and how they chose: lines of text, without bars or places. */
export const poll = `
.poll { margin-block: 1rem; border: 1px solid var(--line); border-radius: var(--round); padding: 1rem clamp(1rem, 4vw, 1.35rem) }
.poll ul { list-style: none; padding: 0; margin: 0 0 .7rem }
.poll li { margin: 0; padding-block: .35rem }
.poll fieldset { margin: 0 }
.poll legend { font: inherit; font-weight: 600; margin-block-end: .2rem }
.poll label { display: flex; gap: .7rem; align-items: center; min-height: 44px; cursor: pointer }
.poll input { flex: none; width: 1.2rem; min-height: 44px; margin: 0; padding: 0 }
.poll form > .button { margin-block: .7rem }
.poll p { margin: .35rem 0 0; font-size: .95rem }
.poll p a { display: inline }
.poll li .quiet { white-space: nowrap }
.quoting { margin: .8rem 0 0; font-size: .95rem }
`
