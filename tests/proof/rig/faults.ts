import { setTimeout as pause } from "node:timers/promises"
import { migrate } from "../../../db/migrate.ts"
import type { Failpoint } from "../../../src/failpoints.ts"
import { openLink } from "./link.ts"
import { type Place, runOn } from "./place.ts"
import type { Rig } from "./rig.ts"

/** Milliseconds until a place that nobody passes counts as one that cannot be passed. */
const longestLife = 20_000

/** Kill -9 at a moment that chance chooses, and a new start. */
export const killAtRandom = async (rig: Rig, perSecond: number, longest = 1500): Promise<void> => {
	if (rig.isDead) await rig.start()
	rig.load(perSecond)
	await pause(100 + rig.random() * longest)
	await rig.kill()
	await rig.start()
}

/** What must be so for a place to be passed at all. */
const ways: Partial<Record<Failpoint, { before?: string; ask?: NodeJS.Signals; first?: true }>> = {
	"nodeinfo:read": { before: "update hosts set nodeinfo_at = null", first: true },
	"deliver:released": { ask: "SIGTERM", first: true },
	// somebody who has died at work, and left it
	"take-over:ended": {
		before:
			"update hosts set lease_owner = gen_random_uuid(), lease_until = now() + interval '20 seconds', next_try_at = null",
		first: true,
	},
}

/** Lets the server die when it passes a place, and leaves it dead; a sentence when it never did. */
export const dieAt = async (rig: Rig, place: Failpoint, perSecond: number): Promise<string | null> => {
	const { before, ask, first } = ways[place] ?? {}
	if (!rig.isDead) await rig.kill()
	if (before) await runOn(rig.options.lookUrl ?? rig.options.databaseUrl!, before)
	await rig.start(`${place}@${first ? 1 : 1 + Math.floor(rig.random() * 4)}`)
	rig.load(perSecond)
	if (ask) await pause(600)
	if (ask && !rig.isDead) rig.server.process.kill(ask)
	for (let waited = 0; !rig.isDead && waited < longestLife; waited += 20) await pause(20)
	const died = rig.server.process.signalCode === "SIGKILL"
	rig.deaths++
	return died ? null : `${place} was never passed`
}

/** Ends some of the server's sessions with the database, as an operator or a failing network does. */
export const endSessions = async (rig: Rig, most = 2): Promise<number> => {
	const url = rig.options.lookUrl ?? rig.options.databaseUrl!
	const rows = await runOn(
		url,
		`select pg_terminate_backend(pid) from (select pid from pg_stat_activity
			where datname = current_database() and pid <> pg_backend_pid() order by random() limit ${most}) as victims`,
	)
	return rows.length
}

/** The database goes and comes back under load. */
export const restartDatabase = async (
	rig: Rig,
	place: Place,
	how: "fast" | "immediate",
	perSecond: number,
): Promise<void> => {
	rig.load(perSecond)
	await pause(200 + rig.random() * 500)
	await place.restart(how, rig.random() * 800)
	await pause(300)
}

const conflict = (code: string, share: number) => `
	create or replace function conflict() returns trigger language plpgsql as $$ begin
		if random() < ${share} then raise exception 'injected' using errcode = '${code}'; end if; return new; end $$;
	create or replace trigger conflict before insert on shares for each statement execute function conflict();
	create or replace trigger conflict before insert on log for each statement execute function conflict();
	create or replace trigger conflict before update on cursors for each statement execute function conflict()`
const noConflict = `drop trigger if exists conflict on shares; drop trigger if exists conflict on log;
	drop trigger if exists conflict on cursors`

/** A share of the writes fails as a serialization failure (40001) or a deadlock (40P01) would make them. */
export const withConflicts = async (
	rig: Rig,
	code: "40001" | "40P01",
	share: number,
	work: () => Promise<void>,
): Promise<void> => {
	const url = rig.options.lookUrl ?? rig.options.databaseUrl!
	await runOn(url, conflict(code, share))
	try {
		await work()
	} finally {
		await runOn(url, noConflict)
	}
}

/** Migrations of an empty database whose link breaks at every `step`th word with it, until one gets through. */
export const breakMigrations = async (
	place: Place,
	step: number,
): Promise<{ breaks: number; faults: string[] }> => {
	const url = await place.fresh()
	const link = await openLink(url, Math.random)
	const faults: string[] = []
	let breaks = 0
	for (let after = 3; ; after += step) {
		link.breaksAfter = after
		const through = await migrate(link.url).then(
			() => true,
			() => false,
		)
		const tables = await runOn(url, "select 1 from pg_tables where schemaname = 'public'")
		if (through) break
		breaks++
		if (tables.length > 0) faults.push(`after ${after} words ${tables.length} tables were left`)
	}
	link.breaksAfter = Number.POSITIVE_INFINITY
	if ((await migrate(url)).applied !== 0) faults.push("what was migrated was migrated again")
	await link.close()
	return { breaks, faults }
}
