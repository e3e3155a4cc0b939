/** The rules by which a machine decides about posts. */
export const policy: Readonly<Record<string, string>> = {
	"What waits and what is turned away by itself: newcomers, links, the pace, the nights.":
		"Was von selbst wartet oder abgewiesen wird: Neue, Links, das Tempo, die Nächte.",
	"No group here is open to posts of people who do not follow it.":
		"Keine Gruppe hier ist offen für Beiträge von Leuten, die ihr nicht folgen.",
	"Anybody may answer.": "Alle dürfen antworten.",
	"Everybody who follows may answer.": "Wer folgt, darf antworten.",
	"Members answer.": "Mitglieder antworten.",
	"Only those who look after the group answer.": "Nur wer sich um die Gruppe kümmert, antwortet.",
	"Everybody has one post in so many minutes: {{minutes}}. What comes sooner is shared by itself when its turn comes.":
		"Jede Person hat einen Beitrag in so vielen Minuten: {{minutes}}. Was früher kommt, wird von selbst geteilt, wenn es an der Reihe ist.",
	"The group shares one post in so many minutes: {{minutes}}. What comes sooner is shared by itself when its turn comes.":
		"Die Gruppe teilt einen Beitrag in so vielen Minuten: {{minutes}}. Was früher kommt, wird von selbst geteilt, wenn es an der Reihe ist.",
	"For so many days after somebody came, their posts wait for a moderator: {{days}}.":
		"So viele Tage, nachdem jemand gekommen ist, warten die Beiträge auf die Moderation: {{days}}.",
	"Posts of somebody new wait for a moderator until so many were let in: {{posts}}.":
		"Was jemand Neues schreibt, wartet auf die Moderation, bis so viele Beiträge eingelassen sind: {{posts}}.",
	"From {{from}} to {{to}} ({{zone}}) the group sleeps; posts are shared in the morning.":
		"Von {{from}} bis {{to}} ({{zone}}) schläft die Gruppe; Beiträge werden am Morgen geteilt.",
	"Links from somebody new wait for a moderator.": "Links von jemand Neuem warten auf die Moderation.",
	"Links to some places are not taken.": "Links zu manchen Orten werden nicht angenommen.",
	"Only members bring pictures and recordings.": "Nur Mitglieder bringen Bilder und Aufnahmen mit.",
	"Pictures without a description for those who cannot see them wait for a moderator.":
		"Bilder ohne Beschreibung für alle, die sie nicht sehen können, warten auf die Moderation.",
	"Posts in other languages than {{languages}} wait for a moderator.":
		"Beiträge in anderen Sprachen als {{languages}} warten auf die Moderation.",
	"Posts that name more people than this wait for a moderator: {{people}}.":
		"Beiträge, die mehr Leute nennen als so viele, warten auf die Moderation: {{people}}.",
	"Posts with links wait for a moderator.": "Beiträge mit Links warten auf die Moderation.",
	"Posts with more links than this wait for a moderator: {{links}}.":
		"Beiträge mit mehr Links als so vielen warten auf die Moderation: {{links}}.",
	"There are places for so many members: {{places}}. Whoever comes then waits in line for the next one.":
		"Es gibt Plätze für so viele Mitglieder: {{places}}. Wer dann kommt, steht in der Reihe für den nächsten.",
	"When many strangers write at once, all of them wait for a moderator; whoever is known here goes on as ever.":
		"Wenn viele Fremde auf einmal schreiben, warten sie alle auf die Moderation; wer hier bekannt ist, merkt nichts davon.",
	"Words only: no pictures, no recordings.": "Nur Worte: keine Bilder, keine Aufnahmen.",
	Anybody: "Alle",
	"As it is set for beginning a conversation.": "Wie es für den Anfang eines Gesprächs gilt.",
	"By their codes, like en de ar. A post that does not say its language goes in; leave it empty for all.":
		"Mit ihren Kürzeln, wie en de ar. Ein Beitrag, der seine Sprache nicht nennt, geht hinein; leer heißt: alle.",
	"By which clock?": "Nach welcher Uhr?",
	"Everybody’s own": "Das von jeder Person für sich",
	"Followers read along.": "Wer folgt, liest mit.",
	"For announcements nobody argues about.": "Für Ankündigungen, über die niemand streitet.",
	"For how many members is there room?": "Für wie viele Mitglieder ist Platz?",
	"For how many posts?": "Für wie viele Beiträge?",
	"From when, like 22:00?": "Ab wann, wie 22:00?",
	"How many links, at most?": "Wie viele Links höchstens?",
	"How many people named, at most?": "Wie viele genannte Leute höchstens?",
	"How many posts?": "Wie viele Beiträge?",
	"How many you are": "Wie viele ihr seid",
	"It stands with the group’s decisions. You may leave it empty.":
		"Das steht bei den Entscheidungen der Gruppe. Du kannst es leer lassen.",
	"Its nights": "Ihre Nächte",
	"Its pace": "Ihr Tempo",
	"Links from somebody new wait, whatever else they may do.":
		"Links von jemand Neuem warten, was sonst auch erlaubt ist.",
	"Many strangers at once": "Viele Fremde auf einmal",
	Nobody: "Niemand",
	"Nothing is refused for coming too fast: it stands in line, and is shared by itself when its turn comes.":
		"Nichts wird abgewiesen, weil es zu schnell kommt: Es steht in der Reihe und wird von selbst geteilt, wenn es dran ist.",
	"One post in how many minutes?": "Ein Beitrag in wie vielen Minuten?",
	"Pictures come like words.": "Bilder kommen wie Worte.",
	"Pictures without words for those who cannot see them wait.":
		"Bilder ohne Worte für alle, die sie nicht sehen können, warten.",
	"Posts of others with pictures are not taken.": "Beiträge anderer mit Bildern werden nicht angenommen.",
	"Posts with pictures or recordings are not taken.":
		"Beiträge mit Bildern oder Aufnahmen werden nicht angenommen.",
	"Servers by their names, like shop.example; those below them count too. Such posts are not taken.":
		"Server mit ihren Namen, wie shop.example; die darunter zählen mit. Solche Beiträge werden nicht angenommen.",
	"Somebody new": "Jemand Neues",
	"Strangers, too, who see it somewhere.": "Auch Fremde, die es irgendwo sehen.",
	"That of the whole group": "Das der ganzen Gruppe",
	"Until when, like 07:00?": "Bis wann, wie 07:00?",
	"What goes beyond waits at the desk. Those who look after the group are free of all this.":
		"Was darüber hinausgeht, wartet am Pult. Wer sich um die Gruppe kümmert, ist von alldem frei.",
	"What is in a post": "Was in einem Beitrag steht",
	"What is written while the group sleeps is shared in the morning.":
		"Was geschrieben wird, während die Gruppe schläft, wird am Morgen geteilt.",
	"What they write waits at the desk until somebody has met them. Whoever you welcome or let in as a person is new no more. Leave a field empty to let it be.":
		"Was sie schreiben, wartet am Pult, bis jemand sie kennengelernt hat. Wen du willkommen heißt oder als Person einlässt, ist nicht mehr neu. Ein leeres Feld heißt: ohne diese Regel.",
	"When so many posts by strangers come in so short a time, all strangers wait until it has been quiet for an hour. People who have been here for some days notice nothing of it. At the desk it is one line.":
		"Wenn in so kurzer Zeit so viele Beiträge von Fremden kommen, warten alle Fremden, bis eine Stunde lang Ruhe war. Wer seit ein paar Tagen hier ist, merkt nichts davon. Am Pult ist es eine Zeile.",
	"Where may nothing lead?": "Wohin darf nichts führen?",
	"Which languages go straight in?": "Welche Sprachen gehen geradewegs hinein?",
	"Who may answer in a conversation?": "Wer darf in einem Gespräch antworten?",
	"Who may bring pictures and recordings?": "Wer darf Bilder und Aufnahmen mitbringen?",
	"Whoever came in may answer.": "Wer hereingekommen ist, darf antworten.",
	"Whoever comes when all places are taken reads along and waits in line; who leaves makes room for the next. Nobody who is a member loses their place.":
		"Wer kommt, wenn alle Plätze vergeben sind, liest mit und steht in der Reihe; wer geht, macht Platz. Kein Mitglied verliert seinen Platz.",
	"Whoever may begin one": "Wer eines anfangen darf",
	"Whoever may write": "Wer schreiben darf",
	"Whose pace is that?": "Wessen Tempo ist das?",
	"Why this change?": "Warum diese Änderung?",
	"Within how many minutes?": "Innerhalb wie vieler Minuten?",
	"A machine never judges anybody: it lets in, lets wait, or turns away by the rules you set here. All of them are off until you want one.":
		"Eine Maschine urteilt über niemanden: Sie lässt ein, lässt warten oder weist ab, nach den Regeln, die ihr hier setzt. Alle sind aus, bis ihr eine wollt.",
	"As it is now": "Wie es jetzt ist",
	"Everybody can read this on {{page}}, with all that held before.":
		"Alle können das auf {{page}} lesen, mit allem, was früher galt.",
	"No machine holds anything up here: posts of whoever may write are shared at once.":
		"Keine Maschine hält hier etwas auf: Wer schreiben darf, wird sofort geteilt.",
	"Rules for a machine": "Regeln für eine Maschine",
	"This much whoever runs the server asks of every group here:":
		"So viel verlangt, wer den Server betreibt, von jeder Gruppe hier:",
	"Words and servers are kept out at {{desk}}.": "Worte und Server hält man an {{desk}} fern.",
	"the desk": "dem Pult",
	"the page of rules": "der Seite mit den Regeln",
	"All about the group": "Alles über die Gruppe",
	"Before a post is shared, a machine looks at these rules. People decide about all that waits, and about every doubt.":
		"Bevor ein Beitrag geteilt wird, schaut eine Maschine auf diese Regeln. Über alles, was wartet, und in jedem Zweifel entscheiden Menschen.",
	"Earlier rules": "Frühere Regeln",
	"How they came to be": "Wie sie entstanden sind",
	"Rules that held before": "Regeln, die früher galten",
	"The rules of {{group}}": "Die Regeln von {{group}}",
	"What a machine decides here": "Was hier eine Maschine entscheidet",
	"Written {{when}}": "Geschrieben: {{when}}",
	"Before a post is shared, a machine looks at this:":
		"Bevor ein Beitrag geteilt wird, schaut eine Maschine auf dies:",
	"How these rules came to be": "Wie diese Regeln entstanden sind",
	"All places are taken just now. You read along and stand in line; the next one that is free for you is yours.":
		"Gerade sind alle Plätze vergeben. Du liest mit und stehst in der Reihe; sobald einer für dich frei ist, gehört er dir.",
	"The group changed its rules for posts: {{things}}.":
		"Die Gruppe hat ihre Regeln für Beiträge geändert: {{things}}.",
	"It is a pattern, written as in RE2, like (?:cheap|free) pills.":
		"Es ist ein Muster, geschrieben wie in RE2, wie (?:cheap|free) pills.",
	"a wave of strangers": "eine Welle von Fremden",
	"Many people who are new here have written at once. All of them wait; whoever is known here went on as ever.":
		"Viele, die hier neu sind, haben auf einmal geschrieben. Sie alle warten; wer hier bekannt ist, hat davon nichts gemerkt.",
	"See who they are, and let some of them in": "Ansehen, wer das ist, und manche einlassen",
	"Posts by strangers were not taken.": "Beiträge von Fremden wurden nicht angenommen.",
	"People who were new here were let in, with what they wrote.":
		"Leute, die hier neu waren, wurden eingelassen, mit dem, was sie schrieben.",
	"What waited of {{who}} was not taken.": "Was von {{who}} wartete, wurde nicht angenommen.",
	"What waited of a wave of strangers was not taken.":
		"Was von einer Welle von Fremden wartete, wurde nicht angenommen.",
	"What waited of {{who}} was let through.": "Was von {{who}} wartete, wurde durchgelassen.",
	"What waited of a wave of strangers was let through.":
		"Was von einer Welle von Fremden wartete, wurde durchgelassen.",
	"Decided at once lately": "Zuletzt auf einmal entschieden",
	"Take it back": "Zurücknehmen",
	"Those posts wait at this desk again. Where they were shared, every server that follows the group is told to take them down; what somebody decided about since stays as it is.":
		"Diese Beiträge warten wieder an diesem Pult. Wo sie geteilt waren, hört jeder Server, der der Gruppe folgt, dass er sie wegnehmen soll; worüber seitdem jemand entschieden hat, bleibt, wie es ist.",
	"Many strangers at once: {{group}}": "Viele Fremde auf einmal: {{group}}",
	"Nobody of them waits any more.": "Niemand von ihnen wartet mehr.",
	"Choose whoever is welcome. The others go on waiting, until you decide about all of them at the desk.":
		"Wähle, wer willkommen ist. Die anderen warten weiter, bis du am Pult über alle entscheidest.",
	"Let them in": "Einlassen",
	"All that they wrote is shared as if it had just come, and nothing they write waits for their being new again.":
		"Alles, was sie geschrieben haben, wird geteilt, als wäre es eben gekommen, und nichts von ihnen wartet mehr, weil sie neu sind.",
	"There are more. They show when these are decided about.":
		"Es gibt noch mehr. Sie zeigen sich, wenn über diese entschieden ist.",
	"Back to the desk": "Zurück zum Pult",
	"That is taken back. Those posts wait again.": "Das ist zurückgenommen. Diese Beiträge warten wieder.",
	"What would have happened": "Was geschehen wäre",
	"These rules were tried on what was written lately. Nothing is changed, and nobody hears of it.":
		"Diese Regeln wurden an dem erprobt, was zuletzt geschrieben wurde. Nichts ist geändert, und niemand erfährt davon.",
	"Nothing would have been held up.": "Nichts wäre aufgehalten worden.",
	"A post by {{who}} would not have been taken.": "Ein Beitrag von {{who}} wäre nicht angenommen worden.",
	"A post by {{who}} would have waited.": "Ein Beitrag von {{who}} hätte gewartet.",
	"The next ones": "Die nächsten",
	"Switch these rules on": "Diese Regeln einschalten",
	"Back to the rules as they are": "Zurück zu den Regeln, wie sie sind",
	"Or see first what these rules would have done. Nothing is changed by that.":
		"Oder sieh erst, was diese Regeln getan hätten. Dadurch ändert sich nichts.",
	"Try them on the last week": "An der letzten Woche erproben",
	"Try them on the last month": "Am letzten Monat erproben",
	"who may answer": "wer antworten darf",
	"how newcomers are met": "wie Neue empfangen werden",
	links: "Links",
	"pictures and recordings": "Bilder und Aufnahmen",
	languages: "Sprachen",
	"how many people a post may name": "wie viele Leute ein Beitrag nennen darf",
	"waves of strangers": "Wellen von Fremden",
	"its pace": "ihr Tempo",
	"its nights": "ihre Nächte",
	"how many members there are": "wie viele Mitglieder es gibt",
}

