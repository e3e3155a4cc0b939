/** What a link to a page shows where somebody puts one (Open Graph), and who wrote it. */
export type PreviewView = {
	kind: "website" | "article"
	url: string
	title: string
	description: string
	author?: { name: string; handle: string; url: string }
	at?: Date
}

/** The lines in a page's head that other sites make a preview of; Mastodon names the author by the last of them. */
export const PreviewHead = ({
	preview,
	server,
}: {
	preview: PreviewView
	server: { name: string; origin: string }
}) => (
	<>
		<link rel="canonical" href={preview.url} />
		<link
			rel="alternate"
			type="application/json+oembed"
			href={`${server.origin}/oembed?url=${encodeURIComponent(preview.url)}`}
			title={preview.title}
		/>
		<meta name="description" content={preview.description} />
		<meta property="og:title" content={preview.title} />
		<meta property="og:description" content={preview.description} />
		<meta property="og:type" content={preview.kind} />
		<meta property="og:url" content={preview.url} />
		<meta property="og:site_name" content={server.name} />
		{preview.at && <meta property="article:published_time" content={preview.at.toISOString()} />}
		{preview.author && <meta name="fediverse:creator" content={preview.author.handle} />}
	</>
)
