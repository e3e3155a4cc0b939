import { execFileSync, spawn } from "node:child_process"
import { chownSync, existsSync, realpathSync, statSync } from "node:fs"
import { dirname, join } from "node:path"

/** Why the built-in database cannot be used here, and what to do about it. The message is for the operator. */
export class EmbeddedRefusal extends Error {
	override name = "EmbeddedRefusal"
}

/** Whom the database server runs as. `reach` says that it needs a capability to get to its own files. */
export type Person = { uid: number; gid: number; other: boolean; reach: boolean }
type Outcome = { code: number | null; output: string }

/**
 * PostgreSQL refuses to run as root, so root picks an unprivileged user: the owner of an existing database, else
 * `snug` (made if possible), `postgres` or `nobody`. Everyone else is themselves.
 */
export const personFor = (dir: string, binaries: string): Person => {
	const uid = process.getuid?.() ?? 0
	if (uid !== 0) return { uid, gid: process.getgid?.() ?? 0, other: false, reach: false }
	const person = ownerOf(dir) ?? named("snug") ?? made("snug") ?? named("postgres") ?? named("nobody")
	if (!person)
		throw new EmbeddedRefusal(
			"The database may not run as root, and there is no user snug, postgres or nobody.",
		)
	const closed = [dir, join(binaries, "bin")].find((path) => !isReachable(path, person.uid, person.gid))
	if (closed && !canLendReach(person)) {
		const sentence = `A folder above ${closed} is closed to the user the database runs as (it may not run as root).`
		throw new EmbeddedRefusal(
			`${sentence} Set DATA_DIR to an open place such as /var/lib/snug, or start Snug as another user.`,
		)
	}
	return { ...person, other: true, reach: closed !== undefined }
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

const made = (name: string): Ids | undefined => {
	try {
		execFileSync("useradd", ["--system", "--no-create-home", "--shell", "/usr/sbin/nologin", name], {
			stdio: "ignore",
		})
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

const reaching = ({ uid, gid }: Ids) => [
	`--reuid=${uid}`,
	`--regid=${gid}`,
	"--clear-groups",
	"--inh-caps=+dac_read_search",
	"--ambient-caps=+dac_read_search",
]

const canLendReach = (person: Ids): boolean => {
	try {
		execFileSync("setpriv", [...reaching(person), "true"], { stdio: "ignore" })
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
	const lent = person.other && person.reach
	const [command, parameters] = lent
		? ["setpriv", [...reaching(person), program, ...given]]
		: [program, given]
	const ids = person.other && !lent ? { uid: person.uid, gid: person.gid } : {}
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
