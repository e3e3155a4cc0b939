import { lookup, Resolver } from "node:dns/promises"
import { BlockList, isIP } from "node:net"

export type Address = { address: string; family: 4 | 6 }
/** Finds the addresses of a host name. Rejects when there are none. */
export type Resolve = (hostname: string) => Promise<Address[]>

// IANA IPv4 and IPv6 Special-Purpose Address Registries: everything that is not globally reachable.
const special4 = `0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24
	192.88.99.0/24 192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4`
// Of IPv6 only 2000::/3 is allowed at all, which leaves out mapped and compatible IPv4, NAT64, link- and site-local.
const global6 = "2000::/3"
// Teredo and the other protocol assignments, documentation, 6to4.
const special6 = "2001::/23 2001:db8::/32 2002::/16 3fff::/20"

const listOf = (subnets: string, family: "ipv4" | "ipv6"): BlockList => {
	const list = new BlockList()
	for (const subnet of subnets.split(/\s+/)) {
		const [net, bits] = subnet.split("/")
		list.addSubnet(net!, Number(bits), family)
	}
	return list
}

const refused4 = listOf(special4, "ipv4")
const allowed6 = listOf(global6, "ipv6")
const refused6 = listOf(special6, "ipv6")
const loopback4 = listOf("127.0.0.0/8", "ipv4")

/** True for an address anybody on the Internet can reach; false for everything special, and for what is no address. */
export const isPublicAddress = (address: string): boolean => {
	const plain = address.replace(/%.*$/, "")
	if (isIP(plain) === 4) return !refused4.check(plain, "ipv4")
	return isIP(plain) === 6 && allowed6.check(plain, "ipv6") && !refused6.check(plain, "ipv6")
}

/** True for 127.0.0.0/8 and ::1, in their own forms only. */
export const isLoopbackAddress = (address: string): boolean =>
	isIP(address) === 4 ? loopback4.check(address, "ipv4") : address === "::1"

/** The address a URL's hostname is, without brackets; null when it is a name. */
export const literalAddress = (hostname: string): string | null => {
	const bare = hostname.replace(/^\[(.*)\]$/, "$1")
	return isIP(bare) ? bare : null
}

/** True for names of this machine: `localhost` and what is below it (RFC 6761), and loopback addresses. */
export const isLoopbackHost = (hostname: string): boolean =>
	/^(.+\.)?localhost$/.test(hostname) || isLoopbackAddress(literalAddress(hostname) ?? "")

/** True for names that have a meaning only inside one network: a single label, or a top domain kept for that. */
export const isPrivateName = (hostname: string): boolean =>
	!hostname.includes(".") ||
	/\.(localhost|localdomain|local|internal|intranet|lan|home\.arpa|onion)$/.test(hostname)

const resolver = new Resolver({ timeout: 2000, tries: 2 })

// One family's name server trouble must not hide the other's answer.
const ask = async (hostname: string): Promise<Address[]> => {
	const [four, six] = await Promise.allSettled([resolver.resolve4(hostname), resolver.resolve6(hostname)])
	const found: Address[] = []
	if (four.status === "fulfilled")
		found.push(...four.value.map((address): Address => ({ address, family: 4 })))
	if (six.status === "fulfilled") found.push(...six.value.map((address): Address => ({ address, family: 6 })))
	for (const { status, reason } of [four, six] as PromiseRejectedResult[]) {
		if (found.length === 0 && status === "rejected" && !absences.has(reason?.code)) throw reason
	}
	return found
}

const absences = new Set(["ENODATA", "ENOTFOUND", "ECONNREFUSED", "ENOTIMP"])

/** The machine's own way of resolving, /etc/hosts included. It occupies a thread of the pool that also signs. */
export const resolveLocally: Resolve = async (hostname) => {
	if (hostname.endsWith(".localhost")) return loopback
	const found = await lookup(hostname, { all: true })
	return found.map(({ address, family }) => ({ address, family: family === 6 ? 6 : 4 }))
}

// RFC 6761 6.3: names below localhost are this machine; not every system's resolver knows it.
const loopback: Address[] = [
	{ address: "127.0.0.1", family: 4 },
	{ address: "::1", family: 6 },
]

/** Asks the name servers without a thread, so that dead names do not hold up signing; then the machine's own way. */
export const resolvePublicly: Resolve = async (hostname) => {
	const found = await ask(hostname)
	return found.length > 0 ? found : resolveLocally(hostname)
}
