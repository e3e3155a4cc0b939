import { describe, expect, it } from "vitest"
import { instant } from "../../federation/translate/wire.ts"
import { momentOfEdit } from "../../src/posts/moment-of-edit.ts"

const at = (text: string) => new Date(`2027-03-01T08:00:${text}Z`)

describe("the moment of an edit", () => {
	it("differs on the wire from the one before, however soon it comes", () => {
		const first = momentOfEdit(null, null, at("07.200"))
		const second = momentOfEdit(first, null, at("07.690"))
		const third = momentOfEdit(second, null, at("07.900"))
		expect([first, second, third].map(instant)).toEqual([
			"2027-03-01T08:00:07Z",
			"2027-03-01T08:00:08Z",
			"2027-03-01T08:00:09Z",
		])
		expect(momentOfEdit(third, null, at("30.500"))).toEqual(at("30.500"))
	})

	it("is what another server says, but for what has not come yet", () => {
		expect(momentOfEdit(at("07.200"), at("05.000"), at("09.000"))).toEqual(at("05.000"))
		expect(momentOfEdit(null, at("30.000"), at("09.000"))).toEqual(at("09.000"))
	})
})
