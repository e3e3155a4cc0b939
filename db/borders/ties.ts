import { sql } from "drizzle-orm"
import { limits } from "../../src/limits.ts"
import type { Database, Transaction } from "../connect.ts"

type Reader = Database | Transaction

/** What binds this server to another: somebody of there belongs to a group here, or somebody here to a group there. */
export type Tie = { host: string; person: string; group: string }

const bound = sql`from members m join actors p on p.id = m.actor_id join actors g on g.id = m.group_id
	where p.local <> g.local and p.gone_at is null and g.gone_at is null`
const there = sql`case when p.local then g.host else p.host end`
const named = (actor: "p" | "g") => sql.raw(`'@' || ${actor}.handle || '@' || ${actor}.host`)

/** The servers that somebody here would be cut off from, or that somebody in a group here is of. */
export const hostsWithTies = async (db: Reader): Promise<string[]> =>
	(
		(await db.execute(
			sql`select distinct ${there} as host ${bound} order by 1 limit ${limits.domainRules}`,
		)) as unknown as { host: string }[]
	).map(({ host }) => host)

/** Who that is, by name, for some servers. */
export const listTies = async (db: Reader, hosts: string[]): Promise<Tie[]> =>
	hosts.length === 0
		? []
		: ((await db.execute(sql`select ${there} as host, ${named("p")} as person, ${named("g")} as "group" ${bound}
			and ${there} = any(${sql.param(hosts)}::text[]) order by 1, 3, 2 limit ${limits.tiesShown}`)) as unknown as Tie[])
