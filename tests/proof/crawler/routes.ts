import { join } from "node:path"

export type Route = { method: string; path: string }

/** What stands for a parameter, and of what kind it is. */
export type Filling = { kind: string; value: string }
/** An address to ask for: the one made of its route where every parameter has a value. */
export type Address = {
	route: Route
	path: string
	/** The kinds of what its parameters were filled with, in their order. */
	kinds: string[]
	/** The kind of the last id in it. */
	kind: string
	/** The same for all addresses that differ only in the last id. */
	pattern: string
}

/** Everything real there is to ask for. */
export type Known = {
	groups: Filling[]
	people: Filling[]
	posts: Filling[]
	/** Ids of anything else: reports, quotes, filters. */
	others: Filling[]
	/** Names of pictures. */
	files: Filling[]
	events: Filling[]
	activities: Filling[]
	handles: Filling[]
}

/** Stands for whatever a server is put together from, as long as nobody asks it anything. */
// biome-ignore lint/suspicious/noExplicitAny: it is of every type
const anything: any = new Proxy(() => anything, {
	get: (_, name) => (typeof name === "symbol" ? undefined : anything),
})

const checkout = join(import.meta.dirname, "../../..")

/** The table of a server as it is built, without starting one: each route once, whatever stands before it. */
export const routeTable = async (): Promise<Route[]> => {
	const { createServer } = await import(join(checkout, "dist/src/server.js"))
	const app = createServer(anything, anything, anything, anything)
	const table = new Map<string, Route>()
	for (const { method, path } of app.routes as Route[])
		if (path !== "/*" && path !== "*") table.set(`${method} ${path}`, { method, path })
	return [...table.values()]
}

const uuid = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/
const parameter = /:(\w+)(?:\{(?:[^{}]|\{[^{}]*\})*\})?|\*/g

/** Every address of a route. @throws when nobody has said what a parameter stands for. */
export const addressesOf = (route: Route, known: Known): Address[] => {
	const names = [...route.path.matchAll(parameter)].map(([whole, name]) => name ?? whole)
	const fixed = route.path.split(parameter).filter((_, index) => index % 2 === 0)
	const choices = names.map((name) => fillings(name, route.path, known))
	return combined(choices).map((chosen) => {
		const spelled = (values: string[]) => fixed.map((text, index) => text + (values[index] ?? "")).join("")
		const values = chosen.map(({ value }) => value)
		const last = values.findLastIndex((value) => uuid.test(value))
		const pattern = spelled(
			values.map((value, index) => (index === last ? value.replace(uuid, "THIS") : value)),
		)
		const kinds = chosen.map(({ kind }) => kind)
		return { route, path: spelled(values), kinds, kind: kinds[last] ?? "", pattern }
	})
}

const combined = (choices: Filling[][]): Filling[][] =>
	choices.reduce<Filling[][]>(
		(sofar, next) => sofar.flatMap((one) => next.map((more) => [...one, more])),
		[[]],
	)

const words = (kind: string, ...values: string[]): Filling[] => values.map((value) => ({ kind, value }))

/** Where the posts are, and where nothing is: what is done with one post is asked for there. */
const withPosts = new Set(["tea", "den", "nobody"])

const fillings = (name: string, path: string, known: Known): Filling[] => {
	const { groups, people, posts, others, events, activities, handles, files } = known
	if (name === "handle" && path.startsWith("/:"))
		return (
			/\/(p\/:id|reply|mute|from-home|desk\/letters)/.test(path)
				? handles.filter(({ value }) => withPosts.has(value))
				: handles
		).map((one) => ({ ...one, value: `@${one.value}` }))
	if (name === "handle") return handles
	if (name === "id" && /^\/ap\/(:folder|groups|people)/.test(path))
		return [...groups, ...people, ...posts.slice(0, 2)]
	if (name === "id" && path.includes("/desk/letters/"))
		return [...posts.slice(0, 1), ...others.filter(({ kind }) => kind === "letters")]
	if (name === "id" && path.includes("/quotes/")) return posts
	if (name === "id" && path.startsWith("/login/")) return posts.slice(0, 2)
	if (name === "id") return [...posts, ...groups.slice(0, 1), ...others, ...events.slice(0, 1)]
	if (name === "name" && path.startsWith("/media/")) return files
	if (name === "thread") return [...posts, ...others.slice(0, 1)]
	if (name === "quote") return others
	if (name === "event") return [...events, ...posts.slice(0, 1)]
	if (name === "folder") return words("folder", "groups", "people")
	if (name === "way") return words("way", "answer", "close")
	if (name === "part") return words("part", "create", "replies")
	if (name === "deed") return words("deed", "approve", "ban", "disable", "reset", "nothing")
	if (name === "tag") return words("tag", "teatime", "nothing")
	if (name === "feed") return words("feed", "feed.atom", "feed.rss", "feed.json")
	if (name === "week") return words("week", "2026-W47", "2026-W99")
	if (name === "file") return words("file", "profile.json", "nothing")
	if (name === "name") return words("name", "nothing")
	if (name === "person") return people
	if (name === "step") return words("step", "promote", "demote")
	if (name === "token") return words("token", "A".repeat(43))
	if (name === "*" && path.startsWith("/ap/activities/")) return activities
	if (name === "file") return words("file", "outbox.json", "drafts.json", "blocked_accounts.csv", "nothing")
	if (name === "*" && path === "/admin/*") return words("page", "log", "nothing")
	if (name === "*" && path === "/settings/*") return words("page", "login")
	throw new Error(
		`The crawler does not know what ${name} stands for in ${path}. Say so in tests/proof/crawler/routes.ts, and what in it is private in plant.ts.`,
	)
}
