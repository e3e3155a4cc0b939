import { describe, expect, it } from "vitest"
import { accepted } from "../../src/web/accepted-language.ts"
import { languageHere, Say, t, zoneHere } from "../../src/web/language.tsx"
import { type Locale, readAs } from "../../src/web/reader.ts"

const as = <T,>(locale: Locale, run: () => T): T => readAs({ locale, zone: "Europe/Berlin" }, run)

describe("what a browser asks for", () => {
	it.each([
		[undefined, null],
		["", null],
		["*", null],
		["de", "de"],
		["DE-at", "de"],
		["fr, ar;q=0.3, de;q=0.7", "de"],
		["en;q=0.8,ar", "ar"],
		["de;q=0, en;q=0.1", "en"],
		["de;q=0", null],
		["de;q=nonsense, ar;q=0.2", "ar"],
		["de;q=2, ar;q=0.2", "ar"],
		["en-GB,en;q=0.9,de;q=0.8", "en"],
		["fr-CH, fr;q=0.9", null],
		["eng, deutsch", null],
		[`${"x,".repeat(5000)}de`, null],
	])("%j is %j", (header, locale) => expect(accepted(header)).toBe(locale))
})

describe("a sentence", () => {
	it("is English to nobody, and in the reader's language to a reader", () => {
		expect(t("Sign out")).toBe("Sign out")
		expect(as("de", () => t("Sign out"))).toBe("Abmelden")
		expect(as("ar", () => t("Sign out"))).toBe("تسجيل الخروج")
	})

	it("stays with its reader while others are answered", async () => {
		const slowly = async () => {
			await Promise.resolve()
			return t("Language")
		}
		const all = await Promise.all([as("de", slowly), as("ar", slowly), slowly()])
		expect(all).toEqual(["Sprache", "اللغة", "Language"])
	})

	it("takes what people are called as it is", () => {
		const sentence =
			"That form did not come from this server. Please open {{address}} and try again from there."
		const hostile = "{{address}} $t(Language) $& <b>"
		expect(t(sentence, { address: hostile })).toContain(`open ${hostile} and`)
		expect(as("de", () => t(sentence, { address: hostile }))).toContain(`öffne ${hostile} und`)
	})

	it("keeps the direction of a name to the name, in a sentence from right to left", () => {
		const sentence =
			"That form did not come from this server. Please open {{address}} and try again from there."
		expect(as("ar", () => t(sentence, { address: "https://a.example" }))).toContain(
			"\u2068https://a.example\u2069",
		)
	})

	it("is said in English when nobody has translated it", () => {
		expect(as("ar", () => t("Nobody ever says this."))).toBe("Nobody ever says this.")
	})
})

describe("a reason", () => {
	it("is found by its shape when something is filled in", () => {
		expect(as("de", () => t("The handle tea is taken."))).toBe("Der Kurzname tea ist vergeben.")
		expect(as("ar", () => t("The handle tea is taken."))).toBe("الاسم القصير \u2068tea\u2069 مأخوذ.")
		expect(t("The handle tea is taken.")).toBe("The handle tea is taken.")
	})

	it.each([
		"Off topic",
		"constructor",
		"__proto__",
		"toString",
		"a.b:c",
		"Please read $t(Language)",
		"{{handle}}",
		"x".repeat(100_000),
	])("that a moderator typed stays as it is: %.20s", (typed) => {
		expect(as("de", () => t(typed))).toBe(typed)
		expect(as("ar", () => t(typed))).toBe(typed)
		expect(t(typed)).toBe(typed)
	})
})

describe("a sentence with elements", () => {
	const desk = (group: string) => String(<Say text="Desk of {{group}}" group={<bdi>{group}</bdi>} />)

	it("keeps them where the language puts them", () => {
		expect(desk("Tea")).toBe("Desk of <bdi>Tea</bdi>")
		expect(as("de", () => desk("Tea"))).toBe("Schreibtisch von <bdi>Tea</bdi>")
	})

	it("escapes what people wrote, and sets plain words apart", () => {
		expect(desk("<script>{{group}}")).toBe("Desk of <bdi>&lt;script&gt;{{group}}</bdi>")
		expect(String(<Say text="Desk of {{group}}" group="a & b" />)).toBe("Desk of <bdi>a &amp; b</bdi>")
	})
})

it("knows who is reading", () => {
	expect([languageHere().tag, zoneHere()]).toEqual(["en", "UTC"])
	expect(as("ar", () => [languageHere().direction, zoneHere()])).toEqual(["rtl", "Europe/Berlin"])
})
