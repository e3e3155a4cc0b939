import { accountReasons } from "./account-reasons.ts"
import { adminReasons } from "./admin.ts"
import { appealReasons } from "./appeals.ts"
import { bordersReasons } from "./borders.ts"
import { deskPeopleReasons } from "./desk-people.ts"
import { groupReasons } from "./group-reasons.ts"
import { joiningReasons } from "./joining.ts"
import { leavingReasons } from "./leaving.ts"
import { mediaReasons } from "./media-reasons.ts"
import { modmailReasons } from "./modmail.ts"
import { newsReasons } from "./news.ts"
import { pauseReasons } from "./pauses.ts"
import { policyReasons } from "./policy.ts"
import { visitingReasons } from "./visiting.ts"
import { voiceReasons } from "./voices.ts"

/** Why something was refused, as commands and policies say it. */
export const reasons: Readonly<Record<string, string>> = {
	"Nothing of theirs waits any more.": "Nichts davon wartet mehr.",
	...accountReasons,
	...groupReasons,
	...newsReasons,
	...joiningReasons,
	...leavingReasons,
	...adminReasons,
	...bordersReasons,
	...mediaReasons,
	...policyReasons,
	...visitingReasons,
	...pauseReasons,
	...modmailReasons,
	...appealReasons,
	...voiceReasons,
	...deskPeopleReasons,
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
	"That is no length of time for a poll.": "So lange kann eine Umfrage nicht dauern.",
	"What you quote needs an address that begins with https://.":
		"Was du zitierst, braucht eine Adresse, die mit https:// beginnt.",
	"That was a lot in a short time. Please wait a few minutes, and send it again.":
		"Das war viel in kurzer Zeit. Bitte warte ein paar Minuten und schick es noch einmal ab.",
	"That was a lot in a short time. Please wait a few minutes.":
		"Das war viel in kurzer Zeit. Bitte warte ein paar Minuten.",
	"That is too long to be kept as a draft.": "Das ist zu lang, um als Entwurf aufgehoben zu werden.",
	"There is nothing in this draft yet.": "In diesem Entwurf steht noch nichts.",
	"That was sent already.": "Das ist schon abgeschickt.",
	"You keep as many drafts as there is room for. Please let go of one first.":
		"Du hast so viele Entwürfe, wie Platz haben. Bitte wirf erst einen weg.",
	"That draft is somebody else’s.": "Dieser Entwurf gehört jemand anderem.",
	"That was sent before, and is not there any more.": "Das wurde schon abgeschickt und ist nicht mehr da.",
	"There is no such post here.": "Diesen Beitrag gibt es hier nicht.",
	"You keep as many posts as there is room for. Please let go of one first.":
		"Du hast so viele Beiträge aufgehoben, wie Platz haben. Bitte lass erst einen los.",
	"There is no such conversation here.": "Dieses Gespräch gibt es hier nicht.",
	"You muted as many conversations as there is room for.":
		"Du hast so viele Gespräche stummgeschaltet, wie Platz haben.",
	"That is not one emoji.": "Das ist kein einzelnes Emoji.",
	"That can be deleted, or taken out of the group.": "Das lässt sich löschen oder aus der Gruppe nehmen.",
	"A content note has at most 200 characters.": "Ein Inhaltshinweis hat höchstens 200 Zeichen.",
	"That is no language we know.": "Diese Sprache kennen wir nicht.",
	"The person is banned from this group.": "Aus dieser Gruppe ausgeschlossen.",
	"A report needs a few words.": "Eine Meldung braucht ein paar Worte.",
	"There is nothing here that they could report anew.": "Das ist schon gemeldet.",
	"The post it answers is not in this group.": "Der Beitrag, dem das antwortet, ist nicht in dieser Gruppe.",
	"The author may not post where the post is.": "Wo der Beitrag steht, darfst du nicht schreiben.",
	"The post is in no group here any more.": "Der Beitrag ist in keiner Gruppe mehr.",
	"That is not a group.": "Das ist keine Gruppe.",
	"That group has moved to {{address}}.": "Diese Gruppe ist nach {{address}} umgezogen.",
	"That group is gone.": "Diese Gruppe gibt es nicht mehr.",
	"The server of that group is blocked here.": "Der Server dieser Gruppe ist hier gesperrt.",
	"There is no such group.": "Diese Gruppe gibt es nicht.",
	"They do not follow that group.": "Du folgst dieser Gruppe nicht.",
	"The group has closed.": "Die Gruppe ist geschlossen.",
	"This group is joined by invitation.": "In diese Gruppe kommt man auf Einladung.",
	"The server is blocked here.": "Der Server ist hier gesperrt.",
	"The post it answers is not known here.": "Der Beitrag, dem das antwortet, ist hier nicht bekannt.",
	"That post is somebody else's.": "Dieser Beitrag ist von jemand anderem.",
	"It answers a post that is not known here.": "Es antwortet auf einen Beitrag, der hier nicht bekannt ist.",
	"It is not addressed to a group here.": "Es richtet sich an keine Gruppe hier.",
	"It is about nobody who is known here.": "Es geht um niemanden, der hier bekannt ist.",
	"It was forwarded already.": "Es wurde schon weitergegeben.",
	"It is about somebody of this server: nobody else is to be told.":
		"Es geht um jemanden von diesem Server: Sonst braucht es niemand zu erfahren.",
	"The account that it is about is gone.": "Das Konto, um das es geht, gibt es nicht mehr.",
	"Nothing is sent to that server.": "An diesen Server wird nichts geschickt.",
	"The same report waits already.": "Dieselbe Meldung wartet schon.",
	"Only its author takes a post out of a group.":
		"Aus einer Gruppe nimmt einen Beitrag nur, wer ihn geschrieben hat.",
	"Only its author edits a post.": "Einen Beitrag ändert nur, wer ihn geschrieben hat.",
	"An edit cannot change who may read a post.":
		"Eine Änderung kann nicht ändern, wer einen Beitrag lesen darf.",
	"A newer edit is known.": "Es gibt schon eine neuere Änderung.",
	"There is no such post here; should it arrive, it will not be taken.":
		"Diesen Beitrag gibt es hier nicht; sollte er ankommen, wird er nicht angenommen.",
	"Only its author deletes a post.": "Einen Beitrag löscht nur, wer ihn geschrieben hat.",
	"They did that already.": "Das ist schon geschehen.",
	"They made no such gesture.": "Da ist nichts zurückzunehmen.",
	"The server of that group takes no polls.": "Der Server dieser Gruppe nimmt keine Umfragen an.",
	"What is not for everyone is not quoted elsewhere.": "Was nicht für alle ist, wird anderswo nicht zitiert.",
	"No post here quotes by that permission.": "Mit dieser Erlaubnis zitiert hier kein Beitrag.",
	"What it answers is not in the group any more.": "Worauf das antwortet, ist nicht mehr in der Gruppe.",
}
