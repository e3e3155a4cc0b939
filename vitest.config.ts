import { defineConfig } from "vitest/config"

export default defineConfig({
	oxc: { jsx: { runtime: "automatic", importSource: "hono/jsx" } },
	test: {
		include: ["tests/**/*.test.{ts,tsx}"],
		exclude: ["tests/web/**"],
		globalSetup: ["tests/support/global-setup.ts"],
		setupFiles: ["tests/support/clean-slate.ts"],
		maxWorkers: 3,
		// Files of one worker share what they import: to read all of Snug anew for each would take minutes.
		isolate: false,
		execArgv: ["--max-semi-space-size=64"],
		testTimeout: 30_000,
		hookTimeout: 60_000,
	},
})
