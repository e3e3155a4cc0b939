import { readFileSync } from "node:fs"
import { resolve } from "node:path"
import { z } from "zod"

const port = z.coerce.number().int().min(1).max(65535)
const flag = z.stringbool().default(false)

const shape = z.object({
	WEB_ORIGIN: z.url({ protocol: /^https?$/ }).optional(),
	SECRET_KEY: z.string().min(32, "must be at least 32 characters").optional(),
	DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\//, "must begin with postgres://").optional(),
	DATA_DIR: z.string().default("./data"),
	PORT: port.default(3000),
	BIND: z.string().default("127.0.0.1"),
	ROLE: z.enum(["all", "web", "worker"]).default("all"),
	ALLOW_PRIVATE_ADDRESS: flag,
	ADMIN_USERNAME: z.string().optional(),
	ADMIN_PASSWORD: z.string().optional(),
	ADMIN_EMAIL: z.string().optional(),
	LOG_LEVEL: z.enum(["debug", "info", "warning", "error"]).default("info"),
	LOG_FORMAT: z.enum(["pretty", "json"]).default("pretty"),
})

type Environment = Record<string, string | undefined>

/** What the environment says, read and checked once at the start. */
export type Config = {
	webOrigin: URL
	/** True while nobody chose an origin: a trial on this machine. */
	trial: boolean
	secretKey: string | null
	databaseUrl: string | null
	dataDir: string
	port: number
	bind: string
	role: "all" | "web" | "worker"
	allowPrivateAddress: boolean
	admin: { username: string; password: string; email: string | null } | null
	logLevel: "debug" | "info" | "warning" | "error"
	logFormat: "pretty" | "json"
}

/** A setting that keeps Snug from starting; the message says which and what to do. */
export class ConfigError extends Error {}

/**
 * Reads the settings from an environment; every NAME may also be given as NAME_FILE, the path of a file that holds it.
 * @throws ConfigError naming each setting that is wrong.
 */
export const readConfig = (environment: Environment): Config => {
	const parsed = shape.safeParse(withFiles(environment))
	if (!parsed.success) {
		const lines = parsed.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`)
		throw new ConfigError(`The settings need a change: ${lines.join("; ")}.`)
	}
	const env = parsed.data
	return {
		webOrigin: originOf(env.WEB_ORIGIN ?? `http://localhost:${env.PORT}`),
		trial: env.WEB_ORIGIN === undefined,
		secretKey: env.SECRET_KEY ?? null,
		databaseUrl: env.DATABASE_URL ?? null,
		dataDir: resolve(env.DATA_DIR),
		port: env.PORT,
		bind: env.BIND,
		role: env.ROLE,
		// A trial speaks only with servers on this machine, so it may speak with loopback addresses.
		allowPrivateAddress: env.ALLOW_PRIVATE_ADDRESS || env.WEB_ORIGIN === undefined,
		admin: adminOf(env),
		logLevel: env.LOG_LEVEL,
		logFormat: env.LOG_FORMAT,
	}
}

const withFiles = (environment: Environment): Environment => {
	const merged: Environment = {}
	for (const name of Object.keys(shape.shape)) {
		const path = environment[`${name}_FILE`]
		const value = environment[name] || (path ? contentsOf(name, path) : undefined)
		if (value) merged[name] = value
	}
	return merged
}

const contentsOf = (name: string, path: string): string => {
	try {
		return readFileSync(path, "utf8").trim()
	} catch {
		throw new ConfigError(`${name}_FILE names ${path}, which cannot be read.`)
	}
}

const originOf = (text: string): URL => {
	const url = new URL(text)
	if (url.pathname !== "/" || url.search || url.hash || url.username)
		throw new ConfigError(`WEB_ORIGIN must be an origin alone, like https://snug.example, not ${text}.`)
	if (url.protocol === "http:" && !/^(localhost|127\.|\[::1\])/.test(url.hostname))
		throw new ConfigError(`WEB_ORIGIN must begin with https:// (only localhost may use http), not ${text}.`)
	return url
}

const adminOf = (env: z.infer<typeof shape>): Config["admin"] => {
	if (!env.ADMIN_USERNAME && !env.ADMIN_PASSWORD) return null
	if (!env.ADMIN_USERNAME || !env.ADMIN_PASSWORD)
		throw new ConfigError("ADMIN_USERNAME and ADMIN_PASSWORD belong together: set both or neither.")
	return { username: env.ADMIN_USERNAME, password: env.ADMIN_PASSWORD, email: env.ADMIN_EMAIL ?? null }
}
