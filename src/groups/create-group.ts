import { findAccount, lockAccount } from "../../db/accounts.ts"
import { findLocalActor, insertLocalActor } from "../../db/actors.ts"
import type { Transaction } from "../../db/connect.ts"
import { countOpened, record } from "../../db/events.ts"
import { insertGroup } from "../../db/groups.ts"
import { upsertMember } from "../../db/members.ts"
import { findServer } from "../../db/server.ts"
import { limits } from "../limits.ts"
import type { By } from "../moderation/by.ts"
import { type Actor, handleProblem } from "../people/actor.ts"
import { newKeys } from "../people/keys.ts"
import { localActor } from "../people/local-actor.ts"
import { renderMarkdown } from "../posts/markup.ts"
import { done, type Result, refused } from "../result.ts"
import type { World } from "../world.ts"
import { type Group, hues, mayOpen, nameProblem } from "./group.ts"
import { type GroupChange, problemsOf } from "./update-group.ts"

/** What a new group is to be, apart from its handle and its name all to be changed later. */
export type GroupWish = {
	handle: string
	name: string
	about?: string
	rules?: string
	joining?: string
	posting?: string
	language?: string
	hue?: number
	ownerId: string | null
}

/** Opens a group: an actor with its own keys, and its owner as the first to belong. */
export const createGroup = async (
	world: World,
	wish: GroupWish,
	by: By = "operator",
): Promise<Result<Group>> => {
	// Keys are dear to make: whoever may not open a group has none made.
	const welcome = await mayCreate(world.db, by)
	if (!welcome.ok) return welcome
	const making = await beginGroup(world, wish)
	if (!making.ok) return making
	return world.db.transaction(async (tx) => {
		// Of two groups opened at once, the second sees the first.
		if (by !== "operator") await lockAccount(tx, by.actorId)
		const allowed = await mayCreate(tx, by)
		return allowed.ok ? making.value(tx, wish.ownerId) : allowed
	})
}

/** Whether somebody may open a group now, or why not. */
export const mayCreate = async (db: World["db"] | Transaction, by: By): Promise<Result> => {
	if (by === "operator") return done(undefined)
	const [server, account] = [await findServer(db), await findAccount(db, by.actorId)]
	if (!server || !account || account.disabledAt || !mayOpen(server, account))
		return refused("forbidden", "Groups are opened by whoever runs this server. Ask them for one.")
	if (!account.operator && (await countOpened(db, by.actorId)) >= limits.groupsOpened)
		return refused(
			"forbidden",
			`You have opened ${limits.groupsOpened} groups, and nobody opens more. Whoever runs this server can.`,
		)
	return done(undefined)
}

/** The slow part of opening a group, before the transaction that the answer runs in. */
export const beginGroup = async (
	world: World,
	wish: Omit<GroupWish, "ownerId">,
): Promise<Result<(tx: Transaction, ownerId: string | null) => Promise<Result<Group>>>> => {
	const handle = wish.handle.trim().replace(/^[@!]/, "").toLowerCase()
	const about = wish.about?.trim() ?? ""
	const problem =
		handleProblem(handle) ??
		nameProblem(wish.name) ??
		Object.values(problemsOf({ ...chosen(wish), about }))[0]
	if (problem) return refused("invalid", problem)
	const id = world.ports.newId()
	const keys = await newKeys(world.secretKey, id)
	const actor = {
		...localActor(world, { id, kind: "group", handle, name: wish.name.trim() }),
		summary: renderMarkdown(about),
	}
	const rules = { ...firstRules, hue: hueFor(handle), ...chosen(wish), about } as Rules
	return done(async (tx, ownerId) => {
		if (await findLocalActor(tx, handle)) return refused("taken", `The handle ${handle} is taken.`)
		await insertLocalActor(tx, actor, keys)
		await insertGroup(tx, { actorId: id, ...rules })
		if (ownerId)
			await upsertMember(tx, { groupId: id, actorId: ownerId, role: "owner", joinedAt: world.ports.now() })
		await record(tx, world.ports, { type: "group-created", groupId: id, actorId: ownerId })
		return done({ ...actor, ...rules })
	})
}

type Rules = Omit<Group, keyof Actor>

const firstRules = {
	visibility: "public",
	joining: "open",
	posting: "followers",
	rules: "",
	welcome: "",
	language: "en",
	form: "note",
	boostsAnswers: false,
	closedAt: null,
	indexed: false,
} as const

const chosen = ({ rules, joining, posting, language, hue }: Partial<GroupWish>): GroupChange =>
	Object.fromEntries(
		Object.entries({ rules, joining, posting, language, hue }).filter(([, value]) => value !== undefined),
	)

const hueFor = (handle: string): number =>
	hues[[...handle].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 9973, 7) % hues.length]!
