import { defineConfig } from "vitest/config"
import { longestFirst } from "./tests/support/longest-first.ts"

/** Short files that take long. */
const long =
	`attacks/full-disk attacks/crashes stories/lifecycle stories/backup attacks/floods simulate/simulate
	db/embedded federation/conformance proof/fuzz/fuzz proof/crawler/crawler stories/crash stories/moderation-crash
	stories/verbs-crash stories/doctor federation/roles federation/weeks db/fault-rig stories/database-dies
	stories/two-snugs stories/queue`.split(/\s+/)

export default defineConfig({
	oxc: { jsx: { runtime: "automatic", importSource: "hono/jsx" } },
	test: {
		include: ["tests/**/*.test.{ts,tsx}"],
		exclude: ["tests/web/**"],
		globalSetup: ["tests/support/global-setup.ts"],
		setupFiles: ["tests/support/clean-slate.ts"],
		// More than there are cores: who waits for a process, a timer or another server leaves room.
		maxWorkers: 4,
		sequence: { sequencer: longestFirst(long) },
		// Files of one worker share what they import: to read all of Snug anew for each would take minutes.
		isolate: false,
		execArgv: ["--max-semi-space-size=64"],
		testTimeout: 30_000,
		hookTimeout: 60_000,
	},
})
