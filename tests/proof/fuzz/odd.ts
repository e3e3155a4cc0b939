import type { Chance } from "../../simulate/chance.ts"

/** Values that have fooled a reader somewhere: of another type, size, depth, script, scheme or time than is meant. */
export const oddValue = (chance: Chance): unknown => chance.pick(makers)(chance)

const scalars = [
	null,
	true,
	false,
	0,
	-1,
	1e308,
	-1e308,
	1.5,
	2 ** 53,
	4294967296,
	"",
	" ",
	"0",
	"null",
	"true",
	"undefined",
]
const names = [
	"__proto__",
	"constructor",
	"toString",
	"hasOwnProperty",
	"then",
	"length",
	"@id",
	"@type",
	"@value",
]
const times = [
	"9999-12-31T23:59:60Z",
	"-000001-01-01T00:00:00Z",
	"+275760-09-13T00:00:00.001Z",
	"0000-00-00T00:00:00Z",
	"2026-02-30T25:61:61Z",
	"1969-12-31T23:59:59Z",
	"2026-11-21",
	"T",
	"2026-11-21T10:00:00+99:99",
	"2026-11-21T10:00:00.123456789123456789Z",
	"now",
]
const addresses = [
	"javascript:alert(1)",
	"data:text/html,<script>alert(1)</script>",
	"https://",
	"https:///",
	"http://[::1]/",
	"https://m.test:99999/",
	"https://m.test:0/",
	"https://M.TEST/users/a0",
	"https://m.test./users/a0",
	"https://a@m.test/users/a0",
	"https://m.test/users/a0#x#y",
	"https://m.test/%00/%ff",
	"https://xn--/",
	"https://xn--a-ecp.ru/",
	"https://ünï.test/ä",
	"https://127.0.0.1/",
	"https://0x7f.1/",
	"//m.test/x",
	"/users/a0",
	"acct:a0@m.test",
	"urn:uuid:0",
	"https://snug.test/",
	"https://snug.test/ap/server",
	"https://snug.test/ap/people/00000000-0000-0000-0000-000000000000",
	"https://victim.test/users/vera",
	"https://www.w3.org/ns/activitystreams#Public",
	"as:Public",
	"Public",
	`https://m.test/${"a".repeat(5000)}`,
	"https://m.test/\\..\\x",
	"https://m.test/a b",
	"mailto:a@b",
]
const texts = [
	"\0",
	"\ud800",
	"\u202e\u2066\u200d\ufeff",
	"e\u0301".repeat(500),
	"\u{1F469}\u200d\u{1F469}\u200d\u{1F467}".repeat(50),
	"\r\n\r\nX: y",
	"'; drop table posts; --",
	"%s%n%x",
	"$1 $2",
	"{{7*7}}",
	"</script><script>alert(1)</script>",
	"<img src=x onerror=alert(1)>",
	"]]>",
	"@".repeat(2000),
	"[".repeat(2000),
	"#".repeat(5000),
	"@tea@snug.test ".repeat(200),
	"http://".concat("a".repeat(20_000)),
	"<a ".repeat(2000),
	"<b>".repeat(3000),
	"&".repeat(5000),
	"\u00a0".repeat(1000),
	"x".repeat(250_000),
	"unshare",
]

const nested = (depth: number, list: boolean): unknown => {
	let value: unknown = "deep"
	for (let level = 0; level < depth; level++) value = list ? [value] : { object: value, "@list": [] }
	return value
}

const makers: readonly ((chance: Chance) => unknown)[] = [
	(chance) => chance.pick(scalars),
	(chance) => chance.pick(scalars),
	(chance) => chance.pick(names),
	(chance) => chance.pick(times),
	(chance) => chance.pick(addresses),
	(chance) => chance.pick(addresses),
	(chance) => chance.pick(texts),
	(chance) =>
		chance.pick([
			[],
			{},
			[[]],
			[{}],
			[null],
			{ "@value": 1 },
			{ "@id": null },
			{ "@list": [1] },
			{ "@set": [] },
		]),
	(chance) => ({ "@value": chance.pick(texts), "@language": chance.pick(["en", "", "x-", 5]) }),
	(chance) => ({ id: chance.pick(addresses), type: chance.pick(types) }),
	(chance) => ({
		type: chance.pick(types),
		href: chance.pick(addresses),
		name: chance.pick(texts),
		mediaType: chance.pick(texts),
	}),
	(chance) => nested(chance.pick([3, 29, 33, 200]), chance.happens(0.5)),
	(chance) => Array.from({ length: chance.pick([2, 40, 300, 5100]) }, () => chance.pick(addresses)),
]

export const types = [
	..."Create Update Delete Undo Follow Accept Reject Like Dislike EmojiReact Announce Flag Block Move Add Remove Lock".split(
		" ",
	),
	..."Note Page Article Question Event Video Image Audio Tombstone Person Group Service Mention Hashtag Emoji Link".split(
		" ",
	),
	..."Document Collection OrderedCollection OrderedCollectionPage QuoteRequest PollVote Place Object Activity".split(
		" ",
	),
	"https://www.w3.org/ns/activitystreams#Create",
	"as:Note",
	"__proto__",
]

export const fields = [
	..."id type actor object target to cc bto bcc audience attributedTo content contentMap name nameMap summary".split(
		" ",
	),
	..."summaryMap source mediaType url inReplyTo context conversation published updated startTime endTime tag".split(
		" ",
	),
	..."attachment icon image replies likes shares quote quoteUrl quoteUri _misskey_quote oneOf anyOf closed".split(
		" ",
	),
	..."votersCount sensitive language preferredUsername inbox endpoints publicKey alsoKnownAs movedTo location".split(
		" ",
	),
	..."interactionPolicy instrument result origin items orderedItems totalItems @context @graph @type @id signature".split(
		" ",
	),
]
