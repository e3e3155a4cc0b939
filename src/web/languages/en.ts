/** English is the key. Here stand only the forms of plurals. */
export const en: Readonly<Record<string, string>> = {
	"{{count}} votes_one": "{{count}} vote",
	"{{count}} votes_other": "{{count}} votes",
	"{{count}} people voted._one": "{{count}} person voted.",
	"{{count}} people voted._other": "{{count}} people voted.",
}
