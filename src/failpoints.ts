/**
 * The named places in the write paths, one after each await that leaves something half done: where a test may let the
 * process die (`FAILPOINT=name@n`) or wait. The crash rig walks all of them (docs/proof.md).
 */
export const failpoints = [
	// the front door, from the body to the answer
	"front-door:read",
	"front-door:verified",
	"front-door:kept",
	// any transaction of a command, a page or a worker: one place for all of them (db/connection/transaction.ts)
	"transaction:before-commit",
	"transaction:committed",
	// what was heard
	"inbox:claimed",
	"inbox:understood",
	"inbox:before-commit",
	"inbox:committed",
	"inbox:spoken",
	// from events to logs and messages
	"outbox:locked",
	"outbox:kept",
	"outbox:before-commit",
	"outbox:handed-over",
	// the lanes
	"deliver:claimed",
	"deliver:loaded",
	"nodeinfo:read",
	"deliver:before-send",
	"deliver:sent",
	"deliver:settled",
	"deliver:before-flush",
	"deliver:flushed",
	"deliver:released",
	// what a dead process left
	"take-over:ended",
] as const

export type Failpoint = (typeof failpoints)[number]
