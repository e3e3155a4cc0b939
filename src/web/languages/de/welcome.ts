/** The first page, the page about the server, the way in, and what stands where there is nothing. */
export const welcome: Readonly<Record<string, string>> = {
	"A home for a few small groups of people who like talking to each other. Each has its own door, its own rules, and people who look after it.":
		"Ein Zuhause für ein paar kleine Gruppen von Menschen, die gern miteinander reden. Jede hat ihre eigene Tür, ihre eigenen Regeln und Leute, die sich um sie kümmern.",
	"The groups here": "Die Gruppen hier",
	"No doors yet": "Noch keine Türen",
	"The lamp is lit and the chairs are out, but no group has moved in yet.":
		"Die Lampe brennt und die Stühle stehen bereit, aber noch ist keine Gruppe eingezogen.",
	"How to come in": "Wie du hereinkommst",
	"You need no account here. Use the one you already have on the fediverse (Mastodon, Lemmy and others): open a door, copy the group’s address, and follow it from your own app. What the group says then reaches you there, and you answer from there.":
		"Du brauchst hier kein Konto. Nimm das, das du im Fediverse schon hast (bei Mastodon, Lemmy und anderen): Öffne eine Tür, kopiere die Adresse der Gruppe und folge ihr in deiner eigenen App. Was die Gruppe sagt, erreicht dich dann dort, und von dort antwortest du.",
	"What a Snug is": "Was ein Snug ist",
	"In an old pub, the snug is the small private room with its own door. This one is for small groups on the fediverse. Nobody is ranked and nothing is counted; conversations stand in the order people had them, and when you have read them you are done.":
		"In einem alten Pub ist der Snug die kleine Stube mit eigener Tür. Dieser hier ist für kleine Gruppen im Fediverse. Niemand bekommt einen Rang und nichts wird gezählt; Gespräche stehen in der Reihenfolge, in der sie geführt wurden, und wenn du sie gelesen hast, bist du fertig.",
	"About {{server}}": "Über {{server}}",
	"A server for small groups, run by people for people they know.":
		"Ein Server für kleine Gruppen, betrieben von Menschen für Menschen, die sie kennen.",
	"Who can read what you say": "Wer lesen kann, was du sagst",
	"The groups you can see here are public. What you address to one is shown on its page and sent to the servers of those who follow it. Nothing you write is shared here unless you addressed it to the group.":
		"Die Gruppen, die du hier siehst, sind öffentlich. Was du an eine von ihnen richtest, steht auf ihrer Seite und geht an die Server aller, die ihr folgen. Nichts, was du schreibst, wird hier geteilt, wenn du es nicht an die Gruppe gerichtet hast.",
	"Change a post or delete it from your own app, and the group passes that on. Other servers usually listen, but nobody can promise it for them.":
		"Wenn du einen Beitrag in deiner App änderst oder löschst, gibt die Gruppe das weiter. Andere Server hören meist darauf, aber niemand kann es für sie versprechen.",
	"Who runs it": "Wer ihn betreibt",
	"Each group is looked after by its own people, under its own rules; you find both on its page.":
		"Um jede Gruppe kümmern sich ihre eigenen Leute, nach ihren eigenen Regeln; beides findest du auf ihrer Seite.",
	"The server itself is kept by people you can reach at {{contact}}.":
		"Die Leute, die den Server betreiben, erreichst du unter {{contact}}.",
	"For anything about the server itself, ask them: they know who keeps it running.":
		"Wenn es um den Server selbst geht, frag sie: Sie wissen, wer ihn am Laufen hält.",
	"What it runs on": "Womit er läuft",
	"Snug is free software under the GNU Affero General Public License.":
		"Snug ist freie Software unter der GNU Affero General Public License.",
	"Here is its source.": "Hier ist der Quelltext.",
	"It keeps a cookie in your browser only if you sign in or choose a language, loads nothing from elsewhere, and needs no script.":
		"Ein Cookie hinterlegt er in deinem Browser nur, wenn du dich anmeldest oder eine Sprache wählst; er lädt nichts von anderswo und braucht kein Skript.",
	"Not quite yet: signing in": "Noch nicht ganz: Anmelden",
	"For people with an account on {{server}}. To follow a group you need none here: your own app will do.":
		"Für alle, die ein Konto auf {{server}} haben. Um einer Gruppe zu folgen, brauchst du hier keines: Deine eigene App genügt.",
	"Your name here, or your e-mail address": "Dein Name hier oder deine E-Mail-Adresse",
	"Your password": "Dein Passwort",
	"There is nothing here": "Hier ist nichts",
	"Perhaps it was taken back, perhaps the address has a slip in it, or it is not for everyone to see.":
		"Vielleicht wurde es zurückgenommen, vielleicht steckt ein Fehler in der Adresse, oder es ist nicht für alle bestimmt.",
	"To the first page": "Zur ersten Seite",
}
