/** Coming in: by a link, a passkey or a code, and making an account. */
export const accounts: Readonly<Record<string, string>> = {
	Settings: "Einstellungen",
	"If an account has that address, a letter with a link is on its way. It works once, within a quarter of an hour.":
		"Wenn ein Konto diese Adresse hat, ist ein Brief mit einem Link unterwegs. Er gilt einmal, eine Viertelstunde lang.",
	"Look into your letterbox": "Sieh in deinen Briefkasten",
	"It works once, and only for a while. You can ask for a new one.":
		"Er gilt einmal und nur eine Weile. Du kannst um einen neuen bitten.",
	"Please wait": "Bitte warte",
	"A link by e-mail": "Ein Link per E-Mail",
	"We send you a link; open it and you are in. No password is needed.":
		"Wir schicken dir einen Link; öffne ihn, und du bist drin. Ein Passwort brauchst du nicht.",
	"Your e-mail address": "Deine E-Mail-Adresse",
	"Send me a link": "Schick mir einen Link",
	"Welcome back": "Willkommen zurück",
	"One press, and you are signed in. Only do it if you asked for this link yourself.":
		"Ein Druck, und du bist angemeldet. Tu es nur, wenn du selbst um diesen Link gebeten hast.",
	"A recovery code": "Ein Rettungscode",
	"One of the ten codes you wrote down once. Each of them opens your account one time.":
		"Einer der zehn Codes, die du dir einmal aufgeschrieben hast. Jeder öffnet dein Konto ein Mal.",
	"The code": "Der Code",
	"Passkeys need JavaScript, which is switched off here. Other ways work without it.":
		"Passkeys brauchen JavaScript, und das ist hier aus. Andere Wege gehen ohne.",
	"What do you call it?": "Wie nennst du ihn?",
	"So that you know it again: “my phone”, “the blue key”.":
		"Damit du ihn wiedererkennst: „mein Telefon“, „der blaue Schlüssel“.",
	"That did not work. Your browser or your passkey did not answer. Please try again.":
		"Das hat nicht geklappt. Dein Browser oder dein Passkey hat nicht geantwortet. Bitte versuch es noch einmal.",
	"Sign in with a passkey": "Mit einem Passkey anmelden",
	"Your phone, your computer or a key you carry shows that it is you.":
		"Dein Telefon, dein Computer oder ein Schlüssel, den du bei dir trägst, zeigt, dass du es bist.",
	"Use my passkey": "Meinen Passkey benutzen",
	"Another way in": "Ein anderer Weg hinein",
	"All settings": "Alle Einstellungen",
	"That is done.": "Das ist erledigt.",
	Password: "Passwort",
	"Choose another one.": "Wähl ein anderes.",
	Passkeys: "Passkeys",
	"Sign in with your phone, your computer or a key you carry.":
		"Melde dich mit Telefon, Computer oder einem Schlüssel an, den du bei dir trägst.",
	"Recovery codes": "Rettungscodes",
	"For the day when everything else is lost.": "Für den Tag, an dem alles andere verloren ist.",
	"Where you are signed in": "Wo du angemeldet bist",
	"See where, and sign out there.": "Sieh, wo, und melde dich dort ab.",
	"E-mail address": "E-Mail-Adresse",
	"Where letters from here go.": "Wohin Briefe von hier gehen.",
	Invitations: "Einladungen",
	"Let somebody in.": "Lass jemanden herein.",
	"Your invitation": "Deine Einladung",
	"Hand this link on. It is shown this once; whoever has it can come in.":
		"Gib diesen Link weiter. Er wird nur dieses eine Mal gezeigt; wer ihn hat, kommt herein.",
	"For whom is it?": "Für wen ist sie?",
	"Only you see this.": "Nur du siehst das.",
	"For how many people?": "Für wie viele Leute?",
	"For how many days?": "Für wie viele Tage?",
	"Into a group straight away?": "Gleich in eine Gruppe?",
	"No, only here": "Nein, nur hierher",
	"Make the link": "Den Link machen",
	"Open invitations": "Offene Einladungen",
	"For several people": "Für mehrere Leute",
	"For one person": "Für eine Person",
	"Take it back": "Zurücknehmen",
	"A link by which somebody you know may have an account here. That you invited them is kept.":
		"Ein Link, mit dem jemand, den du kennst, hier ein Konto haben kann. Dass du eingeladen hast, wird behalten.",
	"Who came by your invitation": "Wer auf deine Einladung kam",
	"Into the group {{group}}": "In die Gruppe {{group}}",
	"Open until {{when}}": "Offen bis {{when}}",
	"With a new password you are signed out everywhere but here.":
		"Mit einem neuen Passwort bist du überall abgemeldet, nur hier nicht.",
	"A new password": "Ein neues Passwort",
	"Take this password": "Dieses Passwort nehmen",
	"Without a password": "Ohne Passwort",
	"You have a passkey, so you need no password at all.":
		"Du hast einen Passkey, also brauchst du gar kein Passwort.",
	"Let go of my password": "Mein Passwort weglassen",
	"A passkey signs you in without a password: by your face, your finger or a key you carry.":
		"Ein Passkey meldet dich ohne Passwort an: mit Gesicht, Finger oder einem Schlüssel, den du bei dir trägst.",
	"Remove {{name}}": "{{name}} entfernen",
	"Add one": "Einen hinzufügen",
	"Make a passkey": "Einen Passkey machen",
	"A letter goes there, and the address counts when you open the link in it. Nobody else sees it.":
		"Ein Brief geht dorthin, und die Adresse gilt, sobald du den Link darin öffnest. Niemand sonst sieht sie.",
	"A letter is on its way. Open the link in it within a day.":
		"Ein Brief ist unterwegs. Öffne den Link darin innerhalb eines Tages.",
	"Send the letter": "Den Brief schicken",
	"Send no letters any more": "Keine Briefe mehr schicken",
	"Is this your address?": "Ist das deine Adresse?",
	"Yes, it is mine": "Ja, es ist meine",
	"Some browser": "Irgendein Browser",
	"This is where you are now.": "Hier bist du gerade.",
	"Sign out there": "Dort abmelden",
	"Sign out everywhere else": "Überall sonst abmelden",
	"Ten codes, each of which opens your account once. Write them down and keep them where you keep your papers.":
		"Zehn Codes, von denen jeder dein Konto einmal öffnet. Schreib sie auf und bewahr sie dort auf, wo deine Papiere sind.",
	"Your codes": "Deine Codes",
	"They are shown this once. Codes from before open nothing any more.":
		"Sie werden nur dieses eine Mal gezeigt. Frühere Codes öffnen nichts mehr.",
	"Make ten new codes": "Zehn neue Codes machen",
	"Welcome!": "Willkommen!",
	"Your account is made, and you are signed in.": "Dein Konto ist da, und du bist angemeldet.",
	"Add a passkey, and you need to remember nothing.":
		"Füge einen Passkey hinzu, dann musst du dir nichts merken.",
	"Write down recovery codes.": "Schreib dir Rettungscodes auf.",
	"Look around.": "Sieh dich um.",
	"Last used {{when}}": "Zuletzt benutzt: {{when}}",
	"Added {{when}}": "Hinzugefügt: {{when}}",
	"Letters go to {{address}} now.": "Briefe gehen jetzt an {{address}}.",
	"Letters from here will go to {{address}}.": "Briefe von hier werden an {{address}} gehen.",
	"{{browser}} on {{system}}": "{{browser}} auf {{system}}",
	"Signed in {{when}}": "Angemeldet: {{when}}",
	"You have codes from {{when}}.": "Du hast Codes, gemacht: {{when}}.",
	"Is it you?": "Bist du es?",
	"What comes next matters, so please show once more that it is you.":
		"Was jetzt kommt, ist wichtig. Zeig bitte noch einmal, dass du es bist.",
	"Other ways in": "Andere Wege hinein",
	"With a passkey": "Mit einem Passkey",
	"With a link that comes by e-mail": "Mit einem Link, der per E-Mail kommt",
	"With a recovery code": "Mit einem Rettungscode",
	"I have no account yet": "Ich habe noch kein Konto",
	"What do people call you?": "Wie nennt man dich?",
	"Small letters, digits and _, from two to thirty of them. You will be @name@{{host}}.":
		"Kleine Buchstaben, Ziffern und _, zwei bis dreißig davon. Du heißt dann @name@{{host}}.",
	"If you like: so that you get in again when you forget your password. Nobody sees it.":
		"Wenn du magst: damit du wieder hereinkommst, wenn du dein Passwort vergisst. Niemand sieht sie.",
	"Who are you?": "Wer bist du?",
	"A sentence or two for whoever runs this server.": "Ein, zwei Sätze für die, die diesen Server betreiben.",
	"Ask for an account": "Um ein Konto bitten",
	"Make an account": "Ein Konto anlegen",
	"The rules here": "Die Regeln hier",
	"I have read them and keep to them.": "Ich habe sie gelesen und halte mich daran.",
	Ask: "Bitten",
	"Make my account": "Mein Konto anlegen",
	"Your request waits": "Deine Bitte wartet",
	"You are welcome": "Du bist willkommen",
	"Not this time": "Diesmal nicht",
	"Somebody reads it, as soon as they have time. Keep this page: the answer will stand here.":
		"Jemand liest sie, sobald Zeit ist. Heb diese Seite auf: Die Antwort wird hier stehen.",
	"Whoever runs this server has decided not to give you an account.":
		"Die, die diesen Server betreiben, haben entschieden, dir kein Konto zu geben.",
	"{{who}} invites you to {{server}}, and into the group {{group}}.":
		"{{who}} lädt dich auf {{server}} ein und in die Gruppe {{group}}.",
	"{{who}} invites you to {{server}}.": "{{who}} lädt dich auf {{server}} ein.",
	"You are invited to {{server}}, and into the group {{group}}.":
		"Du bist auf {{server}} eingeladen und in die Gruppe {{group}}.",
	"You are invited to {{server}}.": "Du bist auf {{server}} eingeladen.",
	"Say who you are. Whoever runs {{server}} reads it and answers you.":
		"Sag, wer du bist. Wer {{server}} betreibt, liest es und antwortet dir.",
	"An account on {{server}}. To follow a group you need none: your own app will do.":
		"Ein Konto auf {{server}}. Um einer Gruppe zu folgen, brauchst du keins: Deine eigene App genügt.",
	"The account {{name}} is yours.": "Das Konto {{name}} gehört dir.",
	"You are in already": "Du bist schon drin",
	"This invitation is for somebody who has no account here yet. Hand it on to them.":
		"Diese Einladung ist für jemanden, der hier noch kein Konto hat. Gib sie weiter.",
	"The door is not open": "Die Tür ist nicht offen",
}
