/** Home, a group's tabs, searching and leafing back. */
export const browsing: Readonly<Record<string, string>> = {
	"Pages of the group": "Seiten der Gruppe",
	Talk: "Gespräche",
	People: "Leute",
	"About us": "Über uns",
	Decisions: "Beschlüsse",
	"People in {{group}}": "Leute in {{group}}",
	"Everybody who belongs to the group, by name. Only people in the group see this list.":
		"Alle, die zur Gruppe gehören, nach Namen. Nur wer dazugehört, sieht diese Liste.",
	"These people look after the group. Who else belongs to it, only its own people see.":
		"Diese Leute kümmern sich um die Gruppe. Wer sonst noch dazugehört, sehen nur ihre eigenen Leute.",
	"Helps to look after the group": "Kümmert sich mit um die Gruppe",
	"More people": "Weitere Leute",
	"Nobody to name here.": "Hier ist niemand zu nennen.",
	"That is everybody.": "Das sind alle.",
	"Come in and meet the others.": "Komm herein und lern die anderen kennen.",
	"Back to the first names": "Zurück zu den ersten Namen",
	"About {{group}}": "Über {{group}}",
	"{{group}} lives on {{server}} and is looked after by its own people.":
		"{{group}} wohnt auf {{server}} und wird von den eigenen Leuten betreut.",
	"Who can read it": "Wer mitlesen kann",
	"What is said here is for the people in the group. Nobody else can read it, find it or learn of it here; it travels only to the servers of people who belong to it.":
		"Was hier gesagt wird, ist für die Leute in der Gruppe. Sonst kann es hier niemand lesen, finden oder davon erfahren; es reist nur zu den Servern der Leute, die dazugehören.",
	"Everybody. What is said here can be read on these pages without an account, and travels to every server where somebody follows the group. Those servers keep copies, and most of them follow when something is changed or taken back; nobody can promise it for them.":
		"Alle. Was hier gesagt wird, kann man auf diesen Seiten ohne Konto lesen, und es reist zu jedem Server, auf dem jemand der Gruppe folgt. Diese Server behalten Kopien, und die meisten ziehen mit, wenn etwas geändert oder zurückgenommen wird; versprechen kann es niemand für sie.",
	"Just now it is heard on {{servers}}.": "Zurzeit hört man sie auf {{servers}}.",
	"Whoever follows the group belongs to it.": "Wer der Gruppe folgt, gehört dazu.",
	"Whoever follows the group can read along; somebody who looks after it then welcomes them as a member.":
		"Wer der Gruppe folgt, kann mitlesen; jemand, der sich um sie kümmert, nimmt sie oder ihn dann als Mitglied auf.",
	"Anybody may begin a conversation.": "Ein Gespräch anfangen dürfen alle.",
	"Everybody who follows may begin a conversation.":
		"Ein Gespräch anfangen dürfen alle, die der Gruppe folgen.",
	"Members begin conversations.": "Gespräche fangen die Mitglieder an.",
	"The people who look after the group begin the conversations; others answer.":
		"Gespräche fangen die an, die sich um die Gruppe kümmern; die anderen antworten.",
	"How people come in": "Wie man dazukommt",
	"To the door": "Zur Tür",
	"For apps and other servers": "Für Apps und andere Server",
	"Its address": "Ihre Adresse",
	"On Lemmy and its kin": "Bei Lemmy und Verwandten",
	"Its permanent name": "Ihr bleibender Name",
	"Open since": "Offen seit",
	"What is said behind this door is for the people in the group.":
		"Was hinter dieser Tür gesagt wird, ist für die Leute in der Gruppe.",
	"on {{host}}": "auf {{host}}",
	"You asked to come in, and wait for an answer.":
		"Du hast gefragt, ob du hereinkommen darfst, und wartest auf Antwort.",
	"{{people}} wrote since {{when}}.": "Neues von {{people}}, seit {{when}}.",
	"Nothing new.": "Nichts Neues.",
	"Waiting for you": "Wartet auf dich",
	"Somebody asks to come into {{group}}.": "Jemand möchte in {{group}} aufgenommen werden.",
	"A post waits for a look in {{group}}.": "In {{group}} wartet ein Beitrag darauf, dass ihn jemand ansieht.",
	"Somebody complained in {{group}}.": "In {{group}} hat sich jemand beschwert.",
	"You began to write to {{group}}: {{words}}": "Du hast angefangen, an {{group}} zu schreiben: {{words}}",
	"no words yet": "noch keine Worte",
	"Your groups": "Deine Gruppen",
	"You are in no group yet. Open a door, look around, and come in where you like it.":
		"Du bist noch in keiner Gruppe. Öffne eine Tür, sieh dich um und komm herein, wo es dir gefällt.",
	"That is all there is.": "Das ist alles.",
	"You have read everything.": "Du hast alles gelesen.",
	"Other doors here": "Andere Türen hier",
	"New since {{when}}, up to here": "Bis hierher neu, seit {{when}}",
	"To what is new since {{when}}": "Zu dem, was neu ist, seit {{when}}",
	"{{author}} wrote": "{{author}} schrieb",
	New: "Neu",
	"A door of your own": "Eine eigene Tür",
	"Other weeks": "Andere Wochen",
	"Before: {{days}}": "Davor: {{days}}",
	"After: {{days}}": "Danach: {{days}}",
	"{{days}} in {{group}}": "{{days}} in {{group}}",
	"Nobody began a conversation that week.": "In dieser Woche hat niemand ein Gespräch angefangen.",
	"What was begun that week": "Was in dieser Woche angefangen wurde",
	"The rest of the week": "Der Rest der Woche",
	"That is more than can be looked for. A few words are enough.":
		"Nach so viel lässt sich nicht suchen. Ein paar Worte genügen.",
	"You look for many things. Please wait a moment and try again.":
		"Du suchst nach vielem. Bitte warte einen Moment und versuch es dann noch einmal.",
	"There is no word in it that could be looked for.": "Darin ist kein Wort, nach dem sich suchen ließe.",
	"That took too long. Another word beside it makes it quicker.":
		"Das hat zu lange gedauert. Mit einem Wort mehr geht es schneller.",
	"Nobody here has said that.": "Das hat hier niemand gesagt.",
	"Search in {{group}}": "Suche in {{group}}",
	Search: "Suchen",
	"What are you looking for?": "Wonach suchst du?",
	"Words as somebody may have said them. In quotation marks they stand together; a minus leaves one out.":
		"Worte, wie sie jemand gesagt haben mag. In Anführungszeichen stehen sie beieinander; ein Minus lässt eines weg.",
	"Found, the latest first": "Gefunden, das Neueste zuerst",
	"Week by week": "Woche für Woche",
	"whether search engines may list it": "ob Suchmaschinen sie aufführen dürfen",
	"May it be found from anywhere?": "Darf man sie von überall finden?",
	"By its address only": "Nur über ihre Adresse",
	"Search engines are asked to leave its pages out, and a link to them shows no more than the address.":
		"Suchmaschinen werden gebeten, ihre Seiten auszulassen, und ein Link dorthin zeigt nicht mehr als die Adresse.",
	"By search engines, too": "Auch über Suchmaschinen",
	"They may list what everybody can read, and a link to a conversation shows its first words. What they have once, they may keep.":
		"Sie dürfen aufführen, was alle lesen können, und ein Link zu einem Gespräch zeigt dessen erste Worte. Was sie einmal haben, behalten sie vielleicht.",
}
