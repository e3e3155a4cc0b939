import { existsSync, readdirSync, readFileSync, statSync } from "node:fs"
import { dirname, join, relative, resolve } from "node:path"
import { describe, expect, it } from "vitest"

const root = join(import.meta.dirname, "..")

const filesUnder = (folder: string): string[] =>
	readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
		const path = `${folder}/${entry.name}`
		if (entry.isDirectory()) return filesUnder(path)
		return /\.tsx?$/.test(entry.name) ? [path] : []
	})

const code = [...filesUnder("src"), ...filesUnder("federation"), ...filesUnder("db")]
const text = (file: string): string => readFileSync(join(root, file), "utf8")
const withoutComments = (file: string): string =>
	text(file)
		.replace(/\/\*[\s\S]*?\*\//g, "")
		.replace(/^\s*\/\/.*$/gm, "")

/** What a file imports for its values; `import type` may go any way. */
const importsOf = (file: string): string[] =>
	[
		...withoutComments(file).matchAll(
			/^\s*(?:import|export)\s+(?!type\b)([^;]*?)from\s+"([^"]+)"|^import\s+"([^"]+)"|await import\("([^"]+)"\)/gm,
		),
	]
		.filter(([, names]) => !names || !/^\{\s*(type\s[^,}]+,?\s*)+\}\s*$/.test(names.trim()))
		.map(([, , from, bare, dynamic]) => (from ?? bare ?? dynamic)!)
		.map((from) => (from.startsWith(".") ? relative(root, resolve(root, dirname(file), from)) : from))

const domain = new Set([
	"src/events.ts",
	"src/event-readings.ts",
	"src/result.ts",
	"src/accounts/account.ts",
	"src/people/actor.ts",
	"src/groups/group.ts",
	"src/groups/member.ts",
	"src/posts/poll.ts",
	"src/posts/post.ts",
	"src/media/media.ts",
	"src/moderation/policy.ts",
	...["arrivals", "bound", "contents", "rules", "saying", "turns", "words"].map(
		(name) => `src/moderation/policy/${name}.ts`,
	),
	"src/notifications/notification.ts",
	"src/moderation/domains.ts",
	"src/moderation/voices/command.ts",
	"src/moderation/voices/voice-events.ts",
	"src/moderation/borders/standing.ts",
	"src/moderation/borders/list-line.ts",
	"src/limits.ts",
	...filesUnder("src/limits"),
])
const isCommand = (file: string) =>
	/^src\/(accounts|people|groups|posts|quotes|media|moderation|notifications|operating)\//.test(file) &&
	!domain.has(file)
const entries = ["src/web/", "src/api/", "src/cli/", "federation/"]
const entryOf = (file: string) => entries.find((entry) => file.startsWith(entry))
const mains = new Set([
	"src/main.ts",
	"src/start.ts",
	"src/run.ts",
	"src/serve.ts",
	"src/server.ts",
	"src/outside.ts",
])

const offences = (rule: (file: string, imported: string) => boolean): string[] =>
	code.flatMap((file) =>
		importsOf(file)
			.filter((imported) => rule(file, imported))
			.map((imported) => `${file} → ${imported}`),
	)

