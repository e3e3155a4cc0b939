/** Running the server: what it is, who comes in, accounts, groups. */
export const admin: Readonly<Record<string, string>> = {
	"Running this server": "Diesen Server betreiben",
	"For those who keep it going.": "Für die, die ihn am Laufen halten.",
	"What this server is": "Was dieser Server ist",
	"Its name, its rules, whom to ask, and what it keeps of people.":
		"Sein Name, seine Regeln, wen man fragt und was er über Leute behält.",
	"Who may come in": "Wer hereindarf",
	"Invitations, requests, and who opens groups.": "Einladungen, Anfragen und wer Gruppen eröffnet.",
	Accounts: "Konten",
	"Help somebody in, switch an account off, share the work.":
		"Jemandem hineinhelfen, ein Konto abschalten, die Arbeit teilen.",
	Groups: "Gruppen",
	"All of them, and their desks.": "Alle, mit ihren Schreibtischen.",
	"Whom to block or to look at twice, and who does not answer.":
		"Wer blockiert oder zweimal angesehen wird und wer nicht antwortet.",
	"What has not reached other servers yet.": "Was andere Server noch nicht erreicht hat.",
	"How it is doing": "Wie es ihm geht",
	"Everything that could keep this server from working.": "Alles, was diesen Server aufhalten könnte.",
	"What was done": "Was getan wurde",
	"By whom, when and why.": "Von wem, wann und warum.",
	"Only those who run it see these pages. Everything done here is written down.":
		"Diese Seiten sehen nur die, die ihn betreiben. Alles, was hier geschieht, wird aufgeschrieben.",
	"Everybody can read this.": "Das können alle lesen.",
	"What is it called?": "Wie heißt er?",
	"What is it for?": "Wofür ist er da?",
	"A sentence or two for its page. You can write in Markdown.":
		"Ein, zwei Sätze für seine Seite. Du kannst in Markdown schreiben.",
	"How do people reach you?": "Wie erreicht man euch?",
	"A handle or an e-mail address. People look for it when nothing else works.":
		"Ein Kurzname oder eine E-Mail-Adresse. Danach sucht man, wenn nichts anderes mehr geht.",
	"What do people agree to?": "Worauf lässt man sich ein?",
	"They read it before they come in. You can write in Markdown.":
		"Das lesen alle, bevor sie hereinkommen. Du kannst in Markdown schreiben.",
	"What do you keep of people?": "Was behaltet ihr über Leute?",
	"This stands below what Snug itself keeps: your mail server, your proxy’s logs, who else can see them.":
		"Das steht unter dem, was Snug selbst behält: euer Mailserver, die Protokolle eures Proxys, wer sie sonst noch sehen kann.",
	"See {{about}}, {{rules}} and {{privacy}} as everybody does.":
		"Sieh {{about}}, {{rules}} und {{privacy}}, wie alle es sehen.",
	"the page about this server": "die Seite über diesen Server",
	"the rules": "die Regeln",
	"what is kept": "was behalten wird",
	"the rules here": "die Regeln hier",
	"Read {{rules}}, and {{privacy}} of people and for how long.":
		"Lies {{rules}}, und {{privacy}} über Leute und wie lange.",
	"Asked {{when}}": "Gefragt {{when}}",
	"A word to them, if you turn them away": "Ein Wort an sie, falls du ablehnst",
	"Let {{name}} in": "{{name}} hereinlassen",
	"Turn {{name}} away": "{{name}} abweisen",
	"Who asks for an account": "Wer um ein Konto bittet",
	"Nobody waits for an answer.": "Niemand wartet auf Antwort.",
	"There are none.": "Es gibt keine.",
	"By {{who}}": "Von {{who}}",
	"Made at the command line": "An der Kommandozeile gemacht",
	"For up to {{number}} people": "Für bis zu {{number}} Leute",
	"Invite somebody": "Jemanden einladen",
	"How do people come to have an account?": "Wie kommt man zu einem Konto?",
	"Not at all": "Gar nicht",
	"Nobody new just now; invitations do not work either.":
		"Gerade niemand Neues; auch Einladungen gelten nicht.",
	"By invitation": "Auf Einladung",
	"Whoever has a link comes in.": "Wer einen Link hat, kommt herein.",
	"By asking": "Auf Anfrage",
	"They say who they are, and you answer here.": "Sie sagen, wer sie sind, und du antwortest hier.",
	"As they like": "Wie sie möchten",
	"Anybody makes an account. Expect strangers, and some work.":
		"Alle können ein Konto anlegen. Rechne mit Fremden und etwas Arbeit.",
	"Who may invite?": "Wer darf einladen?",
	"Those who run the server": "Wer den Server betreibt",
	"You know of everybody who comes.": "Du weißt von allen, die kommen.",
	"Everybody here": "Alle hier",
	"You see who invited whom under each account.": "Bei jedem Konto siehst du, wer wen eingeladen hat.",
	"Who may open groups?": "Wer darf Gruppen eröffnen?",
	"Others ask you.": "Andere fragen dich.",
	"Each looks after their own.": "Alle kümmern sich um ihre eigenen.",
	"A part of a name": "Ein Teil eines Namens",
	"Look for it": "Danach suchen",
	"Nobody here is called that.": "So heißt hier niemand.",
	"runs this server": "betreibt diesen Server",
	"switched off": "abgeschaltet",
	"Further in the alphabet": "Weiter im Alphabet",
	Handle: "Kurzname",
	"Here since": "Hier seit",
	"Invited by": "Eingeladen von",
	"Nobody: they came another way.": "Von niemandem, sondern auf anderem Weg.",
	"Has invited": "Hat eingeladen",
	May: "Darf",
	"run this server": "diesen Server betreiben",
	"Switched off": "Abgeschaltet",
	"Switch it on again": "Wieder einschalten",
	"Switch the account off": "Das Konto abschalten",
	"Switch it on": "Einschalten",
	"Switch it off": "Abschalten",
	"They are signed out everywhere and cannot get in. What they wrote stays.":
		"Sie werden überall abgemeldet und kommen nicht mehr hinein. Was sie geschrieben haben, bleibt.",
	"It stands in the log of those who run this server.":
		"Es steht im Protokoll derer, die diesen Server betreiben.",
	"A way in": "Ein Weg hinein",
	"Hand this link to them, and to nobody else. It works once, within an hour, and is shown this once.":
		"Gib diesen Link nur ihnen und sonst niemandem. Er gilt einmal, eine Stunde lang, und wird nur dieses eine Mal gezeigt.",
	"Help them in": "Ihnen hineinhelfen",
	"For somebody who has lost every way in. They are signed out everywhere; make sure that it is them.":
		"Für jemanden, der jeden Weg hinein verloren hat. Überall wird abgemeldet; vergewissere dich, dass sie es sind.",
	"Make a link": "Einen Link machen",
	"Share the work": "Die Arbeit teilen",
	"They may do all that these pages offer.": "Sie dürfen alles, was diese Seiten bieten.",
	"Whoever runs the server may do all that these pages offer, and make others do so.":
		"Wer den Server betreibt, darf alles, was diese Seiten bieten, und kann andere dazuholen.",
	"They no longer run it": "Sie betreiben ihn nicht mehr",
	"Let them run it, too": "Sie auch betreiben lassen",
	"To delete an account for somebody else, there is {{command}}.":
		"Um ein Konto für jemand anderen zu löschen, gibt es {{command}}.",
	"Each is looked after by its own people. You see that it is there; what is said in a private one is theirs.":
		"Um jede kümmern sich ihre eigenen Leute. Du siehst, dass es sie gibt; was in einer privaten gesagt wird, gehört ihnen.",
	"There is none yet.": "Es gibt noch keine.",
	private: "privat",
}

/** Why something about the server or an account was refused. */
export const adminReasons: Readonly<Record<string, string>> = {
	"You came here over many hands. Ask whoever runs this server to invite them.":
		"Du bist über viele Hände hierhergekommen. Bitte die, die diesen Server betreiben, um die Einladung.",
	"Nobody switches themselves off.": "Sich selbst schaltet niemand ab.",
	"That account is not switched off.": "Dieses Konto ist nicht abgeschaltet.",
	"That account is switched off already.": "Dieses Konto ist schon abgeschaltet.",
	"That account is switched off. Switch it on first.":
		"Dieses Konto ist abgeschaltet. Schalte es zuerst ein.",
	"Nobody waits under that name.": "Unter diesem Namen wartet niemand.",
	"The rules have at most {{most}} characters.": "Die Regeln haben höchstens {{most}} Zeichen.",
	"There is nothing to change.": "Es gibt nichts zu ändern.",
	"That is more than {{most}} characters.": "Das sind mehr als {{most}} Zeichen.",
	"That is so already.": "Das ist schon so.",
}
