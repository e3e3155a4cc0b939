import { listOwnMarks, readOwnDrafts, readOwnPosts } from "../db/archive.ts"
import { listBlocks } from "../db/blocks.ts"
import { listFollowed } from "../db/following.ts"
import { limits } from "../src/limits.ts"
import { picturesZip } from "../src/media/pictures-zip.ts"
import { type Actor, handleOf } from "../src/people/actor.ts"
import type { World } from "../src/world.ts"
import type { ActorDocuments } from "./documents.ts"
import { createOf } from "./objects.ts"
import { activityStreams, instant, type Json } from "./translate/wire.ts"

/** What somebody can take along, a file each. */
export type ArchiveFile = keyof typeof makers
export type Archive = {
	files: readonly ArchiveFile[]
	/** A file, piece by piece: its text, or the bytes of what is no text. */
	write(person: Actor, file: ArchiveFile): AsyncGenerator<string | Uint8Array>
}

type Asked = { world: World; documents: ActorDocuments; person: Actor }

/**
 * Everything that is somebody's own, as ActivityStreams, and as the CSV that Mastodon reads and writes; and their pictures. Of what others
 * wrote there is only the address.
 */
export const createArchive = (world: World, documents: ActorDocuments): Archive => ({
	files: Object.keys(makers) as ArchiveFile[],
	write: (person, file) => makers[file]({ world, documents, person }),
})

const actorFile = async function* ({ documents, person }: Asked) {
	yield JSON.stringify(await documents.json(person), null, "\t")
}

const outboxFile = async function* ({ world, person }: Asked) {
	yield* collection("outbox.json", async function* () {
		for (let after: string | null = null; ; ) {
			const reads = await readOwnPosts(world.db, person.id, { after, limit: limits.archivedAtOnce })
			for (const read of reads) {
				const create = await createOf(world, read)
				if (create) yield create
			}
			if (reads.length < limits.archivedAtOnce) return
			after = reads.at(-1)!.post.id
		}
	})
}

const marksFile = (name: string, kind: "thanks" | "kept") =>
	async function* ({ world, person }: Asked) {
		const marks = await listOwnMarks(world.db, person.id, { kind, limit: limits.archivedMarks })
		yield* collection(name, async function* () {
			for (const { uri, emoji, at } of marks)
				yield kind === "kept"
					? uri
					: {
							type: "Like",
							actor: person.uri,
							object: uri,
							published: instant(at),
							...(emoji && { content: emoji }),
						}
		})
	}

const draftsFile = async function* ({ world, person }: Asked) {
	const drafts = (await readOwnDrafts(world.db, person.id, limits.drafts)).map(({ draft, group }) => ({
		group: handleOf(group),
		title: draft.title,
		text: draft.source,
		contentNote: draft.contentWarning,
		language: draft.language,
		quotes: draft.quoteUri,
		poll: draft.poll,
		savedAt: instant(draft.savedAt),
	}))
	yield JSON.stringify(drafts, null, "\t")
}

const followsFile = async function* ({ world, person }: Asked) {
	yield "Account address,Show boosts\n"
	for (const group of await listFollowed(world.db, person.id, limits.archivedMarks))
		yield `${address(group)},true\n`
}

const blocksFile = (of: "people" | "servers") =>
	async function* ({ world, person }: Asked) {
		for (const { target, domain } of await listBlocks(world.db, person.id)) {
			if (of === "people" && target) yield `${address(target)}\n`
			if (of === "servers" && domain) yield `${domain}\n`
		}
	}

const makers = {
	"actor.json": actorFile,
	"outbox.json": outboxFile,
	"likes.json": marksFile("likes.json", "thanks"),
	"bookmarks.json": marksFile("bookmarks.json", "kept"),
	"drafts.json": draftsFile,
	"following_accounts.csv": followsFile,
	"blocked_accounts.csv": blocksFile("people"),
	"blocked_domains.csv": blocksFile("servers"),
	"pictures.zip": ({ world, person }: Asked) => picturesZip(world, person.id),
} as const satisfies Record<string, (asked: Asked) => AsyncGenerator<string | Uint8Array>>

const address = (actor: Actor): string => handleOf(actor).slice(1)

/** A whole collection, an item a line, so that however much it is, little of it is held at once. */
const collection = async function* (id: string, items: () => AsyncGenerator<Json | string>) {
	yield `{"@context":${JSON.stringify(activityStreams)},"id":${JSON.stringify(id)},"type":"OrderedCollection","orderedItems":[`
	let first = true
	for await (const item of items()) {
		yield `${first ? "" : ","}\n${JSON.stringify(item)}`
		first = false
	}
	yield "\n]}\n"
}
