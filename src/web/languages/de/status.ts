/** What became of a post, and what was decided in a group. */
export const status: Readonly<Record<string, string>> = {
	"Your post is waiting.": "Dein Beitrag wartet.",
	"Your post is shared.": "Dein Beitrag ist geteilt.",
	"Your post was not taken.": "Dein Beitrag wurde nicht angenommen.",
	"Your change was not taken.": "Deine Änderung wurde nicht angenommen.",
	"Your post is taken back.": "Dein Beitrag ist zurückgenommen.",
	"Somebody who looks after {{group}} reads it first. This page will say what became of it.":
		"Jemand, der sich um {{group}} kümmert, liest ihn zuerst. Auf dieser Seite steht dann, was daraus wurde.",
	"{{group}} shared it {{when}}. Everybody who follows the group can read it.":
		"{{group}} hat ihn geteilt ({{when}}). Alle, die der Gruppe folgen, können ihn lesen.",
	"{{group}} does not share it. On your own server it stays as it is.":
		"{{group}} teilt ihn nicht. Auf deinem eigenen Server bleibt er, wie er ist.",
	"{{group}} goes on showing your post as it was before you changed it.":
		"{{group}} zeigt deinen Beitrag weiter so, wie er vor deiner Änderung war.",
	"It is not in {{group}} any more, and there is nothing left to do.":
		"Er ist nicht mehr in {{group}}, und es bleibt nichts zu tun.",
	"If you would rather take it back": "Wenn du ihn lieber zurücknehmen möchtest",
	"You need not do anything here. If you do not want it on your own server either, delete it there.":
		"Du musst hier nichts tun. Wenn du ihn auch auf deinem eigenen Server nicht mehr willst, lösche ihn dort.",
	"Delete it in your own app, and the group lets go of it too, without anybody having seen it but those who look after the group.":
		"Lösche ihn in deiner eigenen App, dann lässt ihn auch die Gruppe los, ohne dass ihn jemand gesehen hat außer denen, die sich um die Gruppe kümmern.",
	"Delete it in your own app, and the group lets go of it too. To keep it for yourself and only take it out of the group, reply to it with {{address}} and the one word {{word}}.":
		"Lösche ihn in deiner eigenen App, dann lässt ihn auch die Gruppe los. Um ihn zu behalten und nur aus der Gruppe zu nehmen, antworte darauf mit {{address}} und dem einen Wort {{word}}.",
	"Why: {{reason}}": "Warum: {{reason}}",
	"Decisions in {{group}}": "Entscheidungen in {{group}}",
	"What was decided": "Was entschieden wurde",
	"What was decided earlier": "Was früher entschieden wurde",
	"What the people who look after the group did, and why. Requests to join, reports, and posts that waited or were not taken are between them and the person concerned, and are not listed.":
		"Was die Leute getan haben, die sich um die Gruppe kümmern, und warum. Beitrittswünsche, Meldungen und Beiträge, die warteten oder nicht angenommen wurden, bleiben zwischen ihnen und den Betroffenen und stehen nicht hier.",
	"Earlier decisions": "Frühere Entscheidungen",
	"That is all of it.": "Das ist alles.",
	"Nothing had to be decided.": "Es musste nichts entschieden werden.",
	"Do you think something should have gone another way? {{link}}; most of it can be undone.":
		"Findest du, etwas hätte anders laufen sollen? {{link}}; das meiste lässt sich rückgängig machen.",
	"Write to them": "Schreib ihnen",
	Somebody: "Jemand",
	"A post was taken out.": "Ein Beitrag wurde herausgenommen.",
	"A post was put back.": "Ein Beitrag wurde zurückgestellt.",
	"A post was pinned.": "Ein Beitrag wurde angeheftet.",
	"A post was unpinned.": "Ein Beitrag wurde wieder gelöst.",
	"A conversation was closed to new answers.": "Ein Gespräch wurde für neue Antworten geschlossen.",
	"A conversation was opened again.": "Ein Gespräch wurde wieder geöffnet.",
	"{{person}} was banned.": "{{person}} wurde ausgeschlossen.",
	"{{person}} was banned until {{when}}.": "{{person}} wurde ausgeschlossen, bis {{when}}.",
	"The ban on {{person}} was lifted.": "Der Ausschluss von {{person}} wurde aufgehoben.",
	"{{person}} is a moderator now.": "{{person}} moderiert jetzt die Gruppe.",
	"{{person}} is a moderator no longer.": "{{person}} moderiert die Gruppe nicht mehr.",
	"{{person}} is an owner now.": "{{person}} gehört jetzt die Gruppe.",
	"{{person}} is an owner no longer.": "{{person}} gehört die Gruppe nicht mehr.",
	"The server {{server}} was blocked.": "Der Server {{server}} wurde gesperrt.",
	"The server {{server}} is like any other again.": "Der Server {{server}} ist wieder wie jeder andere.",
	"The server {{server}} is blocked no longer.": "Der Server {{server}} ist nicht mehr gesperrt.",
	"its name": "ihren Namen",
	"its description": "ihre Beschreibung",
	"its rules": "ihre Regeln",
	"how people join": "wie man beitritt",
	"who may post": "wer schreiben darf",
	"its language": "ihre Sprache",
	"its colour": "ihre Farbe",
	"the other names it owns to": "die anderen Namen, zu denen sie sich bekennt",
	"The group changed what it says of itself.": "Die Gruppe hat geändert, was sie von sich sagt.",
	"The group changed {{things}}.": "Die Gruppe hat etwas geändert: {{things}}.",
	"The group follows {{group}} and shows what it shares.":
		"Die Gruppe folgt {{group}} und zeigt, was dort geteilt wird.",
	"The group follows {{group}} no longer.": "Die Gruppe folgt {{group}} nicht mehr.",
}
