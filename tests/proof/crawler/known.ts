import { randomUUID } from "node:crypto"
import { sql } from "drizzle-orm"
import type { House } from "./house.ts"
import type { Local } from "./plant-local.ts"
import type { Filling, Known } from "./routes.ts"

/** Addresses of what people elsewhere wrote, by what became of it here. */
export type Remote = Record<"open" | "held" | "refused" | "removed" | "deleted" | "direct" | "edited", string>

/** Where each thing is, by its kind; and an id of each that nothing has. */
export const knownIn = async (house: House, remote: Remote, local: Local): Promise<Known> => {
	const posts: Filling[] = [{ kind: "unknown", value: randomUUID() }, ...local.posts]
	for (const [kind, uri] of Object.entries(remote)) {
		const [row] = await house.rows(sql`select id from posts where uri = ${uri}`)
		if (row) posts.push({ kind, value: row.id })
	}
	const named = async (kind: string, query: ReturnType<typeof sql>): Promise<Filling[]> =>
		(await house.rows<{ id: string }>(query)).map(({ id }) => ({ kind, value: id }))
	const unknown = { kind: "unknown", value: randomUUID() }
	const events = await named(
		"event",
		sql`select distinct on (type) id from events order by type, position desc`,
	)
	const hidden = await named(
		"hidden event",
		sql`select id from events where type in ('post-held', 'post-refused') limit 6`,
	)
	const forms = ["announce", "announce-create", "undo", "update", "accept"]
	const activities = [...events.slice(0, 8), ...hidden.slice(0, 2), unknown].flatMap(({ kind, value }) =>
		forms.map((form) => ({ kind, value: `${value}/${form}` })),
	)
	return {
		posts,
		activities,
		groups: [...(await named("group", sql`select id from actors where local and kind = 'group'`)), unknown],
		people: [
			...(await named(
				"person",
				sql`select id from actors where local and kind = 'person' order by handle = 'mia' desc limit 2`,
			)),
			...(await named("stranger", sql`select id from actors where not local limit 1`)),
		],
		others: [
			...(await named("report", sql`select id from reports`)),
			...(await named("filter", sql`select id from filters limit 1`)),
			...local.quotes,
			...local.drafts,
			unknown,
		],
		files: [...local.files, { kind: "unknown", value: `${"A".repeat(43)}.webp` }],
		events: [...hidden, ...events.slice(0, 4), unknown],
		handles: ["tea", "den", "chess", "mia", "nobody", "zoe", "server"].map((value) => ({
			kind: `@${value}`,
			value,
		})),
	}
}
