/** Pauses: somebody writes nothing for a while. */
export const pauses: Readonly<Record<string, string>> = {
	"You are asked to write nothing in {{group}} until {{when}}. You belong to it as before.":
		"يُطلب منك ألا تكتب شيئًا في {{group}} حتى {{when}}. وما زلت تنتمي إليها كما كنت.",
	"You may write in {{group}} again.": "يمكنك أن تكتب في {{group}} من جديد.",
	"Somebody was asked to write nothing until {{when}}.": "طُلب من أحدهم ألا يكتب شيئًا حتى {{when}}.",
	"Somebody may write again, before the pause was over.":
		"صار في وسع أحدهم أن يكتب من جديد قبل انتهاء المهلة.",
	"They are asked to pause, and told so. It ends by itself on that day.":
		"بدأ التوقف، وأُبلغ صاحب الحساب بذلك. وينتهي من تلقاء نفسه في ذلك اليوم.",
	"The pause is over. They may write again.": "انتهى التوقف، والكتابة ممكنة من جديد.",
	"Ask {{person}} to pause": "اطلب من {{person}} التوقف مؤقتًا",
	"Ask them to pause": "اطلب التوقف مؤقتًا",
	"Ask somebody to pause": "اطلب من أحدهم التوقف مؤقتًا",
	"They belong to the group and read on, but what they write is not taken until that day. They are told, with your reason. That somebody pauses is public; who it is and why is not. Other servers hear nothing, and it ends by itself.":
		"يبقى الانتماء والقراءة، لكن ما يُكتب لا يُقبل حتى ذلك اليوم. يُبلغ صاحب الحساب بالأمر وبالسبب. أن أحدهم متوقف أمر علني، أما من هو ولماذا فليس علنيًا. ولا تسمع الخوادم الأخرى بشيء، وينتهي ذلك من تلقاء نفسه.",
	"{{person}} pauses until {{when}}.": "{{person}} متوقف حتى {{when}}.",
	"End the pause of {{person}}": "أنهِ توقف {{person}}",
	"They may write again at once, and are told so. Nobody else hears of it.":
		"تصبح الكتابة ممكنة فورًا، ويُبلغ صاحب الحساب. ولا يسمع غيره بذلك.",
}

export const pauseReasons: Readonly<Record<string, string>> = {
	"A moderator asked the author to write nothing here for a while. It ends by itself.":
		"طلب أحد المشرفين ألا يكتب صاحب الحساب هنا لفترة. وينتهي ذلك من تلقاء نفسه.",
	"A pause lasts 90 days at most.": "لا يطول التوقف أكثر من تسعين يومًا.",
	"A pause needs a day on which it ends.": "يحتاج التوقف إلى يوم ينتهي فيه.",
	"They help to run the group, and a pause does not bind them.":
		"هذا الحساب يساعد في إدارة المجموعة، فلا يلزمه التوقف.",
	"They are asked to pause already, for the same reason and as long.":
		"التوقف مطلوب أصلًا، للسبب نفسه وللمدة نفسها.",
	"They may write; nothing is to be lifted.": "الكتابة متاحة؛ ولا شيء يُرفع.",
}
