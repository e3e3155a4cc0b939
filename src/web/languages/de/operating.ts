/** Running the server: other servers, what waits, how it is doing, the log; and what is kept of people. */
export const operating: Readonly<Record<string, string>> = {
	"One moment, please": "Einen Moment, bitte",
	"That was a great many pages in a short time. Please come back in a few minutes; whoever signs in is not held up.":
		"Das waren sehr viele Seiten in kurzer Zeit. Komm bitte in ein paar Minuten wieder; wer sich anmeldet, wird nicht aufgehalten.",
	"Close this group": "Diese Gruppe schließen",
	"Close @{{handle}}": "@{{handle}} schließen",
	"Close {{group}}": "{{group}} schließen",
	"Nothing said in it is shown any more, everybody loses their place, and other servers are told. Its people would rather hear it from you first.":
		"Nichts darin wird mehr gezeigt, alle verlieren ihren Platz, und andere Server erfahren es. Ihre Leute hören es lieber zuerst von dir.",
	"Its people read it, and it stands in the log of those who run this server.":
		"Ihre Leute lesen es, und es steht im Protokoll derer, die diesen Server betreiben.",
	"{{who}} closed the group {{group}}.": "{{who}} hat die Gruppe {{group}} geschlossen.",
	"All is well.": "Alles ist gut.",
	"Something needs you.": "Etwas braucht dich.",
	"This is Snug {{version}}.": "Das ist Snug {{version}}.",
	Well: "Gut",
	"Look at this": "Sieh dir das an",
	Broken: "Kaputt",
	"To the server as a whole; each group has a log of its own.":
		"Am Server als Ganzem; jede Gruppe hat ihr eigenes Protokoll.",
	Earlier: "Früher",
	"What waits": "Was wartet",
	"Snug tries again by itself, for a month. There is seldom anything to do here.":
		"Snug versucht es von selbst weiter, einen Monat lang. Hier ist selten etwas zu tun.",
	"Nothing waits.": "Nichts wartet.",
	"Waiting: {{number}}": "Es warten: {{number}}",
	"Next try {{when}}": "Nächster Versuch {{when}}",
	"Try {{host}} now": "{{host}} jetzt versuchen",
	"Drop what waits for {{host}}": "Fallen lassen, was auf {{host}} wartet",
	"It could not be said": "Es ließ sich nicht sagen",
	"From {{server}}, and not understood": "Von {{server}}, und nicht verstanden",
	"Refused by {{server}}": "Abgelehnt von {{server}}",
	"What was set aside": "Was beiseitegelegt wurde",
	"It was refused for good, or could not be dealt with. Trying again sends the very same words.":
		"Es wurde endgültig abgelehnt oder ließ sich nicht verarbeiten. Ein neuer Versuch sendet genau dieselben Worte.",
	"Try all of it again": "Alles noch einmal versuchen",
	"That server never hears of it. This cannot be taken back.":
		"Dieser Server erfährt nie davon. Das lässt sich nicht zurücknehmen.",
	"From groups to their followers there": "Von Gruppen an ihre Leute dort",
	"Messages to single people there": "Nachrichten an Einzelne dort",
	"Set aside before": "Schon beiseitegelegt",
	"Drop it": "Fallen lassen",
	"Other servers": "Andere Server",
	"What is decided here holds for every group. A group can be stricter, never milder.":
		"Was hier entschieden wird, gilt für jede Gruppe. Eine Gruppe kann strenger sein, nie milder.",
	"Which server?": "Welcher Server?",
	"Like example.social; every name under it is meant, too.":
		"Wie example.social; alle Namen darunter sind mitgemeint.",
	"What shall be?": "Was soll gelten?",
	"Look at it twice": "Zweimal hinsehen",
	"Their posts wait for a moderator of the group.":
		"Ihre Beiträge warten auf jemanden, der die Gruppe moderiert.",
	"Block it": "Blockieren",
	"Nothing of theirs is taken, and nothing is sent there. Who follows from there hears no more.":
		"Nichts von dort wird genommen, und nichts wird dorthin gesendet. Wer von dort folgt, hört nichts mehr.",
	Decide: "Entscheiden",
	"Nothing of theirs is taken or sent.": "Nichts wird von dort genommen oder dorthin gesendet.",
	"Their posts wait for a moderator.": "Ihre Beiträge warten auf die Moderation.",
	"Treat {{domain}} like any other": "{{domain}} wie jeden anderen behandeln",
	"No server is treated differently.": "Kein Server wird anders behandelt.",
	"Who does not answer": "Wer nicht antwortet",
	"Everybody does.": "Alle antworten.",
	"Not reached since {{when}}": "Nicht erreicht seit {{when}}",
	"Who was given up": "Wer aufgegeben wurde",
	"They could not be reached for a month. They are sent nothing until they speak again.":
		"Sie waren einen Monat lang nicht zu erreichen. Sie bekommen nichts, bis sie sich wieder melden.",
	"Somebody at the command line": "Jemand an der Kommandozeile",
	"{{who}} came by an invitation.": "{{who}} kam auf Einladung.",
	"{{who}} came after asking.": "{{who}} kam auf Anfrage.",
	"{{who}} made an account.": "{{who}} hat ein Konto angelegt.",
	"An account was made for {{who}}.": "Für {{who}} wurde ein Konto angelegt.",
	"{{who}} blocked the server {{server}}.": "{{who}} hat den Server {{server}} blockiert.",
	"{{who}} had the posts of {{server}} wait.": "{{who}} lässt die Beiträge von {{server}} warten.",
	"{{who}} let the server {{server}} be like any other.":
		"{{who}} behandelt den Server {{server}} wieder wie jeden anderen.",
	"The server was set up.": "Der Server wurde eingerichtet.",
	"The server came back from a backup.": "Der Server kam aus einer Sicherung zurück.",
	"{{who}} changed what the server says of itself.": "{{who}} hat geändert, was der Server über sich sagt.",
	"{{who}} changed who may come in.": "{{who}} hat geändert, wer hereindarf.",
	"{{who}} let {{person}} run the server, too.": "{{who}} lässt {{person}} den Server mitbetreiben.",
	"{{who}} had {{person}} run the server no longer.":
		"{{who}} lässt {{person}} den Server nicht mehr betreiben.",
	"{{who}} let {{person}} in.": "{{who}} hat {{person}} hereingelassen.",
	"{{who}} turned somebody away.": "{{who}} hat jemanden abgewiesen.",
	"{{who}} switched off the account of {{person}}.": "{{who}} hat das Konto von {{person}} abgeschaltet.",
	"{{who}} switched on the account of {{person}}.": "{{who}} hat das Konto von {{person}} eingeschaltet.",
	"Somebody deleted their account.": "Jemand hat das eigene Konto gelöscht.",
	"{{who}} deleted an account.": "{{who}} hat ein Konto gelöscht.",
	"{{who}} made a way in for {{person}}.": "{{who}} hat {{person}} hineingeholfen.",
	"{{who}} made an invitation.": "{{who}} hat eine Einladung gemacht.",
	"{{who}} took an invitation back.": "{{who}} hat eine Einladung zurückgenommen.",
	"{{who}} changed the words that posts may not hold.":
		"{{who}} hat die Wörter geändert, die Beiträge nicht enthalten dürfen.",
	"{{who}} closed a report.": "{{who}} hat eine Meldung abgeschlossen.",
	"{{who}} had what waits for {{server}} tried again.":
		"{{who}} ließ neu versuchen, was auf {{server}} wartet.",
	"{{who}} dropped what waited for {{server}}.": "{{who}} hat fallen lassen, was auf {{server}} wartete.",
	"What is kept": "Was behalten wird",
	"As little as a server for conversations can do with. Nothing is sold, measured or shown to advertisers.":
		"So wenig, wie ein Server für Gespräche braucht. Nichts wird verkauft, vermessen oder der Werbung gezeigt.",
	"Of everybody who has an account": "Über alle, die ein Konto haben",
	"Handle, name and what you say of yourself: everybody can read that.":
		"Kurzname, Name und was du über dich sagst: Das können alle lesen.",
	"Your password, if you have one, only as a scramble that cannot be read back; your passkeys’ public halves; your e-mail address, if you gave one.":
		"Dein Passwort, falls du eins hast, nur als Wirrwarr, das sich nicht zurücklesen lässt; die öffentlichen Hälften deiner Passkeys; deine E-Mail-Adresse, falls du eine angegeben hast.",
	"Where you are signed in: what kind of browser on what kind of machine, and since when. It ends after a month.":
		"Wo du angemeldet bist: welche Art Browser auf welcher Art Gerät und seit wann. Nach einem Monat endet das.",
	"What you keep for yourself: drafts, kept posts, muted conversations, blocks. Nobody else is shown any of it.":
		"Was du für dich behältst: Entwürfe, Gemerktes, stumme Gespräche, Blockierungen. Niemandem sonst wird etwas davon gezeigt.",
	"Who invited you.": "Wer dich eingeladen hat.",
	"Of what is said": "Über das, was gesagt wird",
	"Posts, answers and thanks, until you take them back; of a post that was taken back, only that it was there.":
		"Beiträge, Antworten und Danke, bis du sie zurücknimmst; von einem zurückgenommenen Beitrag nur, dass er da war.",
	"What moderators decided and why, reports, and who was kept out.":
		"Was moderiert wurde und warum, Meldungen und wer ausgeschlossen wurde.",
	"What other servers sent, word for word, for a week.":
		"Was andere Server geschickt haben, Wort für Wort, eine Woche lang.",
	"Of visitors": "Über Besuch",
	"Nothing is written down about who read which page. Addresses are remembered for a while, in memory only, to hold off floods.":
		"Wer welche Seite gelesen hat, wird nicht aufgeschrieben. Adressen merkt sich der Server nur einige Zeit im Arbeitsspeicher, um Fluten abzuhalten.",
	"One cookie while you are signed in, others if you choose a language, use a passkey or say where you have an account. No more, and nothing from elsewhere is loaded.":
		"Ein Cookie, solange du angemeldet bist, weitere, wenn du eine Sprache wählst, einen Passkey nutzt oder sagst, wo du ein Konto hast. Mehr nicht, und nichts wird von anderswo geladen.",
	"Who can read it": "Wer es lesen kann",
	"What you say in a public group, everybody, and the servers of those who follow it keep copies. What you say in a private one, its members, and their servers.":
		"Was du in einer öffentlichen Gruppe sagst, alle, und die Server derer, die ihr folgen, behalten Kopien. Was du in einer privaten sagst, ihre Mitglieder und deren Server.",
	"Whoever runs this server can read everything that is kept on it, as on any server. Passwords and keys are sealed.":
		"Wer diesen Server betreibt, kann alles lesen, was darauf liegt, wie auf jedem Server. Passwörter und Schlüssel sind versiegelt.",
	"Backups are made every night and kept for some days.":
		"Jede Nacht entsteht eine Sicherung, die einige Tage bleibt.",
	"What you can do": "Was du tun kannst",
	"{{take}} as files, or {{delete}}: then it is deleted here, and other servers are told.":
		"{{take}}, als Dateien, oder {{delete}}: Dann verschwindet es hier, und andere Server erfahren davon.",
	"delete your account": "lösch dein Konto",
	"For anything else, ask whoever runs this server: {{contact}}.":
		"Für alles andere frag, wer diesen Server betreibt: {{contact}}.",
	"What those who run this server add": "Was die hinzufügen, die diesen Server betreiben",
	"Each group has rules of its own besides, on its page.":
		"Jede Gruppe hat daneben eigene Regeln, auf ihrer Seite.",
	"Nobody has written any down for the whole server. Be kind, and do unto others as you would have them do.":
		"Für den ganzen Server hat niemand welche aufgeschrieben. Sei freundlich, und behandle andere, wie du behandelt werden willst.",
}
