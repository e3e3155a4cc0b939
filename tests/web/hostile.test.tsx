import { describe, expect, it } from "vitest"
import { hueClass } from "../../src/web/hues.ts"
import { GroupPage } from "../../src/web/pages/group.tsx"
import { HomePage } from "../../src/web/pages/home.tsx"
import { languageTag, outsideAddress } from "../../src/web/pages/outside-link.tsx"
import { SetupPage } from "../../src/web/pages/setup.tsx"
import { ThreadPage } from "../../src/web/pages/thread.tsx"
import { conversations, group, now, posts, server } from "./sample-views.ts"

const payload = `"><script>alert(1)</script><img src=x onerror=alert(1)>'`
const bad = { name: payload, handle: payload, url: "javascript:alert(1)" }
const trial = { ...server, origin: "http://localhost:3000" }

describe("addresses from elsewhere", () => {
	it.each([
		"javascript:alert(1)",
		" javascript:alert(1)",
		"java\nscript:alert(1)",
		"data:text/html,<script>alert(1)</script>",
		"//evil.example/x",
		"/@bookclub",
		"https:evil",
		"https://user:secret@evil.example/",
		"http://m.example/@bob",
		"",
	])("%j is never a link", (address) => expect(outsideAddress(address, server)).toBeUndefined())

	it("keeps https, and http only on a trial that speaks it itself", () => {
		expect(outsideAddress("https://m.example/@bob", server)).toBe("https://m.example/@bob")
		expect(outsideAddress("http://localhost:4811/@bob", trial)).toBe("http://localhost:4811/@bob")
	})
})

describe("what strangers wrote", () => {
	const conversation = {
		...conversations[0]!,
		title: payload,
		excerpt: payload,
		author: bad,
		repliedBy: [payload],
	}
	const post = {
		...posts[0]!,
		author: bad,
		title: payload,
		html: "<p>clean</p>",
		url: "data:text/html,x",
		contentWarning: payload,
		language: payload,
		inReplyToName: payload,
		attachments: [{ url: "javascript:alert(1)", mediaType: payload, alt: payload }],
	}
	const written = {
		home: (
			<HomePage
				server={{ ...server, name: payload, about: payload }}
				groups={[{ handle: "a", name: payload, about: payload, hue: Number.NaN }]}
			/>
		),
		group: (
			<GroupPage
				server={server}
				group={{ ...group, name: payload, language: payload, moderators: [bad], actorUri: payload }}
				conversations={[conversation]}
				first
				now={now}
			/>
		),
		thread: <ThreadPage server={server} group={{ ...group, name: payload }} posts={[post]} now={now} />,
		setup: (
			<SetupPage
				server={server}
				fields={{ server_name: payload, password: payload }}
				errors={{ name: payload }}
				token={payload}
			/>
		),
	}

	it.each(Object.entries(written))("stays text on the %s page", (_, page) => {
		const html = String(page)
		expect(html).toContain("&lt;script&gt;")
		// Inside a quoted value a payload is only text, so the values go before the tags are looked at.
		const bare = html.replace(/="[^"]*"/g, "=")
		expect(bare).not.toMatch(/<script|<img src=x|<style|<[^>]*\s(?:on\w+|style)=/i)
		expect(html).not.toMatch(/(?:href|src|action)="(?:javascript|data):/i)
	})

	it("loses neither the words nor the place of a link that was dropped", () => {
		expect(String(written.thread)).toContain(">Original</span>")
	})
})

it("gives every number one of our hues", () => {
	expect(hueClass(44)).toBe("hue hue-45")
	expect(hueClass(350)).toBe("hue hue-340")
	expect(hueClass(-1)).toBe("hue hue-15")
	expect(hueClass(Number.NaN)).toBe("hue hue-45")
})

it("takes only language tags for lang", () => {
	expect(languageTag("pt-BR")).toBe("pt-BR")
	expect(languageTag("not a tag")).toBeUndefined()
	expect(languageTag(null)).toBeUndefined()
})
