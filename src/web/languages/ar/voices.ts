/** What a group answers those who look after it and ask for something by an answer. */
export const voices: Readonly<Record<string, string>> = {
	"The post is shared in {{group}}. To take it out again, answer it with !remove and why.":
		"نُشرت المشاركة في {{group}}. لإخراجها من جديد أجب عنها بـ ‎!remove مع ذكر السبب.",
	"The post is taken out of {{group}}. To put it back, answer it with !restore.":
		"أُخرجت المشاركة من {{group}}. لإعادتها أجب عنها بـ ‎!restore.",
	"The post is back in {{group}}. To take it out again, answer it with !remove and why.":
		"عادت المشاركة إلى {{group}}. لإخراجها من جديد أجب عنها بـ ‎!remove مع ذكر السبب.",
	"The conversation in {{group}} is closed to new answers. To open it again, answer with !unlock.":
		"أُغلقت المحادثة في {{group}} أمام ردود جديدة. لفتحها من جديد أجب بـ ‎!unlock.",
	"The conversation in {{group}} is open again. To close it, answer with !lock.":
		"المحادثة في {{group}} مفتوحة من جديد. لإغلاقها أجب بـ ‎!lock.",
	"The conversation is pinned in {{group}}. To undo that, answer with !unpin.":
		"ثُبّتت المحادثة في {{group}}. للتراجع عن ذلك أجب بـ ‎!unpin.",
	"The conversation is not pinned in {{group}} any more. To pin it again, answer with !pin.":
		"لم تعد المحادثة مثبّتة في {{group}}. لتثبيتها من جديد أجب بـ ‎!pin.",
	"{{person}} writes nothing in {{group}} until {{when}}. To end that, answer the same post with !unpause.":
		"لا يكتب {{person}} شيئًا في {{group}} حتى {{when}}. لإنهاء ذلك أجب عن المشاركة نفسها بـ ‎!unpause.",
	"{{person}} may write in {{group}} again.": "يمكن لـ {{person}} الكتابة في {{group}} من جديد.",
	"{{person}} is banned from {{group}} until {{when}}. To end that, answer the same post with !lift.":
		"{{person}} محظور من {{group}} حتى {{when}}. لإنهاء ذلك أجب عن المشاركة نفسها بـ ‎!lift.",
	"{{person}} is banned from {{group}} for good. To end that, answer the same post with !lift.":
		"{{person}} محظور من {{group}} نهائيًا. لإنهاء ذلك أجب عن المشاركة نفسها بـ ‎!lift.",
	"The ban on {{person}} is lifted: they may follow {{group}} again.":
		"رُفع الحظر عن {{person}}، وتجوز له متابعة {{group}} من جديد.",
	"It is about {{address}}": "الأمر يخص {{address}}",
	"Everything else is at the desk: {{address}}": "كل ما عدا ذلك على مكتب الإشراف: {{address}}",
	"Nothing was done in {{group}}.": "لم يحدث شيء في {{group}}.",
	"Nothing was done, and nothing shared.": "لم يحدث شيء، ولم يُنشر شيء.",
	"To look after {{group}}, answer a post with one of these as the first word: !approve, !remove and why, !restore, !lock, !unlock, !pin, !unpin, !pause 3d and why, !unpause, !ban 30d and why (without a time it is for good), !lift, !help. Nobody else gets to read such an answer from the group.":
		"للعناية بـ {{group}} أجب عن مشاركة بكلمة أولى من هذه: ‎!approve للسماح، ‎!remove مع السبب للإخراج، ‎!restore للإعادة، ‎!lock للإغلاق، ‎!unlock للفتح، ‎!pin للتثبيت، ‎!unpin لفك التثبيت، ‎!pause 3d مع السبب لطلب التوقف مدة، ‎!unpause لإنهائه، ‎!ban 30d مع السبب للحظر (من دون مدة يكون نهائيًا)، ‎!lift لرفع الحظر، ‎!help. ولا تُري المجموعة هذا الرد لأحد غيرك.",
	"This asks something of the group. When you send it, it is done, and nobody else reads these words.":
		"هذا طلب موجّه إلى المجموعة. عند إرساله يُنفَّذ، ولا يقرأ هذه الكلمات أحد غيرك.",
}

export const voiceReasons: Readonly<Record<string, string>> = {
	"That is no word the group knows.": "هذه كلمة لا تعرفها المجموعة.",
	"A pause needs a time, like !pause 3d and why.": "يحتاج التوقف إلى مدة، مثل ‎!pause 3d مع السبب.",
	"Answer the post that it is about.": "أجب عن المشاركة التي يخصها الأمر.",
	"What a moderator asks of a group is not a post.": "ما يطلبه المشرفون من المجموعة ليس مشاركة.",
	"A command is one of these as the first word of an answer: !approve, !remove and why, !restore, !lock, !unlock, !pin, !unpin, !pause 3d and why, !unpause, !ban 30d and why, !lift.":
		"الأمر كلمة أولى من هذه في الرد: ‎!approve أو ‎!remove مع السبب أو ‎!restore أو ‎!lock أو ‎!unlock أو ‎!pin أو ‎!unpin أو ‎!pause 3d مع السبب أو ‎!unpause أو ‎!ban 30d مع السبب أو ‎!lift.",
}
