import { Temporal as polyfill } from "@js-temporal/polyfill"

// Fedify reads the global Temporal, which Node 24 does not have yet.
const scope = globalThis as unknown as { Temporal?: unknown }
scope.Temporal ??= polyfill
