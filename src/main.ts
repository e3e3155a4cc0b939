import { enableCompileCache } from "node:module"
import "./quick-imports.ts"
import "./temporal.ts"

// What is compiled once is kept, so that a verb of the command answers sooner; hence the imports after it.
enableCompileCache()
const { runSnug } = await import("./cli/snug.ts")
const { lookUp, lookUpPost, openNetwork } = await import("./outside.ts")
const { start } = await import("./start.ts")
await runSnug({ start, openNetwork, lookUp, lookUpPost })
