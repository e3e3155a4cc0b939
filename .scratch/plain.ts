import { mkdtemp, rm } from "node:fs/promises"
import { sql } from "drizzle-orm"
import { drizzle } from "drizzle-orm/postgres-js"
import postgres from "postgres"
import { connect } from "../db/connect.ts"
import { startEmbedded } from "../db/embedded.ts"
import { readRunning } from "../db/embedded/running.ts"
import { faults, outliveSession, prepareLedger, startLoad } from "../tests/db/load.ts"
const pause = (ms: number) => new Promise((r) => setTimeout(r, ms))
const which = process.argv[2]
let escaped = 0
process.on("uncaughtException", (e) => { escaped++; if (escaped < 3) console.log("UNCAUGHT", e.message) })
process.on("unhandledRejection", (e: any) => { escaped++; if (escaped < 3) console.log("UNHANDLED", e.message) })
const folder = await mkdtemp("/tmp/snug-plain-")
const dir = folder + "/db"
let server = await startEmbedded(dir)
const u = new URL(server.url)
const client = () => postgres({ path: u.searchParams.get("host") + "/.s.PGSQL.5432", user: "snug", database: "snug", max: 4, onnotice: () => {}, connect_timeout: 5 })
const db = drizzle(client()) as any
const safe = connect(server.url, { size: 2 })
await prepareLedger(safe.db)
const load = startLoad(db, 8, which === "idle" ? 30 : 2)
if (which === "idle") {
  const idle = Array.from({ length: 8 }, (_, n) => outliveSession(db, -1 - n))
  await Promise.race([Promise.allSettled(idle), pause(8000)])
} else if (which === "kill") {
  for (let i = 0; i < 60; i++) { await safe.db.execute(sql`select pg_terminate_backend(pid) from (select pid from pg_stat_activity where usename = current_user and application_name <> 'snug' order by random() limit 2) as v`); await pause(40) }
} else for (let i = 0; i < 3; i++) { await pause(300); const { pid } = readRunning(dir)!; process.kill(pid, which === "fast" ? "SIGINT" : "SIGQUIT"); while (readRunning(dir)?.pid === pid) await pause(20); server = await startEmbedded(dir) }
await pause(300)
await load.stop()
const f = await faults(safe.db, load.entries)
const kinds: Record<string, number> = {}
for (const s of f) { const k = s.replace(/^-?\d+: /, ""); kinds[k] = (kinds[k] ?? 0) + 1 }
console.log(which, { transactions: load.entries.length, acknowledged: load.entries.filter(e => e.outcome === "acknowledged").length, escaped, ...kinds })
const probes = await Promise.all(Array.from({ length: 4 }, () => Promise.race([db.transaction(async (tx: any) => { await tx.execute(sql`select 1`); await pause(100); return "ok" }).catch((e: any) => e.cause?.code ?? e.code ?? e.message), pause(6000).then(() => "HANG")])))
console.log("probes", probes)
await safe.close(); await server.stop({ force: true }); await rm(folder, { recursive: true, force: true }); process.exit(0)
