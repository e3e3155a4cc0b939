import { randomBytes } from "node:crypto"
import { rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { sql } from "drizzle-orm"
import { inject } from "vitest"
import { connect } from "../../db/connect.ts"

export const newDatabaseName = (): string => `snug_test_${randomBytes(6).toString("hex")}`

export const withDatabase = (url: string, name: string): string => {
	const other = new URL(url)
	other.pathname = `/${name}`
	return other.href
}

export type Fresh = {
	url: string
	/** Where files go, made when there are any. */
	dataDir: string
	drop(): Promise<void>
}

/** A new, empty, migrated database of this test file's own, and a name for a folder. Drop both in `afterAll`, after closing what uses them. */
export const freshDatabase = async (): Promise<Fresh> => {
	const template = inject("templateDatabase")
	const templateName = new URL(template).pathname.slice(1)
	const name = `${templateName}_${randomBytes(6).toString("hex")}`
	await administer(template, `create database ${name} template ${templateName}`)
	const dataDir = join(tmpdir(), name)
	return {
		url: withDatabase(template, name),
		dataDir,
		async drop() {
			await administer(template, `drop database if exists ${name} with (force)`)
			await rm(dataDir, { recursive: true, force: true })
		},
	}
}

// From a third database, because one with a session in it cannot be copied.
const administer = async (template: string, statement: string): Promise<void> => {
	const admin = connect(withDatabase(template, "postgres"), { size: 1, transactionDeadline: 60_000 })
	try {
		await admin.db.execute(sql.raw(statement))
	} finally {
		await admin.close()
	}
}
