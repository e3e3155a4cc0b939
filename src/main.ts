import { enableCompileCache } from "node:module"
import "./temporal.ts"

// What is compiled once is kept, so that a verb of the command answers sooner; hence the imports after it.
enableCompileCache()
const { runSnug } = await import("./cli/snug.ts")
const { lookUp, lookUpPost, openNetwork } = await import("./outside.ts")
await runSnug({
	// most of Snug is what only a server does
	start: async (config) => (await import("./start.ts")).start(config),
	openNetwork,
	lookUp,
	lookUpPost,
})
