/** The part of the desk about people, words and servers. */
export const keepingOut: Readonly<Record<string, string>> = {
	People: "Menschen",
	"Nobody is banned.": "Niemand ist ausgeschlossen.",
	"{{person}} is banned until {{when}}.": "{{person}} ist ausgeschlossen, bis {{when}}.",
	"{{person}} is banned for good.": "{{person}} ist für immer ausgeschlossen.",
	"Ban {{person}}": "{{person}} ausschließen",
	"Ban them": "Ausschließen",
	"Ban somebody": "Jemanden ausschließen",
	"They leave the group at once, and their server is told that they follow no more; what they send is not taken. What they posted stays until you take it out. The ban and your reason are public.":
		"Dieses Konto verlässt die Gruppe sofort, und sein Server erfährt, dass es nicht mehr folgt; was es schickt, wird nicht angenommen. Was es geschrieben hat, bleibt, bis ihr es herausnehmt. Der Ausschluss und dein Grund sind öffentlich.",
	"Who?": "Wen?",
	"In full: {{example}}": "Vollständig: {{example}}",
	"Until which day?": "Bis zu welchem Tag?",
	"Leave it empty for good. They may come back on that day.":
		"Leer heißt für immer. An diesem Tag ist die Rückkehr erlaubt.",
	"Lift the ban on {{person}}": "Den Ausschluss von {{person}} aufheben",
	"They may follow again, by themselves; nobody is added. Lemmy and its kin are told. That it was lifted is public.":
		"Dieses Konto darf von sich aus wieder folgen; niemand wird hinzugefügt. Lemmy und seine Verwandten erfahren es. Dass der Ausschluss aufgehoben wurde, ist öffentlich.",
	Words: "Wörter",
	"No word makes a post wait.": "Kein Wort lässt einen Beitrag warten.",
	"{{word}}: posts with it wait here.": "{{word}}: Beiträge damit warten hier.",
	"{{word}}: posts with it are not taken.": "{{word}}: Beiträge damit werden nicht angenommen.",
	"Take it off the list": "Von der Liste streichen",
	"Posts with it come through like any other from now on. What waits already goes on waiting.":
		"Beiträge damit kommen ab jetzt durch wie alle anderen. Was schon wartet, wartet weiter.",
	"Add a word": "Ein Wort hinzufügen",
	"A word, or several as they stand together": "Ein Wort, oder mehrere, wie sie beieinanderstehen",
	"Capitals do not matter. Only these moderators see the list.":
		"Groß- und Kleinschreibung sind gleich. Nur die Moderation sieht die Liste.",
	"Let posts wait": "Beiträge warten lassen",
	"A post with it waits at this desk; its author hears that it waits, at most once a day.":
		"Ein Beitrag damit wartet an diesem Schreibtisch; wer ihn schrieb, erfährt das, höchstens einmal am Tag.",
	"Take no such posts": "Solche Beiträge nicht annehmen",
	"A post with it is not taken; its author hears that, at most once a day. Nobody else hears of it.":
		"Ein Beitrag damit wird nicht angenommen; wer ihn schrieb, erfährt das, höchstens einmal am Tag. Sonst erfährt es niemand.",
	Servers: "Server",
	"This group treats every server alike.": "Diese Gruppe behandelt alle Server gleich.",
	"{{server}}: nothing is taken from it, and nothing sent to it.":
		"{{server}}: Nichts wird von dort angenommen und nichts dorthin geschickt.",
	"{{server}}: its posts wait here.": "{{server}}: Beiträge von dort warten hier.",
	"Allow {{server}}": "{{server}} zulassen",
	"It is like any other server to this group again. What was shared meanwhile is not sent to it. This is public.":
		"Er ist für diese Gruppe wieder wie jeder andere Server. Was inzwischen geteilt wurde, wird ihm nicht nachgeschickt. Das ist öffentlich.",
	"It is like any other server to this group again. What waits already goes on waiting.":
		"Er ist für diese Gruppe wieder wie jeder andere Server. Was schon wartet, wartet weiter.",
	"Settle something about a server": "Etwas über einen Server regeln",
	"Which server?": "Welcher Server?",
	"Its name, like social.example; those below it count too.":
		"Sein Name, wie social.example; was darunter liegt, zählt mit.",
	"Let its posts wait": "Seine Beiträge warten lassen",
	"What its people post here waits at this desk first. Their server is told nothing.":
		"Was von dort kommt, wartet zuerst an diesem Schreibtisch. Der Server erfährt nichts davon.",
	"Block it": "Sperren",
	"Nothing its people send to this group is taken, and the group sends it nothing. Its server is told nothing. The block and your reason are public.":
		"Nichts, was von dort an diese Gruppe geht, wird angenommen, und die Gruppe schickt nichts dorthin. Der Server erfährt nichts davon. Die Sperre und dein Grund sind öffentlich.",
}
