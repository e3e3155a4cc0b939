import { z } from "zod"
import type { BucketSettings } from "./storage/bucket.ts"

const sizeRule = "must be a number of megabytes, 1 or more"
const megabytes = z.coerce.number(sizeRule).int(sizeRule).min(1, sizeRule)
const daysRule = "must be a whole number of days, 1 or more"
const address = z.url({ protocol: /^https?$/, error: "must be an address like https://files.example" })

/** The settings of pictures and of where they are kept. */
export const storageShape = {
	STORAGE: z.enum(["fs", "s3"], { error: "must be fs or s3" }).default("fs"),
	STORAGE_PUBLIC_URL: address.optional(),
	S3_ENDPOINT: address.optional(),
	S3_REGION: z.string().default("us-east-1"),
	S3_BUCKET: z
		.string()
		.regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, "must be the name of a bucket")
		.optional(),
	S3_ACCESS_KEY_ID: z.string().optional(),
	S3_SECRET_ACCESS_KEY: z.string().optional(),
	S3_FORCE_PATH_STYLE: z.stringbool().optional(),
	S3_PREFIX: z
		.string()
		.regex(/^([a-z0-9_-]+\/)*$/i, "must end with a slash, like snug/")
		.default(""),
	MEDIA_PER_PERSON: megabytes.default(1000),
	MEDIA_REMOTE: megabytes.default(1000),
	MEDIA_REMOTE_DAYS: z.coerce.number(daysRule).int(daysRule).min(1, daysRule).default(30),
}

/** What others call the same. */
export const storageAliases: Record<string, string> = {
	S3_ACCESS_KEY_ID: "AWS_ACCESS_KEY_ID",
	S3_SECRET_ACCESS_KEY: "AWS_SECRET_ACCESS_KEY",
}

const shape = z.object(storageShape)
type Env = z.infer<typeof shape>

/** The bucket that files are kept in; null for a folder, or the names of the settings that are missing. */
export const bucketOf = (env: Env): BucketSettings | null | { missing: string[] } => {
	if (env.STORAGE === "fs") return null
	const needed = ["S3_BUCKET", "S3_ACCESS_KEY_ID", "S3_SECRET_ACCESS_KEY"] as const
	const missing = needed.filter((name) => !env[name])
	if (missing.length > 0) return { missing }
	const endpoint = new URL(env.S3_ENDPOINT ?? `https://s3.${env.S3_REGION}.amazonaws.com`)
	return {
		endpoint,
		region: env.S3_REGION,
		bucket: env.S3_BUCKET!,
		prefix: env.S3_PREFIX,
		// Services other than AWS seldom have a name for each bucket.
		pathStyle: env.S3_FORCE_PATH_STYLE ?? !endpoint.hostname.endsWith(".amazonaws.com"),
		accessKeyId: env.S3_ACCESS_KEY_ID!,
		secretAccessKey: env.S3_SECRET_ACCESS_KEY!,
	}
}

/** How much is kept, for how long, and what addresses of files begin with for other servers. */
export const mediaOf = (env: Env) => ({
	perPerson: env.MEDIA_PER_PERSON * 1_000_000,
	remote: { most: env.MEDIA_REMOTE * 1_000_000, age: env.MEDIA_REMOTE_DAYS * 86_400_000 },
	publicUrl: env.STORAGE_PUBLIC_URL ? new URL(env.STORAGE_PUBLIC_URL) : null,
})
