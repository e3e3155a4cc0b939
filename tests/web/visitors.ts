import type { Browser, BrowserContextOptions, Page } from "playwright-core"
import { expect } from "vitest"
import { faults, smallTargets, unfold } from "./eyes.ts"

/** Somebody at a screen, signed in by the form if they have a name; what their browser complains of is written down. */
export class Visitor {
	readonly page: Page
	readonly complaints: string[] = []

	private constructor(page: Page) {
		this.page = page
		page.on("console", (said) => said.type() !== "log" && this.complaints.push(said.text()))
		page.on("pageerror", (error) => this.complaints.push(String(error)))
	}

	static async open(
		browser: Browser,
		options: BrowserContextOptions & { baseURL: string },
		login?: { name: string; password: string },
	): Promise<Visitor> {
		const context = await browser.newContext(options)
		const visitor = new Visitor(await context.newPage())
		if (login) {
			await visitor.page.goto("/login")
			await visitor.page.fill("#name", login.name)
			await visitor.page.fill("#password", login.password)
			await visitor.page.press("#password", "Enter")
			await visitor.page.waitForURL((url) => !url.pathname.startsWith("/login"))
		}
		return visitor
	}

	/** Goes on by keyboard until something of that name has the focus. */
	async tabTo(name: string | RegExp, most = 120): Promise<void> {
		for (let step = 0; step < most; step++) {
			await this.page.keyboard.press("Tab")
			const here = (await this.page.evaluate(
				`(() => { const one = document.activeElement; return one.id && one.labels?.length ? one.labels[0].textContent : (one.ariaLabel || one.textContent).trim() })()`,
			)) as string
			if (typeof name === "string" ? here === name : name.test(here)) return
		}
		throw new Error(`The keyboard does not come to ${name}.`)
	}

	/** Everything unfolded: accessible, no wider than the screen, targets one can hit, and no complaint of the browser. */
	async finds(path: string, width: number): Promise<void> {
		await this.page.goto(path)
		await this.page.evaluate(unfold)
		expect(await faults(this.page), path).toEqual([])
		expect(await this.page.evaluate(smallTargets), path).toEqual([])
		expect(await this.page.evaluate("document.documentElement.scrollWidth"), path).toBeLessThanOrEqual(width)
		expect(this.complaints, path).toEqual([])
	}

	close = (): Promise<void> => this.page.context().close()
}
