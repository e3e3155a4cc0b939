/** What stands around every page. */
export const foot: Readonly<Record<string, string>> = {
	You: "Du",
	"Desk of {{group}}": "Schreibtisch von {{group}}",
	"Skip to the content": "Zum Inhalt springen",
	"This server": "Dieser Server",
	About: "Über diesen Server",
	"Sign out": "Abmelden",
	"Sign in": "Anmelden",
	"This is a Snug: a server for small groups. Nothing here is counted or ranked, and every page has an end.":
		"Das ist ein Snug: ein Server für kleine Gruppen. Hier wird nichts gezählt und nichts bewertet, und jede Seite hat ein Ende.",
	Language: "Sprache",
	"That is more than a form can hold.": "Das ist mehr, als in ein Formular passt.",
	"That form did not come from this server. Please open {{address}} and try again from there.":
		"Dieses Formular kam nicht von diesem Server. Bitte öffne {{address}} und versuche es von dort noch einmal.",
	"That is not a form.": "Das ist kein Formular.",
	"The request broke off.": "Die Anfrage brach ab.",
	"That holds a character that means nothing here.": "Darin steht ein Zeichen, das hier nichts bedeutet.",
	"Something went wrong here, and it is not your doing. Please try again in a little while.":
		"Hier ist etwas schiefgegangen, und es liegt nicht an dir. Bitte versuche es in einer Weile noch einmal.",
}
