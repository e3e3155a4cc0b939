import { feedFormats, feedNames, feedTypes } from "../feeds/feed-of.ts"
import { Say } from "../language.tsx"

/** How a page tells feed readers where its feeds are; `of` is the page's address. */
export const FeedHead = ({ of, title }: { of: string; title: string }) => (
	<>
		{feedFormats.map((format) => (
			<link rel="alternate" type={feedTypes[format]} title={title} href={`${of}/feed.${format}`} />
		))}
	</>
)

/** The same, for people. */
export const FeedLinks = ({ of }: { of: string }) => (
	<p>
		<Say
			text="You can read along in a feed reader, too: as {{atom}}, {{rss}} or {{json}}."
			atom={<a href={`${of}/feed.atom`}>{feedNames.atom}</a>}
			rss={<a href={`${of}/feed.rss`}>{feedNames.rss}</a>}
			json={<a href={`${of}/feed.json`}>{feedNames.json}</a>}
		/>
	</p>
)
