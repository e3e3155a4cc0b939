import type { Command } from "commander"
import type { Transaction } from "../../db/connect.ts"
import { listBans, listMembers, listRequests } from "../../db/members.ts"
import { listPauses } from "../../db/pauses.ts"
import { roles } from "../groups/member.ts"
import { answerRequest } from "../moderation/answer-request.ts"
import { banMember } from "../moderation/ban-member.ts"
import { changeRole } from "../moderation/change-role.ts"
import { banWithPosts } from "../moderation/desk/ban-with-posts.ts"
import { liftPause } from "../moderation/desk/lift-pause.ts"
import { pauseMember } from "../moderation/desk/pause-member.ts"
import { enact } from "../moderation/enact.ts"
import { liftBan } from "../moderation/lift-ban.ts"
import { type Actor, handleOf } from "../people/actor.ts"
import { done, type Result, refused } from "../result.ts"
import type { World } from "../world.ts"
import { groupNamed } from "./group.ts"
import { orRefuse, type Row, say } from "./speak.ts"
import type { Tools, WithWorld } from "./tools.ts"
import { readUntil, whoIs } from "./who.ts"

type Deed = { groupId: string; person: Actor; by: "operator"; reason: string }
type Options = { reason: string; until?: string; posts?: boolean; json?: boolean }
type Act = (world: World, tx: Transaction, deed: Deed, options: Options) => Promise<Result<unknown>>

const liftEither: Act = async (world, tx, deed) => {
	const ban = await liftBan(world, tx, deed)
	if (ban.ok || ban.code !== "not-found") return ban
	const pause = await liftPause(world, tx, deed)
	return pause.ok || pause.code !== "not-found"
		? pause
		: refused("not-found", "They are neither banned nor asked to pause.")
}

const deeds: { verb: string; state: string; says: string; act: Act }[] = [
	{
		verb: "approve",
		state: "member",
		says: "make a follower a member",
		act: (world, tx, deed) => answerRequest(world, tx, "admit", deed),
	},
	{
		verb: "reject",
		state: "declined",
		says: "decline a request to be a member; they go on following",
		act: (world, tx, deed) => answerRequest(world, tx, "decline", deed),
	},
	{
		verb: "ban",
		state: "banned",
		says: "nothing more of theirs is taken, for a time or for good",
		act: async (world, tx, deed, { until, posts }) => {
			const how = { ...deed, until: readUntil(until, world.ports.now()) }
			const banned = await (posts ? banWithPosts : banMember)(world, tx, how)
			return banned.ok ? done(undefined) : banned
		},
	},
	{
		verb: "pause",
		state: "paused",
		says: "they belong to it as before, and what they write is not taken until then",
		act: async (world, tx, deed, { until }) => {
			const end = readUntil(until, world.ports.now())
			if (!end) return refused("invalid", "A pause needs an end: --until with a date, or 12h, 7d, 4w.")
			const paused = await pauseMember(world, tx, { ...deed, until: end })
			return paused.ok ? done(undefined) : paused
		},
	},
	{ verb: "lift", state: "lifted", says: "end a ban, or else a pause", act: liftEither },
	{
		verb: "promote",
		state: "promoted",
		says: "a step up: follower, member, moderator, owner",
		act: (world, tx, deed) => changeRole(world, tx, "promote", deed),
	},
	{
		verb: "demote",
		state: "demoted",
		says: "a step down",
		act: (world, tx, deed) => changeRole(world, tx, "demote", deed),
	},
]

export const memberVerbs = (snug: Command, withWorld: WithWorld, tools: Tools): void => {
	const member = snug.command("member").description("who belongs to a group, and in what role")
	member
		.command("list")
		.description("its people: followers, members, moderators, owners")
		.argument("<group>")
		.option("--waiting", "only those who ask to be members")
		.option("--banned", "only those who are banned")
		.option("--paused", "only those who are asked to write nothing for a while")
		.option("--json", "print one JSON value")
		.action((group, options) => withWorld(async (world) => say(await listOf(world, group, options), options)))
	for (const { verb, state, says, act } of deeds) {
		const command = member
			.command(verb)
			.description(says)
			.argument("<group>")
			.argument("<who>", "@name@host or an address")
		command
			.option("--reason <text>", "why; it stands in the mod log", "")
			.option("--json", "print one JSON value")
		if (verb === "ban") command.option("--until <when>", "a date, or 12h, 7d, 4w; for good if not given")
		if (verb === "ban") command.option("--posts", "take out what they posted, too")
		if (verb === "pause") command.option("--until <when>", "a date, or 12h, 7d, 4w")
		command.action((name, who, options: Options) =>
			withWorld(async (world) => {
				const group = await groupNamed(world, name)
				const person = await whoIs(world, tools, who)
				const deed = { groupId: group.id, person, by: "operator", reason: options.reason } as const
				const value = orRefuse(await enact(world, (tx) => act(world, tx, deed, options)))
				say({ ...rowOf(person, typeof value === "string" ? value : state), group: handleOf(group) }, options)
			}),
		)
	}
}

const listOf = async (
	world: World,
	name: string,
	options: { waiting?: boolean; banned?: boolean; paused?: boolean },
): Promise<Row[]> => {
	const group = await groupNamed(world, name)
	if (options.waiting)
		return (await listRequests(world.db, group.id)).map(({ actor, requestedAt }) => ({
			...rowOf(actor, "waiting"),
			since: requestedAt.toISOString(),
		}))
	if (options.paused)
		return (await listPauses(world.db, group.id, world.ports.now())).map(({ actor, until, reason }) => ({
			...rowOf(actor, "paused"),
			until: until.toISOString(),
			reason,
		}))
	if (options.banned)
		return (await listBans(world.db, group.id, world.ports.now())).map(({ actor, until, reason }) => ({
			...rowOf(actor, "banned"),
			until: until?.toISOString() ?? null,
			reason,
		}))
	return (await listMembers(world.db, group.id, [...roles])).map(({ actor, role }) => rowOf(actor, role))
}

const rowOf = (actor: Actor, state: string): Row => ({
	id: actor.id,
	uri: actor.uri,
	handle: handleOf(actor),
	state,
	name: actor.name,
})
