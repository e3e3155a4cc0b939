import { asking } from "./limits/asking.ts"
import { belonging } from "./limits/belonging.ts"
import { enclosing } from "./limits/enclosing.ts"
import { gathering } from "./limits/gathering.ts"
import { hearing } from "./limits/hearing.ts"
import { judging } from "./limits/judging.ts"
import type { Limit } from "./limits/limit.ts"
import { running } from "./limits/running.ts"
import { showing } from "./limits/showing.ts"
import { speaking } from "./limits/speaking.ts"

/** Everything that can grow has its limit here, by area; docs/limits.md is made of it (`npm run limits`). */
export const areas = {
	"What other servers say to us": hearing,
	"What we ask of other servers and say to them": asking,
	"What people here say and keep": speaking,
	"Pictures and recordings": enclosing,
	"Groups and those who look after them": gathering,
	"What a machine decides in groups": judging,
	Accounts: belonging,
	"Lists and pages": showing,
	"The machine, and how long things are kept": running,
} as const satisfies Record<string, Record<string, Limit>>

const table = {
	...hearing,
	...asking,
	...speaking,
	...enclosing,
	...gathering,
	...judging,
	...belonging,
	...showing,
	...running,
} as const

type Table = typeof table

/** The numbers alone, by name: bytes, characters, milliseconds or how many; of a rate both of its numbers. */
export const limits = Object.fromEntries(Object.entries(table).map(([name, { value }]) => [name, value])) as {
	readonly [Name in keyof Table]: Table[Name]["value"]
}
