import { BlockList, isIP } from "node:net"

/** Reads addresses and CIDR ranges, separated by commas or spaces; null when one is neither. */
export const addressesIn = (text: string): BlockList | null => {
	const list = new BlockList()
	for (const range of text.split(/[\s,]+/).filter(Boolean)) {
		const [address = "", bits, ...rest] = range.split("/")
		const family = isIP(address)
		const longest = family === 6 ? 128 : 32
		if (
			family === 0 ||
			rest.length > 0 ||
			(bits !== undefined && !(/^\d{1,3}$/.test(bits) && Number(bits) <= longest))
		)
			return null
		list.addSubnet(address, bits === undefined ? longest : Number(bits), family === 6 ? "ipv6" : "ipv4")
	}
	return list
}

/**
 * Where a request comes from: the socket's other end, unless that is a proxy we trust. Then it is the last address in
 * X-Forwarded-For that is not one of ours: whatever stands before it, the client may have written there itself.
 */
export const clientAddress = (
	socket: string,
	forwardedFor: string | undefined,
	trusted: BlockList,
): string => {
	let client = withoutMapping(socket)
	for (const one of (forwardedFor ?? "").split(",").toReversed()) {
		if (!trusts(trusted, client)) return client
		const address = withoutMapping(one.trim().replace(/^\[(.*)\](:\d+)?$/, "$1"))
		if (isIP(address) === 0) return client
		client = address
	}
	return client
}

const trusts = (trusted: BlockList, address: string): boolean => {
	const family = isIP(address)
	return family !== 0 && trusted.check(address, family === 6 ? "ipv6" : "ipv4")
}

const withoutMapping = (address: string): string =>
	address.replace(/^::ffff:(?=\d+\.)/i, "").replace(/%.*$/, "")

/** What one household or machine holds: an IPv4 address, or the /64 that an IPv6 address is in. */
export const addressBlock = (address: string): string => {
	if (isIP(address) !== 6) return address
	const [head = "", tail] = address.split("::")
	const [first, last] = [head, tail ?? ""].map((part) => part.split(":").filter(Boolean))
	const zeros =
		tail === undefined ? [] : Array<string>(Math.max(0, 8 - first!.length - last!.length)).fill("0")
	const groups = [...first!, ...zeros, ...last!].slice(0, 4)
	return `${groups.map((group) => Number.parseInt(group, 16).toString(16)).join(":")}::/64`
}
