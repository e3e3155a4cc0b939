import { mkdtempSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { Snug } from "./snug.ts"

/** Makes the owner's account and groups on a new server, as an operator does from the command line. */
export const withOwner = async (snug: Snug, ...handles: string[]): Promise<void> => {
	const file = join(mkdtempSync(join(tmpdir(), "snug-password-")), "password")
	writeFileSync(file, "correct horse battery staple\n")
	await snug.snug("account", "create", "ana", "--password-file", file)
	for (const handle of handles)
		await snug.snug("group", "create", handle, "--name", `The ${handle} circle`, "--summary", "A test.", "--owner", "ana")
}
