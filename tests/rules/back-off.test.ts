import { describe, expect, it } from "vitest"
import { backOff, inboxWait, retryAfter } from "../../federation/delivery/back-off.ts"
import { judge, judgeFailure, wantsOtherSignature } from "../../federation/delivery/judge.ts"
import {
	type Entry,
	type Lane,
	mergeBacklog,
	mergeMessage,
	settleTrack,
	type Track,
} from "../../federation/delivery/lane.ts"
import { nextSends } from "../../federation/delivery/next-sends.ts"
import { Troubles } from "../../federation/delivery/troubles.ts"
import { NetworkFailure } from "../../federation/plumbing/network-failure.ts"

const hour = 3_600_000
const well = { refusals: 0, goneSince: null, nextTryAt: null }

describe("back-off", () => {
	it.each(["a.example", "b.example", "c.example:8080", "localhost:4811"])(
		"asks %s at most 40 times in 30 days",
		(host) => {
			let attempts = 1
			for (let at = backOff(1, host); at < 30 * 24 * hour; at += backOff(attempts, host)) attempts++
			expect(attempts).toBeLessThanOrEqual(40)
			expect(attempts).toBeGreaterThan(25)
		},
	)

	it("begins with seconds, ends with a day, and differs between hosts", () => {
		expect(backOff(1, "a.example")).toBeGreaterThanOrEqual(4000)
		expect(backOff(1, "a.example")).toBeLessThanOrEqual(7000)
		expect(backOff(50, "a.example")).toBeGreaterThanOrEqual(24 * hour)
		expect(backOff(50, "a.example")).toBeLessThanOrEqual(1.4 * 24 * hour)
		const hosts = Array.from({ length: 50 }, (_, index) => backOff(5, `h${index}.example`))
		expect(new Set(hosts).size).toBeGreaterThan(45)
	})

	it("gives an inbox that declines a few tries over hours", () => {
		expect([1, 2, 3, 4].map(inboxWait)).toEqual([300_000, hour, 6 * hour, null])
	})
})

describe("Retry-After", () => {
	const now = new Date("2026-11-20T12:00:00Z")
	it.each([
		["120", 120_000],
		["Fri, 20 Nov 2026 12:02:00 GMT", 120_000],
		["315360000", 6 * hour],
		["Sun, 20 Nov 2036 12:00:00 GMT", 6 * hour],
		["Fri, 20 Nov 2026 11:00:00 GMT", null],
		["0", null],
		["-5", null],
		["soon", null],
		["1e9", null],
		["2 years", null],
		["", null],
		[undefined, null],
	])("%s", (header, wait) => expect(retryAfter(header, now)).toBe(wait))
})

describe("an answer", () => {
	it.each([
		[200, "delivered"],
		[202, "delivered"],
		[204, "delivered"],
		[301, "refused"],
		[307, "refused"],
		[400, "refused"],
		[401, "declined"],
		[403, "declined"],
		[404, "declined"],
		[405, "refused"],
		[406, "refused"],
		[408, "later"],
		[410, "gone"],
		[413, "refused"],
		[415, "refused"],
		[422, "refused"],
		[425, "later"],
		[429, "later"],
		[500, "later"],
		[503, "later"],
	])("%i is %s", (status, kind) => expect(judge(status, null).kind).toBe(kind))

	it("that never came is a matter of time, unless the guard refused", () => {
		expect(judgeFailure(new NetworkFailure("unreachable", "x")).kind).toBe("later")
		expect(judgeFailure(new NetworkFailure("refused", "x")).kind).toBe("unsendable")
		expect(judgeFailure(new Error("no key")).kind).toBe("poison")
	})

	it("asks for the other signature only when the signature may be the reason", () => {
		expect([401, 400, 403].map((status) => wantsOtherSignature(status, false))).toEqual([true, true, true])
		expect([401, 400, 403].map((status) => wantsOtherSignature(status, true))).toEqual([true, false, false])
		expect([404, 410, 500, 503].some((status) => wantsOtherSignature(status, false))).toBe(false)
	})
})

