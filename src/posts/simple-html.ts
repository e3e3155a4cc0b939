const tag = /<(\/?)([a-z]+)((?: [a-z]+="[^"<>]*")*)( \/)?>/g
const stray = /[<>]|&(?!(?:amp|lt|gt|quot);)/
const inline = new Set("a b code del em i s span strong sub sup u".split(" "))
const deepest = 8

/**
 * The words of HTML that every reader takes apart in one way, as cleaned posts of most servers are: paragraphs one after the
 * other, and in them only what may stand in a line, each closed in its turn. Signs stay written out; null for any other.
 */
export const wordsOfSimple = (html: string): string | null => {
	const open: string[] = []
	let isSimple = true
	const words = html.replace(tag, (_, closing: string, name: string, attributes: string, empty?: string) => {
		if (name === "br") isSimple &&= !closing && !attributes && empty !== undefined
		else if (empty) isSimple = false
		else if (closing) isSimple &&= !attributes && open.pop() === name
		else {
			isSimple &&= mayStand(name, open)
			open.push(name)
		}
		return name === "br" || (name === "p" && closing) ? " " : ""
	})
	return isSimple && open.length === 0 && !stray.test(words) ? words : null
}

const mayStand = (name: string, open: string[]): boolean =>
	name === "p"
		? open.length === 0
		: inline.has(name) && open.length < deepest && !(name === "a" && open.includes("a"))
