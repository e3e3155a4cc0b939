import { readPostObject } from "../../federation/translate/post.ts"
import { idOf } from "../../federation/translate/reading.ts"
import { type Json, list } from "../support/peer/shapes.ts"
import { actorDocument, actorTypes } from "./cast.ts"
import type { Fixture, Readable } from "./fixtures.ts"
import { prepare } from "./prepare.ts"
import type { Bench, Got } from "./run.ts"

const postTypes = new Set(["Note", "Page", "Article", "Question", "Event", "Video", "Image", "Audio"])

/** Serves a document at its own address and lets the server's own look-up read it. */
export const readDocument = async (
	bench: Bench,
	fixture: Readable,
	nth: number,
	raw: boolean,
): Promise<Got> => {
	const { remote, lookUp, world } = bench
	const hostOf = (host: string) => bench.hostOf(nth, host)
	const groupUri = new URL("/ap/groups/00000000-0000-7000-8000-000000000000", world.origin).href
	const document = prepare(fixture, { groupUri, hostOf, raw })
	const uri = complete(document, hostOf("nameless.example"))
	if (new URL(uri).origin === world.origin.origin) return { got: "ours", why: uri }
	const isActor = actorTypes.has(document.type)
	const isGone = document.type === "Tombstone"
	remote.serve(uri, isActor ? asServed(bench, uri, document) : document, isGone ? 410 : 200)
	if (isActor) {
		const actor = await lookUp.actor(uri)
		return "state" in actor
			? { got: "ignore", why: actor.reason }
			: { got: "parse", why: `kept as ${actor.kind} ${actor.handle}` }
	}
	const answer = await lookUp.document(uri)
	if (isGone) return { got: answer.state === "gone" ? "parse" : "ignore", why: answer.state }
	if (answer.state !== "found") return { got: "ignore", why: answer.reason }
	return postTypes.has(fixture.type)
		? readAsPost(answer.document, fixture)
		: readAsOther(answer.document, fixture)
}

/** Examples leave out whose a thing is and where; nothing could be looked up without. @returns its address. */
const complete = (document: Json, host: string): string => {
	const author = idOf(list(document.attributedTo ?? document.actor)[0])
	document.id = canBeAsked(document.id) ? document.id : new URL("/document", author ?? `http://${host}`).href
	if (!author && postTypes.has(document.type)) document.attributedTo = new URL("/somebody", document.id).href
	return document.id
}

/** A portable object's id names a key instead of a server (FEP-ef61). */
const canBeAsked = (uri: unknown): boolean =>
	typeof uri === "string" && URL.canParse(uri) && /^https?:/.test(uri)

/** An actor's key was scrubbed or belongs to somebody else, so it gets one of ours; the rest is as it was. */
const asServed = ({ remote }: Bench, uri: string, document: Json): Json => ({
	...document,
	publicKey: document.publicKey ?? actorDocument(remote, uri, "Person").publicKey,
})

const readAsPost = (document: Json, { file }: Fixture): Got => {
	const author = idOf(list(document.attributedTo ?? document.actor)[0])
	if (!author) return { got: "ignore", why: "nobody whom a server could be asked about wrote it" }
	const reading = readPostObject(document, author, null)
	// That a vote is no post is just what there is to read in it.
	if ("unfit" in reading && reading.unfit === "a vote") return { got: "parse", why: "read as a vote" }
	if ("unfit" in reading) return { got: "ignore", why: reading.unfit }
	const { draft } = reading
	const leaks =
		draft.audience === "public" && !JSON.stringify([document.to, document.cc]).match(/Public|undefined|null/)
	if (leaks) return { got: "leak", why: `${file} is not for everyone` }
	const words = draft.html
		.replace(/<[^>]+>/g, "")
		.trim()
		.slice(0, 40)
	return { got: "parse", why: `${draft.kind} for ${draft.audience}: ${draft.title ?? ""} ${words}` }
}

/** Collections, keys, emoji, approvals: read without trouble and never taken for a post. */
const readAsOther = (document: Json, { expect }: Fixture): Got => {
	const reading = readPostObject(document, idOf(document.attributedTo) ?? `${document.id}`, null)
	if ("draft" in reading) return { got: "post", why: "it was taken for a post" }
	return { got: expect === "ignore" ? "ignore" : "parse", why: reading.unfit }
}
