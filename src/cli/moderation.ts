import type { Command } from "commander"
import { findActors } from "../../db/actors.ts"
import { listFilters, listReports } from "../../db/moderation.ts"
import { changeFilter } from "../moderation/change-filter.ts"
import { enact } from "../moderation/enact.ts"
import { forwardReport } from "../moderation/forward-report.ts"
import { resolveReport } from "../moderation/resolve-report.ts"
import { handleOf } from "../people/actor.ts"
import type { World } from "../world.ts"
import { domainVerbs } from "./borders/domain.ts"
import { personVerbs } from "./borders/person.ts"
import { groupNamed } from "./group.ts"
import { letterVerbs } from "./letter.ts"
import { modLogVerb } from "./mod-log.ts"
import { reportFileVerb } from "./report-file.ts"
import { orMissing, orRefuse, say } from "./speak.ts"
import type { Tools, WithWorld } from "./tools.ts"

const json = ["--json", "print one JSON value"] as const

/** Filters, domains, people, reports and the log of what was decided. */
export const moderationVerbs = (snug: Command, withWorld: WithWorld, tools: Tools): void => {
	filterVerbs(snug.command("filter").description("words that make posts wait, or keep them out"), withWorld)
	domainVerbs(
		snug.command("domain").description("what is decided about other servers and the domains under them"),
		withWorld,
	)
	personVerbs(
		snug.command("person").description("what the server decides about single people"),
		withWorld,
		tools,
	)
	reportVerbs(snug.command("report").description("complaints that wait for somebody"), withWorld)
	letterVerbs(snug, withWorld)
	modLogVerb(snug, withWorld)
}

/** A filter is of a group when one is named first, and of the server when the word comes alone. */
const filterVerbs = (filter: Command, withWorld: WithWorld): void => {
	filter
		.command("add")
		.argument("<group>", "a group, or - for the whole server")
		.argument("<word>")
		.option("--hold", "posts with it wait for a moderator")
		.option("--refuse", "posts with it are not taken")
		.option("--pattern", "it is a pattern, written as in RE2, that fits whatever the capitals")
		.option(...json)
		.action((name, word, options) =>
			withWorld(async (world) => {
				const effect = options.refuse ? "refuse" : "hold"
				const deed = {
					groupId: await scopeNamed(world, name),
					word,
					effect,
					pattern: Boolean(options.pattern),
					by: "operator",
					reason: "",
				} as const
				say(
					{ id: orRefuse(await enact(world, (tx) => changeFilter(world, tx, deed))), state: effect },
					options,
				)
			}),
		)
	filter
		.command("remove")
		.argument("<group>", "a group, or - for the whole server")
		.argument("<word>")
		.option(...json)
		.action((name, word, options) =>
			withWorld(async (world) => {
				const groupId = await scopeNamed(world, name)
				const known = (await listFilters(world.db, groupId)).find((one) => one.word === word)
				const deed = {
					groupId,
					word,
					pattern: known?.pattern ?? false,
					effect: null,
					by: "operator",
					reason: "",
				} as const
				say(
					{ id: orRefuse(await enact(world, (tx) => changeFilter(world, tx, deed))), state: "removed" },
					options,
				)
			}),
		)
	filter
		.command("list")
		.argument("<group>", "a group, or - for the whole server")
		.option(...json)
		.action((name, options) =>
			withWorld(async (world) => {
				const rows = await listFilters(world.db, await scopeNamed(world, name))
				say(
					rows.map(({ id, word, effect, pattern }) => ({ id, word, state: effect, pattern })),
					options,
				)
			}),
		)
}

const scopeNamed = async (world: World, name: string): Promise<string | null> =>
	name === "-" ? null : (await groupNamed(world, name)).id

const reportVerbs = (report: Command, withWorld: WithWorld): void => {
	forwardVerb(report, withWorld)
	reportFileVerb(report, withWorld)
	report
		.command("list")
		.argument("[group]", "a group, or - for what concerns the server; all if not given")
		.option(...json)
		.action((name, options) =>
			withWorld(async (world) =>
				say(await reportRows(world, name ? await scopeNamed(world, name) : "all"), options),
			),
		)
	report
		.command("show")
		.argument("<id>")
		.option(...json)
		.action((id, options) =>
			withWorld(async (world) => {
				const row = (await reportRows(world, "all")).find((one) => one.id === id)
				if (!row) orRefuse({ ok: false, code: "not-found", reason: `There is no report ${id} here.` })
				else say(row, options)
			}),
		)
	report
		.command("resolve")
		.argument("<id>")
		.option("--reason <text>", "what was done about it", "")
		.option(...json)
		.action((id, options) =>
			withWorld(async (world) => {
				const deed = { reportId: reportNamed(id), by: "operator", reason: options.reason } as const
				orRefuse(await enact(world, (tx) => resolveReport(world, tx, deed)))
				say({ id, state: "resolved" }, options)
			}),
		)
}

const forwardVerb = (report: Command, withWorld: WithWorld): void => {
	report
		.command("forward")
		.description("pass it on to the server of the person it is about")
		.argument("<id>")
		.option(...json)
		.action((id, options) =>
			withWorld(async (world) => {
				const deed = { reportId: reportNamed(id), by: "operator" } as const
				const host = orRefuse(await enact(world, (tx) => forwardReport(world, tx, deed)))
				say({ id, state: "forwarded", to: host }, options)
			}),
		)
}

const reportNamed = (id: string): string =>
	orMissing(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id) ? id : null, `report ${id}`)

const reportRows = async (world: World, scope: string | null | "all") => {
	const rows = await listReports(world.db, scope)
	const ids = rows.flatMap(({ reporterId, subjectId, groupId }) =>
		[reporterId, subjectId, groupId].filter((id) => id !== null),
	)
	const names = new Map(
		(await findActors(world.db, [...new Set(ids)])).map((actor) => [actor.id, handleOf(actor)]),
	)
	return rows.map((row) => ({
		id: row.id,
		at: row.createdAt.toISOString(),
		state: row.resolvedAt ? "resolved" : "open",
		handle: names.get(row.subjectId ?? "") ?? "",
		group: names.get(row.groupId ?? "") ?? null,
		reporter: names.get(row.reporterId ?? "") ?? null,
		post: row.postId,
		words: row.words,
		resolution: row.resolution,
	}))
}
