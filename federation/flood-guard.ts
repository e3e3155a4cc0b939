import { limits } from "../src/limits.ts"
/** So much at once, and so much a second in the long run, may one sender say before it is asked to wait. */
export type Quota = { burst: number; perSecond: number }

export const quotas = {
	host: { burst: limits.hostBurst, perSecond: limits.hostPace },
	actor: { burst: limits.keyBurst, perSecond: limits.keyPace },
} as const satisfies Record<string, Quota>

type Bucket = { used: number; at: number }

/**
 * Counts what each sender said, by token buckets. Only what was signed is counted, so that nobody uses up another's share
 * by claiming to be them.
 */
export class FloodGuard {
	readonly #buckets = new Map<string, Bucket>()

	/** Milliseconds until this sender may speak again; 0 when it may now. */
	wait(actorUri: string, now: Date): number {
		const { host } = new URL(actorUri)
		return Math.max(this.#waitOf(host, quotas.host, now), this.#waitOf(actorUri, quotas.actor, now))
	}

	/** Notes that this sender said something, and that it was really them. */
	count(actorUri: string, now: Date): void {
		const { host } = new URL(actorUri)
		this.#use(host, quotas.host, now)
		this.#use(actorUri, quotas.actor, now)
	}

	#waitOf(name: string, quota: Quota, now: Date): number {
		const over = this.#usedNow(name, quota, now) + 1 - quota.burst
		return over > 0 ? Math.ceil((over / quota.perSecond) * 1000) : 0
	}

	#usedNow(name: string, { perSecond }: Quota, now: Date): number {
		const bucket = this.#buckets.get(name)
		if (!bucket) return 0
		return Math.max(bucket.used - (Math.max(now.getTime() - bucket.at, 0) / 1000) * perSecond, 0)
	}

	#use(name: string, quota: Quota, now: Date): void {
		const used = this.#usedNow(name, quota, now) + 1
		// Put last, so that the first in the map are those who were silent longest.
		this.#buckets.delete(name)
		this.#buckets.set(name, { used, at: now.getTime() })
		if (this.#buckets.size > limits.sendersCounted) this.#buckets.delete(this.#buckets.keys().next().value!)
	}
}