describe("what is sent next", () => {
	const troubles = new Troubles()
	const lane = (change: Partial<Lane> = {}): Lane => ({
		...{ host: "h", software: null, softwareVersion: null, dialect: "microblog", nodeinfoAt: null },
		...{
			signature: "draft-cavage",
			failures: 0,
			failingSince: null,
			lastError: null,
			nextTryAt: null,
			fence: 1,
		},
		...{
			leaseUntil: 1e9,
			lost: false,
			stale: false,
			flying: 0,
			lastTaken: 1,
			stumbled: null,
			nodeinfo: "fresh",
		},
		...{ tracks: new Map(), messages: [], turn: 0 },
		...change,
	})
	const log = (to: Lane, inbox: string, objects: string, from = 1): Track => {
		const entries = [...objects].map((objectUri, index) => {
			return { position: from + index, activityUri: `a${from + index}`, objectUri, signerId: "g" }
		})
		const head = from + objects.length - 1
		return mergeBacklog(
			to,
			{ host: "h", groupId: "g", inbox, position: 0, head, entries, ...well },
			0,
			troubles,
		)
	}
	const message = (to: Lane, id: string, inbox = "m") =>
		mergeMessage(
			to,
			{ id, host: "h", inbox, activityUri: id, signerId: "g", body: new Uint8Array(), ...well },
			troubles,
		)
	const names = (from: Lane, room = 100) =>
		nextSends(from, 0, room).map((item) =>
			item.kind === "message" ? item.id : `${item.track.inbox}${item.position}`,
		)
	const fly = (from: Lane) => {
		for (const item of nextSends(from, 0, 100)) {
			item.state = "flying"
			from.flying++
		}
	}

	it("is up to four entries about different objects", () => {
		const one = lane()
		log(one, "i", "abcdef")
		expect(names(one)).toEqual(["i1", "i2", "i3", "i4"])
		expect(names(one, 2)).toEqual(["i1", "i2"])
		fly(one)
		expect(names(one)).toEqual([])
	})

	it("keeps the order of what is about one object", () => {
		const one = lane()
		const track = log(one, "i", "aabac")
		expect(names(one)).toEqual(["i1", "i3", "i5"])
		fly(one)
		const done = (position: number) => {
			track.entries.find((entry: Entry) => entry.position === position)!.state = "done"
			one.flying--
			settleTrack(track)
		}
		done(3)
		expect([track.received, names(one)]).toEqual([0, []])
		done(1)
		expect([track.received, names(one)]).toEqual([1, ["i2"]])
	})

	it("gives every inbox its turn", () => {
		const one = lane()
		log(one, "i", "abc")
		log(one, "j", "abc")
		expect(names(one)).toEqual(["i1", "j1", "i2", "j2"])
		one.turn = 1
		expect(names(one)).toEqual(["j1", "i1", "j2", "i2"])
	})

	it("is messages first; the log waits while one is on its first try, and no longer", () => {
		const one = lane()
		log(one, "i", "abc")
		message(one, "m1")
		expect(names(one)).toEqual(["m1"])
		fly(one)
		expect(names(one)).toEqual([])
		Object.assign(one.messages[0]!, {
			state: "waiting",
			trouble: { ...troubles.begin("x", 0), notBefore: 5 },
		})
		one.flying = 0
		expect(names(one)).toEqual(["i1", "i2", "i3"])
	})

	it("keeps messages to one inbox in order", () => {
		const one = lane()
		message(one, "m1")
		message(one, "m2")
		message(one, "n1", "n")
		expect(names(one)).toEqual(["m1", "n1"])
	})

	it("is one request to a host that has not taken anything yet, or is probed", () => {
		for (const change of [{ lastTaken: 0 }, { failures: 3 }]) {
			const one = lane(change)
			log(one, "i", "abc")
			expect(names(one)).toEqual(["i1"])
			fly(one)
			expect(names(one)).toEqual([])
		}
	})

	it("is something else when a probe failed twice with the same activity", () => {
		const one = lane({ failures: 3 })
		const track = log(one, "i", "ab")
		track.entries[0]!.trouble = { ...troubles.begin("y", 0), serverErrors: 1 }
		expect(names(one)).toEqual(["i1"])
		track.entries[0]!.trouble.serverErrors = 2
		expect(names(one)).toEqual(["i2"])
	})

	it("leaves an inbox alone that waits, and asks a troubled one for one thing at a time", () => {
		const one = lane()
		const track = log(one, "i", "abc")
		log(one, "j", "a")
		track.trouble = { ...troubles.begin("z", 0), notBefore: 5 }
		expect(names(one)).toEqual(["j1"])
		track.trouble.notBefore = 0
		expect(names(one)).toEqual(["i1", "j1"])
	})

	it("is nothing before the host's software is known, or after it stumbled", () => {
		for (const change of [
			{ nodeinfo: "due" },
			{ stumbled: { reason: "", wait: null } },
			{ lost: true },
		] as const) {
			const one = lane(change as Partial<Lane>)
			log(one, "i", "abc")
			expect(names(one)).toEqual([])
		}
	})
})
