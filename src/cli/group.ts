import type { Command } from "commander"
import { findActorByHandle, findLocalActor } from "../../db/actors.ts"
import { findGroup, findGroupByHandle, listGroups } from "../../db/groups.ts"
import { createGroup } from "../groups/create-group.ts"
import { type Group, hues } from "../groups/group.ts"
import { updateGroup } from "../groups/update-group.ts"
import { enact } from "../moderation/enact.ts"
import { handleOf } from "../people/actor.ts"
import type { World } from "../world.ts"
import { closingVerb } from "./closing.ts"
import { groupFollowVerbs } from "./group-follows.ts"
import { movingVerbs } from "./moving.ts"
import { policyVerbs } from "./policy.ts"
import { groupPictureVerb } from "./portraits.ts"
import { orMissing, orRefuse, Refusal, type Row, say } from "./speak.ts"
import type { Tools, WithWorld } from "./tools.ts"

export const groupVerbs = (snug: Command, withWorld: WithWorld, tools: Tools): void => {
	const group = snug.command("group").description("the groups of this server")
	groupFollowVerbs(group, withWorld, tools)
	movingVerbs(group, groupNamed, withWorld, tools)
	closingVerb(group, groupNamed, withWorld)
	policyVerbs(group, groupNamed, withWorld)
	groupPictureVerb(group, withWorld)
	group
		.command("create")
		.description("open a group")
		.argument("<handle>", "its short name, which stays for good, like bookclub")
		.requiredOption("--name <name>", "what its people call it")
		.option("--summary <text>", "what it is, in Markdown", "")
		.requiredOption("--owner <account>", "who looks after it: an account of this server")
		.option("--json", "print one JSON value")
		.action((handle, options) =>
			withWorld(async (world) => {
				const owner = await personNamed(world, options.owner)
				const wish = { handle, name: options.name, about: options.summary, ownerId: owner.id }
				say(rowOf(orRefuse(await createGroup(world, wish))), options)
			}),
		)
	group
		.command("set")
		.description("change what a group says of itself and how people join and post")
		.argument("<handle>")
		.option("--name <name>")
		.option("--summary <text>", "what it is, in Markdown")
		.option("--rules <text>", "its rules, in Markdown")
		.option("--welcome <text>", "what somebody reads who has just come in, in Markdown")
		.option("--hue <degrees>", `its colour: ${hues.join(", ")}`, Number)
		.option("--join <how>", "open or approval")
		.option("--posting <who>", "anyone, followers, members or moderators")
		.option("--language <code>")
		.option("--form <form>", "note, or page: how new threads from here look to other servers")
		.option("--boost-answers <on|off>", "whether answers are boosted to servers like Mastodon")
		.option("--indexing <on|off>", "whether search engines may list it, and links to it show a preview")
		.option("--json", "print one JSON value")
		.action((handle, options) =>
			withWorld(async (world) => {
				const { id } = await groupNamed(world, handle)
				const change = given({
					name: options.name,
					about: options.summary,
					rules: options.rules,
					welcome: options.welcome,
					hue: options.hue,
					joining: options.join,
					posting: options.posting,
					language: options.language,
					form: options.form,
					boostsAnswers: options.boostAnswers && onOrOff(options.boostAnswers),
					indexed: options.indexing && onOrOff(options.indexing),
				})
				if (Object.keys(change).length === 0)
					throw new Refusal("Nothing was said that should change. See snug group set --help.")
				say(
					rowOf(
						orRefuse(
							await enact(world, (tx) => updateGroup(world, tx, { groupId: id, change, by: "operator" })),
						),
					),
					options,
				)
			}),
		)
	group
		.command("list")
		.description("all groups")
		.option("--json", "print one JSON value")
		.action((options) =>
			withWorld(async (world) => say((await listGroups(world.db, "all")).map(rowOf), options)),
		)
	group
		.command("show")
		.description("one group")
		.argument("<handle>")
		.option("--json", "print one JSON value")
		.action((handle, options) =>
			withWorld(async (world) => say(rowOf(await groupNamed(world, handle)), options)),
		)
}

export const groupNamed = async (world: World, name: string): Promise<Group> => {
	const [handle, host = world.origin.host] = name.replace(/^[@!]/, "").split("@")
	if (host === world.origin.host)
		return orMissing(await findGroupByHandle(world.db, handle!), `group ${name}`)
	const actor = await findActorByHandle(world.db, handle!, host)
	return orMissing(actor && (await findGroup(world.db, actor.id)), `group ${name} that anyone here follows`)
}

export const personNamed = async (world: World, name: string) => {
	const actor = await findLocalActor(world.db, name.replace(/^@/, "").replace(`@${world.origin.host}`, ""))
	return orMissing(actor?.kind === "person" ? actor : null, `account ${name}`)
}

const given = <T extends object>(options: T): Partial<T> =>
	Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as Partial<T>

const onOrOff = (word: string): boolean => {
	if (word !== "on" && word !== "off") throw new Refusal(`It is on or off, not ${word}.`)
	return word === "on"
}

const rowOf = (group: Group): Row => ({
	id: group.id,
	uri: group.uri,
	handle: handleOf(group),
	state: group.goneAt ? "closed" : group.movedTo ? "moved" : "open",
	name: group.name,
	join: group.joining,
	posting: group.posting,
	visibility: group.visibility,
	url: group.url,
	moved_to: group.movedTo,
	aliases: group.alsoKnownAs.join(" "),
	summary: group.about,
	rules: group.rules,
	welcome: group.welcome,
	language: group.language,
	hue: group.hue,
	form: group.form,
	boost_answers: group.boostsAnswers,
	indexing: group.indexed,
})
