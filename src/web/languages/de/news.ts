/** Feeds, news and how they come. */
export const news: Readonly<Record<string, string>> = {
	Feeds: "Feeds",
	"Read along in a feed reader.": "Im Feedreader mitlesen.",
	"Your addresses for {{group}}": "Deine Adressen für {{group}}",
	"Give one of them to your feed reader. They are shown this once, and are yours alone: whoever has one reads along as you do.":
		"Gib eine davon deinem Feedreader. Sie werden nur dieses eine Mal gezeigt und gehören dir allein: Wer eine hat, liest mit wie du.",
	"You have an address, made {{when}}.": "Du hast eine Adresse, gemacht: {{when}}.",
	"Make another for {{name}}": "Eine andere für {{name}} machen",
	"Make an address for {{name}}": "Eine Adresse für {{name}} machen",
	"Take it back from {{name}}": "Die für {{name}} zurücknehmen",
	"A feed reader has no login. For a group you belong to, it can have a secret address instead, which works as long as you belong to it. A new address ends the one before.":
		"Ein Feedreader kann sich nicht anmelden. Für eine Gruppe, zu der du gehörst, kann er stattdessen eine geheime Adresse haben; sie gilt, solange du dazugehörst. Eine neue Adresse beendet die vorige.",
	"You are not a member of a group yet.": "Du bist noch in keiner Gruppe Mitglied.",
	Notifications: "Mitteilungen",
	"There is something new.": "Es gibt etwas Neues.",
	"How much you want to hear, and how.": "Wie viel du hören willst, und wie.",
	Today: "Heute",
	Yesterday: "Gestern",
	"{{who}} answered you in {{group}}.": "{{who}} hat dir in {{group}} geantwortet.",
	"{{who}} named you in {{group}}.": "{{who}} hat dich in {{group}} erwähnt.",
	"{{who}} wrote in {{group}}.": "{{who}} hat in {{group}} geschrieben.",
	"A post of yours in {{group}} waits for a moderator.":
		"Ein Beitrag von dir in {{group}} wartet auf die Moderation.",
	"A post of yours in {{group}} waits again, for a moderator to look at it.":
		"Ein Beitrag von dir in {{group}} wartet wieder, damit die Moderation ihn ansieht.",
	"A post of yours in {{group}} was let through.": "Ein Beitrag von dir in {{group}} wurde freigegeben.",
	"A post of yours was taken out of {{group}}.": "Ein Beitrag von dir wurde aus {{group}} herausgenommen.",
	"A post of yours is back in {{group}}.": "Ein Beitrag von dir ist wieder in {{group}}.",
	"You are a member of {{group}} now.": "Du bist jetzt Mitglied von {{group}}.",
	"{{group}} did not make you a member. You go on following it.":
		"{{group}} hat dich nicht als Mitglied aufgenommen. Du folgst der Gruppe weiterhin.",
	"{{group}} did not let you in.": "{{group}} hat dich nicht eingelassen.",
	"{{group}} let you follow it.": "{{group}} lässt dich folgen.",
	"{{group}} did not let you follow it.": "{{group}} lässt dich nicht folgen.",
	"You are an owner of {{group}} now.": "{{group}} gehört jetzt auch dir.",
	"You look after {{group}} now, as a moderator.": "Du kümmerst dich jetzt um {{group}}, in der Moderation.",
	"You are no member of {{group}} any more. You go on following it.":
		"Du bist nicht mehr Mitglied von {{group}}. Du folgst der Gruppe weiterhin.",
	"You may not take part in {{group}} any more.": "Du darfst in {{group}} nicht mehr mitmachen.",
	"You may not take part in {{group}} until {{when}}.":
		"Du darfst in {{group}} nicht mitmachen, bis: {{when}}.",
	"You may take part in {{group}} again.": "Du darfst in {{group}} wieder mitmachen.",
	"Have a look": "Ansehen",
	"You have seen what stands below.": "Was darunter steht, kennst du schon.",
	"All is quiet. When somebody answers or names you, or something is decided about you, it stands here.":
		"Alles ist ruhig. Wenn dir jemand antwortet, dich erwähnt oder etwas über dich entschieden wird, steht es hier.",
	"That is all of the last three months.": "Das ist alles aus den letzten drei Monaten.",
	"What is said to me": "Was an mich gerichtet ist",
	"Everything that is said": "Alles, was gesagt wird",
	"Only what is decided about me": "Nur, was über mich entschieden wird",
	"How much of each group": "Wie viel von jeder Gruppe",
	"You follow no group yet.": "Du folgst noch keiner Gruppe.",
	"Keep it so": "So behalten",
	"What concerns you stands on the page of your notifications. Conversations that you muted and people whom you blocked are left out.":
		"Was dich angeht, steht auf der Seite deiner Mitteilungen. Stummgeschaltete Gespräche und Leute, die du blockierst, bleiben draußen.",
	"News for you": "Neues für dich",
	"There is more, and all of it stands here: {{address}}":
		"Es gibt noch mehr, und alles steht hier: {{address}}",
	"What was said stands here: {{address}}": "Was gesagt wurde, steht hier: {{address}}",
	"You asked to be written to. No more letters, with one press: {{address}}":
		"Du wolltest, dass wir dir schreiben. Keine Briefe mehr, mit einem Druck: {{address}}",
	"No more letters": "Keine Briefe mehr",
	"That is done. You get no more letters about news; you can ask for them again in your settings.":
		"Erledigt. Du bekommst keine Briefe über Neues mehr; in den Einstellungen kannst du sie wieder bestellen.",
	"Do you want no more letters about news from here?": "Möchtest du von hier keine Briefe über Neues mehr?",
	"No more letters, please": "Bitte keine Briefe mehr",
	"By letter": "Per Brief",
	"You can be written to when something happened that you have not seen.":
		"Wir können dir schreiben, wenn etwas geschehen ist, was du noch nicht gesehen hast.",
	"Name an e-mail address first": "Nenne zuerst eine E-Mail-Adresse",
	"When something happened that you have not seen, a letter goes to {{address}}, at most one an hour. It says who and where, and not what.":
		"Wenn etwas geschehen ist, was du nicht gesehen hast, geht ein Brief an {{address}}, höchstens einer in der Stunde. Er sagt, wer und wo, aber nicht was.",
	"When something happens that you have not seen, a letter can go to {{address}}, at most one an hour. It says who and where, and not what.":
		"Wenn etwas geschieht, was du nicht gesehen hast, kann ein Brief an {{address}} gehen, höchstens einer in der Stunde. Er sagt, wer und wo, aber nicht was.",
	"Write to me": "Schreibt mir",
	"There is more.": "Es gibt noch mehr.",
	"A browser": "Ein Browser",
	"This browser, {{when}}": "Dieser Browser, {{when}}",
	"Tell me there no more": "Dort nicht mehr melden",
	"In a browser": "Im Browser",
	"A browser can tell you at once, even while no page is open: who and where, and not what. It goes through the service of whoever makes the browser, sealed, and ends when you sign out there.":
		"Ein Browser kann sich gleich melden, auch wenn keine Seite offen ist: wer und wo, aber nicht was. Die Nachricht geht versiegelt durch den Dienst des Browserherstellers und hört auf, wenn du dich dort abmeldest.",
	"This browser cannot do that, or runs no script.":
		"Dieser Browser kann das nicht oder führt kein Skript aus.",
	"The browser would not. Perhaps it was told not to ask; its own settings for this page say so.":
		"Der Browser wollte nicht. Vielleicht darf er nicht fragen; das steht in seinen Einstellungen für diese Seite.",
	"Tell me in this browser": "In diesem Browser melden",
}

/** Why something about them was refused. */
export const newsReasons: Readonly<Record<string, string>> = {
	"You are not a member of that group.": "Du bist kein Mitglied dieser Gruppe.",
	"There is no address to take back.": "Es gibt keine Adresse, die du zurücknehmen könntest.",
	"There is no e-mail address to write to yet.":
		"Es gibt noch keine E-Mail-Adresse, an die wir schreiben könnten.",
	"Your browser did not say how it can be told.": "Dein Browser hat nicht gesagt, wie er erreicht wird.",
	"You are not told there any more.": "Dort meldet sich nichts mehr.",
}
