import { describe, expect, it } from "vitest"
import type { Role } from "../../src/groups/member.ts"
import { type Deed, may, mayActOn, mayDismiss, roleDeed } from "../../src/moderation/permission.ts"

const everybody = [null, "follower", "member", "moderator", "owner"] as const
const moderators: Deed[] = [
	"see-desk",
	"approve-post",
	"remove-post",
	"restore-post",
	"lock-thread",
	"pin-post",
	"admit-member",
	"ban-member",
	"pause-member",
	"set-filter",
	"set-domain",
	"resolve-report",
	"forward-report",
	"describe-group",
	"appoint-moderator",
	"dismiss-moderator",
	"follow-group",
]
const owners: Deed[] = ["change-role", "update-group", "move-group"]

describe("what somebody may do in a group", () => {
	it.each(moderators)("%s: moderators and owners", (deed) => {
		expect(everybody.filter((role) => may(role, deed))).toEqual(["moderator", "owner"])
	})

	it.each(owners)("%s: owners", (deed) => {
		expect(everybody.filter((role) => may(role, deed))).toEqual(["owner"])
	})

	it("does not reach those of the same standing, but for owners", () => {
		const reach = (by: Role) => everybody.filter((role) => mayActOn(by, role))
		expect(reach("moderator")).toEqual([null, "follower", "member"])
		expect(reach("owner")).toEqual([null, "follower", "member", "moderator"])
	})
})

describe("who decides on roles", () => {
	it.each<[Role, Role, Deed]>([
		["follower", "moderator", "appoint-moderator"],
		["member", "moderator", "appoint-moderator"],
		["moderator", "member", "dismiss-moderator"],
		["moderator", "follower", "dismiss-moderator"],
		["follower", "member", "change-role"],
		["member", "follower", "change-role"],
		["moderator", "owner", "change-role"],
		["owner", "moderator", "change-role"],
		["owner", "member", "change-role"],
	])("from %s to %s it is %s", (from, to, deed) => {
		expect(roleDeed(from, to)).toBe(deed)
	})

	it("a moderator dismisses those who came to it later, an owner everybody", () => {
		const [early, late] = [new Date(1000), new Date(2000)]
		const moderator = (since: Date) => ({ role: "moderator", since }) as const
		expect(mayDismiss(moderator(early), moderator(late))).toBe(true)
		expect(mayDismiss(moderator(late), moderator(early))).toBe(false)
		expect(mayDismiss(moderator(early), moderator(early))).toBe(false)
		expect(mayDismiss({ role: "owner", since: late }, moderator(early))).toBe(true)
		expect(mayDismiss({ role: "member", since: early }, moderator(late))).toBe(false)
		expect(mayDismiss(null, moderator(late))).toBe(false)
	})
})
