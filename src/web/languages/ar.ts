import { foot } from "./ar/foot.ts"
import { reasons } from "./ar/reasons.ts"

/** Arabic. */
export const ar: Readonly<Record<string, string>> = { ...foot, ...reasons }
