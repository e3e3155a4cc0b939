import { limits } from "../../src/limits.ts"
import type { Ports } from "../../src/ports.ts"
import { isLoopbackHost } from "./addresses.ts"
import { getDocument, type Network } from "./network.ts"

export type Software = { software: string; version: string }
export type Dialect = "microblog" | "threadiverse"

const schema = "http://nodeinfo.diaspora.software/ns/schema/"

/**
 * What another server says it runs, by its NodeInfo 2.1 or 2.0; null when it cannot be had. Only the host itself is
 * asked: a link that leads elsewhere is not followed.
 */
export const readNodeInfo = async (
	network: Network,
	ports: Pick<Ports, "failpoint">,
	host: string,
	signal?: AbortSignal,
): Promise<Software | null> => {
	await ports.failpoint("nodeinfo:read")
	const start = URL.parse(`https://${host}/.well-known/nodeinfo`)
	if (!start || start.host !== host) return null
	if (network.allowPrivateAddress && isLoopbackHost(start.hostname)) start.protocol = "http:"
	const whole = AbortSignal.any([AbortSignal.timeout(limits.nodeinfoTime), ...(signal ? [signal] : [])])
	try {
		const link = linkOf(await getJson(network, start, host, whole), start)
		return link?.host === host ? softwareOf(await getJson(network, link, host, whole)) : null
	} catch {
		return null
	}
}

const getJson = async (network: Network, url: URL, host: string, signal: AbortSignal): Promise<unknown> => {
	const options = { accept: "application/json", maxRedirects: 2, limit: limits.nodeinfoBytes, signal }
	const document = await getDocument(network, url, options)
	if (document.status !== 200 || document.finalUrl.host !== host) return null
	return JSON.parse(Buffer.from(document.bytes).toString())
}

const linkOf = (found: unknown, base: URL): URL | null => {
	const links = (found as { links?: unknown } | null)?.links
	if (!Array.isArray(links)) return null
	for (const version of ["2.1", "2.0"]) {
		const link = links.find((one) => one?.rel === schema + version)
		if (typeof link?.href === "string") return URL.parse(link.href, base)
	}
	return null
}

const softwareOf = (found: unknown): Software | null => {
	const { name, version } =
		(found as { software?: { name?: unknown; version?: unknown } } | null)?.software ?? {}
	if (typeof name !== "string" || name === "") return null
	return {
		software: name.toLowerCase().slice(0, 64),
		version: typeof version === "string" ? version.slice(0, 64) : "",
	}
}

/** Software that keeps communities: whatever else there is, is told of boosts. */
export const threadiverse: ReadonlySet<string> = new Set(
	"lemmy piefed mbin kbin sublinks nodebb discourse friendica ghost wordpress lotide snug".split(" "),
)

/** How a server wants to hear of posts: boosts of single posts, or FEP-1b12's announced activities (wire 3.5). */
export const dialectOf = (software: string | null): Dialect =>
	software !== null && threadiverse.has(software.toLowerCase()) ? "threadiverse" : "microblog"
