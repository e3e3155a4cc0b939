/** What people set for themselves. */
export const settings: Readonly<Record<string, string>> = {
	Profile: "Profil",
	"Your name, and what you say of yourself.": "Dein Name und was du über dich sagst.",
	"Language and time": "Sprache und Zeit",
	"In which language and time zone you read.": "In welcher Sprache und Zeitzone du liest.",
	"Blocked people and servers": "Blockierte Leute und Server",
	"Whom you want to hear nothing of.": "Von wem du nichts hören willst.",
	"Moving house": "Umziehen",
	"Come here from another account, or go to one.": "Komm von einem anderen Konto hierher, oder geh zu einem.",
	"Say who you are.": "Sag, wer du bist.",
	"Four lines more": "Noch vier Zeilen",
	"Each has a name and something after it: a place, a pronoun, an address. A page of yours is marked as yours when it links back here with rel=me:":
		"Jede hat einen Namen und etwas dahinter: einen Ort, ein Pronomen, eine Adresse. Eine Seite von dir wird als deine gezeigt, wenn sie mit rel=me hierher zurückverweist:",
	"Name of the line": "Name der Zeile",
	"What stands after it": "Was dahinter steht",
	"It links back: it is yours.": "Sie verweist zurück: Es ist deine.",
	"What you say here can be read by everybody, on other servers, too.":
		"Was du hier sagst, können alle lesen, auch auf anderen Servern.",
	"See your page": "Deine Seite ansehen",
	"You can write in Markdown.": "Du kannst in Markdown schreiben.",
	"Everybody may see which public groups I belong to; otherwise only those who are in them.":
		"Alle dürfen sehen, zu welchen öffentlichen Gruppen ich gehöre; sonst nur die, die selbst darin sind.",
	"Keep it": "Behalten",
	"In which language do you read?": "In welcher Sprache liest du?",
	"As my browser says": "Wie mein Browser es sagt",
	"In which time zone do you live?": "In welcher Zeitzone lebst du?",
	"Not said": "Nicht gesagt",
	"What they write is not shown to you any more. Nobody is told.":
		"Was sie schreiben, wird dir nicht mehr gezeigt. Niemand erfährt davon.",
	"Whom, or which server?": "Wen oder welchen Server?",
	"A name in full, like @bob@social.example, or a server, like social.example.":
		"Ein ganzer Name wie @bob@social.example oder ein Server wie social.example.",
	Block: "Blockieren",
	"Block no longer": "Nicht mehr blockieren",
	"Come here from another account": "Von einem anderen Konto hierher kommen",
	"Name your old account here first. Then go to its own settings, and move it to {{handle}}.":
		"Nenn hier zuerst dein altes Konto. Geh dann in dessen Einstellungen und zieh es zu {{handle}} um.",
	"This is not mine any more": "Das ist nicht mehr meins",
	"Your other account": "Dein anderes Konto",
	"Its name in full, like @bob@social.example, or its address.":
		"Sein ganzer Name wie @bob@social.example oder seine Adresse.",
	"It is mine": "Es ist meins",
	"You have moved": "Du bist umgezogen",
	"Move to {{name}}?": "Zu {{name}} umziehen?",
	"Everybody is told that you live there from now on. Groups here keep your place for the new account; groups elsewhere follow if their servers can. What you wrote stays here. It cannot be taken back, and there are thirty days between two moves.":
		"Alle erfahren, dass du von nun an dort wohnst. Gruppen hier halten deinen Platz für das neue Konto frei; Gruppen anderswo folgen, wenn ihre Server es können. Was du geschrieben hast, bleibt hier. Das lässt sich nicht zurücknehmen, und zwischen zwei Umzügen liegen dreißig Tage.",
	"Yes, I move to {{handle}}": "Ja, ich ziehe zu {{handle}} um",
	"Go to another account": "Zu einem anderen Konto gehen",
	"In the settings of the new account, name {{handle}} as an account of yours first.":
		"Nenn in den Einstellungen des neuen Kontos zuerst {{handle}} als ein Konto von dir.",
	"Your new account": "Dein neues Konto",
	"See what would happen": "Sehen, was geschähe",
	"(links back)": "(verweist zurück)",
	"{{person}} lives at {{place}} now.": "{{person}} wohnt jetzt bei {{place}}.",
	"Your groups, as those in them see it": "Deine Gruppen, wie die darin es sehen",
	"In these groups": "In diesen Gruppen",
	"Change what you say of yourself": "Ändern, was du über dich sagst",
	"Sign in and add a passkey: then you need to remember no password.":
		"Melde dich an und füge einen Passkey hinzu: Dann musst du dir kein Passwort merken.",
}
