import type { Chance } from "../../simulate/chance.ts"
import type { Json } from "../../support/peer.ts"
import { fields, oddValue, types } from "./odd.ts"

type Place = { holder: Json | unknown[]; key: string | number }

/** An activity changed in a few places, in its structure as well as in its values, by a seed. */
export const mutated = (activity: Json, others: readonly Json[], chance: Chance): Json => {
	const root = { it: structuredClone(activity) as unknown }
	for (let left = 1 + chance.below(4); left > 0; left--) {
		const places = placesIn(root.it)
		const place =
			places.length > 0 && chance.happens(0.98) ? chance.pick(places) : { holder: root, key: "it" }
		chance.pick(changes)(place, chance, others)
	}
	return root.it as Json
}

const placesIn = (value: unknown, found: Place[] = [], depth = 0): Place[] => {
	if (typeof value !== "object" || value === null || depth > 40 || found.length > 400) return found
	const keys = Array.isArray(value) ? [...value.keys()].slice(0, 20) : Object.keys(value)
	for (const key of keys) {
		found.push({ holder: value as Json, key })
		placesIn((value as Json)[key], found, depth + 1)
	}
	return found
}

type Change = (place: Place, chance: Chance, others: readonly Json[]) => void

const read = ({ holder, key }: Place): unknown => (holder as Json)[key]
const write = ({ holder, key }: Place, value: unknown): void => {
	Object.defineProperty(holder, key, { value, enumerable: true, configurable: true, writable: true })
}

const drop: Change = ({ holder, key }) => {
	if (Array.isArray(holder)) holder.splice(Number(key), 1)
	else delete (holder as Json)[key]
}

const changes: readonly Change[] = [
	(place, chance) => write(place, oddValue(chance)),
	(place, chance) => write(place, oddValue(chance)),
	(place, chance) => write(place, chance.happens(0.5) ? [read(place)] : [read(place), oddValue(chance)]),
	(place) => {
		const value = read(place)
		if (Array.isArray(value)) write(place, value[0])
		else write(place, { "@value": value })
	},
	drop,
	(place, chance) => {
		const value = read(place)
		drop(place, chance, [])
		if (!Array.isArray(place.holder)) write({ ...place, key: chance.pick(fields) }, value)
	},
	({ holder }, chance) => {
		if (!Array.isArray(holder)) write({ holder, key: chance.pick(fields) }, oddValue(chance))
	},
	(place, chance) =>
		write(place, typeof read(place) === "string" ? spoiled(String(read(place)), chance) : oddValue(chance)),
	(place, chance) =>
		write(place, typeof read(place) === "string" ? spoiled(String(read(place)), chance) : oddValue(chance)),
	(place, chance, others) => write(place, structuredClone(chance.pick(others))),
	(place, chance) => {
		const value = read(place)
		if (typeof value === "object" && value)
			write({ holder: value as Json, key: chance.pick(fields) }, structuredClone(value))
	},
	({ holder }, chance) => {
		if (!Array.isArray(holder))
			write(
				{ holder, key: "type" },
				chance.happens(0.8) ? chance.pick(types) : [chance.pick(types), chance.pick(types)],
			)
	},
	(place) => {
		const value = read(place)
		if (typeof value === "string") write(place, { id: value })
		else if (typeof value === "object" && value && "id" in value) write(place, (value as Json).id)
	},
]

const hosts = ["m.test", "l.test", "g.test", "victim.test", "snug.test", "evil.test"]

const spoiled = (text: string, chance: Chance): string => {
	const at = chance.below(text.length + 1)
	const odd = () => String(oddValue(chance)).slice(0, 2000)
	const ways = [
		() => text.slice(0, at) + odd() + text.slice(at),
		() => text.slice(0, at),
		() => text.slice(0, at) + text.slice(at + 1),
		() => text.toUpperCase(),
		() => text.repeat(Math.min(chance.pick([2, 30, 2000]), Math.ceil(300_000 / (text.length + 1)))),
		() => text.replace(/[a-z]+\.test/, chance.pick(hosts)),
		() => text.replace("https:", chance.pick(["http:", "HTTPS:", "", "ftp:", "https:\\"])),
		() => `${text}${chance.pick(["#", "?", "/", "/../", "%2e", " ", "\t", "\u0000"])}`,
	]
	return chance.pick(ways)()
}

/** The bytes of an activity; one in ten is spoiled below what JSON can say. */
export const asBytes = (json: Json, chance: Chance): Uint8Array => {
	const bytes = Buffer.from(JSON.stringify(json) ?? "null")
	if (!chance.happens(0.1)) return bytes
	const at = chance.below(bytes.length)
	const ways = [
		() => bytes.subarray(0, at),
		() =>
			Buffer.concat([
				bytes.subarray(0, at),
				Buffer.from(chance.bytes(1 + chance.below(4))),
				bytes.subarray(at),
			]),
		() => Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), bytes]),
		() => Buffer.from(bytes.toString().replace("{", '{"type":"Create",')),
		() => Buffer.from(bytes.toString().replace(/"(\w)/, '"\\u0000$1')),
		() => Buffer.from(bytes.toString(), "utf16le"),
		() => {
			const flipped = Buffer.from(bytes)
			flipped[at] = flipped[at]! ^ (1 << chance.below(8))
			return flipped
		},
	]
	return chance.pick(ways)()
}
