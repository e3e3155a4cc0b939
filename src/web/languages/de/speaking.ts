/** Writing, answering, and what is kept. */
export const speaking: Readonly<Record<string, string>> = {
	Drafts: "Entwürfe",
	Kept: "Aufgehoben",
	"What it said before": "Was vorher da stand",
	Answer: "Antworten",
	"Your answer": "Deine Antwort",
	"You muted this conversation: it is left out of the list on the group’s page, for you alone.":
		"Du hast dieses Gespräch stummgeschaltet: Auf der Seite der Gruppe fehlt es in der Liste, nur für dich.",
	"Enough of this? Muted, it is left out of the list on the group’s page, for you alone.":
		"Genug davon? Stummgeschaltet fehlt es auf der Seite der Gruppe in der Liste, nur für dich.",
	"Hear of it again": "Wieder davon hören",
	"Mute the conversation": "Gespräch stummschalten",
	"This is what it will look like": "So wird es aussehen",
	"Look at it first": "Erst ansehen",
	"Send it": "Abschicken",
	"Keep as a draft": "Als Entwurf aufheben",
	"A title, if it wants one": "Ein Titel, wenn er passt",
	"An empty line begins a paragraph, *this* is emphasis, and > begins a quotation (Markdown).":
		"Eine leere Zeile beginnt einen Absatz, *dies* ist betont, und > beginnt ein Zitat (Markdown).",
	"A content note, if it needs one": "Ein Inhaltshinweis, wenn er nötig ist",
	"People see this first, and open the rest if they want to.":
		"Das sehen die Leute zuerst, und öffnen den Rest, wenn sie mögen.",
	"The address of a post that you quote": "Die Adresse eines Beitrags, den du zitierst",
	"A moderator will look at this before anybody else reads it. {{reason}} You can send it as it is, or change it first.":
		"Jemand aus der Moderation sieht sich das an, bevor andere es lesen. {{reason}} Du kannst es so abschicken oder vorher ändern.",
	"Earlier wordings": "Frühere Fassungen",
	"What it says now": "Was jetzt da steht",
	"{{name}} changed this post. This is what it said before, the latest first.":
		"{{name}} hat diesen Beitrag geändert. Das stand vorher da, das Neueste zuerst.",
	"Until {{when}}": "Bis {{when}}",
	Thanks: "Dank",
	"{{names}} said thanks": "{{names}} sagt danke",
	"Say thanks": "Danke sagen",
	"Take your thanks back": "Deinen Dank zurücknehmen",
	"Take your {{emoji}} back": "Dein {{emoji}} zurücknehmen",
	"Answer with {{emoji}}": "Mit {{emoji}} antworten",
	"Keep it no longer": "Nicht mehr aufheben",
	"Keep it for yourself": "Für dich aufheben",
	More: "Mehr",
	"Quote it": "Zitieren",
	"Change it": "Ändern",
	"Take it back": "Zurücknehmen",
	"Report it": "Melden",
	"Your words are safe": "Deine Worte sind noch da",
	"There is nothing at this address to write to, or not any more. Here is what you wrote.":
		"Unter dieser Adresse gibt es nichts, wohin du schreiben kannst, oder nicht mehr. Hier ist, was du geschrieben hast.",
	"You are signed out, so nothing was sent. Here is what you wrote.":
		"Du bist abgemeldet, darum wurde nichts abgeschickt. Hier ist, was du geschrieben hast.",
	"Sign in, in a new tab": "In einem neuen Tab anmelden",
	"What you wrote": "Was du geschrieben hast",
	"I am signed in again: go on": "Ich bin wieder angemeldet: weiter",
	"Nothing written yet": "Noch nichts geschrieben",
	"It is kept as a draft. Nobody sees it but you.":
		"Der Entwurf ist aufgehoben. Niemand außer dir sieht ihn.",
	"It was sent, and waits for a moderator. You see below what becomes of it.":
		"Es ist abgeschickt und wartet auf die Moderation. Unten siehst du, was daraus wird.",
	"The draft is gone.": "Der Entwurf ist weg.",
	"Nothing is begun and unsent. What you keep as a draft will be here, for you alone.":
		"Nichts Angefangenes wartet. Was du als Entwurf aufhebst, steht dann hier, nur für dich.",
	"Throw it away": "Wegwerfen",
	"Waiting for a moderator": "Wartet auf die Moderation",
	"Posts that you keep to find again. Nobody is told, and nobody else sees this page.":
		"Beiträge, die du aufhebst, um sie wiederzufinden. Niemand erfährt davon, und niemand sonst sieht diese Seite.",
	"You keep nothing yet. Under each post, “More” has “Keep it for yourself”.":
		"Du hebst noch nichts auf. Unter jedem Beitrag steht bei „Mehr“ der Knopf „Für dich aufheben“.",
	"Kept earlier": "Früher aufgehoben",
	"Muted conversations": "Stummgeschaltete Gespräche",
	"One press and you are in, with your account on this server. Everybody in the group can see your name.":
		"Ein Klick, und du bist dabei, mit deinem Konto auf diesem Server. Alle in der Gruppe können deinen Namen sehen.",
	"You can read along at once; somebody who looks after the group then welcomes you as a member. They see your name.":
		"Mitlesen kannst du sofort; jemand, der sich um die Gruppe kümmert, nimmt dich dann als Mitglied auf. Sie sehen deinen Namen.",
	"By joining you say yes to the rules above.": "Mit dem Beitritt sagst du Ja zu den Regeln oben.",
	"Follow the group": "Der Gruppe folgen",
	"Join the group": "Der Gruppe beitreten",
	"Its server was asked, and has not answered yet.":
		"Ihr Server wurde gefragt und hat noch nicht geantwortet.",
	"You follow along, and asked to be a member. Somebody who looks after the group will answer.":
		"Du liest mit und hast um Aufnahme gebeten. Jemand, der sich um die Gruppe kümmert, wird antworten.",
	"You follow the group.": "Du folgst der Gruppe.",
	"You are a member.": "Du bist Mitglied.",
	"You help to look after the group.": "Du kümmerst dich mit um die Gruppe.",
	"Come in": "Komm herein",
	"You and the group": "Du und die Gruppe",
	"Think again": "Anders überlegt",
	"Leave the group": "Die Gruppe verlassen",
	"Nothing more of it reaches you. What you said stays, and you can come back by the same door.":
		"Nichts mehr davon erreicht dich. Was du gesagt hast, bleibt, und du kannst durch dieselbe Tür zurückkommen.",
	"Say something": "Etwas sagen",
	"You follow the group from here, with your account on this server: its server, {{host}}, is asked, and what it shares then stands on this page.":
		"Du folgst der Gruppe von hier aus, mit deinem Konto auf diesem Server: Ihr Server, {{host}}, wird gefragt, und was sie teilt, steht dann auf dieser Seite.",
	"Change what you said": "Ändern, was du gesagt hast",
	"What would you like to say?": "Was möchtest du sagen?",
	"Delete it": "Löschen",
	"Your words go from this server for good, earlier ones, a poll and its votes included; a mark stays that something was there. Other servers that have it are asked to delete it. Most do at once; nobody can make them.":
		"Deine Worte verschwinden endgültig von diesem Server, frühere Fassungen, eine Umfrage und ihre Stimmen eingeschlossen; es bleibt vermerkt, dass da etwas war. Andere Server, die ihn haben, werden gebeten, ihn zu löschen. Die meisten tun es sofort; zwingen kann sie niemand.",
	"Your words go from this server for good, earlier ones, a poll and its votes included; a mark stays that something was there. It was on no other server.":
		"Deine Worte verschwinden endgültig von diesem Server, frühere Fassungen, eine Umfrage und ihre Stimmen eingeschlossen; es bleibt vermerkt, dass da etwas war. Auf einem anderen Server war er nicht.",
	"Delete it for good": "Endgültig löschen",
	"Only take it out of the group": "Nur aus der Gruppe nehmen",
	"Take it out of the group": "Aus der Gruppe nehmen",
	"{{group}} shows it no longer, and tells those who follow the group. It is not deleted: servers that have it may keep it.":
		"{{group}} zeigt ihn nicht mehr und sagt es denen, die der Gruppe folgen. Gelöscht wird er nicht: Server, die ihn haben, dürfen ihn behalten.",
	"A content note, a language, a quotation or a poll":
		"Ein Inhaltshinweis, eine Sprache, ein Zitat oder eine Umfrage",
	"The language you write in": "Die Sprache, in der du schreibst",
	"half an hour": "eine halbe Stunde",
	"six hours": "sechs Stunden",
	"a day": "einen Tag",
	"three days": "drei Tage",
	"a week": "eine Woche",
	"two weeks": "zwei Wochen",
	"a month": "einen Monat",
	"A poll": "Eine Umfrage",
	"What people may choose from": "Was zur Wahl steht",
	"One to a line: two at least, ten at most. Without any, there is no poll.":
		"Eins pro Zeile: mindestens zwei, höchstens zehn. Ohne gibt es keine Umfrage.",
	"People may choose several": "Man darf mehreres wählen",
	"How long it is open": "Wie lange sie offen ist",
	"Who can read this?": "Wer kann das lesen?",
	"Moderators may look at it first, and may take it out later.":
		"Die Moderation kann es sich vorher ansehen und später herausnehmen.",
	"Moderators may look at it first, and may take it out later. What has travelled cannot be fetched back: if you edit or delete it, other servers are asked to do the same.":
		"Die Moderation kann es sich vorher ansehen und später herausnehmen. Was gereist ist, lässt sich nicht zurückholen: Wenn du es änderst oder löschst, werden andere Server gebeten, dasselbe zu tun.",
	"Only the members of {{group}} can read this. It stays on this server.":
		"Nur die Mitglieder von {{group}} können das lesen. Es bleibt auf diesem Server.",
	"Everybody can read this. It goes to {{host}}, where {{group}} lives; that server decides whether to share it with those who follow the group.":
		"Alle können das lesen. Es geht an {{host}}, wo {{group}} zu Hause ist; dieser Server entscheidet, ob er es mit denen teilt, die der Gruppe folgen.",
	"Everybody can read this: it stands on the page of {{group}}. Nobody follows the group from another server so far; who does so later may receive it, too.":
		"Alle können das lesen: Es steht auf der Seite von {{group}}. Bisher folgt der Gruppe niemand von einem anderen Server; wer es später tut, kann es auch bekommen.",
	"Everybody can read this: it stands on the page of {{group}}, and it travels to the servers of those who follow the group, among them {{servers}}.":
		"Alle können das lesen: Es steht auf der Seite von {{group}} und reist zu den Servern derer, die der Gruppe folgen, darunter {{servers}}.",
	"Where does this go?": "Wohin geht das?",
	"What is it about?": "Worum geht es?",
	"This post": "Um diesen Beitrag",
	"What is wrong?": "Was stimmt nicht?",
	"A sentence or two is enough.": "Ein, zwei Sätze genügen.",
	"Send the report": "Meldung abschicken",
	"To the people who look after {{group}} on {{host}}, in your name: that server asks for one.":
		"An die Leute, die sich auf {{host}} um {{group}} kümmern, in deinem Namen: Dieser Server verlangt einen.",
	"To the people who look after {{group}}: {{names}}. They see that it comes from you; whoever it is about does not, unless they are one of them.":
		"An die Leute, die sich um {{group}} kümmern: {{names}}. Sie sehen, dass es von dir kommt; die Person, um die es geht, sieht es nicht, außer sie gehört dazu.",
	"To the people who look after {{group}}. They see that it comes from you; whoever it is about does not, unless they are one of them.":
		"An die Leute, die sich um {{group}} kümmern. Sie sehen, dass es von dir kommt; die Person, um die es geht, sieht es nicht, außer sie gehört dazu.",
	"{{name}}, and how they behave here": "Um {{name}} und das Verhalten hier",
	"Tell the people who look after {{host}} as well; they are not told who reported, unless their server asks for a name.":
		"Sag es auch den Leuten, die sich um {{host}} kümmern; wer gemeldet hat, erfahren sie nicht, außer ihr Server verlangt einen Namen.",
	"The group": "Die Gruppe",
	"Answer {{name}}": "{{name}} antworten",
	"Say something in {{group}}": "Etwas sagen in {{group}}",
	"Not quite yet: {{title}}": "Noch nicht ganz: {{title}}",
	"Back to the conversation": "Zurück zum Gespräch",
	"That was not done": "Das ging nicht",
	"Content note: {{note}}": "Inhaltshinweis: {{note}}",
	"A post without words": "Ein Beitrag ohne Worte",
	"Back to the group": "Zurück zur Gruppe",
	"The door stays shut": "Die Tür bleibt zu",
	"Not yet": "Noch nicht",
	"It is taken back": "Er ist zurückgenommen",
	"The post is deleted here, and other servers that have it are asked to do the same.":
		"Der Beitrag ist hier gelöscht, und andere Server, die ihn haben, werden gebeten, dasselbe zu tun.",
	"The group shows the post no longer.": "Die Gruppe zeigt den Beitrag nicht mehr.",
	"Thank you for telling": "Danke fürs Bescheidsagen",
	"The report is with those who look after the group now. You need do nothing more.":
		"Die Meldung ist jetzt bei denen, die sich um die Gruppe kümmern. Mehr brauchst du nicht zu tun.",
}
