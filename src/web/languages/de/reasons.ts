import { accountReasons } from "./account-reasons.ts"

/** Why something was refused, as commands and policies say it. */
export const reasons: Readonly<Record<string, string>> = {
	...accountReasons,
	"A title has at most 200 characters.": "Ein Titel hat höchstens 200 Zeichen.",
	"There is nothing in this post yet.": "In diesem Beitrag steht noch nichts.",
	"A post has at most 20 000 characters.": "Ein Beitrag hat höchstens 20 000 Zeichen.",
	"A handle has 2 to 30 letters a to z, digits or underscores, like book_club.":
		"Ein Kurzname hat 2 bis 30 Buchstaben von a bis z, Ziffern oder Unterstriche, wie lese_kreis.",
	"The handle {{handle}} is kept for the server itself. Please choose another.":
		"Der Kurzname {{handle}} ist dem Server selbst vorbehalten. Bitte wähle einen anderen.",
	"The handle {{handle}} is taken.": "Der Kurzname {{handle}} ist vergeben.",
	"A poll needs at least two options.": "Eine Umfrage braucht mindestens zwei Antworten.",
	"A poll has at most {{most}} options.": "Eine Umfrage hat höchstens {{most}} Antworten.",
	"An option needs words.": "Eine Antwort braucht Worte.",
	"An option has at most {{most}} characters.": "Eine Antwort hat höchstens {{most}} Zeichen.",
	"Two options are the same.": "Zwei Antworten sind gleich.",
	"A poll is open for at least five minutes, and for a year at the most.":
		"Eine Umfrage läuft mindestens fünf Minuten und höchstens ein Jahr.",
	"The group needs another name than you: both live in one namespace.":
		"Die Gruppe braucht einen anderen Namen als du: Beide teilen sich ein Verzeichnis.",
	"This setup link has been used or is too old.":
		"Dieser Einrichtungslink wurde schon benutzt oder ist zu alt.",
	"The group has moved to {{address}}.": "Die Gruppe ist nach {{address}} umgezogen.",
	"A name is needed.": "Ein Name fehlt noch.",
	"A name has at most 100 characters.": "Ein Name hat höchstens 100 Zeichen.",
	"The description has at most 5000 characters.": "Die Beschreibung hat höchstens 5000 Zeichen.",
	"There is an account with that e-mail address.": "Es gibt schon ein Konto mit dieser E-Mail-Adresse.",
	"A password has at least 10 characters. Four or five ordinary words make a good one.":
		"Ein Passwort hat mindestens 10 Zeichen. Vier oder fünf gewöhnliche Wörter ergeben ein gutes.",
	"A password has at most 200 characters.": "Ein Passwort hat höchstens 200 Zeichen.",
	"That does not look like an e-mail address.": "Das sieht nicht nach einer E-Mail-Adresse aus.",
	"That name and that password do not belong together.":
		"Dieser Name und dieses Passwort gehören nicht zusammen.",
	"There were too many tries. Please wait a minute and try again.":
		"Das waren zu viele Versuche. Bitte warte eine Minute und versuche es dann noch einmal.",
	"There were too many tries. Please wait {{minutes}} minutes and try again.":
		"Das waren zu viele Versuche. Bitte warte {{minutes}} Minuten und versuche es dann noch einmal.",
	"There is no such poll here.": "Diese Umfrage gibt es hier nicht.",
	"That poll is asked on another server; it counts the votes there.":
		"Diese Umfrage läuft auf einem anderen Server; er zählt dort die Stimmen.",
	"It is in no group that takes anything from them.":
		"Sie steht in keiner Gruppe, die von diesem Konto etwas annimmt.",
	"That is not among the options.": "Das gehört nicht zu den Antworten.",
	"Only one option may be chosen.": "Nur eine Antwort darf gewählt werden.",
	"They voted already.": "Dieses Konto hat schon abgestimmt.",
	"Posts from that server are not taken here.": "Beiträge von diesem Server werden hier nicht angenommen.",
	"The author is banned from this group.": "Dieses Konto ist aus der Gruppe ausgeschlossen.",
	"The post is not public, and this group shares with everyone.":
		"Der Beitrag ist nicht öffentlich, und diese Gruppe teilt mit allen.",
	"Only people who follow the group post here.": "Hier schreiben nur die, die der Gruppe folgen.",
	"Only members of the group post here.": "Hier schreiben nur Mitglieder der Gruppe.",
	"Only moderators post in this group.": "In dieser Gruppe schreibt nur die Moderation.",
	"The conversation is closed; no more answers are taken.":
		"Das Gespräch ist geschlossen; weitere Antworten werden nicht angenommen.",
	"It holds words that this group does not take.": "Er enthält Wörter, die diese Gruppe nicht annimmt.",
	"It holds words that a moderator looks at first.":
		"Er enthält Wörter, auf die zuerst die Moderation schaut.",
	"Posts from that server are looked at first.": "Auf Beiträge von diesem Server schaut zuerst jemand.",
	"There is no such post in this group.": "Diesen Beitrag gibt es in dieser Gruppe nicht.",
	"Nobody of that name is known here. A name is written in full: @bob@social.example.":
		"Unter diesem Namen ist hier niemand bekannt. Ein Name wird vollständig geschrieben: @bob@social.example.",
	"Please say why: those concerned may read it.": "Bitte sag, warum: Die Betroffenen können es lesen.",
	"A day is written like 2027-03-01.": "Ein Tag wird so geschrieben: 2027-03-01.",
	"Such posts either wait or are not taken.": "Solche Beiträge warten, oder sie werden nicht angenommen.",
	"A server is blocked, limited or allowed.": "Ein Server wird gesperrt, eingeschränkt oder zugelassen.",
	"There is no such report.": "Diese Meldung gibt es nicht.",
	"The post is shared already.": "Der Beitrag ist schon geteilt.",
	"The post is held: let it through, or take it out.":
		"Der Beitrag wartet: Lass ihn durch, oder nimm ihn heraus.",
	"The post is removed already.": "Der Beitrag ist schon herausgenommen.",
	"The post is in no group here.": "Der Beitrag ist hier in keiner Gruppe.",
	"There is no such post of this server.": "Auf diesem Server gibt es keinen solchen Beitrag.",
	"The post was deleted.": "Der Beitrag wurde gelöscht.",
	"Only the group's moderators may do that.": "Das darf nur die Moderation der Gruppe.",
	"That takes somebody above them: they help to run the group.":
		"Das muss jemand tun, der mehr darf: Dieses Konto hilft, die Gruppe zu leiten.",
	"A reason has at most 500 characters.": "Ein Grund hat höchstens 500 Zeichen.",
	"{{group}} took it out.": "{{group}} hat ihn herausgenommen.",
	"Its author has deleted the post; nobody can bring it back.":
		"Der Beitrag wurde dort gelöscht, wo er herkam; niemand kann ihn zurückholen.",
	"Its author took the post out; only they may share it again.":
		"Wer den Beitrag schrieb, nahm ihn heraus; neu teilen kann nur dieselbe Person.",
	"That report is for the operator.": "Diese Meldung geht an die, die den Server betreiben.",
	"It is resolved already.": "Sie ist schon abgeschlossen.",
	"Only a post that begins a thread can be marked.":
		"Das geht nur mit einem Beitrag, der ein Gespräch beginnt.",
	"That is so already.": "Das ist schon so.",
	"That is not so already.": "Das ist schon nicht mehr so.",
	"{{domain}} is no domain like example.social.": "{{domain}} ist kein Servername wie example.social.",
	"That is this server itself.": "Das ist dieser Server selbst.",
	"Only the operator decides for the whole server.":
		"Über den ganzen Server entscheiden nur die, die ihn betreiben.",
	"Nothing was decided about {{domain}}.": "Über {{domain}} wurde nichts entschieden.",
	"They are not banned.": "Dieses Konto ist nicht ausgeschlossen.",
	"A filter has 2 to 100 characters.": "Ein Filter hat 2 bis 100 Zeichen.",
	"There are {{most}} filters already.": "Es gibt schon {{most}} Filter.",
	"{{word}} is not filtered.": "{{word}} wird nicht gefiltert.",
	"That end has passed.": "Dieses Ende liegt in der Vergangenheit.",
	"The owner of a group cannot be banned from it.":
		"Wem eine Gruppe gehört, kann nicht ausgeschlossen werden.",
	"They are banned already, for the same reason and as long.":
		"Dieses Konto ist schon ausgeschlossen, aus demselben Grund und gleich lang.",
	"They do not follow this group.": "Dieses Konto folgt dieser Gruppe nicht.",
	"They are a member already.": "Dieses Konto ist schon Mitglied.",
	"They are a moderator already.": "Dieses Konto moderiert die Gruppe schon.",
	"They are an owner already.": "Diesem Konto gehört die Gruppe schon.",
	"They have not asked to be a member.": "Dieses Konto hat nicht um Mitgliedschaft gebeten.",
	"They are banned.": "Dieses Konto ist ausgeschlossen.",
}
