/** A host and every domain above it, nearest first: `a.b.example` is reached by what is said of `b.example`. */
export const domainsOf = (host: string): string[] => {
	const name = host.replace(/:\d+$/, "").replace(/\.$/, "")
	const labels = name.split(".")
	const domains = labels.map((_, index) => labels.slice(index).join(".")).filter((domain) => domain !== "")
	return host.endsWith(name) || host.endsWith(`${name}.`) ? domains : [withoutDot(host), ...domains]
}

/**
 * A domain as it is compared: lower case, punycode, without a last dot; with a port only where it is not the usual one.
 * `*.example.social` is example.social, since whatever is decided counts for all below it.
 */
export const normalDomain = (text: string): string | null => {
	const url = URL.parse(`https://${text.trim().replace(/^(https?:\/\/)?(\*\.)?/, "")}`)
	return url && url.pathname === "/" && !url.username && url.hostname !== "" && !url.hostname.includes("*")
		? withoutDot(url.host)
		: null
}

const withoutDot = (host: string): string => host.replace(/\.(?=:\d+$|$)/, "")
