import type { Command } from "commander"
import { readConfig } from "../config.ts"
import type { Check } from "../doctor/check.ts"
import { examine } from "../doctor/examine.ts"
import { realPorts } from "../real-ports.ts"
import { say } from "./speak.ts"
import type { Tools, WithWorld } from "./tools.ts"
import { loadDotEnv } from "./with-world.ts"

/** What the process ends with when something fails, apart from 1 (refused) and 2 (not understood). */
const sick = 3

export const doctorVerbs = (snug: Command, _: WithWorld, { openNetwork }: Tools): void => {
	snug
		.command("doctor")
		.description("look at everything that can keep this server from working; ends with 3 if something fails")
		.option("--json", "print one JSON value")
		.action(async (options) => {
			loadDotEnv()
			const config = readConfig(process.env)
			const network = openNetwork(config)
			try {
				const checks = await examine(config, realPorts(network.fetch), process.versions.node)
				if (options.json)
					say(
						checks.map(({ name, ...rest }) => ({ id: name, ...rest })),
						options,
					)
				else process.stdout.write(`${checks.map(lineOf).join("\n")}\n${conclusionOf(checks)}\n`)
				if (checks.some(({ state }) => state === "fail")) process.exitCode = sick
			} finally {
				await network.close()
			}
		})
}

const lineOf = ({ name, state, says, mend }: Check): string => {
	const line = `${state.padEnd(4)}  ${name.padEnd(11)}  ${says}`
	return mend ? `${line}\n${" ".repeat(19)}→ ${mend}` : line
}

const conclusionOf = (checks: Check[]): string => {
	const count = (state: Check["state"]) => checks.filter((check) => check.state === state).length
	if (count("fail") > 0) return "\nWhat says fail keeps this server from working as it should."
	return count("warn") > 0 ? "\nThis server works; what says warn deserves a look." : "\nAll is well."
}
