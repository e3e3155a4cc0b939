import type { Chance } from "../../simulate/chance.ts"
import type { Scheme } from "../../support/peer/signatures/sign.ts"

/** A signed request, taken apart; a header may stand in it more than once. */
export type Request_ = { url: string; headers: [string, string][]; body: Buffer; scheme: Scheme }

type Change = (request: Request_, chance: Chance, other: Request_) => void

const value = ({ headers }: Request_, name: string): string =>
	headers.find(([key]) => key === name)?.[1] ?? ""
const set = (request: Request_, name: string, text: string): void => {
	request.headers = request.headers.map(([key, old]) => [key, key === name ? text : old])
}
const drop = (request: Request_, name: string): void => {
	request.headers = request.headers.filter(([key]) => key !== name)
}
/** The header that carries the signature's own parameters. */
const claims = ({ scheme }: Request_): string => (scheme === "cavage" ? "signature" : "signature-input")
const covered = ({ scheme }: Request_): string[] =>
	scheme === "cavage" ? ["date", "digest", "content-type"] : ["content-digest"]
const change = (request: Request_, name: string, from: RegExp, to: (...parts: string[]) => string): void =>
	set(request, name, value(request, name).replace(from, to))

const flipped = (bytes: Buffer, chance: Chance): Buffer => {
	const copy = Buffer.from(bytes)
	const at = chance.below(copy.length)
	copy[at] = copy[at]! ^ (1 << chance.below(8))
	return copy
}

const inBase64 = /(signature="|sig1=:)([A-Za-z0-9+/=]+)(["|:])/
const signature = (request: Request_, to: (bytes: Buffer) => Buffer): void =>
	change(request, "signature", inBase64, (_, before = "", text = "", after = "") => {
		return `${before}${to(Buffer.from(text, "base64")).toString("base64")}${after}`
	})

