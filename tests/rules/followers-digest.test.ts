import { describe, expect, it } from "vitest"
import {
	followersDigest,
	readSynchronization,
	writeSynchronization,
} from "../../federation/followers-digest.ts"

const one = "https://testing.example.org/users/1"
const two = "https://testing.example.org/users/2"
const digest = "c33f48cd341ef046a206b8a72ec97af65079f9a3a9b90eef79c5920dce45c61f"

describe("the digest of the followers on one server", () => {
	it("is that of FEP-8fcf", () => {
		expect(followersDigest([one, two])).toBe(digest)
	})

	it("does not depend on order or on how often somebody is named, and is nothing for nobody", () => {
		expect(followersDigest([two, one, two])).toBe(digest)
		expect(followersDigest([])).toBe("0".repeat(64))
		expect(followersDigest([one])).not.toBe(digest)
	})
})

describe("the Collection-Synchronization header", () => {
	const said = {
		collectionId: "https://example.org/users/1/followers",
		url: "https://example.org/users/1/followers_synchronization",
		digest,
	}

	it("is written as in FEP-8fcf, and read again", () => {
		const header = writeSynchronization(said)
		expect(header).toBe(`collectionId="${said.collectionId}", url="${said.url}", digest="${digest}"`)
		expect(readSynchronization(header)).toEqual(said)
		expect(readSynchronization(header.replaceAll(", ", ","))).toEqual(said)
	})

	it.each([
		["", "nothing"],
		[`collectionId="a", url="b"`, "no digest"],
		[`collectionId="a", url="b", digest="abc"`, "a digest that cannot be one"],
		[`collectionId="a", collectionId="c", url="b", digest="${digest}"`, "a parameter twice"],
		[`${writeSynchronization(said)}${" ".repeat(5000)}`, "too much"],
	])("is passed over when it is %s: %s", (header) => {
		expect(readSynchronization(header)).toBeNull()
	})
})
