import { getLogger } from "@logtape/logtape"
import type { Database } from "../../db/connect.ts"
import { hostSpoke } from "../../db/dead-hosts.ts"
import { limits } from "../../src/limits.ts"
import type { Ports } from "../../src/ports.ts"

const logger = getLogger(["snug", "delivery"])

/**
 * Takes note of who sent us something, by any address of theirs: their host is alive, so what waits for it is tried at
 * once (`revived` is told). Each host is noted once a minute; what goes wrong here is only logged.
 */
export const noteSpeakers = ({
	db,
	ports,
	revived,
}: {
	db: Database
	ports: Pick<Ports, "now">
	revived: () => void
}): ((address: string) => Promise<void>) => {
	/** When each host was noted, the longest ago first. */
	const noted = new Map<string, number>()
	return async (address) => {
		const host = URL.parse(address)?.host
		const now = ports.now()
		if (!host || now.getTime() - (noted.get(host) ?? 0) < limits.speakersPause) return
		noted.delete(host)
		noted.set(host, now.getTime())
		if (noted.size > limits.speakersKnown) noted.delete(noted.keys().next().value!)
		try {
			if (await db.transaction((tx) => hostSpoke(tx, host, now))) revived()
		} catch (error) {
			logger.warn("could not note that {host} is alive: {error}", { host, error })
		}
	}
}
