import type { Command } from "commander"
import { mediaUsage } from "../../db/media-usage.ts"
import { findOrphans } from "../media/find-orphans.ts"
import { sweepCopies } from "../media/sweep-copies.ts"
import { sweepFiles } from "../media/sweep-files.ts"
import { handleOf } from "../people/actor.ts"
import type { World } from "../world.ts"
import { banVerbs } from "./borders/media.ts"
import { type Row, say } from "./speak.ts"
import type { WithWorld } from "./tools.ts"

type Options = { apply?: boolean; json?: boolean }

export const mediaVerbs = (snug: Command, withWorld: WithWorld): void => {
	const media = snug.command("media").description("pictures and recordings, and where they are kept")
	media
		.command("usage")
		.description("how much there is of what, and who brought most")
		.option("--json", "print one JSON value")
		.action((options) => withWorld(async (world) => say(await usage(world), options)))
	banVerbs(media, withWorld)
	media
		.command("prune")
		.description("let go of what nothing knows of, and of old copies; without --apply only say what that is")
		.option("--apply", "do it")
		.option("--json", "print one JSON value")
		.action((options: Options) => withWorld((world) => prune(world, options)))
}

const inMegabytes = (bytes: number): number => Math.round(bytes / 10_000) / 100

const usage = async (world: World): Promise<Row[]> => {
	const { own, copies, people } = await mediaUsage(world.db)
	const { files, bytes, orphans } = await findOrphans(world)
	const left = { files: orphans.length, bytes: orphans.reduce((sum, one) => sum + one.bytes, 0) }
	const row = (what: string, amount: { files: number; bytes: number }): Row => ({
		what,
		files: amount.files,
		megabytes: inMegabytes(amount.bytes),
	})
	return [
		row("brought by people here", own),
		...people.map(({ actor, ...amount }) => row(`of it by ${handleOf(actor)}`, amount)),
		row("copies of other servers’ pictures", copies),
		row("left behind, known to nothing", left),
		row("all in the storage, small copies counted apart", { files, bytes }),
	]
}

const prune = async (world: World, options: Options): Promise<void> => {
	const { orphans } = await findOrphans(world)
	let [gone, copies] = [0, 0]
	if (options.apply) {
		for (const { name } of orphans) await world.media?.storage.remove(name)
		for (let some = await sweepFiles(world); some > 0; some = await sweepFiles(world)) gone += some
		for (let some = await sweepCopies(world); some > 0; some = await sweepCopies(world)) copies += some
	}
	say(
		{
			state: options.apply ? "done" : "nothing was deleted; --apply does it",
			left_behind: orphans.length,
			megabytes: inMegabytes(orphans.reduce((sum, { bytes }) => sum + bytes, 0)),
			...(options.apply && { deleted_posts_files: gone, old_copies: copies }),
		},
		options,
	)
}
