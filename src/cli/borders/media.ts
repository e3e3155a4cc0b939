import { readFileSync } from "node:fs"
import type { Command } from "commander"
import { listBans, type Print } from "../../../db/borders/banned-media.ts"
import { banPictures, liftPictureBan } from "../../media/ban-pictures.ts"
import { fingerprintOf } from "../../media/fingerprint.ts"
import { pictureAt } from "../../media/picture-at.ts"
import { readPrints } from "../../media/read-prints.ts"
import type { World } from "../../world.ts"
import { orMissing, orRefuse, Refusal, say } from "../speak.ts"
import type { WithWorld } from "../tools.ts"

const json = ["--json", "print one JSON value"] as const

/** Pictures that are never taken, and of which nothing is kept but what they are known by. */
export const banVerbs = (media: Command, withWorld: WithWorld): void => {
	media
		.command("ban")
		.description("never take a picture, and let go of every copy: its address here or elsewhere, or a file")
		.argument("[address]")
		.option("--file <file>", "the picture itself")
		.option("--list <file>", "a list of SHA-256 sums (64 digits) and pHashes (16 digits)")
		.option("--reason <text>", "why; it stands in the operators' log", "")
		.option(...json)
		.action((address, { file, list, reason, ...options }) =>
			withWorld(async (world) => {
				const prints = await printsOf(world, { address, file, list })
				const gone = orRefuse(await banPictures(world, { prints, by: "operator", note: reason }))
				say({ state: "banned", pictures: prints.length, copies_let_go: gone }, options)
			}),
		)
	media
		.command("unban")
		.description("such a picture may come again")
		.argument("<id>")
		.option(...json)
		.action((id, options) =>
			withWorld(async (world) => {
				const known = orMissing(/^[0-9a-f-]{36}$/.test(id) ? id : null, `ban ${id}`)
				orRefuse(await liftPictureBan(world, { id: known, by: "operator" }))
				say({ id, state: "allowed" }, options)
			}),
		)
	media
		.command("bans")
		.option(...json)
		.action((options) =>
			withWorld(async (world) =>
				say(
					(await listBans(world.db)).map(({ id, sha256, phash, note, createdAt }) => ({
						id,
						at: createdAt.toISOString(),
						sha256,
						phash: phash && BigInt(`0b${phash}`).toString(16).padStart(16, "0"),
						reason: note,
					})),
					options,
				),
			),
		)
}

type Named = { address?: string; file?: string; list?: string }

const printsOf = async (world: World, { address, file, list }: Named): Promise<Print[]> => {
	if (list) return orRefuse(readPrints(readOr(list).toString("utf8")))
	if (address) return [orRefuse(await pictureAt(world, address))]
	if (!file) throw new Refusal("Name a picture by its address, or with --file or --list.")
	const print = world.media ? await fingerprintOf(world.media, readOr(file)) : null
	if (!print || print === "full") throw new Refusal("This server keeps no pictures.")
	return [print]
}

const readOr = (file: string): Buffer => {
	try {
		return readFileSync(file)
	} catch (error) {
		throw new Refusal(`${file} cannot be read: ${(error as Error).message}`)
	}
}
