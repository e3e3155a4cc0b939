import { limits } from "../../src/limits.ts"
import type { NetworkAnswer, Ports } from "../../src/ports.ts"
import type { Network } from "../plumbing/network.ts"
import { type SigningKey, signCavage, signRfc9421 } from "../plumbing/sign.ts"
import { retryAfter } from "./back-off.ts"
import type { Body } from "./bodies.ts"
import { judge, judgeFailure, type Verdict, wantsOtherSignature } from "./judge.ts"

export type Scheme = "draft-cavage" | "rfc9421"
export type Sender = {
	network: Network
	ports: Pick<Ports, "now" | "failpoint">
}
export type Letter = {
	inbox: URL
	body: Body
	key: SigningKey
	scheme: Scheme
	/** True once the host has taken anything signed like this. */
	everTaken: boolean
	/** Headers to send along, signed. */
	also: Record<string, string>
	/** False when the lease is about to end: then nothing new is begun. */
	mayGoOn(): boolean
}

const contentType = "application/activity+json"
const signers = { "draft-cavage": signCavage, rfc9421: signRfc9421 }

/**
 * Posts an activity to an inbox, signed the way the host is known to take it; when it refuses the signature, once more
 * the other way. Answers with what that means, and the scheme that worked. Never throws because of the network.
 */
export const postActivity = async (
	sender: Sender,
	letter: Letter,
): Promise<{ verdict: Verdict; scheme: Scheme }> => {
	const { scheme } = letter
	const first = await post(sender, letter, scheme)
	if (!wantsOtherSignature(first.status, letter.everTaken) || !letter.mayGoOn())
		return { verdict: first.verdict, scheme }
	const other = scheme === "draft-cavage" ? "rfc9421" : "draft-cavage"
	const second = await post(sender, letter, other)
	if (second.verdict.kind === "delivered") return { verdict: second.verdict, scheme: other }
	return { verdict: second.verdict.kind === "later" ? second.verdict : first.verdict, scheme }
}

const post = async (
	{ network, ports }: Sender,
	{ inbox, body, key, also }: Letter,
	scheme: Scheme,
): Promise<{ status: number; verdict: Verdict }> => {
	const content = { digest: body.digest, type: contentType }
	const headers = await signers[scheme]({ method: "POST", url: inbox, date: ports.now(), content, also }, key)
	await ports.failpoint("deliver:before-send")
	try {
		const answer = await network.fetch({ method: "POST", url: inbox, headers, body: body.bytes })
		await discard(answer)
		const status = answer.statusCode
		return { status, verdict: judge(status, retryAfter(answer.headers["retry-after"], ports.now())) }
	} catch (error) {
		return { status: 0, verdict: judgeFailure(error) }
	} finally {
		await ports.failpoint("deliver:sent")
	}
}

// The status has been heard; what follows is read only so that the connection can be used again.
const discard = async (answer: NetworkAnswer): Promise<void> => {
	await answer.body.dump({ limit: limits.answerBytes }).catch(() => {})
}
