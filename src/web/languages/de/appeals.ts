/** Appeals: somebody asks for another look at a decision. */
export const appeals: Readonly<Record<string, string>> = {
	"Another look": "Noch einmal hinsehen",
	"You may not take part in {{group}}.": "Du darfst in {{group}} nicht mitmachen.",
	"You are asked to write nothing in {{group}} for a while.":
		"Du bist gebeten, in {{group}} eine Zeit lang nichts zu schreiben.",
	"A post of yours in {{group}} was put on hold.": "Ein Beitrag von dir in {{group}} wurde angehalten.",
	"Somebody else has looked at it again, and it stays.":
		"Jemand anderes hat es noch einmal angesehen, und es bleibt dabei.",
	"Somebody else has looked at it again, and it is undone.":
		"Jemand anderes hat es noch einmal angesehen, und es ist zurückgenommen.",
	"You have asked for it to be looked at again. Somebody who did not decide it will, and you will hear.":
		"Du hast darum gebeten, noch einmal hinzusehen. Das tut jemand, der es nicht entschieden hat, und du hörst davon.",
	"What you wrote": "Was du geschrieben hast",
	"One could appeal until {{when}}. You can still write to {{group}}.":
		"Das ging bis {{when}}. Du kannst {{group}} trotzdem schreiben.",
	"What was wrong about it?": "Was war daran falsch?",
	"Ask for another look": "Um einen zweiten Blick bitten",
	"Those who look after the group read it, and somebody who did not decide it answers you. You can do this once, until {{when}}.":
		"Die sich um die Gruppe kümmern, lesen es, und jemand, der es nicht entschieden hat, antwortet dir. Das geht einmal, bis {{when}}.",
	"They ask for another look at this:": "Hier wird um einen zweiten Blick gebeten:",
	"You decided this, so somebody else looks at it: another moderator, or the operator where there is none.":
		"Das hast du entschieden, also sieht jemand anderes hin: jemand aus der Moderation, oder die Betriebsperson, wenn es sonst niemanden gibt.",
	"They are right": "Das ist berechtigt",
	"It stays as it is": "Es bleibt dabei",
	"Undo it, and tell them": "Zurücknehmen und Bescheid geben",
	"Leave it, and tell them": "Dabei lassen und Bescheid geben",
	"What was decided is undone, here and with the servers that were told of it. They hear that, with your words and without your name.":
		"Was entschieden war, wird zurückgenommen, hier und auf den Servern, die davon erfahren haben. Die Person hört das, mit deinen Worten und ohne deinen Namen.",
	"Nothing changes. They hear that somebody else has looked, with your words and without your name.":
		"Nichts ändert sich. Die Person hört, dass jemand anderes hingesehen hat, mit deinen Worten und ohne deinen Namen.",
	"What do you answer them?": "Was antwortest du?",
	"It stays, and they are told.": "Es bleibt dabei, und das ist gesagt.",
	"It is undone, and they are told.": "Es ist zurückgenommen, und das ist gesagt.",
	"{{group}} has dealt with what you reported. Thank you.":
		"{{group}} hat sich um das gekümmert, was du gemeldet hast. Danke.",
	"Somebody in {{group}} has looked again at what you asked for, and it is undone.":
		"Jemand in {{group}} hat noch einmal hingesehen, wie du es wolltest, und es ist zurückgenommen.",
	"Somebody in {{group}} has looked again at what you asked for, and it stays.":
		"Jemand in {{group}} hat noch einmal hingesehen, wie du es wolltest, und es bleibt dabei.",
	"What they asked for was looked at again, and undone.":
		"Auf Bitte wurde noch einmal hingesehen und zurückgenommen.",
	"What they asked for was looked at again, and it stays.":
		"Auf Bitte wurde noch einmal hingesehen, und es bleibt dabei.",
}

export const appealReasons: Readonly<Record<string, string>> = {
	"Please say in a few words what was wrong about it.": "Bitte sag in ein paar Worten, was daran falsch war.",
	"There is no such decision about you.": "So eine Entscheidung über dich gibt es nicht.",
	"That was longer ago than one can appeal.": "Das ist dafür zu lange her.",
	"You have asked for that to be looked at again already.": "Darum hast du schon gebeten.",
	"Please answer them in a few words.": "Bitte antworte in ein paar Worten.",
	"There is no such appeal.": "So eine Bitte gibt es nicht.",
	"Somebody has decided about that appeal.": "Darüber hat schon jemand entschieden.",
	"Somebody else decides about that: another moderator, or the operator.":
		"Darüber entscheidet jemand anderes: aus der Moderation, oder die Betriebsperson.",
}
