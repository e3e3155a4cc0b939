/** Why something about a login was refused. */
export const accountReasons: Readonly<Record<string, string>> = {
	"Say in a sentence or two who you are.": "Sag in ein, zwei Sätzen, wer du bist.",
	"That is more than 1000 characters.": "Das sind mehr als 1000 Zeichen.",
	"That name and that code do not belong together.": "Dieser Name und dieser Code gehören nicht zusammen.",
	"That passkey does not open an account here.": "Dieser Passkey öffnet hier kein Konto.",
	"That passkey could not be added. Please try again.":
		"Dieser Passkey konnte nicht hinzugefügt werden. Bitte versuch es noch einmal.",
	"You have many passkeys already. Remove one you do not use any more.":
		"Du hast schon viele Passkeys. Entferne einen, den du nicht mehr brauchst.",
	"What your browser sent could not be read. Please try again.":
		"Was dein Browser geschickt hat, war nicht zu lesen. Bitte versuch es noch einmal.",
	"There is no such passkey.": "Diesen Passkey gibt es nicht.",
	"This is your only way in. Choose a password first.":
		"Das ist dein einziger Weg hinein. Wähl zuerst ein Passwort.",
	"Without a password you need a passkey. Add one first.":
		"Ohne Passwort brauchst du einen Passkey. Füge zuerst einen hinzu.",
	"You are not signed in there any more.": "Dort bist du nicht mehr angemeldet.",
	"There is no address to take away.": "Da ist keine Adresse, die wegzunehmen wäre.",
	"This server sends no letters.": "Dieser Server verschickt keine Briefe.",
	"This server takes nobody new just now.": "Dieser Server nimmt gerade niemanden neu auf.",
	"New people come by invitation here. Ask somebody who has an account for one.":
		"Neue kommen hier auf Einladung. Bitte jemanden mit einem Konto um eine.",
	"This invitation has been used, taken back, or is too old.":
		"Diese Einladung wurde benutzt, zurückgenommen oder ist zu alt.",
	"Please read the rules, and say that you keep to them.":
		"Bitte lies die Regeln und sag, dass du dich daran hältst.",
	"Many people wait for an answer already. Please come back in some days.":
		"Es warten schon viele auf eine Antwort. Bitte komm in ein paar Tagen wieder.",
	"Only whoever runs this server invites people.": "Nur die, die diesen Server betreiben, laden Leute ein.",
	"You have many invitations open already. Take one back first.":
		"Du hast schon viele Einladungen offen. Nimm zuerst eine zurück.",
	"An invitation is for one person, or for up to {{uses}}.":
		"Eine Einladung ist für eine Person oder für bis zu {{uses}}.",
	"An invitation holds for one day, or for up to {{days}}.":
		"Eine Einladung gilt einen Tag oder bis zu {{days}}.",
	"There is no such invitation.": "Diese Einladung gibt es nicht.",
	"That does not open this account.": "Das öffnet dieses Konto nicht.",
	"This link has been used, or is too old.": "Dieser Link wurde benutzt oder ist zu alt.",
	"The group has closed.": "Die Gruppe ist geschlossen.",
	"This group is joined by invitation.": "In diese Gruppe kommt man auf Einladung.",
	"The server is blocked here.": "Der Server ist hier gesperrt.",
	"The person is banned from this group.": "Dieses Konto ist aus der Gruppe ausgeschlossen.",
	"That is no language we know.": "Das ist keine Sprache, die wir kennen.",
	"That is no time zone we know.": "Das ist keine Zeitzone, die wir kennen.",
	"There is room for four lines.": "Es ist Platz für vier Zeilen.",
	"A line has at most 60 characters before the colon, and 300 after it.":
		"Eine Zeile hat höchstens 60 Zeichen vor dem Doppelpunkt und 300 danach.",
	"There is no such account.": "Dieses Konto gibt es nicht.",
	"Nobody was found under that name. A name is written in full: @bob@social.example.":
		"Unter diesem Namen wurde niemand gefunden. Ein Name wird vollständig geschrieben: @bob@social.example.",
	"At most {{most}} blocks.": "Höchstens {{most}} Blockierungen.",
	"That is blocked already.": "Das ist schon blockiert.",
	"That is not blocked.": "Das ist nicht blockiert.",
	"Nobody blocks themselves.": "Niemand blockiert sich selbst.",
	"{{uri}} is no address of an account.": "{{uri}} ist keine Adresse eines Kontos.",
	"That is its own address.": "Das ist seine eigene Adresse.",
	"That name is on the list already.": "Dieser Name steht schon auf der Liste.",
	"That name is not on the list.": "Dieser Name steht nicht auf der Liste.",
	"At most {{most}} other names.": "Höchstens {{most}} andere Namen.",
	"Only groups and people of this server move from here.":
		"Von hier ziehen nur Gruppen und Leute dieses Servers um.",
	"That is where they are.": "Dort sind sie schon.",
	"{{handle}} is no {{kind}}.": "{{handle}} passt nicht: {{kind}} wird gebraucht.",
	"{{handle}} is not there any more.": "{{handle}} ist nicht mehr dort.",
	"{{handle}} does not own to this name yet: {{uri}} must be among its other names (alsoKnownAs).":
		"{{handle}} bekennt sich noch nicht zu diesem Namen: {{uri}} muss unter den anderen Namen stehen (alsoKnownAs).",
	"They moved less than {{days}} days ago.": "Der letzte Umzug ist noch keine {{days}} Tage her.",
}
