import { defineConfig } from "vitest/config"

export default defineConfig({
	oxc: { jsx: { runtime: "automatic", importSource: "hono/jsx" } },
	test: {
		include: ["tests/**/*.test.{ts,tsx}"],
		exclude: ["tests/web/**"],
		globalSetup: ["tests/support/global-setup.ts"],
		maxWorkers: 3,
		testTimeout: 30_000,
		hookTimeout: 60_000,
	},
})
