import { t } from "../language.tsx"
import type { ServerView } from "../layout.tsx"
import { OutsideLink, outsideAddress } from "./outside-link.tsx"
import type { Attachment, Shown } from "./views.ts"

const named: Record<string, (words: string) => string> = {
	image: (words) => t("Picture: {{words}}", { words }),
	video: (words) => t("Video: {{words}}", { words }),
	audio: (words) => t("Recording: {{words}}", { words }),
}
const anyOther = (words: string): string => t("Attachment: {{words}}", { words })

const said = ({ mediaType, alt }: Attachment): string =>
	(named[mediaType.split("/")[0] ?? ""] ?? anyOther)(alt || t("nobody described it"))

const Picture = ({ one, shown, server }: { one: Attachment; shown: Shown; server: ServerView }) => (
	<a
		href={shown.href.startsWith("/media/") ? shown.href : outsideAddress(shown.href, server)}
		rel="noopener noreferrer nofollow ugc"
	>
		<img
			src={shown.src}
			alt={one.alt || t("A picture that nobody described")}
			width={shown.width}
			height={shown.height}
			loading="lazy"
			decoding="async"
		/>
	</a>
)

const Player = ({ one, shown }: { one: Attachment; shown: Shown }) => (
	<>
		{shown.is === "video" ? (
			// biome-ignore lint/a11y/useMediaCaption: its author's words stand below it
			<video src={shown.src} controls preload="metadata" aria-label={said(one)} />
		) : (
			// biome-ignore lint/a11y/useMediaCaption: its author's words stand below it
			<audio src={shown.src} controls preload="metadata" aria-label={said(one)} />
		)}
		{one.alt && <p class="quiet">{one.alt}</p>}
	</>
)

/** What came with a post: pictures and recordings that are kept here are shown, everything else is a link to where it is. */
export const Enclosed = ({ attachments, server }: { attachments: Attachment[]; server: ServerView }) => {
	const shown = attachments.filter((one) => one.shown)
	const links = attachments.filter((one) => !one.shown)
	return (
		<>
			{shown.length > 0 && (
				<ul class={shown.length > 1 ? "shown several" : "shown"}>
					{shown.map((one) => (
						<li>
							{one.shown!.is === "picture" ? (
								<Picture one={one} shown={one.shown!} server={server} />
							) : (
								<Player one={one} shown={one.shown!} />
							)}
						</li>
					))}
				</ul>
			)}
			{links.length > 0 && (
				<ul class="enclosed">
					{links.map((one) => (
						<li>
							<OutsideLink href={one.url} server={server}>
								{said(one)}
							</OutsideLink>
						</li>
					))}
				</ul>
			)}
		</>
	)
}
