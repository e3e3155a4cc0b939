/** What is decided about other servers and people, lists of that, and pictures that are never taken. */
export const borders: Readonly<Record<string, string>> = {
	"Not every server is heard alike: {{here}} is what was decided, and why.":
		"Nicht jedem Server wird gleich zugehört: {{here}} steht, was beschlossen wurde, und warum.",
	here: "hier",
	"A name in full, like @bob@social.example, or an address.":
		"Ein voller Name wie @bob@social.example, oder eine Adresse.",
	"Block them": "Sperren",
	"It holds for every group. Moderators ban people from their own group, and need nobody for that.":
		"Es gilt für jede Gruppe. Wer moderiert, sperrt Leute aus der eigenen Gruppe aus und braucht dafür niemanden.",
	"Look at them twice": "Zweimal hinsehen",
	"Nobody is treated differently.": "Niemand wird anders behandelt.",
	"Nothing of theirs is taken.": "Nichts von dieser Person wird angenommen.",
	"Nothing of theirs is taken. They lose their place in every group here, and their server is told so.":
		"Nichts von dieser Person wird angenommen. Sie verliert ihren Platz in jeder Gruppe hier, und ihr Server erfährt das.",
	"Treat {{person}} like anybody": "{{person}} wie alle behandeln",
	"What they post waits for a moderator, in every group.":
		"Was diese Person schreibt, wartet in jeder Gruppe auf die Moderation.",
	"What they post waits for a moderator.": "Was diese Person schreibt, wartet auf die Moderation.",
	"All of them": "Mit allen",
	Everybody: "Alle",
	"Everybody but those that are blocked.": "Alle außer denen, die gesperrt sind.",
	"Guests and visitors do not see it.": "Gäste und Vorbeikommende sehen es nicht.",
	"It stands at /about/servers: names, what is refused, and the reason that is given there.":
		"Es steht unter /about/servers: Namen, was abgelehnt wird, und der Grund, der dort angegeben ist.",
	"Nothing is taken from any other, nothing is sent there, and nobody there is looked up.":
		"Von keinem anderen wird etwas angenommen, nichts dorthin geschickt und dort niemand gesucht.",
	"Only those on a list": "Nur mit denen auf einer Liste",
	"These servers are not on the list, and somebody here has to do with them. What stays ticked is put on the list when only listed servers are spoken with.":
		"Diese Server stehen nicht auf der Liste, und jemand hier hat mit ihnen zu tun. Was angekreuzt bleibt, kommt auf die Liste, sobald nur noch mit Servern auf der Liste gesprochen wird.",
	"Those it is about as well.": "Auch die, um die es geht.",
	"Those who run this server": "Wer diesen Server betreibt",
	"To everybody else the page is not there.": "Für alle anderen gibt es die Seite nicht.",
	"Which servers?": "Mit welchen Servern?",
	"Who may read what was decided?": "Wer darf lesen, was beschlossen wurde?",
	"Who would be cut off?": "Wer würde abgeschnitten?",
	"Whoever has an account here": "Wer hier ein Konto hat",
	"It is on the list of those we speak with.": "Er steht auf der Liste derer, mit denen wir sprechen.",
	"No reports are taken from there.": "Von dort werden keine Meldungen angenommen.",
	"None of their pictures are shown.": "Keines ihrer Bilder wird gezeigt.",
	"{{person}} in {{group}}": "{{person}} in {{group}}",
	"{{who}} blocked {{person}} for the whole server.":
		"{{who}} hat {{person}} für den ganzen Server gesperrt.",
	"{{who}} had the posts of {{person}} wait in every group.":
		"{{who}} lässt die Beiträge von {{person}} in jeder Gruppe warten.",
	"{{who}} had this server speak only with listed ones.":
		"{{who}} lässt diesen Server nur noch mit denen auf der Liste sprechen.",
	"{{who}} had this server speak with all others.": "{{who}} lässt diesen Server mit allen anderen sprechen.",
	"{{who}} let everybody read what is decided about servers.":
		"{{who}} lässt alle lesen, was über Server beschlossen ist.",
	"{{who}} let nobody else read what is decided about servers.":
		"{{who}} lässt sonst niemanden lesen, was über Server beschlossen ist.",
	"{{who}} let those with an account read what is decided about servers.":
		"{{who}} lässt alle mit einem Konto lesen, was über Server beschlossen ist.",
	"{{who}} let {{person}} be like anybody.": "{{who}} lässt {{person}} wieder wie alle sein.",
	"All servers, or only those on a list; and who may read what was decided.":
		"Mit allen Servern oder nur mit denen auf einer Liste; und wer lesen darf, was beschlossen wurde.",
	"And for everybody who may read the list?": "Und für alle, die die Liste lesen dürfen?",
	"Block {{server}}?": "{{server}} sperren?",
	"More about others": "Mehr über andere",
	"On the list: {{reason}}": "Auf der Liste: {{reason}}",
	"Show its name there only in part": "Den Namen dort nur zum Teil zeigen",
	"Single people": "Einzelne Leute",
	"Somebody from elsewhere whom no group here should hear.":
		"Jemand von anderswo, den keine Gruppe hier hören soll.",
	"Speak with {{domain}} like with any other": "Mit {{domain}} wie mit jedem anderen sprechen",
	"Take {{domain}} off the list": "{{domain}} von der Liste nehmen",
	"These would be cut off. They keep their places, and are back when the block is lifted.":
		"Diese würden abgeschnitten. Sie behalten ihre Plätze und sind wieder da, wenn die Sperre aufgehoben wird.",
	"They come in like any other’s; only what is ticked below is refused.":
		"Sie kommen herein wie alle anderen; nur was unten angekreuzt ist, wird abgelehnt.",
	"Who that is, you say under “Whom we speak with at all”.":
		"Wer das ist, sagst du unter „Mit wem wir überhaupt sprechen“.",
	"Whom we speak with at all": "Mit wem wir überhaupt sprechen",
	"Yes, block it": "Ja, sperren",
	"{{who}} put {{server}} on the list of those we speak with.":
		"{{who}} hat {{server}} auf die Liste derer gesetzt, mit denen wir sprechen.",
	"{{who}} refused pictures or reports of {{server}}.":
		"{{who}} lehnt Bilder oder Meldungen von {{server}} ab.",
	"{{who}} took {{server}} off the list of those we speak with.":
		"{{who}} hat {{server}} von der Liste derer genommen, mit denen wir sprechen.",
	"About this server": "Über diesen Server",
	"Other servers and this one": "Andere Server und dieser",
	"This server speaks only with servers on a list of its own.":
		"Dieser Server spricht nur mit Servern auf einer eigenen Liste.",
	"This server speaks with all others, but for these. Groups decide about more of them for themselves.":
		"Dieser Server spricht mit allen anderen, außer wie hier gesagt. Gruppen beschließen für sich über weitere.",
	"A note among yourselves": "Eine Notiz unter euch",
	"Among yourselves: {{note}}": "Unter euch: {{note}}",
	"It is like any other server to this group again.":
		"Er ist für diese Gruppe wieder wie jeder andere Server.",
	"Only those who moderate here read it; it stands in no log.":
		"Nur wer hier moderiert, liest sie; sie steht in keinem Protokoll.",
	"Show none of its pictures": "Keine Bilder von dort zeigen",
	"Take its posts": "Seine Beiträge annehmen",
	"Take no reports from there": "Keine Meldungen von dort annehmen",
	"They come in like any other’s; only what is ticked above is refused.":
		"Sie kommen herein wie alle anderen; nur was oben angekreuzt ist, wird abgelehnt.",
	"{{server}}: its posts come in like any other’s.":
		"{{server}}: Beiträge von dort kommen herein wie alle anderen.",
	"A file that waits to be looked at.": "Eine Datei, die darauf wartet, dass du sie ansiehst.",
	"It counts at once.": "Sie gilt sofort.",
	"You look at it first.": "Du siehst sie dir zuerst an.",
	"Last read {{when}}": "Zuletzt gelesen {{when}}",
	"Not read since {{when}}: {{why}}": "Nicht gelesen seit {{when}}: {{why}}",
	"Read {{name}} no longer": "{{name}} nicht mehr lesen",
	"Read a list every day": "Eine Liste jeden Tag lesen",
	"Where is it?": "Wo ist sie?",
	"Like https://lists.example/blocks.csv. What it takes back counts here no longer.":
		"Wie https://lists.example/blocks.csv. Was sie zurücknimmt, gilt hier nicht mehr.",
	"What do you call it?": "Wie nennst du sie?",
	"What becomes of its lines?": "Was wird aus ihren Zeilen?",
	"I look first": "Ich sehe zuerst hin",
	"What is new waits for you on the page of the list.": "Neues wartet auf der Seite der Liste auf dich.",
	"They count at once": "Sie gelten sofort",
	"Nobody is asked, even if it cuts off people of your groups.":
		"Niemand wird gefragt, auch wenn es Leute deiner Gruppen abschneidet.",
	"Read it": "Lesen",
	"Lists of servers": "Listen von Servern",
	"What others decided, to look at and to take over. Nothing counts before you say so.":
		"Was andere beschlossen haben, zum Ansehen und Übernehmen. Nichts gilt, bevor du es sagst.",
	"Bring a list": "Eine Liste mitbringen",
	"A file": "Eine Datei",
	"As Mastodon exports it, or one domain a line. It is looked at first.":
		"Wie Mastodon sie ausgibt, oder eine Domain je Zeile. Sie wird zuerst angesehen.",
	"Or as text": "Oder als Text",
	"Look at it": "Ansehen",
	"Take your own along": "Die eigene mitnehmen",
	"What is decided here, as a file for Mastodon and its kin":
		"Was hier beschlossen ist, als Datei für Mastodon und Verwandte",
	"It would cut off:": "Das würde abschneiden:",
	"Take over what is ticked": "Angekreuztes übernehmen",
	"Pass over what is ticked": "Angekreuztes übergehen",
	"Take over all of it, and what is not shown": "Alles übernehmen, auch was nicht gezeigt wird",
	"Pass over all of it": "Alles übergehen",
	"What was decided about it": "Was darüber beschlossen wurde",
	"Passed over": "Übergangen",
	"Let what is ticked count": "Angekreuztes gelten lassen",
	"Let what is ticked count no longer": "Angekreuztes nicht mehr gelten lassen",
	"What stands on it counts at once.": "Was darauf steht, gilt sofort.",
	"Nothing of this counts before you take it over.": "Nichts davon gilt, bevor du es übernimmst.",
	"Nothing of it waits for you.": "Nichts davon wartet auf dich.",
	"There is more on it than is shown here.": "Es steht mehr darauf, als hier gezeigt wird.",
	"It is read at {{address}}.": "Sie wird unter {{address}} gelesen.",
	"Take over what others decided, or take yours along.":
		"Übernimm, was andere beschlossen haben, oder nimm deines mit.",
	"{{who}} took over from the list {{list}}: {{servers}}":
		"{{who}} hat von der Liste {{list}} übernommen: {{servers}}",
	"{{who}} passed over from the list {{list}}: {{servers}}":
		"{{who}} hat von der Liste {{list}} übergangen: {{servers}}",
	"{{who}} has the list {{list}} read every day.": "{{who}} lässt die Liste {{list}} jeden Tag lesen.",
	"{{who}} has the list {{list}} read no longer.": "{{who}} lässt die Liste {{list}} nicht mehr lesen.",
	"The list {{list}} has more: {{added}}": "Auf der Liste {{list}} steht neu: {{added}}",
	"The list {{list}} has more: {{added}}; and takes back: {{lifted}}":
		"Auf der Liste {{list}} steht neu: {{added}}; und sie nimmt zurück: {{lifted}}",
	"The list {{list}} takes back: {{lifted}}": "Die Liste {{list}} nimmt zurück: {{lifted}}",
	"{{who}} had pictures never taken again.": "{{who}} lässt Bilder nie wieder annehmen.",
	"{{who}} let a picture be taken again.": "{{who}} lässt ein Bild wieder annehmen.",
	"Pictures that are never taken": "Bilder, die nie angenommen werden",
	"What must not be here, from nobody and from nowhere.":
		"Was nicht hier sein darf, von niemandem und von nirgends.",
	"also what looks like it": "auch was so aussieht",
	"this very file": "genau diese Datei",
	"Let it come again": "Wieder zulassen",
	"Every copy here is let go of at once, and none is taken again, from nobody and from nowhere. Of the picture itself nothing is kept.":
		"Jede Kopie hier verschwindet sofort, und keine wird wieder angenommen, von niemandem und von nirgends. Vom Bild selbst wird nichts aufbewahrt.",
	"Where is the picture?": "Wo ist das Bild?",
	"Its address here, or on another server if a copy of it is here.":
		"Seine Adresse hier, oder auf einem anderen Server, wenn hier eine Kopie davon ist.",
	"Or the picture itself": "Oder das Bild selbst",
	"It is looked at, and thrown away.": "Es wird angesehen und weggeworfen.",
	"Or a list": "Oder eine Liste",
	"SHA-256 sums with 64 digits, or what pictures look like (pHash) with 16.":
		"SHA-256-Summen mit 64 Stellen, oder wie Bilder aussehen (pHash) mit 16.",
	"Never take it": "Nie annehmen",
	"What is never taken": "Was nie angenommen wird",
	"Since {{when}}": "Seit {{when}}",
}

