import { join } from "node:path"
import type { Config } from "../config.ts"
import { folderStorage } from "./folder.ts"
import type { Storage } from "./storage.ts"

/** The storage that the settings name: a bucket, or a folder beside everything else that is kept. */
export const openStorage = async (
	{ dataDir, bucket }: Pick<Config, "dataDir" | "bucket">,
	now: () => Date,
): Promise<Storage> =>
	bucket ? (await import("./bucket.ts")).bucketStorage(bucket, now) : folderStorage(join(dataDir, "media"))
