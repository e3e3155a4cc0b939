/** Setting a server up, and fields that are not right yet. */
export const setup: Readonly<Record<string, string>> = {
	"Almost there. Please look at this again:": "Fast geschafft. Bitte sieh dir das noch einmal an:",
	"Setting up": "Einrichten",
	"Not quite yet: setting up": "Noch nicht ganz: Einrichten",
	"Welcome. Let’s open the door.": "Willkommen. Öffnen wir die Tür.",
	"Three short questions, and your first group can be found by anybody on the fediverse (Mastodon, Lemmy and others).":
		"Drei kurze Fragen, und alle im Fediverse (bei Mastodon, Lemmy und anderen) können deine erste Gruppe finden.",
	"What is it called?": "Wie heißt er?",
	"A name for the whole house: your town, your club, your family.":
		"Ein Name für das ganze Haus: deine Stadt, dein Verein, deine Familie.",
	"Your account’s name": "Der Name deines Kontos",
	"Small letters, digits and _, from two to thirty of them. You will be {{address}}.":
		"Kleine Buchstaben ohne Umlaute, Ziffern und _, zwei bis dreißig davon. Du wirst {{address}} sein.",
	"A password": "Ein Passwort",
	"Long beats clever: a few unrelated words are best.":
		"Lang schlägt schlau: Am besten sind ein paar Wörter, die nichts miteinander zu tun haben.",
	"The first group": "Die erste Gruppe",
	"What do its people call it?": "Wie nennen ihre Leute sie?",
	"For example: The Thursday Book Club.": "Zum Beispiel: Der Donnerstags-Lesekreis.",
	"Its short name": "Ihr Kurzname",
	"Small letters, digits and _. It becomes the address people follow, like {{address}}, and it stays for good.":
		"Kleine Buchstaben ohne Umlaute, Ziffern und _. Daraus wird die Adresse, der man folgt, wie {{address}}, und sie bleibt für immer.",
	"Open the door": "Die Tür öffnen",
	"The door is open": "Die Tür ist offen",
	"The door is open.": "Die Tür ist offen.",
	"{{group}} can be found and followed now, as {{address}}.":
		"{{group}} lässt sich jetzt finden, und man kann folgen: {{address}}.",
	"See its page": "Ihre Seite ansehen",
	"What to do next": "Wie es weitergeht",
	"Follow the group from your own account on another server. You will see what your guests see.":
		"Folge der Gruppe von deinem eigenen Konto auf einem anderen Server aus. Du siehst dann, was deine Gäste sehen.",
	"Say the first words: write a post there that mentions the group. A question is a good beginning.":
		"Sag die ersten Worte: Schreib dort einen Beitrag, der die Gruppe erwähnt. Eine Frage ist ein guter Anfang.",
	"Invite three people. Send each the address above with a line of your own; that beats any button.":
		"Lade drei Menschen ein. Schick allen die Adresse oben mit einer eigenen Zeile; das ist besser als jeder Knopf.",
	"Write down how you want to talk to each other, before you need it.":
		"Schreib auf, wie ihr miteinander reden wollt, bevor ihr es braucht.",
	"This link is closed": "Dieser Link ist geschlossen",
	"A setup link opens once, within half an hour of the start. If the server is not set up yet, start it again: it prints a new link.":
		"Ein Einrichtungslink öffnet sich einmal, innerhalb einer halben Stunde nach dem Start. Wenn der Server noch nicht eingerichtet ist, starte ihn neu: Dann zeigt er einen neuen Link.",
}
