/** Home, a group's tabs, searching and leafing back. */
export const browsing: Readonly<Record<string, string>> = {
	"Pages of the group": "صفحات المجموعة",
	Talk: "الأحاديث",
	People: "الناس",
	"About us": "عنّا",
	Decisions: "القرارات",
	"People in {{group}}": "الناس في {{group}}",
	"Everybody who belongs to the group, by name. Only people in the group see this list.":
		"كل من ينتمي إلى المجموعة، حسب الاسم. لا يرى هذه القائمة إلا أهل المجموعة.",
	"These people look after the group. Who else belongs to it, only its own people see.":
		"هؤلاء يعتنون بالمجموعة. أما من ينتمي إليها سواهم فلا يراه إلا أهلها.",
	"Helps to look after the group": "يساعد في العناية بالمجموعة",
	"More people": "المزيد من الناس",
	"Nobody to name here.": "لا أحد يُذكر هنا.",
	"That is everybody.": "هؤلاء هم الجميع.",
	"Come in and meet the others.": "تفضّل وتعرّف إلى الآخرين.",
	"Back to the first names": "العودة إلى الأسماء الأولى",
	"About {{group}}": "عن {{group}}",
	"{{group}} lives on {{server}} and is looked after by its own people.":
		"تسكن {{group}} على {{server}} ويعتني بها أهلها.",
	"Who can read it": "من يستطيع القراءة",
	"What is said here is for the people in the group. Nobody else can read it, find it or learn of it here; it travels only to the servers of people who belong to it.":
		"ما يقال هنا لأهل المجموعة. لا يستطيع غيرهم قراءته أو العثور عليه أو العلم به هنا؛ ولا ينتقل إلا إلى خوادم المنتمين إليها.",
	"Everybody. What is said here can be read on these pages without an account, and travels to every server where somebody follows the group. Those servers keep copies, and most of them follow when something is changed or taken back; nobody can promise it for them.":
		"الجميع. ما يقال هنا يُقرأ على هذه الصفحات بلا حساب، وينتقل إلى كل خادم فيه من يتابع المجموعة. تحتفظ تلك الخوادم بنسخ، ومعظمها يتبع ما يُعدَّل أو يُسحب؛ ولا أحد يستطيع أن يعد بذلك نيابة عنها.",
	"Just now it is heard on {{servers}}.": "تُسمع الآن على {{servers}}.",
	"Whoever follows the group belongs to it.": "من يتابع المجموعة ينتمي إليها.",
	"Whoever follows the group can read along; somebody who looks after it then welcomes them as a member.":
		"من يتابع المجموعة يستطيع القراءة؛ ثم يرحّب به عضوًا أحد المعتنين بها.",
	"Anybody may begin a conversation.": "لأي شخص أن يبدأ محادثة.",
	"Everybody who follows may begin a conversation.": "لكل متابع أن يبدأ محادثة.",
	"Members begin conversations.": "الأعضاء يبدؤون المحادثات.",
	"The people who look after the group begin the conversations; others answer.":
		"يبدأ المحادثات من يعتنون بالمجموعة؛ والآخرون يردّون.",
	"How people come in": "كيف ينضم الناس",
	"To the door": "إلى الباب",
	"For apps and other servers": "للتطبيقات والخوادم الأخرى",
	"Its address": "عنوانها",
	"On Lemmy and its kin": "على «ليمي» وأمثاله",
	"Its permanent name": "اسمها الدائم",
	"Open since": "مفتوحة منذ",
	"What is said behind this door is for the people in the group.": "ما يقال خلف هذا الباب لأهل المجموعة.",
}
