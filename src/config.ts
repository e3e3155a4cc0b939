import { readFileSync } from "node:fs"
import { join, resolve } from "node:path"
import { z } from "zod"
import { addressesIn } from "./client-address.ts"
import type { BucketSettings } from "./storage/bucket.ts"
import { bucketOf, mediaOf, storageAliases, storageShape } from "./storage-settings.ts"
import type { Locale } from "./web/reader.ts"

const portRule = "must be a whole number from 1 to 65535"
const port = z.coerce.number(portRule).int(portRule).min(1, portRule).max(65535, portRule)
const hourRule = "must be an hour of the day, from 0 to 23"
const keepRule = "must be a whole number, 1 or more"
const flag = z.stringbool().default(false)

const shape = z.object({
	WEB_ORIGIN: z
		.url({ protocol: /^https?$/, error: "must be an address like https://snug.example" })
		.optional(),
	SECRET_KEY: z.string().min(32, "must be at least 32 characters").optional(),
	DATABASE_URL: z
		.string()
		.regex(/^postgres(ql)?:\/\//, "must begin with postgres://")
		.optional(),
	DATA_DIR: z.string().default("./data"),
	PORT: port.default(3000),
	BIND: z.string().default("127.0.0.1"),
	TRUSTED_PROXIES: z
		.string()
		.default("")
		.refine((text) => addressesIn(text) !== null, "must be addresses or ranges like 10.0.0.0/8"),
	ROLE: z.enum(["all", "web", "worker"]).default("all"),
	ALLOW_PRIVATE_ADDRESS: flag,
	SIGNED_FETCH: z.enum(["optional", "required"]).default("optional"),
	ADMIN_USERNAME: z.string().optional(),
	ADMIN_PASSWORD: z.string().optional(),
	ADMIN_EMAIL: z.string().optional(),
	BACKUP: z.stringbool().default(true),
	BACKUP_MEDIA: z.stringbool().default(true),
	BACKUP_DIR: z.string().optional(),
	BACKUP_HOUR: z.coerce.number(hourRule).int(hourRule).min(0, hourRule).max(23, hourRule).default(3),
	BACKUP_KEEP: z.coerce.number(keepRule).int(keepRule).min(1, keepRule).default(7),
	DEFAULT_LOCALE: z.enum(["en", "de", "ar"], { error: "must be en, de or ar" }).default("en"),
	SMTP_URL: z
		.string()
		.regex(/^smtps?:\/\/./, "must be an address like smtps://user:password@mail.example")
		.optional(),
	SMTP_HOST: z.string().optional(),
	SMTP_PORT: port.optional(),
	SMTP_USERNAME: z.string().optional(),
	SMTP_PASSWORD: z.string().optional(),
	MAIL_FROM: z
		.string()
		.regex(/^[^<>\r\n]*<?[^\s<>@]+@[^\s<>@]+>?$/, "must be an address like snug@mail.example")
		.optional(),
	...storageShape,
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
	/** Whose X-Forwarded-For is believed: addresses and ranges, as addressesIn reads them. */
	trustedProxies: string
	role: "all" | "web" | "worker"
	allowPrivateAddress: boolean
	/** Whether other servers must sign when they ask for what is public, so that blocked ones find nothing. */
	signedFetch: "optional" | "required"
	admin: { username: string; password: string; email: string | null } | null
	/** Whether the embedded database is backed up every night, at which hour of this machine's clock, and how many are kept. */
	backupNightly: boolean
	backupHour: number
	/** Whether pictures in a folder of ours are in the backup. */
	backupMedia: boolean
	backupKeep: number
	backupDir: string
	/** The language of pages for those whose browser asks for none that there is. */
	defaultLocale: Locale
	/** The mail server that letters go through; null when there is none, and what needs letters is not offered. */
	mail: MailServer | null
	/** Bytes that one person may bring; copies of other servers' pictures in bytes, and milliseconds after they were last shown. */
	media: ReturnType<typeof mediaOf>
	/** The bucket that files are kept in; null when that is a folder of DATA_DIR. */
	bucket: BucketSettings | null
	logLevel: "debug" | "info" | "warning" | "error"
	logFormat: "pretty" | "json"
}

type MailServer = {
	host: string
	port: number
	/** TLS from the first byte; otherwise it begins when the server offers it. */
	secure: boolean
	username: string | null
	password: string | null
	/** Whom letters are from. */
	from: string
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
		trustedProxies: env.TRUSTED_PROXIES,
		role: env.ROLE,
		// A trial speaks only with servers on this machine, so it may speak with loopback addresses.
		allowPrivateAddress: env.ALLOW_PRIVATE_ADDRESS || env.WEB_ORIGIN === undefined,
		signedFetch: env.SIGNED_FETCH,
		admin: adminOf(env),
		backupNightly: env.BACKUP,
		backupHour: env.BACKUP_HOUR,
		backupMedia: env.BACKUP_MEDIA,
		backupKeep: env.BACKUP_KEEP,
		backupDir: resolve(env.BACKUP_DIR ?? join(env.DATA_DIR, "backups")),
		defaultLocale: env.DEFAULT_LOCALE,
		mail: mailOf(env),
		media: mediaOf(env),
		bucket: wholeBucket(env),
		logLevel: env.LOG_LEVEL,
		logFormat: env.LOG_FORMAT,
	}
}

/** What Mastodon and others call the same. */
const aliases: Record<string, string> = {
	SMTP_HOST: "SMTP_SERVER",
	SMTP_USERNAME: "SMTP_LOGIN",
	MAIL_FROM: "SMTP_FROM_ADDRESS",
	...storageAliases,
}

const withFiles = (environment: Environment): Environment => {
	const merged: Environment = {}
	for (const name of Object.keys(shape.shape)) {
		const path = environment[`${name}_FILE`]
		const other = aliases[name]
		const value =
			environment[name] || (path ? contentsOf(name, path) : undefined) || (other && environment[other])
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

const wholeBucket = (env: z.infer<typeof shape>): BucketSettings | null => {
	const bucket = bucketOf(env)
	if (bucket && "missing" in bucket)
		throw new ConfigError(`STORAGE=s3 needs ${bucket.missing.join(", ")} as well.`)
	return bucket
}

const adminOf = (env: z.infer<typeof shape>): Config["admin"] => {
	if (!env.ADMIN_USERNAME && !env.ADMIN_PASSWORD) return null
	if (!env.ADMIN_USERNAME || !env.ADMIN_PASSWORD)
		throw new ConfigError("ADMIN_USERNAME and ADMIN_PASSWORD belong together: set both or neither.")
	return { username: env.ADMIN_USERNAME, password: env.ADMIN_PASSWORD, email: env.ADMIN_EMAIL ?? null }
}

const mailOf = (env: z.infer<typeof shape>): MailServer | null => {
	const origin = originOf(env.WEB_ORIGIN ?? `http://localhost:${env.PORT}`)
	const from = env.MAIL_FROM ?? `snug@${origin.hostname}`
	if (env.SMTP_URL) {
		if (!URL.canParse(env.SMTP_URL)) throw new ConfigError("SMTP_URL is no address.")
		const { protocol, hostname, port, username, password } = new URL(env.SMTP_URL)
		const secure = protocol === "smtps:"
		return {
			host: hostname.replace(/^\[|\]$/g, ""),
			port: port ? Number(port) : secure ? 465 : 587,
			secure,
			username: username ? decodeURIComponent(username) : null,
			password: password ? decodeURIComponent(password) : null,
			from,
		}
	}
	if (!env.SMTP_HOST) return null
	const smtpPort = env.SMTP_PORT ?? 587
	return {
		host: env.SMTP_HOST,
		port: smtpPort,
		secure: smtpPort === 465,
		username: env.SMTP_USERNAME ?? null,
		password: env.SMTP_PASSWORD ?? null,
		from,
	}
}
