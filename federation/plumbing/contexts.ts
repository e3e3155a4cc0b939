import { type DocumentLoader, preloadedContexts } from "@fedify/vocab-runtime"

/** Contexts that servers host under their own names, known by the end of their path (Pleroma, Akkoma). */
const byPath: Record<string, string> = {
	"/schemas/litepub-0.1.jsonld": "https://www.w3.org/ns/activitystreams",
}

/**
 * JSON-LD contexts come from a fixed list; one that is not on it counts as empty. Nothing is ever fetched for a context,
 * so no stranger can make us speak to a server by naming it in a document.
 */
export const staticContexts: DocumentLoader = async (url) => {
	const known = preloadedContexts[url] ?? preloadedContexts[byPath[new URL(url).pathname] ?? ""]
	return { contextUrl: null, documentUrl: url, document: known ?? { "@context": {} } }
}
