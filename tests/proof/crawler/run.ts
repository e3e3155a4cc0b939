import { Chance } from "../../simulate/chance.ts"
import { existenceFaults } from "./existence.ts"
import { House } from "./house.ts"
import { type Planted, plant } from "./plant.ts"
import { ask, hangUp, type Probe, type Seen } from "./probe.ts"
import { type Address, addressesOf, routeTable } from "./routes.ts"
import type { Secret, Secrets } from "./secrets.ts"
import { anonymous, type Visitor } from "./visitors.ts"

export type Options = {
	/** How many questions are asked at most. */
	budget: number
	progress?: (done: number, of: number) => void
	seed?: string
}
export type Answered = { probe: Probe; address: Address; seen: Seen }

const html = "text/html,application/xhtml+xml"
const activity = "application/activity+json"
const accepts = [
	html,
	activity,
	'application/ld+json; profile="https://www.w3.org/ns/activitystreams"',
	"application/json",
	"*/*",
	"application/atom+xml",
]
const methods = ["GET", "HEAD", "OPTIONS", "POST"]
const atOnce = 8

/**
 * Asks a whole server for everything, as everybody who may come, and looks for what they may not see in every byte: of the
 * answers, of what other servers heard, and of the log. A failure is a sentence. The same seed asks the same questions.
 */
export const run = async ({
	budget,
	progress,
	seed = "1",
}: Options): Promise<{ done: number; failures: string[] }> => {
	const house = await House.open()
	try {
		const planted = await plant(house)
		const questions = await chosen(planted, budget, new Chance(seed))
		const answers: Answered[] = []
		let next = 0
		const asker = async () => {
			for (let nth = next++; nth < questions.length; nth = next++) {
				const { probe, address } = questions[nth]!
				answers.push({ probe, address, seen: await ask(house.origin, probe) })
				progress?.(answers.length, questions.length)
			}
		}
		await Promise.all(Array.from({ length: atOnce }, asker))
		await house.settled()
		const failures = [
			...answers.flatMap((answer) => leaks(planted, answer)),
			...existenceFaults(answers),
			...blindness(planted, answers),
			...(await aside(house, planted)),
		]
		return { done: answers.length, failures: [...new Set(failures)] }
	} finally {
		hangUp()
		await house.close()
	}
}

/**
 * First the pages there is one of, then those of a group, a person or a post, then every telling address, as those who may
 * see something and as nobody in particular; then as everybody else; then in every form and by every method, as far as the
 * budget goes.
 */
const chosen = async ({ visitors, known }: Planted, budget: number, chance: Chance) => {
	const addresses = (await routeTable()).flatMap((route) => addressesOf(route, known))
	const tiers: { probe: Probe; address: Address }[][] = [[], [], [], [], []]
	for (const address of addresses)
		for (const visitor of visitors)
			for (const method of methods)
				for (const accept of accepts) {
					const own = method === "GET" && ["GET", "ALL"].includes(address.route.method)
					const fit = accept === (visitor.kind === "server" ? activity : html)
					const tells = own && fit && isTelling(address, visitor)
					const alone = own && fit && address.kinds.length === 0
					const near = closest.includes(visitor.name)
					const tier = alone ? 0 : !tells ? 4 : !near ? 3 : address.kinds.length === 1 ? 1 : 2
					tiers[tier]!.push({ probe: { visitor, method, path: address.path, accept }, address })
				}
	for (const tier of tiers) shuffle(tier, chance)
	return tiers
		.flat()
		.sort((one, other) => Number(isOnce(other.probe)) - Number(isOnce(one.probe)))
		.slice(0, budget)
}

/** What somebody last looked at is told once, when they look again: so that is asked before anything else. */
const isOnce = ({ visitor, method, path, accept }: Probe): boolean =>
	visitor.name === "mia" && method === "GET" && path === "/@den" && accept === html

const closest = ["anonymous", "mo", "mia", "bob's server"]

/** Where something was planted, or nothing is; of the pages, those are for people to ask for. */
const isTelling = ({ kinds, path }: Address, visitor: Visitor): boolean =>
	(visitor.kind === "browser" || path.startsWith("/ap/") || kinds.length < 2) &&
	kinds.every((kind) => !["event", "report", "filter", "quote"].includes(kind))

const shuffle = <T>(list: T[], chance: Chance): void => {
	for (let index = list.length - 1; index > 0; index--) {
		const other = chance.below(index + 1)
		;[list[index], list[other]] = [list[other]!, list[index]!]
	}
}

const said = ({ visitor, method, path, accept }: Probe): string =>
	`${visitor.name}: ${method} ${path} (${accept})`

const leaks = ({ secrets }: Planted, { probe, seen }: Answered): string[] => {
	const found = secrets.in(seen.whole).filter((secret) => !secret.may(probe))
	const faults = [
		...found.map(({ name }) => `${said(probe)} showed ${name}.`),
		...keepable(secrets, probe, seen),
	]
	return seen.status >= 500
		? [...faults, `${said(probe)} answered ${seen.status}: ${seen.body.slice(0, 200)}`]
		: faults
}

/** What is not for everybody is kept by no cache on the way. */
const keepable = (secrets: Secrets, probe: Probe, { whole, body }: Seen): string[] => {
	const shown = secrets.in(body).filter((secret) => !secret.may({ ...probe, visitor: anonymous }))
	if (shown.length === 0 || /^cache-control\n(?=.*private)(?=.*no-store)/im.test(whole)) return []
	return [`${said(probe)} may be kept by a cache, with ${shown[0]!.name}.`]
}

/** What somebody may see somebody must have seen; otherwise nothing was looked at. */
const blindness = ({ secrets }: Planted, answers: Answered[]): string[] => {
	const seen = new Set<Secret>()
	for (const answer of answers) for (const secret of secrets.in(answer.seen.body)) seen.add(secret)
	return secrets.all
		.filter((secret) => secret.mustShow && !seen.has(secret))
		.map(({ name }) => `Nobody saw ${name}, not even those who may: the crawler is blind there.`)
}

/** What went another way: to other servers, to the log, into a list of backups; and whether the server still lives. */
const aside = async (house: House, { secrets }: Planted): Promise<string[]> => {
	const out = house
		.sent()
		.flatMap(({ what, text }) =>
			secrets.in(text).flatMap(({ name, said }) => (said.out ? [] : [`${what} held ${name}.`])),
		)
	const log = secrets
		.in(house.log())
		.flatMap(({ name, said }) => (said.log ? [] : [`The log holds ${name}.`]))
	await house.snug("backup", "create")
	const list = JSON.stringify(await house.snug("backup", "list"))
	const listed = secrets.in(list).map(({ name }) => `The list of backups holds ${name}.`)
	return [
		...out,
		...log,
		...listed,
		...(house.alive ? [] : [`The server ended by itself: ${house.log().slice(-600)}`]),
	]
}
