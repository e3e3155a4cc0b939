import { failpoints } from "../../src/failpoints.ts"
import { Chance } from "./chance.ts"
import type { Deed } from "./people.ts"

const minute = 60_000
const pick = <T>(list: readonly T[], number: number): T => list[number % list.length]!

/** At a place of the write paths by its name: counting alone seldom hits those that others outnumber a hundred times. */
const atPlace: Deed = ({ snugs }, { where, what }) => {
	const snug = pick(snugs, where)
	const place = pick(failpoints, what)
	snug.doom({ at: "failpoint", nth: 1, moment: "before", place })
	return `${snug.name} is going to die at ${place}`
}

const crash: Deed = ({ snugs }, { where }) => {
	const snug = pick(snugs, where)
	if (!snug.world) return
	void snug.crash()
	return `${snug.name} is killed`
}

const crashAtStatement: Deed = ({ snugs }, { where, what, chance }) => {
	const snug = pick(snugs, where)
	const nth = 1 + (what % 60)
	const moment = chance < 0.5 ? "before" : "after"
	snug.doom({ at: "statement", nth, moment })
	return `${snug.name} is going to die ${moment} its ${nth}. statement from now`
}

const cut: Deed = (stage, { where, what, chance }) => {
	const names = [...stage.snugs, ...stage.peers].map(({ name }) => name)
	const [one, other] = [pick(names, where), pick(names, what)]
	if (one === other) return
	const lasts = lengthOf(chance)
	stage.internet.cut(one, other)
	stage.scheduler.after(lasts, `${one} reaches ${other} again`, () => stage.internet.mend(one, other))
	return `${one} and ${other} do not reach each other for ${Math.round(lasts / 1000)} s`
}

const outage: Deed = (stage, { where, chance }) => {
	const peer = pick(stage.peers, where)
	const lasts = lengthOf(chance)
	peer.up = false
	stage.scheduler.after(lasts, `${peer.name} is back`, () => {
		peer.up = true
	})
	return `${peer.name} is down for ${Math.round(lasts / 1000)} s`
}

/** Mostly seconds, at times many minutes. */
const lengthOf = (chance: number): number =>
	new Chance(`length ${chance}`).wait(chance < 0.7 ? minute / 2 : 12 * minute)

export const fateDeeds = {
	crash,
	"crash-at-statement": crashAtStatement,
	"crash-at-failpoint": atPlace,
	cut,
	outage,
}
