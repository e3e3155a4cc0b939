import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { everyLimit, withPeerLimits } from "../../src/limits/in-markdown.ts"
import { areas } from "../../src/limits.ts"

const root = join(import.meta.dirname, "../..")
const federation = join(root, "FEDERATION.md")

writeFileSync(join(root, "docs/limits.md"), everyLimit(areas))
writeFileSync(federation, withPeerLimits(readFileSync(federation, "utf8"), areas))
