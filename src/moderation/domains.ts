/** A host and every domain above it, nearest first: `a.b.example` is reached by what is said of `b.example`. */
export const domainsOf = (host: string): string[] => {
	const labels = hostname(host).split(".")
	return labels.map((_, index) => labels.slice(index).join(".")).filter((domain) => domain !== "")
}

/** A domain as it is compared: lower case, punycode, without a port or a last dot. */
export const normalDomain = (text: string): string | null => {
	try {
		const url = new URL(`https://${text.trim().replace(/^https?:\/\//, "")}`)
		return url.pathname === "/" && url.hostname !== "" ? hostname(url.host) : null
	} catch {
		return null
	}
}

const hostname = (host: string): string => host.replace(/:\d+$/, "").replace(/\.$/, "")
