import type { Command } from "commander"
import { listInvites } from "../../db/invites.ts"
import { createInvite, revokeInvite } from "../accounts/signing-up/create-invite.ts"
import { enact } from "../moderation/enact.ts"
import { handleOf } from "../people/actor.ts"
import { groupNamed, personNamed } from "./group.ts"
import { orRefuse, say } from "./speak.ts"
import type { WithWorld } from "./tools.ts"

const json = ["--json", "print one JSON value"] as const

/** Links by which people come to have an account here. */
export const inviteVerbs = (snug: Command, withWorld: WithWorld): void => {
	const invite = snug.command("invite").description("links by which people may have an account here")
	invite
		.command("create")
		.description("make a link; it is shown once")
		.option("--uses <number>", "for how many people", "1")
		.option("--days <number>", "for how long it holds", "14")
		.option("--group <handle>", "a group they belong to at once")
		.option("--as <account>", "who invites; the operator if nobody is named")
		.option("--note <text>", "whom it is for", "")
		.option(...json)
		.action((options) =>
			withWorld(async (world) => {
				const by = options.as ? { actorId: (await personNamed(world, options.as)).id } : ("operator" as const)
				const groupId = options.group ? (await groupNamed(world, options.group)).id : null
				const wish = {
					by,
					groupId,
					uses: Number(options.uses),
					days: Number(options.days),
					note: options.note,
				}
				const { id, token, expiresAt } = orRefuse(await enact(world, (tx) => createInvite(world, tx, wish)))
				const url = new URL(`/invite/${token}`, world.origin).href
				say({ id, uri: url, state: "open", until: expiresAt.toISOString() }, options)
			}),
		)
	invite
		.command("list")
		.description("the invitations that hold")
		.option(...json)
		.action((options) =>
			withWorld(async (world) => {
				const rows = await listInvites(world.db, null, world.ports.now())
				say(
					rows.map(({ invite: { id, note, usesLeft, expiresAt }, by, group }) => ({
						id,
						invite: id,
						by: by ? handleOf(by) : "operator",
						group: group ? handleOf(group) : "",
						state: "open",
						left: usesLeft,
						until: expiresAt.toISOString(),
						note,
					})),
					options,
				)
			}),
		)
	invite
		.command("revoke")
		.description("take an invitation back; who came by it stays")
		.argument("<id>")
		.option(...json)
		.action((id, options) =>
			withWorld(async (world) => {
				orRefuse(await enact(world, (tx) => revokeInvite(world, tx, { by: "operator", id })))
				say({ id, state: "revoked" }, options)
			}),
		)
}
