import { expect, it } from "vitest"
import { itemsOf } from "../../federation/receive/whole-thread.ts"

const home = "https://m.test/n/1"
const [one, two, three] = ["https://m.test/n/2", "https://n.test/n/3", "https://o.test/n/4"]
const pages: Record<string, Record<string, unknown>> = {
	"https://m.test/whole": { id: "https://m.test/whole", items: [one, two, three] },
	"https://m.test/pages": { id: "https://m.test/pages", first: "https://m.test/page/1" },
	"https://m.test/page/1": { items: [one], next: "https://m.test/page/2", first: "https://m.test/page/1" },
	"https://m.test/page/2": { orderedItems: [{ id: two }, three], first: "https://m.test/page/1" },
	"https://m.test/endless": { items: [one], next: "https://m.test/endless" },
	"https://victim.test/whole": { items: [one] },
}
const read = async (collection: unknown) => {
	const asked: string[] = []
	const found = await itemsOf(collection, home, async (uri) => {
		asked.push(uri)
		return pages[uri] ?? null
	})
	return { found, asked }
}

it("a collection is read in each shape in which servers give one", async () => {
	for (const collection of [
		[one, two, three],
		[{ id: one, type: "Note" }, { type: "Create", id: "https://m.test/a", object: { id: two } }, three],
		{ items: [one, two, three] },
		{ type: "OrderedCollection", orderedItems: [one, { id: two }, three, null, 7, "x", {}] },
		{ id: "https://m.test/x", first: { type: "CollectionPage", items: [one, two, three] } },
		{ id: "https://m.test/x", first: { items: [one], next: "https://m.test/page/2" } },
		"https://m.test/whole",
		{ id: "https://m.test/whole", type: "Collection" },
		["https://m.test/n/2", two, three],
		"https://m.test/pages",
		{ items: one, orderedItems: [two, three] },
	])
		expect((await read(collection)).found, JSON.stringify(collection)).toEqual([one, two, three])
	for (const nothing of [undefined, null, "", 7, {}, [], "tag:x", { items: null }, "https://m.test/none"])
		expect((await read(nothing)).found).toEqual([])
})

it("a collection is read from its own server only, and not without end", async () => {
	expect(await read("https://victim.test/whole")).toEqual({ found: [], asked: [] })
	expect(await read({ id: "https://m.test/x", first: "https://victim.test/whole" })).toEqual({
		found: [],
		asked: [],
	})
	const endless = await read("https://m.test/endless")
	expect(endless.found).toEqual([one])
	expect(endless.asked.length).toBeLessThanOrEqual(4)
	const many = Array.from({ length: 1000 }, (_, n) => `https://m.test/many/${n}`)
	expect((await read({ items: many })).found.length).toBeLessThanOrEqual(100)
})
