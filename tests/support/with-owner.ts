import { eventually } from "./eventually.ts"
import type { Server } from "./snug.ts"

/** Sets a new server up as its operator does, by the printed link; further groups by the command. */
export const withOwner = async (snug: Server, first = "hall", ...others: string[]): Promise<void> => {
	const link = await eventually(() => {
		const url = /Setup: (\S+)/.exec(snug.output())?.[1]
		if (!url) throw new Error(`There is no setup link in:\n${snug.output()}`)
		return url
	})
	const answer = await fetch(link, {
		method: "POST",
		body: new URLSearchParams({
			server_name: "A Snug",
			name: "ana",
			password: "correct horse battery staple",
			group_handle: first,
			group_name: `The ${first} circle`,
		}),
	})
	if (!answer.ok) throw new Error(`The setup page answered ${answer.status}: ${await answer.text()}`)
	for (const handle of others)
		await snug.snug("group", "create", handle, "--name", `The ${handle} circle`, "--owner", "ana")
}
