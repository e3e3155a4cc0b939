import { execFileSync, spawn } from "node:child_process"
import { chownSync, existsSync, realpathSync, statSync } from "node:fs"
import { dirname, join } from "node:path"

/** Why the built-in database cannot be used here, and what to do about it. The message is for the operator. */
export class EmbeddedRefusal extends Error {
	override name = "EmbeddedRefusal"
}

/** Whom the database server runs as. `reach` is the capability it needs to get to its own files, if any. */
export type Person = { uid: number; gid: number; other: boolean; reach: string | null }
type Outcome = { code: number | null; output: string }

/**
 * PostgreSQL refuses to run as root, so root picks an unprivileged user: the owner of an existing database, else
 * `snug` (made if possible), `postgres` or `nobody`. Everyone else is themselves.
 */
export const personFor = (dir: string, binaries: string): Person => {
	const uid = process.getuid?.() ?? 0
	if (uid !== 0) return { uid, gid: process.getgid?.() ?? 0, other: false, reach: null }
	const person = ownerOf(dir) ?? named("snug") ?? made("snug") ?? named("postgres") ?? named("nobody")
	if (!person)
		throw new EmbeddedRefusal(
			"The database may not run as root, and there is no user snug, postgres or nobody.",
		)
	const closed = [dir, join(binaries, "bin/postgres")].find(
		(path) => !isReachable(path, person.uid, person.gid),
	)
	if (!closed) return { ...person, other: true, reach: null }
	const reach = capabilities.find((capability) =>
		isEnough(person, capability, join(binaries, "bin/postgres")),
	)
	if (reach) return { ...person, other: true, reach }
	const sentence = `A folder above ${closed} is closed to the user the database runs as (it may not run as root).`
	throw new EmbeddedRefusal(
		`${sentence} Move Snug and its DATA_DIR to an open place such as /srv/snug, or start it as another user.`,
	)
}

type Ids = { uid: number; gid: number }

const ownerOf = (dir: string): Ids | undefined => {
	if (!existsSync(join(dir, "PG_VERSION"))) return undefined
	const { uid, gid } = statSync(dir)
	return uid === 0 ? undefined : { uid, gid }
}

const named = (name: string): Ids | undefined => {
	try {
		const ask = (which: string) =>
			Number(execFileSync("id", [which, name], { encoding: "utf8", stdio: "pipe" }))
		return { uid: ask("-u"), gid: ask("-g") }
	} catch {
		return undefined
	}
}

/** Throws when the program is missing or fails. */
const quietly = (program: string, given: string[]) =>
	execFileSync(program, given, { stdio: "ignore", cwd: "/" })

const made = (name: string): Ids | undefined => {
	try {
		quietly("useradd", ["--system", "--no-create-home", "--shell", "/usr/sbin/nologin", name])
	} catch {
		// no useradd, or a read-only /etc: another user will do; another process may also have made it just now
	}
	return named(name)
}

/** Whether that user may pass through every folder above the path, by the plain modes (access lists are not read). */
export const isReachable = (path: string, uid: number, gid: number): boolean => {
	for (let at = dirname(realpathSync(path)); ; at = dirname(at)) {
		const { mode, uid: owner, gid: group } = statSync(at)
		const shift = owner === uid ? 6 : group === gid ? 3 : 0
		if (((mode >> shift) & 1) === 0) return false
		if (dirname(at) === at) return true
	}
}

/** Passing through closed folders, or, where a container lacks that, what root had anyway; nothing else of root's. */
const capabilities = ["dac_read_search", "dac_override"]

// access(2), by which PostgreSQL looks for its programs, heeds the capability only with no_setuid_fixup.
const reaching = ({ uid, gid }: Ids, capability: string) => [
	`--reuid=${uid}`,
	`--regid=${gid}`,
	"--clear-groups",
	"--securebits=+no_setuid_fixup",
	`--inh-caps=-all,+${capability}`,
	`--ambient-caps=-all,+${capability}`,
]

const isEnough = (person: Ids, capability: string, program: string): boolean => {
	const attempt = ["sh", "-c", 'test -x "$0" && "$0" --version', program]
	try {
		quietly("setpriv", [...reaching(person, capability), ...attempt])
		return true
	} catch {
		return false
	}
}

/** Runs a program as that person, with nothing of our environment that PostgreSQL would heed. */
export const runAs = (
	person: Person,
	program: string,
	given: string[],
	cwd: string,
	input = "",
): Promise<Outcome> => {
	const env = { PATH: process.env.PATH ?? "/usr/bin:/bin", LC_ALL: "C", TZ: "UTC" }
	const [command, parameters] = person.reach
		? ["setpriv", [...reaching(person, person.reach), program, ...given]]
		: [program, given]
	const ids = person.other && !person.reach ? { uid: person.uid, gid: person.gid } : {}
	return new Promise((resolve, reject) => {
		const child = spawn(command, parameters, { env, cwd, ...ids, stdio: ["pipe", "pipe", "pipe"] })
		let output = ""
		const hear = (bytes: Buffer) => {
			output += bytes
		}
		child.stdout.on("data", hear)
		child.stderr.on("data", hear)
		child.stdin.on("error", () => {})
		child.stdin.end(input)
		child.on("error", reject)
		child.on("close", (code) => resolve({ code, output: output.trim() }))
	})
}

/** Gives a file or folder we made as root to the person. */
export const giveTo = (person: Person, path: string): void => {
	if (person.other) chownSync(path, person.uid, person.gid)
}
