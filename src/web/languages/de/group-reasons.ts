/** Why something about the making of a group was refused. */
export const groupReasons: Readonly<Record<string, string>> = {
	"Groups are opened by whoever runs this server. Ask them for one.":
		"Gruppen öffnet hier, wer diesen Server betreibt. Bitte dort um eine.",
	"You have opened {{most}} groups, and nobody opens more. Whoever runs this server can.":
		"Du hast {{most}} Gruppen geöffnet, und mehr öffnet niemand. Wer diesen Server betreibt, kann es.",
	"A language is a code like en, pt-BR or zh.": "Eine Sprache ist ein Kürzel wie en, pt-BR oder zh.",
	"Joining is one of: {{choices}}.": "Hereinkommen lässt sich so: {{choices}}.",
	"Posting is open to one of: {{choices}}.": "Schreiben dürfen wahlweise: {{choices}}.",
	"The form of new threads is one of: {{choices}}.": "Neue Gespräche haben eine dieser Formen: {{choices}}.",
	"The hue is one of: {{choices}}.": "Der Farbton ist einer von diesen: {{choices}}.",
	"The rules have at most 5000 characters.": "Die Regeln haben höchstens 5000 Zeichen.",
	"The words of welcome have at most 2000 characters.": "Die Willkommensworte haben höchstens 2000 Zeichen.",
}
