import { setTimeout as pause } from "node:timers/promises"
import { freePort } from "../support/free-port.ts"
import { type Peer, startPeer } from "../support/peer.ts"
import { fillIn, startServer } from "./server.ts"

const once = process.argv.includes("--once")
const pace = once ? 0 : 900

const say = async (text: string): Promise<void> => {
	console.log(`\n${text}`)
	await pause(pace)
}
const note = (text: string): void => console.log(`  ${text}`)

const closing: (() => Promise<unknown>)[] = []
const close = async (): Promise<void> => {
	for (const end of closing.reverse()) await end()
	closing.length = 0
}

const tell = async (): Promise<string> => {
	await say("A new Snug server starts, with a database of its own.")
	const server = await startServer(await freePort(3000))
	closing.push(() => server.stop())
	const { host } = new URL(server.origin)
	await fillIn(server.setupUrl, {
		server_name: "The Corner House",
		name: "ana",
		password: "a pot of tea and a good book",
		group_handle: "bookclub",
		group_name: "The Thursday Book Club",
	})
	note(`Ana opened its setup link, named it The Corner House, and made the group @bookclub@${host}.`)

	await say("Two other servers: one runs Mastodon-like software, the other Lemmy-like.")
	const [mastodon, lemmy] = await Promise.all([
		startPeer({ software: "mastodon" }),
		startPeer({ software: "lemmy" }),
	])
	closing.push(
		() => mastodon.stop(),
		() => lemmy.stop(),
	)
	const [bo, chidi, dee] = await Promise.all([
		mastodon.person("bo", { displayName: "Bo" }),
		mastodon.person("chidi", { displayName: "Chidi" }),
		lemmy.person("dee", { displayName: "Dee" }),
	])
	note(`Bo and Chidi live on ${mastodon.host}, Dee on ${lemmy.host}.`)

	await say(`They look up @bookclub@${host} from the accounts they have, and follow it.`)
	const group = await bo.lookUp(`@bookclub@${host}`)
	for (const person of [bo, chidi, dee]) await person.follow(await person.lookUp(group.id))
	await answered(mastodon, chidi.id)
	await answered(lemmy, dee.id)
	note("The group says yes to all three.")

	await say("Bo posts, by mentioning the group.")
	const first = await bo.post({
		text: "We said chapters one to five. Who else stopped at the ferry?",
		mention: group,
	})
	await mastodon.waitFor((r) => r.json?.type === "Announce" && r.json.object === first.note.id)
	note("Chidi sees it in the home timeline, as a boost by the group:")
	note(`  ${chidi.home()[0]?.note.content.replace(/<[^>]+>/g, "")}`)
	await lemmy.waitFor((r) => r.json?.type === "Announce")
	note(
		`Dee sees it as a post of the community: ${lemmy.community(group.id).posts.length === 1 ? "yes" : "no"}.`,
	)

	await say("Dee answers from Lemmy; Chidi answers from Mastodon.")
	await dee.post({
		text: "I read on through the night, sorry. No spoilers from me.",
		mention: group,
		inReplyTo: first.note,
	})
	await chidi.post({
		text: "Stopped exactly there. What a place to stop.",
		mention: group,
		inReplyTo: first.note,
	})
	await lemmy.waitFor(
		(r) => r.json?.type === "Announce" && JSON.stringify(r.json).includes("What a place to stop"),
	)
	note("Both answers stand in the thread on the group's page, and Lemmy has Chidi's too.")

	await say("Bo mends a slip, and Chidi starts another conversation, then takes it back.")
	await bo.edit(first.note, "We said chapters one to six. Who else stopped at the ferry?")
	const slip = await chidi.post({ text: "Wrong window, sorry!", mention: group })
	await mastodon.waitFor((r) => r.json?.type === "Announce" && r.json.object === slip.note.id)
	await chidi.delete(slip.note)
	await mastodon.waitFor((r) => r.json?.type === "Undo" && r.json.object?.object === slip.note.id)
	note("The edit is in; what was taken back is gone from the page, and its boost is undone.")
	return `${server.origin}/@bookclub`
}

const answered = (peer: Peer, personId: string) =>
	peer.waitFor((r) => r.json?.type === "Accept" && r.json.to?.[0] === personId)

for (const signal of ["SIGINT", "SIGTERM"] as const)
	process.once(signal, async () => {
		console.log("\nClearing up …")
		await close()
		process.exit(0)
	})

try {
	const page = await tell()
	await say(`Have a look: ${page}\nCtrl-C ends it all and leaves nothing behind.`)
	if (once) await close()
} catch (error) {
	console.error(error)
	await close()
	process.exitCode = 1
}
