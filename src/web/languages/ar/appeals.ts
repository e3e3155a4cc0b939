/** Appeals: somebody asks for another look at a decision. */
export const appeals: Readonly<Record<string, string>> = {
	"Another look": "نظرة أخرى",
	"You may not take part in {{group}}.": "لا يمكنك المشاركة في {{group}}.",
	"You are asked to write nothing in {{group}} for a while.": "يُطلب منك ألا تكتب شيئًا في {{group}} لفترة.",
	"A post of yours in {{group}} was put on hold.": "عُلّق منشور لك في {{group}}.",
	"Somebody else has looked at it again, and it stays.": "نظر شخص آخر في الأمر من جديد، ويبقى القرار.",
	"Somebody else has looked at it again, and it is undone.": "نظر شخص آخر في الأمر من جديد، وتم التراجع عنه.",
	"You have asked for it to be looked at again. Somebody who did not decide it will, and you will hear.":
		"طلبتَ النظر في الأمر من جديد. سينظر فيه شخص لم يقرره، وستسمع بالنتيجة.",
	"What you wrote": "ما كتبتَه",
	"One could appeal until {{when}}. You can still write to {{group}}.":
		"كان ذلك ممكنًا حتى {{when}}. وما زال يمكنك أن تكتب إلى {{group}}.",
	"What was wrong about it?": "ما الخطأ في ذلك؟",
	"Ask for another look": "اطلب نظرة أخرى",
	"Those who look after the group read it, and somebody who did not decide it answers you. You can do this once, until {{when}}.":
		"يقرؤه من يعتنون بالمجموعة، ويجيبك شخص لم يقرر ذلك. يمكنك هذا مرة واحدة، حتى {{when}}.",
	"They ask for another look at this:": "يُطلب النظر من جديد في هذا:",
	"You decided this, so somebody else looks at it: another moderator, or the operator where there is none.":
		"أنت من قرر هذا، فينظر فيه غيرك: مشرف آخر، أو مشغّل الخادم إن لم يوجد.",
	"They are right": "الحق معهم",
	"It stays as it is": "يبقى الأمر كما هو",
	"Undo it, and tell them": "تراجع وأبلغهم",
	"Leave it, and tell them": "اتركه وأبلغهم",
	"What was decided is undone, here and with the servers that were told of it. They hear that, with your words and without your name.":
		"يُتراجع عما تقرر، هنا وعلى الخوادم التي أُبلغت به. ويسمع صاحب الطلب ذلك بكلماتك ومن دون اسمك.",
	"Nothing changes. They hear that somebody else has looked, with your words and without your name.":
		"لا يتغير شيء. ويسمع صاحب الطلب أن شخصًا آخر نظر في الأمر، بكلماتك ومن دون اسمك.",
	"What do you answer them?": "بم تجيب؟",
	"It stays, and they are told.": "يبقى الأمر، وقد أُبلغ صاحب الطلب.",
	"It is undone, and they are told.": "تم التراجع، وقد أُبلغ صاحب الطلب.",
	"{{group}} has dealt with what you reported. Thank you.": "نظرت {{group}} في ما أبلغتَ عنه. شكرًا لك.",
	"Somebody in {{group}} has looked again at what you asked for, and it is undone.":
		"نظر شخص في {{group}} من جديد في ما طلبتَه، وتم التراجع عنه.",
	"Somebody in {{group}} has looked again at what you asked for, and it stays.":
		"نظر شخص في {{group}} من جديد في ما طلبتَه، ويبقى القرار.",
	"What they asked for was looked at again, and undone.": "نُظر في الطلب من جديد وتم التراجع.",
	"What they asked for was looked at again, and it stays.": "نُظر في الطلب من جديد ويبقى القرار.",
}

export const appealReasons: Readonly<Record<string, string>> = {
	"Please say in a few words what was wrong about it.": "قل في بضع كلمات ما الخطأ في ذلك.",
	"There is no such decision about you.": "لا يوجد قرار كهذا بشأنك.",
	"That was longer ago than one can appeal.": "مضى على ذلك وقت أطول مما يُسمح به.",
	"You have asked for that to be looked at again already.": "طلبتَ ذلك من قبل.",
	"Please answer them in a few words.": "أجب في بضع كلمات.",
	"There is no such appeal.": "لا يوجد طلب كهذا.",
	"Somebody has decided about that appeal.": "قرر أحدهم في هذا الطلب.",
	"Somebody else decides about that: another moderator, or the operator.":
		"يقرر في ذلك شخص آخر: مشرف آخر أو مشغّل الخادم.",
}
