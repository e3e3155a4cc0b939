/** People at the desk: what waits about them, what was decided, and what can be done. */
export const deskPeople: Readonly<Record<string, string>> = {
	"They have been told.": "Das ist gesagt.",
	"Its author is asked to change it.": "Es ist darum gebeten, ihn zu ändern.",
	"The note is kept, for those who look after the group.":
		"Die Notiz ist da, für alle, die sich um die Gruppe kümmern.",
	"The note is gone.": "Die Notiz ist weg.",
	"That is yours now. The others see it.": "Das gehört jetzt dir. Die anderen sehen es.",
	"That is passed on. The others see it.": "Das ist weitergegeben. Die anderen sehen es.",
	"You have let go of it. It is anybody’s again.":
		"Du hast es losgelassen. Alle können es wieder übernehmen.",
	"That is undone.": "Das ist zurückgenommen.",
	"They became an owner.": "Die Gruppe gehört seitdem auch dieser Person.",
	"They became a moderator.": "Kam in die Moderation.",
	"They became a member.": "Wurde Mitglied.",
	"They became a follower.": "Folgt seitdem nur noch.",
	"A post of theirs waited.": "Ein Beitrag musste warten.",
	"A post of theirs was put on hold.": "Ein Beitrag wurde angehalten.",
	"A post of theirs was let through.": "Ein Beitrag wurde durchgelassen.",
	"A post of theirs was taken out.": "Ein Beitrag wurde herausgenommen.",
	"A post of theirs was not taken.": "Ein Beitrag wurde nicht angenommen.",
	"A post of theirs was put back.": "Ein Beitrag wurde zurückgestellt.",
	"They were asked to change a post.": "Es wurde um die Änderung eines Beitrags gebeten.",
	"A conversation of theirs was closed to new answers.":
		"Ein Gespräch dieser Person wurde für neue Antworten geschlossen.",
	"A conversation of theirs was opened again.": "Ein Gespräch dieser Person wurde wieder geöffnet.",
	"A post of theirs was pinned.": "Ein Beitrag wurde angeheftet.",
	"A post of theirs was unpinned.": "Ein Beitrag wurde gelöst.",
	"They were let in as a member.": "Wurde als Mitglied aufgenommen.",
	"Their wish to be a member was declined.": "Der Wunsch, Mitglied zu werden, wurde abgelehnt.",
	"They were not let in.": "Wurde nicht eingelassen.",
	"They were banned for good.": "Wurde für immer ausgeschlossen.",
	"They were banned until {{when}}.": "Wurde ausgeschlossen, bis {{when}}.",
	"The ban on them was lifted.": "Der Ausschluss wurde aufgehoben.",
	"They were asked to pause.": "Es wurde um eine Pause gebeten.",
	"They were asked to pause until {{when}}.": "Es wurde um eine Pause gebeten, bis {{when}}.",
	"Their pause was ended.": "Die Pause wurde beendet.",
	"The moderators said a word to them.": "Die Moderation hat ein Wort gesagt.",
	"All about {{person}}, and what you can do": "Alles über {{person}}, und was du tun kannst",
	"Somebody who is not known here": "Jemand, der hier nicht bekannt ist",
	"Decided lately": "Kürzlich entschieden",
	"the rules of the group": "den Regeln der Gruppe",
	"the operator": "der Betriebsperson des Servers",
	Undo: "Zurücknehmen",
	"Undo this": "Das zurücknehmen",
	"It is as it was before, here and with the servers that were told of it. Posts that went with a ban come back. That it was undone stands in the log, and so does your reason.":
		"Es ist wieder wie vorher, hier und auf den Servern, die davon erfahren haben. Beiträge, die mit einem Ausschluss gingen, kommen zurück. Dass es zurückgenommen wurde, steht im Protokoll, und dein Grund auch.",
	"Decided by {{who}}, {{when}}.": "Entschieden von {{who}}, {{when}}.",
	"{{who}} was here before you, {{when}}: {{what}}": "{{who}} war vor dir da, {{when}}: {{what}}",
	"Take out what they have posted here, too. Servers that follow the group are asked to do the same.":
		"Auch herausnehmen, was hier geschrieben wurde. Server, die der Gruppe folgen, werden um dasselbe gebeten.",
	"They do not belong to the group.": "Gehört nicht zur Gruppe.",
	"Nothing waits about them.": "Hier wartet nichts.",
	"Pass it on to somebody else": "An jemand anderen weitergeben",
	"Pass it on": "Weitergeben",
	"The others see who has it, for a week. Nobody else hears of it.":
		"Die anderen sehen eine Woche lang, wer es hat. Sonst erfährt niemand davon.",
	"To whom?": "An wen?",
	"Say a word to them": "Ein Wort sagen",
	"Reports that are closed": "Abgeschlossene Meldungen",
	"Somebody whose server does not say who reported this.":
		"Gemeldet von jemandem, dessen Server nicht sagt, wer.",
	"Not done: {{person}} at the desk": "Nicht getan: {{person}} am Schreibtisch",
	"{{person}} at the desk": "{{person}} am Schreibtisch",
	"What was decided before": "Was bisher entschieden wurde",
	"Nothing was ever decided about them here.": "Hier wurde noch nie etwas entschieden.",
	"Follows the group; came {{when}}.": "Folgt der Gruppe; dabei seit: {{when}}.",
	"A member; came {{when}}.": "Mitglied; dabei seit: {{when}}.",
	"Helps to moderate the group; came {{when}}.": "Hilft in der Moderation; dabei seit: {{when}}.",
	"An owner of the group; came {{when}}.": "Die Gruppe gehört auch dieser Person; dabei seit: {{when}}.",
	"Reported by {{who}}.": "Gemeldet von {{who}}.",
	"What was done: {{words}}": "Was getan wurde: {{words}}",
	"Ask for a change": "Um eine Änderung bitten",
	"Say it to {{person}}": "Das {{person}} sagen",
	"They hear it from the group, without your name: among their notifications, or by a direct message from the group where they live. Nothing else happens, and nobody else reads it; the log of the moderators keeps it.":
		"Die Gruppe sagt es, ohne deinen Namen: unter den Mitteilungen, oder als Direktnachricht auf dem eigenen Server. Sonst geschieht nichts, und niemand sonst liest es; das Protokoll der Moderation bewahrt es auf.",
	"What do you want to tell them?": "Was möchtest du sagen?",
	"The post stays as it is, shared or waiting. Its author hears your words from the group and can change it; then you see it here in its new words. Nobody else hears of it.":
		"Der Beitrag bleibt, wie er ist, geteilt oder wartend. Wer ihn schrieb, hört deine Worte von der Gruppe und kann ihn ändern; dann siehst du ihn hier mit seinen neuen Worten. Sonst erfährt niemand davon.",
	"What should be changed?": "Was sollte sich ändern?",
	"Take the note back": "Die Notiz zurücknehmen",
	"It is gone for everybody. That there was a note, and who took it back, is remembered.":
		"Sie ist für alle weg. Dass es eine Notiz gab und wer sie zurücknahm, bleibt bekannt.",
	"Notes among you": "Notizen unter euch",
	"Keep the note": "Notiz behalten",
	"Everybody who looks after the group reads it here, with your name. Nobody else does, neither here nor elsewhere.":
		"Alle, die sich um die Gruppe kümmern, lesen sie hier, mit deinem Namen. Sonst niemand, weder hier noch anderswo.",
	"A note about {{person}}": "Eine Notiz über {{person}}",
	"You have taken this on.": "Du hast das übernommen.",
	"Let go of it": "Loslassen",
	"I will look after this": "Ich kümmere mich darum",
	"It is anybody’s again. Those who look after the group see that; nobody else hears of it.":
		"Alle können es wieder übernehmen. Wer sich um die Gruppe kümmert, sieht das; sonst erfährt es niemand.",
	"The others see that you have taken it on, for a week. Nobody else hears of it.":
		"Die anderen sehen eine Woche lang, dass du es übernommen hast. Sonst erfährt niemand davon.",
	"{{who}} has taken this on.": "{{who}} hat das übernommen.",
	"Those who look after {{group}} have a word for you.":
		"Die sich um {{group}} kümmern, haben dir etwas zu sagen.",
	"You are asked to change a post of yours in {{group}}.":
		"Du bist gebeten, einen Beitrag von dir in {{group}} zu ändern.",
}

