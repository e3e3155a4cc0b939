/** PostgreSQL's own array types by number (pg_type.dat): the same in every database, so they need not be asked for. */
const arrays: Record<number, (element: string) => unknown> = {
	1000: (element) => element === "t",
	1005: Number,
	1007: Number,
	1021: Number,
	1022: Number,
	1001: (element) => Buffer.from(element.slice(2), "hex"),
	199: (element) => JSON.parse(element),
	3807: (element) => JSON.parse(element),
}
const asText = [1002, 1003, 1009, 1014, 1015, 1016, 1028, 1115, 1182, 1183, 1185, 1231, 2951]
for (const type of asText) arrays[type] = (element) => element

/** Reads one-dimensional arrays of PostgreSQL's own types; numbers of 64 bits and moments stay text, as alone. */
export const arrayParsers = (): Record<number, (text: string) => unknown[]> =>
	Object.fromEntries(
		Object.entries(arrays).map(([type, read]) => [type, (text: string) => elements(text, read)]),
	)

/** Writes arrays given as parameters; `null` elements stay null. */
export const arraySerializers = (): Record<number, (value: unknown) => string> =>
	Object.fromEntries(Object.keys(arrays).map((type) => [type, literal]))

/** PostgreSQL manual 8.15.6: quoted elements escape `"` and `\` by a backslash; a bare NULL is null. */
const elements = (text: string, read: (element: string) => unknown): unknown[] => {
	const found: unknown[] = []
	// one element at a time: a quoted one, or a bare one up to the next comma
	for (const [, quoted, bare] of text.slice(1, -1).matchAll(/(?:"((?:[^"\\]|\\.)*)"|([^,]+))(?:,|$)/gs)) {
		if (quoted !== undefined) found.push(read(quoted.replace(/\\(.)/gs, "$1")))
		else found.push(bare === "NULL" ? null : read(bare!))
	}
	return found
}

const literal = (value: unknown): string =>
	Array.isArray(value) ? `{${value.map(element).join(",")}}` : String(value)

const element = (value: unknown): string => {
	if (value === null || value === undefined) return "NULL"
	if (Array.isArray(value)) return literal(value)
	return `"${plain(value).replace(/["\\]/g, "\\$&")}"`
}

const plain = (value: unknown): string => {
	if (value instanceof Date) return value.toISOString()
	if (value instanceof Uint8Array) return `\\x${Buffer.from(value).toString("hex")}`
	return typeof value === "object" ? JSON.stringify(value) : String(value)
}
