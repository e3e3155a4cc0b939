import { defineConfig } from "vitest/config"

export default defineConfig({
	oxc: { jsx: { runtime: "automatic", importSource: "hono/jsx" } },
	test: {
		include: ["tests/web/**/*.test.{ts,tsx}"],
		globalSetup: ["tests/support/global-setup.ts"],
		maxWorkers: 1,
		testTimeout: 120_000,
		hookTimeout: 120_000,
	},
})
