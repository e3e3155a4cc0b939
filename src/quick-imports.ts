import { registerHooks } from "node:module"

// To tell of what kind a file is, Node reads its package's package.json again for every file. Drizzle's is 180 kB, and it
// has 150 files: without this, every start and every verb of the command takes half again as long.
registerHooks({
	resolve(specifier, { parentURL = "" }, next) {
		if (!/^\..+\.js$/.test(specifier) || !/\/node_modules\/drizzle-orm\/.+\.js$/.test(parentURL))
			return next(specifier)
		return { url: new URL(specifier, parentURL).href, format: "module", shortCircuit: true }
	},
})
