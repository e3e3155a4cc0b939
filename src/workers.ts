import { findActor } from "../db/actors.ts"
import { lettersChannel } from "../db/letters.ts"
import { startDelivery } from "../federation/delivery/delivery.ts"
import { noteSpeakers } from "../federation/delivery/speakers.ts"
import { startTakeOver } from "../federation/delivery/take-over.ts"
import type { actorDocuments } from "../federation/documents.ts"
import type { AnswerWords } from "../federation/gather-letters.ts"
import { startInboxWorker } from "../federation/inbox-worker.ts"
import { startOutbox } from "../federation/outbox.ts"
import type { LookUp } from "../federation/plumbing/look-up.ts"
import type { Network } from "../federation/plumbing/network.ts"
import type { SigningKey } from "../federation/plumbing/signing-keys.ts"
import { bell } from "./bell.ts"
import type { LetterWords } from "./mail/letters.ts"
import { sendLetters } from "./mail/send-letters.ts"
import { type DigestWords, sendDigests } from "./notifications/send-digests.ts"
import { type PushWords, sendPushes } from "./notifications/send-pushes.ts"
import type { OpenWorld } from "./open-world.ts"
import { type Ports, pause } from "./ports.ts"

export type Workers = {
	/** Something was kept at the front door. */
	heard(): void
	/** Finishes what is under way, for a few seconds, and gives back the rest. */
	stop(): Promise<void>
}

export type WorkersParts = {
	opened: Pick<OpenWorld, "world" | "connection" | "worker">
	network: Network
	lookUp: LookUp
	documents: ReturnType<typeof actorDocuments>
	signingKey: (actorId: string) => Promise<SigningKey>
	/** Other workers share the database. */
	shared: boolean
	/** How news are told, and what letters say; without it nobody is told. */
	words?: { digest: DigestWords; push: PushWords; letter: LetterWords }
	/** How moderators of other servers are answered. */
	answerWords: AnswerWords
}

/** The bells of processes that share a database. */
export const inboxChannel = "snug_inbox"
export const eventsChannel = "snug_events"
const logChannel = "snug_log"
/** Milliseconds until what still waits for another server is told that nothing comes. */
const patience = 3000

const minute = 60_000

/** Starts whatever goes on without being asked: dealing with what was heard, handing over, delivering. */
export const startWorkers = async (parts: WorkersParts): Promise<Workers> => {
	const { opened, network, lookUp, documents, signingKey, shared, words, answerWords } = parts
	const { world, connection, worker } = opened
	const woken = { inbox: () => {}, events: () => {}, log: (_groupIds?: string[]) => {} }
	const letters = world.mail && words && sendLetters(world, world.mail, words.letter)
	const pushes = words && sendPushes(world, words.push)
	const digests = world.mail && words && sendDigests(world, words.digest)
	// Listening is what says that this worker is alive, so it comes before any lease.
	const stopListening = await Promise.all([
		connection.listen(inboxChannel, () => woken.inbox()),
		connection.listen(eventsChannel, () => woken.events()),
		connection.listen(logChannel, (groupIds) => woken.log(groupIds ? groupIds.split(",") : undefined)),
		...(letters ? [connection.listen(lettersChannel, () => letters.soon())] : []),
	])
	const { db, ports, origin: webOrigin } = world
	// what is new is rung for, what waits has its moment; only a bell that was not heard needs another look
	const lookEvery = shared ? minute : 5 * minute
	const logBell = bell(world, logChannel)
	const delivery = startDelivery({ db, ports, network, signingKey, webOrigin, worker, sweep: lookEvery })
	const outbox = startOutbox({
		world,
		lookEvery,
		answerWords,
		ownDocument: async (actorId) => {
			const actor = await findActor(db, actorId)
			return actor?.local ? documents.json(actor) : null
		},
		handedOver: (groupIds) => {
			delivery.wake(groupIds)
			if (shared) logBell.ring(groupIds)
		},
	})
	world.wake = woken.events = () => {
		outbox.wake()
		digests?.soon()
		pushes?.soon()
	}
	woken.log = (groupIds) => delivery.wake(groupIds)
	const inbox = startInboxWorker(
		{ world, lookUp },
		worker,
		noteSpeakers({ db, ports, revived: () => delivery.wake() }),
		lookEvery,
	)
	woken.inbox = () => inbox.wake()
	const freed = () => {
		inbox.wake()
		outbox.wake()
		delivery.wake()
	}
	const takeOver = startTakeOver({ db, ports, worker, freed, shared })
	return {
		heard: () => inbox.wake(),
		async stop() {
			const inboxStopped = inbox.stop()
			await Promise.all([digests?.stop(), patiently(ports, pushes?.stop() ?? Promise.resolve())])
			const lettersStopped = patiently(ports, letters?.stop() ?? Promise.resolve())
			await Promise.all([takeOver.stop(), outbox.stop(), delivery.stop(), patiently(ports, inboxStopped)])
			await lettersStopped
			await network.close()
			await inboxStopped
			await logBell.stop()
			await Promise.all(stopListening.map((stop) => stop()))
		},
	}
}

const patiently = (ports: Ports, work: Promise<void>): Promise<void> =>
	Promise.race([work, pause(ports, patience)])
