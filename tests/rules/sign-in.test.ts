import { describe, expect, it } from "vitest"
import { Tries } from "../../src/accounts/tries.ts"
import { addressBlock, addressesIn, clientAddress } from "../../src/client-address.ts"
import { ownPath } from "../../src/web/forms.ts"

describe("where a request comes from", () => {
	const trusted = addressesIn("10.0.0.0/8, 192.0.2.1 fd00::/8")!

	it.each([
		["nobody is believed by default", "203.0.113.9", "1.1.1.1", addressesIn("")!, "203.0.113.9"],
		["a stranger is not believed", "203.0.113.9", "1.1.1.1", trusted, "203.0.113.9"],
		["a proxy of ours is", "10.1.2.3", "1.1.1.1", trusted, "1.1.1.1"],
		["but only its own word", "10.1.2.3", "6.6.6.6, 1.1.1.1", trusted, "1.1.1.1"],
		["through two proxies of ours", "10.1.2.3", "6.6.6.6, 1.1.1.1, 192.0.2.1", trusted, "1.1.1.1"],
		["as IPv4 in IPv6", "::ffff:10.1.2.3", "1.1.1.1", trusted, "1.1.1.1"],
		["by IPv6", "fd00::1", "2001:db8::7", trusted, "2001:db8::7"],
		["a word that is no address counts for nothing", "10.1.2.3", "unknown", trusted, "10.1.2.3"],
		["nor does what stands before it", "10.1.2.3", "6.6.6.6, unknown", trusted, "10.1.2.3"],
		["without the header", "10.1.2.3", undefined, trusted, "10.1.2.3"],
	])("%s", (_, socket, header, list, expected) => expect(clientAddress(socket, header, list)).toBe(expected))

	it.each(["10.0.0.0/33", "example.org", "10.0.0.0/8/8", "1.2.3.4/x", "fd00::/129"])(
		"%s is no range",
		(text) => {
			expect(addressesIn(text)).toBeNull()
		},
	)

	it.each([
		["203.0.113.9", "203.0.113.9"],
		["2001:db8:0:1:aaaa::1", "2001:db8:0:1::/64"],
		["2001:0DB8::1:0:0:2", "2001:db8:0:0::/64"],
		["::1", "0:0:0:0::/64"],
		["1:2:3:4:5:6:7:8", "1:2:3:4::/64"],
		["", ""],
	])("%s counts as %s", (address, block) => expect(addressBlock(address)).toBe(block))
})

describe("tries", () => {
	const at = (seconds: number) => new Date(1_000_000_000_000 + seconds * 1000)
	const ten = () => new Tries({ most: 10, span: 600_000, names: 3 })

	it("are ten, then none until the span since the first one ends", () => {
		const tries = ten()
		for (let n = 0; n < 10; n++) expect(tries.take("ana", at(n))).toBe(0)
		expect(tries.take("ana", at(60))).toBe(540_000)
		expect(tries.take("bob", at(60))).toBe(0)
		expect(tries.take("ana", at(599))).toBe(1000)
		expect(tries.take("ana", at(600))).toBe(0)
	})

	it("do not count when given back", () => {
		const tries = ten()
		for (let n = 0; n < 50; n++) {
			expect(tries.take("ana", at(n))).toBe(0)
			tries.giveBack("ana")
		}
	})

	it("remember only so many names", () => {
		const tries = new Tries({ most: 1, span: 600_000, names: 3 })
		for (const name of ["a", "b", "c", "d"]) tries.take(name, at(0))
		expect(tries.take("d", at(1))).toBeGreaterThan(0)
		expect(tries.take("a", at(1))).toBe(0)
	})
})

describe("where to go next", () => {
	const origin = new URL("https://snug.example")

	it.each(["/", "/@tea/desk", "/@tea?after=1", "/@x/https://evil.example"])("%s is ours", (path) => {
		expect(ownPath(path, origin)).toBe(path)
	})

	it.each([
		"//evil.example",
		"/\\evil.example",
		"/\t/evil.example",
		"/\n/evil.example",
		"https:evil.example",
		"https://evil.example/",
		"javascript:alert(1)",
		"evil.example",
		"",
		undefined,
		"/..//evil.example",
		"/./\u0000",
		`/${"a".repeat(600)}`,
	])("%j is not", (path) => expect(ownPath(path, origin)).toBe("/"))
})
