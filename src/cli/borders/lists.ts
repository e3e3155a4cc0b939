import { readFileSync } from "node:fs"
import { basename } from "node:path"
import type { Command } from "commander"
import { allLines, type DomainList, listLists } from "../../../db/borders/lists.ts"
import { cutOff } from "../../moderation/borders/cut-off.ts"
import { decideLines } from "../../moderation/borders/decide-lines.ts"
import { draftList } from "../../moderation/borders/draft-list.ts"
import { readLines } from "../../moderation/borders/read-lines.ts"
import { subscribe, unsubscribe } from "../../moderation/borders/subscribe.ts"
import { writeLines } from "../../moderation/borders/write-lines.ts"
import { enact } from "../../moderation/enact.ts"
import type { World } from "../../world.ts"
import { orRefuse, Refusal, type Row, say } from "../speak.ts"
import type { WithWorld } from "../tools.ts"

const json = ["--json", "print one JSON value"] as const
type Importing = { apply?: boolean; draft?: boolean; json?: boolean }

/** Lists of decisions about servers: files in the form of Mastodon, and lists that are read again every day. */
export const listVerbs = (domain: Command, withWorld: WithWorld): void => {
	domain
		.command("import")
		.description(
			"what a file in the form of Mastodon would change, and who would be cut off; with --apply it does",
		)
		.argument("<file>", "domain_blocks.csv, or one domain a line")
		.option("--apply", "do all of it")
		.option("--draft", "leave it for /admin/servers/lists to decide about")
		.option(...json)
		.action((file, options) => withWorld((world) => bring(world, file, options)))
	domain
		.command("export")
		.description("prints what is decided about servers, in the form of Mastodon")
		.action(() =>
			withWorld(async (world) => {
				process.stdout.write(writeLines(await allLines(world.db)))
			}),
		)
	subscriptionVerbs(domain, withWorld)
}

const subscriptionVerbs = (domain: Command, withWorld: WithWorld): void => {
	domain
		.command("subscribe")
		.description("read a list every day; what it takes back counts no longer")
		.argument("<url>")
		.option("--name <name>", "what to call it", "")
		.option("--at-once", "what it says counts without anybody looking")
		.option(...json)
		.action((url, { name, atOnce, ...options }) =>
			withWorld(async (world) => {
				const wish = { url, name, way: atOnce ? "at-once" : "review", by: "operator" } as const
				const id = orRefuse(await enact(world, (tx) => subscribe(world, tx, wish)))
				say({ id, state: wish.way }, options)
			}),
		)
	domain
		.command("unsubscribe")
		.description("read it no longer; nothing of it counts any more")
		.argument("<url>")
		.option(...json)
		.action((url, options) =>
			withWorld(async (world) => {
				const lifted = orRefuse(await enact(world, (tx) => unsubscribe(world, tx, { url, by: "operator" })))
				say({ id: url, state: "unsubscribed", lifted }, options)
			}),
		)
	domain
		.command("subscriptions")
		.option(...json)
		.action((options) =>
			withWorld(async (world) =>
				say((await listLists(world.db)).filter(({ url }) => url).map(rowOf), options),
			),
		)
}

const rowOf = ({ id, name, url, way, readAt, failingSince, lastError }: DomainList): Row => ({
	id,
	url,
	name,
	state: failingSince ? "failing" : readAt ? way : "not read yet",
	read: readAt?.toISOString() ?? null,
	error: lastError,
})

const bring = async (world: World, file: string, options: Importing): Promise<void> => {
	const text = readText(file)
	if (!options.apply && !options.draft) return say(await wouldChange(world, text), options)
	const name = basename(file)
	const draft = orRefuse(
		await enact(world, async (tx) => {
			const drafted = await draftList(world, tx, { name, text, by: "operator" })
			if (!drafted.ok || !options.apply) return drafted
			const deed = { listId: drafted.value.id, domains: null, way: "take", by: "operator" } as const
			const decided = await decideLines(world, tx, deed)
			return decided.ok ? drafted : decided
		}),
	)
	const state = options.apply ? "decided" : "draft"
	say({ id: draft.id, state, servers: draft.lines.length, unreadable: draft.unreadable.join(", ") }, options)
}

const readText = (file: string): string => {
	try {
		return readFileSync(file, "utf8")
	} catch (error) {
		throw new Refusal(`${file} cannot be read: ${(error as Error).message}`)
	}
}

const wouldChange = async (world: World, text: string): Promise<Row[]> => {
	const { lines, unreadable } = orRefuse(readLines(text))
	const ties = await cutOff(
		world.db,
		lines.filter(({ severity }) => severity === "block").map(({ domain }) => domain),
	)
	return [
		...lines.map(({ domain, severity, rejectMedia, rejectReports }) => ({
			id: domain,
			domain,
			state: severity,
			reject_media: rejectMedia,
			reject_reports: rejectReports,
			cut_off: (ties.get(domain) ?? []).map(({ person, group }) => `${person} in ${group}`).join(", "),
		})),
		...unreadable.map((domain) => ({ id: domain, domain, state: "unreadable" })),
	]
}
