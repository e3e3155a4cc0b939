import { Chance } from "./chance.ts"
import type { Deed } from "./people.ts"

const minute = 60_000
const pick = <T>(list: readonly T[], number: number): T => list[number % list.length]!

const crash: Deed = ({ snugs }, { where }) => {
	const snug = pick(snugs, where)
	if (!snug.world) return
	void snug.crash()
	return `${snug.name} is killed`
}

const crashAt =
	(at: "statement" | "failpoint"): Deed =>
	({ snugs }, { where, what, chance }) => {
		const snug = pick(snugs, where)
		const nth = 1 + (what % (at === "statement" ? 60 : 25))
		const moment = at === "failpoint" || chance < 0.5 ? "before" : "after"
		snug.doom({ at, nth, moment })
		return `${snug.name} is going to die ${moment} its ${nth}. ${at} from now`
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
	"crash-at-statement": crashAt("statement"),
	"crash-at-failpoint": crashAt("failpoint"),
	cut,
	outage,
}
