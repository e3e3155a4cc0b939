/** Opening groups, and saying how they are to be. */
export const keepingGroups: Readonly<Record<string, string>> = {
	"Not yours to open": "Nicht an dir, sie zu öffnen",
	"Anybody on the fediverse": "Alle im Fediverse",
	"By the open door": "Durch die offene Tür",
	"Everybody else reads along, and cannot answer in the group: a board for announcements.":
		"Alle anderen lesen mit und können in der Gruppe nicht antworten: ein schwarzes Brett.",
	"Everybody who follows": "Alle, die folgen",
	"For screen readers and translators; everybody may write in theirs all the same.":
		"Für Vorleseprogramme und Übersetzer; schreiben darf man trotzdem in jeder.",
	"Members only": "Nur Mitglieder",
	"Strangers, too, who mention the group once and never come back. Expect work at the desk.":
		"Auch Fremde, die die Gruppe einmal erwähnen und nie wiederkommen. Das macht Arbeit am Schreibtisch.",
	"The usual way: whoever came in may speak.": "Das Übliche: Wer hereingekommen ist, darf reden.",
	"Those who look after it": "Wer sich um sie kümmert",
	"Which language does it speak?": "Welche Sprache spricht sie?",
	"Whoever follows reads along at once; somebody who looks after the group makes them a member at the desk.":
		"Wer folgt, liest sofort mit; zum Mitglied macht sie dann am Schreibtisch, wer sich um die Gruppe kümmert.",
	"Whoever follows the group is a member at once, from here or from any server.":
		"Wer der Gruppe folgt, ist sofort Mitglied, von hier oder von jedem anderen Server.",
	"With a welcome at the door, followers read along until they are members.":
		"Werden Leute an der Tür begrüßt, lesen sie mit, bis sie Mitglieder sind.",
	"With a welcome": "Mit Begrüßung",
	Brick: "Ziegel",
	Copper: "Kupfer",
	"Everybody sees this, here and on other servers; they hear of a change within minutes.":
		"Das sehen alle, hier und auf anderen Servern; von einer Änderung erfahren sie binnen Minuten.",
	Fern: "Farn",
	Honey: "Honig",
	Ink: "Tinte",
	"Its colour": "Ihre Farbe",
	Lake: "See",
	Moss: "Moos",
	Plum: "Pflaume",
	Rose: "Rose",
	Sea: "Meer",
	Sky: "Himmel",
	Straw: "Stroh",
	"The door is painted in it, and links and buttons on its pages here.":
		"In ihr sind die Tür gestrichen und die Links und Knöpfe auf ihren Seiten hier.",
	"All settings of the group": "Alle Einstellungen der Gruppe",
	"A door of its own, for people who like talking to each other. You will be its owner.":
		"Eine eigene Tür, für Leute, die gern miteinander reden. Sie wird dir gehören.",
	"A new group": "Eine neue Gruppe",
	"A sentence or two on its door. You can write in Markdown.":
		"Ein, zwei Sätze an ihrer Tür. Du kannst in Markdown schreiben.",
	"It opens as a public group: anybody may read it, on {{server}} and on every server where somebody follows it. All but the short name can be changed later, and a rule or two written down.":
		"Sie ist öffentlich: Alle dürfen sie lesen, auf {{server}} und auf jedem Server, wo ihr jemand folgt. Außer dem Kurznamen lässt sich später alles ändern, und ein, zwei Regeln lassen sich aufschreiben.",
	"Not quite yet: a new group": "Noch nicht ganz: eine neue Gruppe",
	"Open the group": "Die Gruppe öffnen",
	"Small letters, digits and _. It becomes the address people follow, like {{address}}. This one thing is decided now and stays for good.":
		"Kleinbuchstaben, Ziffern und _. Daraus wird die Adresse, der man folgt, wie {{address}}. Nur das wird jetzt für immer entschieden.",
	"How you talk here, and what a newcomer reads first.":
		"Wie ihr hier miteinander redet, und was Neue zuerst lesen.",
	"Name and colour": "Name und Farbe",
	"Requests, reports, what waits, and the words and servers you keep out.":
		"Anfragen, Meldungen, was wartet, und die Wörter und Server, die ihr nicht hereinlasst.",
	"What stands on its door.": "Was an ihrer Tür steht.",
	"Who is a member, who may write, in which language.":
		"Wer Mitglied ist, wer schreiben darf, in welcher Sprache.",
	"A page with a title": "Eine Seite mit Titel",
	"A short post": "Ein kurzer Beitrag",
	"Answers, too": "Auch Antworten",
	"Are answers passed on as well?": "Werden auch Antworten weitergegeben?",
	"As forums have them, like Lemmy and NodeBB. Mastodon shows the title and a link to it.":
		"Wie in Foren, etwa Lemmy und NodeBB. Mastodon zeigt den Titel und einen Link darauf.",
	"As on Mastodon, with the title in bold above it.": "Wie auf Mastodon, der Titel steht fett darüber.",
	"Coming in and speaking": "Hereinkommen und reden",
	"How do people come in?": "Wie kommt man herein?",
	"It holds for what comes from now on. Nobody loses a place they have, and nothing said is unsaid.":
		"Es gilt für das, was von jetzt an kommt. Niemand verliert seinen Platz, und nichts Gesagtes wird ungesagt.",
	"Only what begins a conversation": "Nur, was ein Gespräch beginnt",
	"Timelines on Mastodon and its like stay calm; answers stand below what they answer.":
		"Die Timelines auf Mastodon und seinesgleichen bleiben ruhig; Antworten stehen unter dem, worauf sie antworten.",
	"How do conversations begun here look on other servers?":
		"Wie sehen Gespräche, die hier beginnen, auf anderen Servern aus?",
	"Who may write?": "Wer darf schreiben?",
	"Whoever follows from Mastodon or its like sees every answer in their timeline. For small, talkative groups.":
		"Wer von Mastodon oder seinesgleichen folgt, sieht jede Antwort in der Timeline. Für kleine, gesprächige Gruppen.",
	"How do you talk here?": "Wie redet ihr hier miteinander?",
	"Members read it on the group’s page, and people from other servers in the post that the group pins for them: it is public. Say what to do first; perhaps, who they can ask. You can write in Markdown.":
		"Mitglieder lesen es auf der Seite der Gruppe, Leute von anderen Servern in dem Beitrag, den die Gruppe für sie anheftet: Es ist öffentlich. Sag, was man zuerst tut; vielleicht auch, wen man fragen kann. Du kannst in Markdown schreiben.",
	"On the group’s page for everybody, before they come in. A few lines that you mean are better than many. You can write in Markdown.":
		"Auf der Seite der Gruppe für alle, noch bevor sie hereinkommen. Wenige Zeilen, die ihr ernst meint, sind besser als viele. Du kannst in Markdown schreiben.",
	"Rules and words of welcome": "Regeln und Willkommensworte",
	"What do you say to somebody who has just come in?":
		"Was sagt ihr zu jemandem, der gerade hereingekommen ist?",
	"Open a group": "Eine Gruppe öffnen",
	"When the first one does, its door will be here. Whoever looks after this server can open one.":
		"Sobald die erste einzieht, ist ihre Tür hier. Öffnen kann eine, wer sich um diesen Server kümmert.",
	"The people who look after the group write here. Everybody else reads along.":
		"Hier schreibt, wer sich um die Gruppe kümmert. Alle anderen lesen mit.",
	"Settings of the group": "Einstellungen der Gruppe",
}