export const deskPeopleReasons: Readonly<Record<string, string>> = {
	"Somebody decided about that meanwhile. Please look again.":
		"Darüber hat inzwischen jemand entschieden. Bitte sieh noch einmal hin.",
	"There is no such note.": "So eine Notiz gibt es nicht.",
	"There is nothing to be undone.": "Da gibt es nichts zurückzunehmen.",
	"A note needs a few words.": "Eine Notiz braucht ein paar Worte.",
	"A note has at most 2000 characters.": "Eine Notiz hat höchstens 2000 Zeichen.",
	"There are very many notes about them already. Take back an old one first.":
		"Es gibt schon sehr viele Notizen dazu. Nimm erst eine alte zurück.",
	"Something else was decided about that since. Please look again.":
		"Darüber wurde seither etwas anderes entschieden. Bitte sieh noch einmal hin.",
	"That cannot be undone; decide it anew.": "Das lässt sich nicht zurücknehmen; entscheide es neu.",
	"Only somebody who looks after the group can take it on.":
		"Nur wer sich um die Gruppe kümmert, kann das übernehmen.",
	"Nobody has taken it on.": "Niemand hat das übernommen.",
	"A word to somebody needs a few words.": "Dafür braucht es ein paar Worte.",
	"They cannot be reached any more.": "Diese Person ist nicht mehr zu erreichen.",
	"The group has said a great deal to people today. Please wait until tomorrow.":
		"Die Gruppe hat heute schon sehr vielen etwas gesagt. Bitte warte bis morgen.",
	"They have heard a good deal today. Please wait until tomorrow.":
		"Heute wurde schon viel gesagt. Bitte warte bis morgen.",
	"Only whoever wrote a note, or an owner, takes it back.":
		"Eine Notiz nimmt nur zurück, wer sie schrieb oder wem die Gruppe gehört.",
	"Please say what should be changed.": "Bitte sag, was sich ändern sollte.",
	"They were asked already, and have not changed it yet.":
		"Darum wurde schon gebeten, und noch ist nichts geändert.",
}
