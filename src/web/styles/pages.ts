/** The doors on the first page, a group's own page, and a thread. */
export const pages = `
.doors { list-style: none; padding: 0; margin: 0; display: grid; gap: .9rem }
.doors li { position: relative; display: flex; gap: 1.15rem; align-items: center; margin: 0; padding: 1.15rem clamp(1rem, 4vw, 1.5rem); background: var(--wash); border: 1px solid var(--wash-line); border-radius: var(--round) }
.doors h3 { font-size: 1.4rem; font-weight: 400 }
.doors h3 a { color: inherit; text-decoration: none }
.doors h3 a::after { content: ""; position: absolute; inset: 0; border-radius: var(--round) }
.doors li:hover h3 a { text-decoration: underline; text-decoration-thickness: 1px }
.doors h3 a:focus-visible { outline: none }
.doors h3 a:focus-visible::after { outline: 3px solid var(--link); outline-offset: 3px }
.doors p { margin: .2rem 0 0 }
.doors .quiet { margin-block-start: .35rem }

.porch { display: flex; gap: clamp(1rem, 4vw, 1.75rem); align-items: flex-start; padding: clamp(1.25rem, 5vw, 2.25rem) }
.porch .door { width: clamp(40px, 12vw, 76px); height: auto; margin-block-start: .35rem }
.porch > div { min-width: 0; flex: 1 }
.porch .at { margin: .25rem 0 0; color: var(--quiet); font-size: .95rem }
.porch .prose { font-family: var(--serif); font-size: 1.15rem; line-height: 1.5; margin-block-start: .9rem }
.porch .button { margin-block-start: 1.2rem }
.porch.small { align-items: center; padding-block: 1rem }
.porch.small .door { width: 36px; margin: 0 }
.porch.small h1 { font-size: 1.6rem }

.conversations { list-style: none; margin: 0; padding: 0 }
.conversations li { margin: 0; padding-block: 1.35rem; border-top: 1px solid var(--line) }
.conversations li:first-child { border-top: 0; padding-block-start: .3rem }
.conversations h3 { font-size: 1.3rem; line-height: 1.35; font-weight: 400 }
.conversations h3 a { display: block; padding-block: .45rem; min-height: 44px; text-decoration: none }
.conversations h3 a:hover { text-decoration: underline }
.conversations p { margin: 0 }
.conversations .said { color: var(--ink); margin-block: .1rem .35rem }
.older { margin-block: 1.5rem 0; text-align: center }

.hosts { list-style: none; padding: 0 }
.hosts li + li { margin: 0 }
.hosts .plain { margin-inline-end: .35rem }

.steps { padding-inline-start: 1.35em }
.copy + .steps { margin-block-start: 1.2rem }
.steps li { padding-inline-start: .25rem }
.steps li + li { margin-block-start: .7rem }

.qr { margin: 1.25rem 0 0 }
.qr img { display: block; border-radius: 8px }
.qr figcaption { margin-block-start: .5rem; font-size: .9rem }
.from-home + p { margin-block-start: 1.25rem }
.from-home:first-child > .field { margin-block-start: 0 }
.section > form.from-home:only-child > .button { margin-block-start: 1.25rem }
.prose + p { margin-block-start: 1rem }
.lede + .panel { margin-block-start: 1.75rem }
.section > p + form:not(.from-home) > .button:only-child { margin-block-start: 1rem }

.letters { list-style: none; margin: 0; padding: 0 }
.letters > li { margin: 0; padding-block: 1.6rem; border-top: 1px solid var(--line) }
.letters > li:first-child { border-top: 0; padding-block-start: 0 }
.letters > .reply-1 { padding-inline-start: clamp(.75rem, 3vw, 1.5rem) }
.letters > .reply-2 { padding-inline-start: clamp(1.5rem, 6vw, 3rem) }
.letters > .reply-2 { border-top: 0; padding-block-start: .4rem }
.letters > :is(.reply-1, .reply-2) > article { border-inline-start: 2px solid var(--wash-line); padding-inline-start: clamp(.75rem, 3vw, 1.15rem) }
.letters article:target { outline: 3px solid var(--wash-line); outline-offset: .6rem; border-radius: 4px }
.from { margin: 0 0 .6rem; line-height: 1.45 }
.from a { color: inherit; text-decoration: none }
.from a:hover { text-decoration: underline }
.from .quiet { display: block }
.first .prose { font-family: var(--serif); font-size: 1.15rem }
.below { margin: .7rem 0 0; display: flex; flex-wrap: wrap; column-gap: 1.25rem; align-items: center; color: var(--quiet); font-size: .9rem }
.below a { display: inline-flex; align-items: center; min-height: 44px; color: inherit }
.gone { color: var(--quiet); font-style: italic; margin: 0 }
details.covered { border: 1px solid var(--line); border-radius: var(--round); padding-inline: 1rem }
details.covered > summary { min-height: 44px; padding-block: .55rem; cursor: pointer }
details.covered[open] > summary { border-bottom: 1px solid var(--line); margin-block-end: 1rem }
details.covered > :last-child:not(summary) { margin-block-end: 1rem }
.enclosed { list-style: none; padding: 0; margin: .8rem 0 0 }
.enclosed li { margin: 0 }
.enclosed a { display: inline-block; padding-block: .55rem; min-height: 44px }
.thread-title { margin-block: 1.25rem var(--gap) }
.back { margin: 0 }
.back .door { width: 26px; height: auto }
.back a { display: inline-flex; gap: .7rem; align-items: center; min-height: 44px; text-decoration: none }
.back a:hover { text-decoration: underline }
`
