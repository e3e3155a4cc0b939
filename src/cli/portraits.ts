import type { Command } from "commander"
import { changePicture } from "../groups/change-picture.ts"
import { pictureYourself } from "../groups/picture-yourself.ts"
import { limits } from "../limits.ts"
import type { Wanted } from "../media/make-picture.ts"
import { takeFile } from "../media/take-file.ts"
import { enact } from "../moderation/enact.ts"
import { type Actor, handleOf } from "../people/actor.ts"
import { changePortrait } from "../people/change-portrait.ts"
import type { World } from "../world.ts"
import { groupNamed, personNamed } from "./group.ts"
import { bytesIn } from "./picture.ts"
import { orRefuse, Refusal, say } from "./speak.ts"
import type { WithWorld } from "./tools.ts"

type Options = { remove?: boolean; wide?: boolean; group?: string; as?: string; json?: boolean }

const [width, height] = limits.imageSides
const square: Wanted = { cut: { width: limits.iconSide, height: limits.iconSide } }
const wide: Wanted = { cut: { width, height } }

/** The file that becomes somebody's picture, cut to its form; null when the one there is goes. @throws Refusal. */
const brought = async (
	world: World,
	owner: Actor,
	{ path, remove, wanted }: { path: string | undefined; remove: boolean; wanted: Wanted },
): Promise<string | null> => {
	if (Boolean(path) === remove) throw new Refusal("Name a file, or say --remove.")
	if (!path) return null
	return orRefuse(await takeFile(world, { ownerId: owner.id, bytes: await bytesIn(path), wanted })).id
}

/** Somebody's own picture, everywhere or in one group. */
export const portraitVerb = (account: Command, withWorld: WithWorld): void => {
	account
		.command("portrait")
		.description("give an account its picture, or take it away")
		.argument("<name>")
		.argument("[file]", "a picture of this machine; it is cut to a square")
		.option("--group <handle>", "only in this group")
		.option("--remove", "take the picture away")
		.option("--json", "print one JSON value")
		.action((name, path, options: Options) =>
			withWorld(async (world) => {
				const person = await personNamed(world, name)
				const group = options.group ? await groupNamed(world, options.group) : null
				const remove = options.remove === true
				const fileId = await brought(world, person, { path, remove, wanted: square })
				const picturing = { actorId: person.id, personId: person.id, fileId }
				orRefuse(
					await enact(world, (tx) =>
						group
							? pictureYourself(world, tx, { ...picturing, groupId: group.id })
							: changePortrait(world, tx, picturing),
					),
				)
				say({ handle: handleOf(person), state: remove ? "removed" : "changed" }, options)
			}),
		)
}

/** A group's picture, and the wide one above its page. */
export const groupPictureVerb = (group: Command, withWorld: WithWorld): void => {
	group
		.command("picture")
		.description("give a group its picture, or take it away")
		.argument("<handle>")
		.argument("[file]", "a picture of this machine; it is cut to its form")
		.option("--as <account>", "whose file it is: they keep it among theirs")
		.option("--wide", "the wide one above its page")
		.option("--remove", "take the picture away")
		.option("--json", "print one JSON value")
		.action((handle, path, options: Options) =>
			withWorld(async (world) => {
				const group = await groupNamed(world, handle)
				if (!options.remove && !options.as) throw new Refusal("Say --as: whose file it is.")
				const owner = options.as ? await personNamed(world, options.as) : group
				const wanted = options.wide ? wide : square
				const id = await brought(world, owner, { path, remove: options.remove === true, wanted })
				const deed = {
					groupId: group.id,
					which: options.wide ? ("image" as const) : ("icon" as const),
					file: id ? { id, ownerId: owner.id } : null,
					by: "operator" as const,
				}
				orRefuse(await enact(world, (tx) => changePicture(world, tx, deed)))
				say({ handle: handleOf(group), state: options.remove ? "removed" : "changed" }, options)
			}),
		)
}
