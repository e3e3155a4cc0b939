import { mkdir } from "node:fs/promises"
import { openBrowser } from "./eyes.ts"
import { pages, serveSamples } from "./sample-server.tsx"

// Run with: npx tsx --tsconfig tests/tsconfig.json tests/web/screens.ts [FOLDER]
const folder = process.argv[2] ?? "/tmp/screens"
await mkdir(folder, { recursive: true })
const samples = await serveSamples()
const browser = await openBrowser()
try {
	for (const colorScheme of ["light", "dark"] as const)
		for (const width of [1100, 390, 320]) {
			const context = await browser.newContext({ colorScheme, viewport: { width, height: 900 } })
			const page = await context.newPage()
			for (const path of Object.keys(pages)) {
				const answer = await page.goto(samples.origin + path)
				if (!answer?.ok()) throw new Error(`${path} answered ${answer?.status()}`)
				const name = path.replace(/\W+/g, "-").replace(/^-|-$/g, "") || "home"
				await page.screenshot({ path: `${folder}/${name}.${width}.${colorScheme}.png`, fullPage: true })
			}
			await context.close()
		}
} finally {
	await browser.close()
	await samples.close()
}