describe("the house", () => {
	it("keeps domain files free of everything but each other", () => {
		expect(offences((file, imported) => domain.has(file) && !domain.has(imported))).toEqual([])
		const impure = [...domain].filter((file) =>
			/\basync\b|Date\.now|new Date\(\)|Math\.random|process\./.test(withoutComments(file)),
		)
		expect(impure).toEqual([])
	})

	it("lets values flow from the domain over the database and commands to the entry points", () => {
		const db = (file: string) => file.startsWith("db/")
		expect(
			offences((file, imported) => db(file) && /^(src|federation)\//.test(imported) && !domain.has(imported)),
		).toEqual([])
		expect(offences((file, imported) => isCommand(file) && entryOf(imported) !== undefined)).toEqual([])
		expect(
			offences((file, imported) => {
				const [from, to] = [entryOf(file), entryOf(imported)]
				return from !== undefined && to !== undefined && from !== to
			}),
		).toEqual([])
		expect(offences((file, imported) => mains.has(imported) && !mains.has(file))).toEqual([])
	})

	it("keeps the web, other servers and the network out of commands", () => {
		expect(
			offences((file, imported) => isCommand(file) && /^(hono|@hono|@fedify|undici)/.test(imported)),
		).toEqual([])
	})

	it("lets only db speak SQL", () => {
		expect(
			offences((file, imported) => !file.startsWith("db/") && /^(drizzle-orm|postgres)(\/|$)/.test(imported)),
		).toEqual([])
	})

	it("lets only the outbox decide to send, and only the lanes send", () => {
		const senders = code.filter(
			(file) => /\b(appendToLog|insertMessages)\(/.test(withoutComments(file)) && file !== "db/log.ts",
		)
		expect(senders).toEqual(["federation/outbox.ts"])
		const posting = code.filter((file) => /method:\s*"POST"/.test(withoutComments(file)))
		expect(posting.filter((file) => !/^federation\/(delivery|plumbing|homes)\//.test(file))).toEqual([])
	})

	it("asks the ports for time, ids and chance", () => {
		const asks =
			/\bDate\.now\(|new Date\(\)|Math\.random|randomUUID|randomBytes|Temporal\.Now|(?<![.\w])fetch\(/
		const doors = new Set(["src/ports.ts", "src/real-ports.ts", "src/sealing.ts", "src/cli/server.ts"])
		expect(code.filter((file) => !doors.has(file) && asks.test(withoutComments(file)))).toEqual([])
	})

	it("asks the ports for timers, so that whole servers run on virtual time", () => {
		const asks = /(?<![.\w])(setTimeout|setInterval)\(|\bperformance\.now\(/
		// What stands for the machine itself: connections, the network's own deadlines, processes and what runs by night.
		const ofTheMachine =
			/^(db\/connection\/|db\/embedded\/|db\/backup\/|src\/backup\/|src\/cli\/|src\/doctor\/|federation\/plumbing\/(stray-fetch|whole-exchange)\.ts$|src\/(real-ports|start|serve|keep-database)\.ts$)/
		expect(code.filter((file) => !ofTheMachine.test(file) && asks.test(withoutComments(file)))).toEqual([])
	})

	it("names each command file after the function it exports", () => {
		const verbs = code.filter(
			(file) =>
				/^src\/(accounts|people|groups|posts|quotes|media|moderation|notifications)\/[a-z]+(-[a-z]+)*\.ts$/.test(
					file,
				) && isCommand(file),
		)
		const verbFiles = verbs.filter(
			(file) => /world: World/.test(text(file)) && /Promise<Result/.test(text(file)),
		)
		const camel = (file: string) =>
			file.replace(/^.*\/|\.ts$/g, "").replace(/-(\w)/g, (_, letter) => letter.toUpperCase())
		expect(verbFiles.length).toBeGreaterThan(5)
		expect(verbFiles.filter((file) => !new RegExp(`export const ${camel(file)} =`).test(text(file)))).toEqual(
			[],
		)
	})

	it("demands a transaction from whatever writes", () => {
		const writes = filesUnder("db")
			.filter((file) => !/^db\/(schema|embedded|connection)/.test(file))
			.flatMap((file) =>
				[
					...text(file).matchAll(
						/export const ((?:insert|update|upsert|delete|replace|bury|append)\w*) = async \(\s*(\w+): (\w+)/g,
					),
				].map((match) => ({ file, name: match[1], type: match[3] })),
			)
		expect(writes.length).toBeGreaterThan(10)
		expect(writes.filter(({ type }) => type !== "Transaction")).toEqual([])
	})

	it("keeps files to a screen or two", () => {
		const long = code.filter((file) => !file.startsWith("db/schema/") && text(file).split("\n").length > 251)
		expect(long).toEqual([])
	})

	it("says nothing of where or how it was made", () => {
		const words = /\b(TODO|FIXME|XXX|HACK)\b|\/work\/|\/home\/\w/
		expect(code.filter((file) => words.test(text(file)))).toEqual([])
	})

	it("shows in README the folders there are", () => {
		const readme = text("README.md")
		const tree = /## The tree[\s\S]*?```\w*\n([\s\S]*?)```/.exec(readme)?.[1] ?? ""
		const real = ["", "src", "federation", "db", "tests"].flatMap((folder) =>
			readdirSync(join(root, folder || ".")).filter(
				(name) =>
					!/^(\.|node_modules$|dist$|data$)/.test(name) && statSync(join(root, folder, name)).isDirectory(),
			),
		)
		expect(real.filter((name) => !tree.includes(`${name}/`))).toEqual([])
		for (const [, named] of tree.matchAll(/([\w-]+)\/(?=\s|$)/g))
			expect(
				real.includes(named!) || named === "snug" || existsSync(join(root, named!)),
				`README names ${named}/`,
			).toBe(true)
	})
})