/** Why something of that was refused. */
export const bordersReasons: Readonly<Record<string, string>> = {
	"The person is blocked here.": "Diese Person ist hier gesperrt.",
	"That is more than a list can hold.": "Das ist mehr, als eine Liste fasst.",
	"A group of this server is closed, not kept out.":
		"Eine Gruppe dieses Servers wird geschlossen, nicht ferngehalten.",
	"Nothing was decided about them.": "Über diese Person wurde nichts beschlossen.",
	"Somebody with an account here is kept out by switching the account off.":
		"Wer hier ein Konto hat, wird ferngehalten, indem das Konto abgeschaltet wird.",
	"Please choose one of the answers.": "Bitte wähle eine der Antworten.",
	"That is no list of servers that can be read.": "Das ist keine Liste von Servern, die sich lesen lässt.",
	"There is no server on that list.": "Auf dieser Liste steht kein Server.",
	"There are as many lists as can be kept. Let go of one first.":
		"Es gibt so viele Listen, wie aufbewahrt werden können. Gib zuerst eine auf.",
	"All of that is so already.": "Das ist alles schon so.",
	"There is no such list.": "Diese Liste gibt es nicht.",
	"Nothing of that waits any more.": "Nichts davon wartet mehr.",
	"That is no address like https://lists.example/blocks.csv.":
		"Das ist keine Adresse wie https://lists.example/blocks.csv.",
	"That list is read already.": "Diese Liste wird schon gelesen.",
	"That list is not read here.": "Diese Liste wird hier nicht gelesen.",
	"That picture is never taken here.": "Dieses Bild wird hier nie angenommen.",
	"That is more than can be kept in mind.": "Das ist mehr, als sich merken lässt.",
	"That is never taken already.": "Das wird schon nie angenommen.",
	"That picture is not on the list.": "Dieses Bild steht nicht auf der Liste.",
	"No picture of that address is kept here. Bring it as a file.":
		"Unter dieser Adresse ist hier kein Bild. Bring es als Datei.",
	"There is nothing on that list by which a picture could be known.":
		"Auf dieser Liste steht nichts, woran ein Bild zu erkennen wäre.",
	"Bring the picture, or say where it is.": "Bring das Bild, oder sag, wo es ist.",
}