/** Why such a rule holds something up, or cannot be. */
export const policyReasons: Readonly<Record<string, string>> = {
	"Only members of the group answer here.": "Hier antworten nur Mitglieder der Gruppe.",
	"Only moderators answer in this group.": "In dieser Gruppe antwortet nur, wer sich um sie kümmert.",
	"Only people who follow the group answer here.": "Hier antwortet nur, wer der Gruppe folgt.",
	"Links from somebody new are looked at first.": "Links von jemand Neuem werden erst angesehen.",
	"Many people who are new here are writing at once. A moderator looks at what they say; those who are known here go on as ever.":
		"Gerade schreiben viele auf einmal, die hier neu sind. Die Moderation schaut sich an, was sie sagen; wer hier bekannt ist, merkt nichts davon.",
	"Whoever is new here is met by a moderator first. After that, posts go straight in.":
		"Wer hier neu ist, wird erst von der Moderation begrüßt. Danach gehen Beiträge geradewegs hinein.",
	"It holds more links than this group takes without a look.":
		"Darin sind mehr Links, als diese Gruppe ungesehen nimmt.",
	"It is in a language that this group does not speak by itself; a moderator looks at it.":
		"Das ist in einer Sprache, die diese Gruppe nicht von sich aus spricht; die Moderation schaut es sich an.",
	"It links to a place that this group keeps out.": "Es führt zu einem Ort, den diese Gruppe draußen hält.",
	"It names more people than this group takes without a look.":
		"Es nennt mehr Leute, als diese Gruppe ungesehen nimmt.",
	"Only members bring pictures and recordings here.": "Hier bringen nur Mitglieder Bilder und Aufnahmen mit.",
	"Pictures here come with words for those who cannot see them. Add some, and it goes in.":
		"Bilder kommen hier mit Worten für alle, die sie nicht sehen können. Füge welche hinzu, und es geht hinein.",
	"This group takes words only, without pictures or recordings.":
		"Diese Gruppe nimmt nur Worte an, ohne Bilder und Aufnahmen.",
	"That is no pattern: it is written as in RE2, like (?:cheap|free) pills.":
		"Das ist kein Muster: Es wird wie in RE2 geschrieben, wie (?:cheap|free) pills.",
	"That pattern is too large. Counts in braces, like {1,500}, make it so.":
		"Dieses Muster ist zu groß. Zahlen in geschweiften Klammern wie {1,500} machen es dazu.",
	"Together with the others this pattern is too large. Make one of them simpler.":
		"Zusammen mit den anderen ist dieses Muster zu groß. Mach eines davon einfacher.",
	"That pattern would fit every post.": "Dieses Muster würde auf jeden Beitrag passen.",
	"A night has a beginning and an end: both are needed.":
		"Eine Nacht hat Anfang und Ende: Beides wird gebraucht.",
	"A number is written in digits, and not every number makes sense there.":
		"Eine Zahl wird in Ziffern geschrieben, und nicht jede passt dort.",
	"A pace is of each person or of the group.":
		"Ein Tempo gilt für jede Person (each) oder für die Gruppe (group).",
	"A place is named by its server, like shop.example.":
		"Ein Ort wird mit seinem Server genannt, wie shop.example.",
	"A time is written like 22:00.": "Eine Uhrzeit wird wie 22:00 geschrieben.",
	"A time zone is written like Europe/Berlin.": "Eine Zeitzone wird wie Europe/Berlin geschrieben.",
	"A wave is so many posts in so many minutes: both are needed.":
		"Eine Welle sind so viele Beiträge in so vielen Minuten: Beides wird gebraucht.",
	"Answering is open to one of: same, anyone, followers, members, moderators.":
		"Antworten darf eines von: same, anyone, followers, members, moderators.",
	"It is on or off.": "Es ist an (on) oder aus (off).",
	"Pictures come from one of: anyone, members, nobody.":
		"Bilder kommen von einem von: anyone, members, nobody.",
	"That is more than a rule can name.": "Das ist mehr, als eine Regel nennen kann.",
	"That would be a night without a morning.": "Das wäre eine Nacht ohne Morgen.",
	"Somebody else changed these rules a moment ago. Here they are as they stand now.":
		"Jemand anderes hat diese Regeln eben geändert. So stehen sie jetzt.",
	"The group sleeps. The post is shared by itself in the morning.":
		"Die Gruppe schläft. Der Beitrag wird am Morgen von selbst geteilt.",
	"This group takes its time. The post is shared by itself when its turn has come.":
		"Diese Gruppe lässt sich Zeit. Der Beitrag wird von selbst geteilt, wenn er an der Reihe ist.",
	"There are {{a}} patterns already.": "Es gibt schon {{a}} Muster.",
	"There is no such decision in this group.": "Eine solche Entscheidung gibt es in dieser Gruppe nicht.",
	"That was taken back already.": "Das wurde schon zurückgenommen.",
	"A decision about it was taken back; a moderator looks at it anew.":
		"Eine Entscheidung darüber wurde zurückgenommen; die Moderation schaut noch einmal hin.",
	"A place became free.": "Ein Platz ist frei geworden.",
	"All places are taken. There is one again when somebody leaves, or when the group makes room.":
		"Alle Plätze sind vergeben. Es gibt wieder einen, wenn jemand geht oder die Gruppe Platz macht.",
}
