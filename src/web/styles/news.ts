/** What happened to whoever is signed in: the dot beside the word, and the page it leads to. */
export const news = `
.masthead .you a.news::after { content: ""; inline-size: .5rem; block-size: .5rem; margin-inline-start: .4rem; border-radius: 50%; background: var(--button) }
.news-day { margin: 2rem 0 .25rem; font: 600 .9rem/1.4 var(--sans); color: var(--quiet) }
.news-list { list-style: none; margin: 0; padding: 0 }
.news-list > li { margin: 0; padding-block: 1rem; border-top: 1px solid var(--line) }
.news-day + .news-list > li:first-child { border-top: 0; padding-block-start: .4rem }
.news-list p { margin: 0 }
.news-list .words { font-family: var(--serif); font-size: 1.15rem; line-height: 1.4 }
.news-list .words a { display: block; padding-block: .45rem; min-height: 44px; text-decoration: none }
.news-list .words a:hover { text-decoration: underline }
.news-list .own { margin: .35rem 0; padding-inline-start: .9rem; border-inline-start: 2px solid var(--wash-line); font-family: var(--serif); color: var(--quiet) }
.news-list .who { font-weight: 600 }
.seen { display: flex; align-items: center; gap: .9rem; margin: 1.5rem 0; color: var(--quiet); font-size: .9rem }
.seen::before, .seen::after { content: ""; flex: 1; border-top: 1px solid var(--wash-line) }
@media (forced-colors: active) { .masthead .you a.news::after { background: LinkText } }
`
