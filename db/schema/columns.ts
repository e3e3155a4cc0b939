import { sql } from "drizzle-orm"
import { customType, timestamp } from "drizzle-orm/pg-core"

/** A moment, kept to the microsecond by PostgreSQL and read as a `Date`. */
export const moment = (name: string) => timestamp(name, { withTimezone: true, mode: "date" })

/** Raw bytes, exactly as they were received or signed. */
export const bytes = customType<{ data: Uint8Array; driverData: Buffer }>({
	dataType: () => "bytea",
	toDriver: (value) => Buffer.from(value.buffer, value.byteOffset, value.byteLength),
	fromDriver: (value) => new Uint8Array(value.buffer, value.byteOffset, value.byteLength),
})

export const now = sql`now()`
