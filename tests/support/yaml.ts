export type Yaml = string | null | Yaml[] | { [key: string]: Yaml }
type Line = { indent: number; text: string }

/**
 * Reads the part of YAML that our compose files keep to: maps, lists of what fits in a line, and JSON for lists in one line. Whatever
 * else there is throws, so that the files stay as plain as they are.
 */
export const readYaml = (text: string): Yaml => {
	const lines = text
		.split("\n")
		.filter((line) => !/^\s*(#|$)/.test(line))
		.map((line) => ({ indent: line.search(/\S/), text: line.trimEnd().trimStart() }))
	const value = block(lines, 0)
	if (lines.length > 0) throw new Error(`this does not belong here: ${lines[0]!.text}`)
	return value
}

const block = (lines: Line[], indent: number): Yaml => {
	if (lines[0]?.indent !== indent) throw new Error(`wrongly indented: ${lines[0]?.text}`)
	return lines[0].text.startsWith("- ") ? list(lines, indent) : map(lines, indent)
}

const list = (lines: Line[], indent: number): Yaml[] => {
	const items: Yaml[] = []
	while (lines[0]?.indent === indent && lines[0].text.startsWith("- "))
		items.push(item(lines.shift()!.text.slice(2)))
	return items
}

const item = (text: string): Yaml => (/^[\w.-]+: /.test(text) ? map([{ indent: 0, text }], 0) : scalar(text))

const map = (lines: Line[], indent: number): Yaml => {
	const found: { [key: string]: Yaml } = {}
	while (lines[0]?.indent === indent) {
		const [, key, rest] = /^([\w.-]+):(?: +(.+))?$/.exec(lines[0].text) ?? []
		if (!key || key in found) throw new Error(`no key, or one that was there: ${lines[0].text}`)
		lines.shift()
		found[key] = rest
			? scalar(rest)
			: lines[0] && lines[0].indent > indent
				? block(lines, lines[0].indent)
				: null
	}
	return found
}

const scalar = (text: string): Yaml => {
	if (/^["[]/.test(text)) return JSON.parse(text)
	if (/^[&*!|>{%@`']|: |:$| #/.test(text)) throw new Error(`not so plain: ${text}`)
	return text
}
