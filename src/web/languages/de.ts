import { foot } from "./de/foot.ts"
import { reasons } from "./de/reasons.ts"

/** German. */
export const de: Readonly<Record<string, string>> = { ...foot, ...reasons }
