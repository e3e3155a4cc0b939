/** The desk of those who look after a group. */
export const desk: Readonly<Record<string, string>> = {
	"The desk": "Der Schreibtisch",
	"The desk of {{group}}": "Der Schreibtisch von {{group}}",
	"Not done: the desk of {{group}}": "Nicht getan: der Schreibtisch von {{group}}",
	"What everybody can read of your decisions": "Was alle von euren Entscheidungen lesen können",
	"Why?": "Warum?",
	"Because: {{reason}}": "Grund: {{reason}}",
	"a post without words": "ein Beitrag ohne Worte",
	"They are a member now.": "Das ist jetzt ein Mitglied.",
	"The request is declined. They go on following.": "Der Wunsch ist abgelehnt. Das Folgen geht weiter.",
	"The post is shared.": "Der Beitrag ist geteilt.",
	"The post waits; it is out of the group until somebody lets it through.":
		"Der Beitrag wartet; er ist nicht in der Gruppe, bis ihn jemand durchlässt.",
	"The post is taken out.": "Der Beitrag ist herausgenommen.",
	"The post is back, and is being shared anew.": "Der Beitrag ist zurück und wird neu geteilt.",
	"The conversation is closed to new answers.": "Das Gespräch ist für neue Antworten geschlossen.",
	"The conversation is open again.": "Das Gespräch ist wieder offen.",
	"The post is pinned.": "Der Beitrag ist angeheftet.",
	"The post is not pinned any more.": "Der Beitrag ist nicht mehr angeheftet.",
	"They are banned, and follow the group no longer.":
		"Dieses Konto ist ausgeschlossen und folgt der Gruppe nicht mehr.",
	"The ban is lifted. They may follow again.":
		"Der Ausschluss ist aufgehoben. Dieses Konto darf der Gruppe wieder folgen.",
	"The word is on the list. It counts for posts that come from now on.":
		"Das Wort steht auf der Liste. Es gilt für Beiträge, die ab jetzt kommen.",
	"The word is off the list.": "Das Wort ist von der Liste gestrichen.",
	"That is settled. It counts for what comes from now on.":
		"Das ist geregelt. Es gilt für alles, was ab jetzt kommt.",
	"The report is closed.": "Die Meldung ist abgeschlossen.",
	"Nothing waits for you. The kettle is all yours.": "Nichts wartet auf dich. Der Teekessel gehört dir.",
	"There is more. It shows when these are done.":
		"Es gibt noch mehr. Es erscheint, wenn das hier erledigt ist.",
	"{{person}} follows the group and would like to be a member.":
		"{{person}} folgt der Gruppe und möchte Mitglied werden.",
	"Asked {{when}}.": "Gefragt: {{when}}.",
	"Welcome them": "Willkommen heißen",
	"They may do from now on what members may. Their own server is told nothing.":
		"Ab jetzt ist alles erlaubt, was Mitglieder dürfen. Der andere Server erfährt nichts davon.",
	Decline: "Ablehnen",
	"They go on following and reading. Nobody is told, here or elsewhere; only this group’s log keeps your reason.":
		"Folgen und Lesen gehen weiter. Niemand erfährt davon, weder hier noch anderswo; nur das Protokoll dieser Gruppe bewahrt deinen Grund auf.",
	"Why? (for your own memory)": "Warum? (für euer Gedächtnis)",
	"Waits because: {{reason}}": "Wartet, Grund: {{reason}}",
	"Waits because a moderator looks at it first.": "Wartet, weil zuerst die Moderation darauf schaut.",
	"Let it through": "Durchlassen",
	"It stands on the group’s page, and every server that follows the group gets it, as if it had just come.":
		"Er steht dann auf der Seite der Gruppe, und jeder Server, der ihr folgt, bekommt ihn, als wäre er gerade gekommen.",
	"Do not take it": "Nicht annehmen",
	"It is not shared, and nobody else hears of it. Its author can read your reason if they were told that it waits.":
		"Er wird nicht geteilt, und sonst erfährt niemand davon. Wer ihn geschrieben hat, kann deinen Grund lesen, falls es hieß, dass er wartet.",
	"Take it out": "Herausnehmen",
	"It goes from this page, and every server that follows the group is asked to show it in the group no more; most do. It stays on its author’s own server. Your reason is public.":
		"Er verschwindet von dieser Seite, und jeder Server, der der Gruppe folgt, wird gebeten, ihn nicht mehr in der Gruppe zu zeigen; die meisten tun das. Auf dem Server, von dem er kam, bleibt er. Dein Grund ist öffentlich.",
	"Put it on hold": "Warten lassen",
	"It goes from this page and waits among the held posts; every server that follows the group is asked to show it in the group no more until somebody lets it through.":
		"Er verschwindet von dieser Seite und wartet bei den anderen; jeder Server, der der Gruppe folgt, wird gebeten, ihn nicht mehr in der Gruppe zu zeigen, bis ihn jemand durchlässt.",
	"Close the conversation": "Das Gespräch schließen",
	"Answers are not taken any more, except from those who look after the group. Lemmy and its kin close it too; other servers are not told.":
		"Antworten werden nicht mehr angenommen, außer von denen, die sich um die Gruppe kümmern. Lemmy und seine Verwandten schließen es auch; andere Server erfahren nichts.",
	"Open it again": "Wieder öffnen",
	"Everybody who may post can answer again. Lemmy and its kin are told.":
		"Alle, die schreiben dürfen, können wieder antworten. Lemmy und seine Verwandten erfahren es.",
	"Pin it": "Anheften",
	"Lemmy and its kin show it first. Here, and on Mastodon, it stays where it is.":
		"Lemmy und seine Verwandten zeigen ihn zuerst. Hier und bei Mastodon bleibt er, wo er ist.",
	"Unpin it": "Lösen",
	"Lemmy and its kin show it in its place again.":
		"Lemmy und seine Verwandten zeigen ihn wieder an seinem Platz.",
	"Closed to new answers.": "Für neue Antworten geschlossen.",
	"Pinned.": "Angeheftet.",
	"What can be done": "Was sich tun lässt",
	"What can be done about the post by {{author}}": "Was sich tun lässt, beim Beitrag von {{author}}",
	"Put it back": "Zurückstellen",
	"Put it back: the post by {{author}}": "Zurückstellen: den Beitrag von {{author}}",
	"It stands on this page again and is shared anew with every server that follows the group. Your reason is public.":
		"Er steht wieder auf dieser Seite und wird mit jedem Server, der der Gruppe folgt, neu geteilt. Dein Grund ist öffentlich.",
	"Shared lately": "Kürzlich geteilt",
	"Nothing yet.": "Noch nichts.",
	"Taken out": "Herausgenommen",
	"Taken out because: {{reason}}": "Herausgenommen, Grund: {{reason}}",
	"{{reporter}} reports {{person}}": "{{reporter}} meldet {{person}}",
	"Somebody whose server does not say who": "Jemand, dessen Server nicht sagt, wer",
	"somebody who is not known here": "jemanden, der hier nicht bekannt ist",
	"They wrote nothing with it.": "Dazu wurde nichts geschrieben.",
	"The post stands in the group.": "Der Beitrag steht in der Gruppe.",
	"The post waits for a moderator.": "Der Beitrag wartet auf die Moderation.",
	"The post was not taken.": "Der Beitrag wurde nicht angenommen.",
	"The post has been taken out.": "Der Beitrag wurde herausgenommen.",
	"Its author has deleted the post.": "Der Beitrag wurde dort gelöscht, wo er herkam.",
	"Take the post out": "Den Beitrag herausnehmen",
	"Close the report": "Die Meldung abschließen",
	"It leaves this desk, and your words stay with it. Whoever reported it hears that it was dealt with, and nothing else.":
		"Sie verlässt diesen Schreibtisch, deine Worte bleiben bei ihr. Wer gemeldet hat, erfährt, dass etwas geschehen ist, und sonst nichts.",
	"What was done about it?": "Was wurde getan?",
}
