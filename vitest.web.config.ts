import { defineConfig } from "vitest/config"
import { longestFirst } from "./tests/support/longest-first.ts"

export default defineConfig({
	oxc: { jsx: { runtime: "automatic", importSource: "hono/jsx" } },
	test: {
		include: ["tests/web/**/*.test.{ts,tsx}"],
		globalSetup: ["tests/support/global-setup.ts"],
		setupFiles: ["tests/support/clean-slate.ts"],
		maxWorkers: 3,
		sequence: { sequencer: longestFirst(["web/pages", "web/desk", "web/languages", "web/accounts"]) },
		// Files of one worker share what they import, as elsewhere.
		isolate: false,
		testTimeout: 120_000,
		hookTimeout: 120_000,
	},
})
