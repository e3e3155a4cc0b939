import { createPrivateKey, type KeyObject } from "node:crypto"
import { exchange } from "./exchange.ts"
import type { Person } from "./person.ts"
import { ACTIVITY_JSON, type Answer, type Json, LD_JSON } from "./shapes.ts"
import type { Reckoning } from "./signatures/cavage.ts"
import { type Scheme, signedHeaders } from "./signatures/sign.ts"

/** Where one activity goes, and every way to sign it wrong. */
export type Sending = {
	to: string
	scheme?: Scheme
	signAs?: Person | string
	keyId?: string
	key?: KeyObject | string
	digest?: false | string
	/** The header names (or components) to sign. */
	headers?: string[]
	date?: Date
	reckoning?: Reckoning
	unsigned?: true
	/** Changes the body after it was signed. */
	tamper?: (bytes: Uint8Array) => Uint8Array
	rawBody?: Uint8Array | string
	contentType?: string
	/** Further headers; signed only where `headers` names them. */
	also?: Record<string, string>
}

const SCALARS = ["to", "cc", "tag"]

const asScalars = (document: Json): Json =>
	Object.fromEntries(
		Object.entries(document).map(([name, value]) => {
			if (name === "object" && value && typeof value === "object") return [name, asScalars(value)]
			return [name, SCALARS.includes(name) && Array.isArray(value) && value.length === 1 ? value[0] : value]
		}),
	)

const headersOf = (
	person: Person,
	sending: Sending,
	body: Uint8Array,
	plain: Record<string, string>,
): Record<string, string> => {
	const { signAs = person, key } = sending
	const date = sending.date ?? person.peer.now()
	if (sending.unsigned) return { ...plain, date: date.toUTCString() }
	const own = typeof signAs === "string" ? person.keys.privateKey : signAs.keys.privateKey
	return signedHeaders(
		{ method: "POST", url: sending.to, headers: plain, body },
		{
			keyId: sending.keyId ?? (typeof signAs === "string" ? signAs : signAs.keyId),
			key: typeof key === "string" ? createPrivateKey(key) : (key ?? own),
			date,
			scheme: sending.scheme,
			headers: sending.headers,
			digest: sending.digest,
			reckoning: sending.reckoning,
		},
	)
}

/** Signs and posts one activity as that person; status 0 when there is no answer. */
export const sendAs = async (person: Person, activity: Json, sending: Sending): Promise<Answer> => {
	const { scalars, strictContentType } = person.peer.traits
	const shaped = scalars ? asScalars(activity) : activity
	const written = Buffer.from(sending.rawBody ?? JSON.stringify(shaped))
	const type = sending.contentType ?? (strictContentType ? LD_JSON : ACTIVITY_JSON)
	const headers = headersOf(person, sending, written, { "content-type": type, ...sending.also })
	const body = sending.tamper ? sending.tamper(written) : written
	try {
		const answer = await exchange("POST", sending.to, headers, body)
		return { status: answer.status, body: answer.bytes.toString() }
	} catch (error) {
		return { status: 0, body: (error as Error).message }
	}
}
