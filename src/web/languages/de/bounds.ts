/** What the server demands of every group's rules. */
export const bounds: Readonly<Record<string, string>> = {
	"What every group keeps to": "Woran sich jede Gruppe hält",
	"How much their rules for a machine ask, at the least.":
		"Wie viel ihre Regeln für eine Maschine mindestens verlangen.",
	"Groups set their own rules for a machine. What you ask for here holds in all of them, where their own ask for less; nothing of theirs is changed, and they read there what you ask.":
		"Gruppen setzen ihre Regeln für eine Maschine selbst. Was du hier verlangst, gilt in allen, wo ihre eigenen weniger verlangen; an ihren wird nichts geändert, und dort lesen sie, was du verlangst.",
	"Nothing is asked of any group: each sets its own rules.":
		"Von keiner Gruppe wird etwas verlangt: Jede setzt ihre eigenen Regeln.",
	"So many posts by strangers are a wave: {{posts}}, within so many minutes: {{minutes}}.":
		"So viele Beiträge von Fremden sind eine Welle: {{posts}}, innerhalb so vieler Minuten: {{minutes}}.",
	"At least so long what they write waits in every group, until somebody there has met them. A group may wait longer, never shorter. Leave a field empty to ask for nothing.":
		"Mindestens so lange wartet in jeder Gruppe, was sie schreiben, bis jemand sie dort kennengelernt hat. Eine Gruppe darf länger warten lassen, nie kürzer. Ein leeres Feld verlangt nichts.",
	"When so many posts by strangers reach a group in so short a time, all strangers wait there until it has been quiet for an hour. A group may be warier than this.":
		"Wenn in so kurzer Zeit so viele Beiträge von Fremden in eine Gruppe kommen, warten dort alle Fremden, bis eine Stunde lang Ruhe war. Eine Gruppe darf vorsichtiger sein.",
	"What goes beyond waits at the desk of the group. A group may take less.":
		"Was darüber hinausgeht, wartet am Pult der Gruppe. Eine Gruppe darf weniger annehmen.",
	"Written {{when}} by {{who}}": "Geschrieben: {{when}}, von {{who}}",
	"It stands in the log of those who run this server. You may leave it empty.":
		"Das steht im Protokoll derer, die diesen Server betreiben. Du kannst es leer lassen.",
	"A group that is open to anybody then takes posts and answers of people who follow it. A group may still leave it to its members.":
		"Eine Gruppe, die für alle offen ist, nimmt dann Beiträge und Antworten von Leuten an, die ihr folgen. Eine Gruppe darf es weiterhin ihren Mitgliedern überlassen.",
	"No group is open to people who do not follow it.":
		"Keine Gruppe ist offen für Leute, die ihr nicht folgen.",
	"People who do not follow": "Leute, die nicht folgen",
	"{{who}} changed what every group keeps to.": "{{who}} hat geändert, woran sich jede Gruppe hält.",
}
