import { chromium } from "playwright-core"
import type { ThreadPageProps } from "../../../src/web/pages/thread.tsx"
import { group, now, posts, server } from "../../web/sample-views.ts"

/** What a browser finds wrong with posts shown in a page. */
export type Judge = { faults(clean: string[]): Promise<string[]>; close(): Promise<void> }

const address = "https://page.test/"

/** A browser that shows posts as a thread's page does, without the policy that would keep scripts and requests from it. */
export const openJudge = async (executablePath: string, pages: string): Promise<Judge> => {
	const { ThreadPage } = (await import(pages)) as {
		ThreadPage(props: ThreadPageProps): { toString(): string }
	}
	const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] })
	const page = await browser.newPage()
	let shown = ""
	let asked: string[] = []
	await page.route("**/*", (route) => {
		const url = route.request().url()
		if (url === address) return route.fulfill({ body: shown, contentType: "text/html; charset=utf-8" })
		asked.push(url)
		return route.abort()
	})
	await page.exposeFunction("fire", () => asked.push("a script ran"))
	page.on("dialog", (dialog) => {
		asked.push("a dialogue")
		void dialog.dismiss()
	})
	const faults = async (clean: string[]): Promise<string[]> => {
		const views = clean.map((html, nth) => ({
			...posts[0]!,
			id: `p${nth}`,
			html,
			attachments: [],
			depth: nth === 0 ? 0 : 1,
		}))
		const props: ThreadPageProps = { server, group, posts: views, now }
		shown = ThreadPage(props)
			.toString()
			.replace(/<link[^>]*>/g, "")
		asked = []
		await page.goto(address, { waitUntil: "load" })
		const found = await page.evaluate(outline)
		const plain = ThreadPage({
			...props,
			posts: views.map((view) => ({ ...view, html: "<p>plain</p>" })),
		}).toString()
		const whole = await page.evaluate(outlineOf, plain.replace(/<link[^>]*>/g, ""))
		if (found !== whole) asked.push(`The page around it is ${found} instead of ${whole}.`)
		return asked.map((one) => (one.startsWith("http") ? `It asked for ${one}.` : one))
	}
	return { faults, close: () => browser.close() }
}

// These two run in the browser, so they may use nothing but what is in them.
const outline = `(() => {
	const names = "html,head,body,main,header,footer,nav,article,section,form,h1,script,img,iframe,link,meta,button,input"
	const path = (element) => (element ? path(element.parentElement) + "/" + element.localName : "")
	return [...document.querySelectorAll(names)].map(path).join(" ")
})()`
const outlineOf = (text: string): string => {
	const names =
		"html,head,body,main,header,footer,nav,article,section,form,h1,script,img,iframe,link,meta,button,input"
	const path = (element: { parentElement: unknown; localName: string } | null): string =>
		element ? `${path(element.parentElement as typeof element)}/${element.localName}` : ""
	// biome-ignore lint/suspicious/noExplicitAny: the browser's own, which the types of Node do not know
	const parsed = new (globalThis as any).DOMParser().parseFromString(text, "text/html")
	return [...parsed.querySelectorAll(names)].map(path).join(" ")
}
