import { parseArgs } from "node:util"

export type Options = {
	/** One smaller run of each line instead of three and their median. */
	quick: boolean
	json: boolean
	/** Names of the lines to run; every line when empty. */
	only: string[]
	/** A folder for CPU profiles of the server; none are written without it. */
	profile: string | null
}

/** Reads `--quick`, `--json`, `--only LINE` and `--profile FOLDER`. @throws on anything else. */
export const readOptions = (words: string[]): Options => {
	const { values } = parseArgs({
		args: words,
		options: {
			quick: { type: "boolean", default: false },
			json: { type: "boolean", default: false },
			only: { type: "string", multiple: true, default: [] },
			profile: { type: "string" },
		},
	})
	return { ...values, profile: values.profile ?? null }
}
