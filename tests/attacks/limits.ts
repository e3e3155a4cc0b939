const second = 1000
const minute = 60 * second
const hour = 60 * minute

/**
 * The limits that attacks run into, in the units of src/limits.ts, written down a second time: a case that took them from
 * the code it attacks would follow it wherever it goes. limits.test.ts says where the two part.
 */
export const written = {
	activityBytes: 1_000_000,
	activityDepth: 32,
	activityNodes: 5000,
	actorAbout: 20_000,
	clockSkew: 12 * hour,
	documentBytes: 1_048_576,
	exchangeTime: 10 * second,
	floodLine: hour,
	goneAgain: hour,
	idText: 1024,
	keyBurst: 1000,
	keyRequests: 4,
	keysOfActor: 16,
	linkText: 4096,
	retryAfter: 6 * hour,
} as const
