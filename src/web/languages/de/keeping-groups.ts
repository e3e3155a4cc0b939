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
	"A name in full, like @bob@social.example; they follow the group already.":
		"Ein voller Name wie @bob@social.example; der Gruppe folgen sie schon.",
	"Choose somebody to see what they could come to do, and what that means, before anything happens.":
		"Wähle jemanden, um zu sehen, was daraus werden könnte und was das bedeutet, bevor etwas geschieht.",
	"Find them": "Suchen",
	Follower: "Folgt der Gruppe",
	Member: "Mitglied",
	Moderator: "Moderation",
	Owner: "Leitung",
	"Somebody who is not on this page?": "Jemand, der nicht auf dieser Seite steht?",
	"{{role}}: that is you": "{{role}}: das bist du",
	"Bring a group here from another server": "Eine Gruppe von einem anderen Server herholen",
	"Everybody who follows the group is told that it lives there from now on, and most servers follow along by themselves. What was said stays here to be read, and nothing new is taken here. It cannot be taken back, and there are thirty days between two moves.":
		"Alle, die der Gruppe folgen, erfahren, dass sie von nun an dort wohnt, und die meisten Server ziehen von selbst mit. Was gesagt wurde, bleibt hier zu lesen, und Neues wird hier nicht angenommen. Es lässt sich nicht zurücknehmen, und zwischen zwei Umzügen liegen dreißig Tage.",
	"It is ours": "Sie ist unsere",
	"Its name in full, like @bookclub@old.example, or its address.":
		"Ihr voller Name wie @bookclub@old.example, oder ihre Adresse.",
	"Make the new group there first, and name this address as another of its names:":
		"Mach dort erst die neue Gruppe, und nenne diese Adresse als weiteren Namen von ihr:",
	"Move the group to another server": "Mit der Gruppe auf einen anderen Server ziehen",
	"Name its old address here first. Then move it to {{handle}} on its old server: who follows it there follows it here.":
		"Nenne hier zuerst ihre alte Adresse. Zieh dann auf dem alten Server mit ihr nach {{handle}}: Wer ihr dort folgt, folgt ihr hier.",
	"The group has moved": "Die Gruppe ist umgezogen",
	"The new group": "Die neue Gruppe",
	"The old group": "Die alte Gruppe",
	"This is not ours any more": "Das ist nicht mehr unsere",
	"Yes, it moves to {{handle}}": "Ja, sie zieht nach {{handle}}",
	"Be a moderator only": "Nur noch moderieren",
	"From then on another owner decides who does what. It takes another owner, so that the group keeps one.":
		"Von da an entscheiden andere, denen die Gruppe gehört, wer was tut. Es braucht also noch jemanden, dem sie gehört.",
	"Hand it over": "Übergeben",
	"Hand the group over to them": "Ihnen die Gruppe übergeben",
	"In {{group}}: {{role}}": "In {{group}}: {{role}}",
	"Let them look after the group no longer": "Sie sich nicht mehr um die Gruppe kümmern lassen",
	"Look after the group no longer": "Sich nicht mehr um die Gruppe kümmern",
	"Make them a follower": "Nur noch folgen lassen",
	"Make them a member again": "Wieder zum Mitglied machen",
	"Make them a member": "Zum Mitglied machen",
	"Make them a moderator only": "Nur noch moderieren lassen",
	"Make them a moderator": "Moderieren lassen",
	"Make them an owner": "Die Gruppe auch ihnen geben",
	"Make them an owner, too": "Die Gruppe auch ihnen geben",
	"Step down": "Abgeben",
	"The desk is closed from that moment, and everybody can see it. The place as a member stays.":
		"Von dem Moment an ist der Schreibtisch zu, und alle können das sehen. Der Platz als Mitglied bleibt.",
	"There is nothing here that you could change about that.": "Daran kannst du hier nichts ändern.",
	"They become its owner in your place, at once; you stay as a moderator. Only they can give it back, so ask them first.":
		"Sie gehört dann sofort ihnen an deiner Stelle; du moderierst weiter. Zurückgeben können nur sie die Gruppe, also frag sie vorher.",
	"They become its owner in your place, at once; you stay as a moderator. Their account is on another server: they look after people and posts from there, and for these settings they ask whoever runs this server.":
		"Sie gehört dann sofort ihnen an deiner Stelle; du moderierst weiter. Ihr Konto ist auf einem anderen Server: Um Leute und Beiträge kümmern sie sich von dort, für diese Einstellungen fragen sie, wer diesen Server betreibt.",
	"They come to the desk: they see reports and what waits, take posts out, ban people, and change what stands on the door. Everybody can see that they help to look after the group. You can take it back.":
		"Sie kommen an den Schreibtisch: Sie sehen Meldungen und was wartet, nehmen Beiträge heraus, sperren Leute aus und ändern, was an der Tür steht. Alle können sehen, dass sie sich mit um die Gruppe kümmern. Du kannst es zurücknehmen.",
	"They may do whatever you may: change the rules, appoint and dismiss, hand the group over and close it. They could dismiss you, too.":
		"Sie dürfen, was du darfst: die Regeln ändern, ernennen und entlassen, die Gruppe übergeben und schließen. Auch dich könnten sie entlassen.",
	"They may write where only members may, and see who else is in the group. Nobody is told.":
		"Sie dürfen schreiben, wo nur Mitglieder schreiben, und sehen, wer sonst in der Gruppe ist. Niemand erfährt davon.",
	"They read along as before. They write only where followers may, and see the others no longer.":
		"Sie lesen mit wie bisher. Schreiben dürfen sie nur, wo alle schreiben, die folgen, und die anderen sehen sie nicht mehr.",
	"Why? If you like: the reason is public.": "Warum? Wenn du magst: Der Grund ist öffentlich.",
	"Bring a group here, or take this one to another server.":
		"Eine Gruppe herholen oder mit dieser auf einen anderen Server ziehen.",
	"Moderators and owners: who becomes one, and who no longer is.":
		"Wer moderiert und wem sie gehört: wer es wird und wer es nicht mehr ist.",
	"To leave, hand the group over first: a last owner stays until somebody else is one.":
		"Um zu gehen, übergib erst die Gruppe: Wem sie als Letztes gehört, der bleibt, bis sie jemand anderem gehört.",
	"Those who looked after it closed its door for good. What was said in it is not shown any more; what people wrote is still theirs.":
		"Wer sich um sie gekümmert hat, hat ihre Tür für immer geschlossen. Was in ihr gesagt wurde, ist nicht mehr zu sehen; was jemand geschrieben hat, gehört noch immer dieser Person.",
	"{{group}} has closed": "{{group}} ist geschlossen",
	"A word to those who were in it, if you like": "Ein Wort an alle, die in ihr waren, wenn du magst",
	"Everybody’s place in it, yours too. People with an account here are told.":
		"Alle Plätze in ihr, auch deiner. Wer hier ein Konto hat, erfährt es.",
	"If you are only tired of looking after it, {{handover}} instead. If it is to live elsewhere, {{move}}.":
		"Bist du es nur leid, dich um sie zu kümmern, dann {{handover}}. Soll sie anderswo wohnen, dann {{move}}.",
	"It is the short name of the group.": "Das ist der Kurzname der Gruppe.",
	"Its pages here, with every conversation in it. Nobody can read them any more.":
		"Ihre Seiten hier, mit jedem Gespräch darin. Niemand kann sie mehr lesen.",
	"Its short name, which no other group is ever given.": "Ihr Kurzname, den keine andere Gruppe je bekommt.",
	"The group itself, on every server where somebody follows it: each is told. What it passed on goes there, too; most servers do as they are told, and nobody can promise it for them.":
		"Die Gruppe selbst, auf jedem Server, wo ihr jemand folgt: Jeder erfährt es. Was sie weitergegeben hat, geht dort auch; die meisten Server tun, was man ihnen sagt, aber versprechen kann es niemand für sie.",
	"What people wrote stays theirs: on their own servers, and in what they take along from here.":
		"Was jemand geschrieben hat, bleibt dieser Person: auf dem eigenen Server und in dem, was sich von hier mitnehmen lässt.",
	"hand it over": "übergib sie",
	"Close the group for good": "Die Gruppe für immer schließen",
	"When it has had its time.": "Wenn ihre Zeit vorbei ist.",
	"{{group}} has closed for good.": "{{group}} ist für immer geschlossen.",
	"its words of welcome": "ihre Willkommensworte",
	"Leave it empty to be {{name}}, as everywhere. Another name stands on the pages of this group only; your handle stands beside it, and people on other servers see your own name.":
		"Lass es leer, um wie überall {{name}} zu sein. Ein anderer Name steht nur auf den Seiten dieser Gruppe; dein Handle steht daneben, und auf anderen Servern sieht man deinen eigenen Namen.",
	"To leave, {{handover}} first: a last owner stays until somebody else is one.":
		"Um zu gehen, {{handover}} erst: Wem sie als Letztes gehört, der bleibt, bis sie jemand anderem gehört.",
	"What are you called here?": "Wie heißt du hier?",
	"Which pronouns are yours here?": "Welche Pronomen hast du hier?",
	"Whoever can read the group can see them.": "Wer die Gruppe lesen kann, kann sie sehen.",
	"You in this group": "Du in dieser Gruppe",
	"hand the group over": "übergib die Gruppe",
	"What you are called here": "Wie du hier heißt",
}