const listed = (request: Request_, to: (names: string[]) => string[]): void => {
	const [from, space] =
		request.scheme === "cavage" ? [/(headers=")([^"]*)(")/, " "] : [/(sig1=\()([^)]*)(\))/, " "]
	change(request, claims(request), from!, (_, before = "", names = "", after = "") => {
		return `${before}${to(names.split(space)).join(space)}${after}`
	})
}

const strangeKeys = [
	"",
	"x",
	"javascript:1",
	"acct:a0@m.test",
	"https://m.test/users/a1#main-key",
	"https://m.test/users/a0#main-key2",
	"https://nowhere.test/k",
	"https://snug.test/ap/server#main-key",
	"http://127.0.0.1/k",
	`https://m.test/${"k".repeat(6000)}`,
]

/** Each breaks what was signed, or what says how: after any of them nothing may be taken. */
const breaks: readonly Change[] = [
	(request, chance) => signature(request, (bytes) => flipped(bytes, chance)),
	(request, chance) => signature(request, (bytes) => bytes.subarray(0, chance.below(bytes.length))),
	(request, chance) =>
		signature(request, (bytes) => Buffer.concat([bytes, Buffer.from(chance.bytes(1 + chance.below(8)))])),
	(request, chance) => {
		request.body = flipped(request.body, chance)
	},
	(request) => {
		request.body = Buffer.concat([request.body, Buffer.from(" ")])
	},
	(request, chance) => {
		const at = chance.below(request.body.length)
		request.body = request.body.subarray(0, at)
	},
	(request, chance) =>
		change(request, "signature", inBase64, (_, before = "", text = "", after = "") => {
			const at = chance.below(text.length)
			return `${before}${text.slice(0, at)}${chance.pick(["!", "-", "%", ".", " ", "~"])}${text.slice(at)}${after}`
		}),
	(request, chance) => drop(request, chance.pick(covered(request))),
	(request, chance) => {
		const name = chance.pick(covered(request))
		request.headers.push([name, value(request, name)])
	},
	(request, chance, other) => {
		const name = chance.pick(covered(request))
		request.headers.push([name, `${value(other, name) || "x"}1`])
	},
	(request, chance) => {
		const name = chance.pick(covered(request))
		const text = value(request, name)
		const at = chance.below(text.length)
		set(request, name, `${text.slice(0, at)}${text[at] === "a" ? "b" : "a"}${text.slice(at + 1)}`)
	},
	(request, chance) => set(request, chance.pick(covered(request)), ""),
	(request, chance) => {
		request.url = request.url.replace(
			"/inbox",
			chance.pick(["/inbox?", "/inbox?x=1", "/ap/server/inbox", "/inbox?%00"]).replace(/\?$/, "?y"),
		)
	},
	(request, chance) =>
		listed(request, (names) =>
			names.filter((_, nth) => nth !== chance.below(names.length)).slice(0, names.length - 1),
		),
	(request) => listed(request, (names) => [...names.slice(1), names[0]!]),
	(request, chance) => listed(request, (names) => [...names, chance.pick(names)]),
	(request, chance) =>
		listed(request, (names) => [
			...names,
			request.scheme === "cavage"
				? chance.pick(["accept", "x-none", "(created)", "(x)"])
				: chance.pick(['"x-none"', '"@query-param";name="a"', '"@status"', '"@method";req']),
		]),
	(request, chance) =>
		change(
			request,
			claims(request),
			/keyid="[^"]*"/i,
			(found = "") => `${found.slice(0, 5)}="${chance.pick(strangeKeys)}"`,
		),
	(request) => drop(request, "signature"),
	(request) => set(request, "signature", ""),
	(request, _, other) =>
		set(
			request,
			"signature",
			value(other, "signature")
				.replace(/signature="[^"]{20}/, 'signature="AAAAAAAAAAAAAAAAAAAA')
				.replace("sig1=:", "sig1=:AAAA"),
		),
	(request, chance) => set(request, "signature", spoiled(value(request, "signature"), chance)),
	(request, chance) => {
		// Of two signatures under one name the last counts (RFC 8941 §3.2), so that one is spoiled.
		request.headers.push(["signature", value(request, "signature")])
		const last = { ...request, headers: [request.headers.pop()!] }
		signature(last, (bytes) => flipped(bytes, chance))
		request.headers.push(...last.headers)
	},
	(request) => {
		if (request.scheme === "rfc9421") drop(request, "signature-input")
		else set(request, "signature", value(request, "signature").replace("keyId", "keyid"))
	},
	(request, chance) => {
		if (request.scheme === "rfc9421")
			change(request, "signature-input", /created=\d+/, () =>
				chance.pick(["created=1", "created=99999999999", 'created="1"', "x=1", "created=-1"]),
			)
		else
			change(request, "signature", /headers="[^"]*"/, () =>
				chance.pick([
					'headers=""',
					'headers="date"',
					"",
					'headers="(request-target) host date digest',
					"headers=5",
				]),
			)
	},
	(request) => {
		if (request.scheme === "rfc9421") change(request, "signature-input", /sig1=/, () => "sig2=")
		else request.headers.push(["signature-input", 'sig1=("@method");created=1;keyid="x"'])
	},
	(request) => {
		if (request.scheme === "rfc9421") change(request, "signature-input", /;created/, () => ';tag="x";created')
		else set(request, "date", new Date(Date.parse(value(request, "date")) + 1000).toUTCString())
	},
]

/** A parameter lost, doubled or misspelt. Never in the algorithm's name, which the key decides in any case. */
const spoiled = (text: string, chance: Chance): string => {
	const at = chance.below(text.length - 1)
	return chance.pick([
		text.slice(0, at),
		`${text},${text}`,
		`${text.slice(0, at)}"${text.slice(at)}`,
		text.replaceAll("=", ":"),
	])
}

type Broken = { request: Request_; how: number[] }

/** A request with one to three things in it broken, and the numbers of what was done. */
export const broken = (good: Request_, chance: Chance, other: Request_): Broken => {
	for (;;) {
		const one = brokenOnce(good, chance, other)
		// Two changes may undo each other.
		if (JSON.stringify(one.request) !== JSON.stringify(good)) return one
	}
}

const brokenOnce = (good: Request_, chance: Chance, other: Request_): Broken => {
	const request = { ...good, headers: good.headers.map(([key, text]): [string, string] => [key, text]) }
	const how = Array.from({ length: chance.happens(0.7) ? 1 : 2 + chance.below(2) }, () =>
		chance.below(breaks.length),
	)
	for (const nth of how) {
		try {
			breaks[nth]!(request, chance, other)
		} catch {
			// What an earlier one took away cannot be broken again.
		}
	}
	return { request, how }
}
