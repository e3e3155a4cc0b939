import { defineConfig } from "vitest/config"

export default defineConfig({
	oxc: { jsx: { runtime: "automatic", importSource: "hono/jsx" } },
	test: {
		include: ["tests/web/**/*.test.{ts,tsx}"],
		globalSetup: ["tests/support/global-setup.ts"],
		setupFiles: ["tests/support/clean-slate.ts"],
		maxWorkers: 3,
		// Files of one worker share what they import, as elsewhere.
		isolate: false,
		testTimeout: 120_000,
		hookTimeout: 120_000,
	},
})
