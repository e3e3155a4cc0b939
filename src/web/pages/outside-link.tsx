import type { Child } from "hono/jsx"
import type { ServerView } from "../layout.tsx"

/**
 * An address that came from another server, if a link may carry it: absolute https, or http where this server itself
 * speaks plain http (a trial). Everything else (javascript:, data:, protocol-relative) is undefined: attacks.md XSS-07.
 */
export const outsideAddress = (address: string, server: ServerView): string | undefined => {
	if (!/^https?:\/\//i.test(address) || !URL.canParse(address)) return undefined
	const url = new URL(address)
	if (url.protocol === "http:" && !server.origin.startsWith("http:")) return undefined
	if (url.username || url.password) return undefined
	return url.href
}

/** A link to another server, or just its words where the address is not one we would send anybody to. */
export const OutsideLink = (props: {
	href: string
	server: ServerView
	class?: string
	children?: Child
}) => {
	const href = outsideAddress(props.href, props.server)
	if (!href) return <span class={props.class}>{props.children}</span>
	return (
		<a class={props.class} href={href} rel="noopener noreferrer nofollow ugc">
			{props.children}
		</a>
	)
}

/** A language tag fit for a `lang` attribute (the shape of BCP 47), or nothing: a wrong one misleads screen readers. */
export const languageTag = (tag: string | null | undefined): string | undefined =>
	tag && /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(tag) ? tag : undefined
