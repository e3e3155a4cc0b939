import { type Json, type Peer, type Person, startPeer } from "./peer.ts"
import { type Server, type Snug, startSnug } from "./snug.ts"
import { startHere } from "./snug-here.ts"
import { withOwner } from "./with-owner.ts"

/** A Snug with the group tea, and its people: Bob and Eve at a Mastodon, Ann at a Lemmy. */
export type Circle<S extends Server = Server> = {
	snug: S
	mastodon: Peer
	lemmy: Peer
	bob: Person
	eve: Person
	ann: Person
	tea: Json
	/** What a page of the server reads. */
	page(path: string): Promise<string>
	/** Bob, Eve and Ann follow tea, and have been told that they do. */
	gather(): Promise<void>
	/** Ends the server if it still runs, one in its own process as kill -9 would, and starts it again. */
	again(environment?: Record<string, string>): Promise<void>
	close(): Promise<void>
}

/** With the server in a process of its own, as stories have it. */
export const startCircle = (): Promise<Circle<Snug>> => circleAround(startSnug())

/** With the server in this process, for tests that kill nothing. */
export const startCircleHere = (): Promise<Circle> => circleAround(startHere())

const circleAround = async <S extends Server>(starting: Promise<S>): Promise<Circle<S>> => {
	const [snug, mastodon, lemmy] = await Promise.all([
		starting,
		startPeer({ software: "mastodon" }),
		startPeer({ software: "lemmy" }),
	])
	await withOwner(snug, "tea")
	const [bob, eve, ann] = [mastodon.person("bob"), mastodon.person("eve"), lemmy.person("ann")]
	const circle: Circle<S> = {
		snug,
		mastodon,
		lemmy,
		bob,
		eve,
		ann,
		tea: await bob.lookUp(`@tea@${snug.host}`),
		async page(path) {
			return (await fetch(`${snug.origin}${path}`, { headers: { accept: "text/html" } })).text()
		},
		async gather() {
			for (const person of [bob, eve, ann]) {
				await person.follow(await person.lookUp(`@tea@${snug.host}`))
				await person.peer.waitFor((r) => r.json?.type === "Accept" && r.json.to[0] === person.id)
			}
		},
		async again(environment) {
			circle.snug = (await circle.snug.again(environment)) as S
		},
		async close() {
			await Promise.all([circle.snug.close(), mastodon.stop(), lemmy.stop()])
		},
	}
	return circle
}
