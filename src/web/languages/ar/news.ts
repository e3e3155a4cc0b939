/** Feeds, news and how they come. */
export const news: Readonly<Record<string, string>> = {
	Feeds: "الخلاصات",
	"Read along in a feed reader.": "تابِع القراءة في قارئ خلاصات.",
	"Your addresses for {{group}}": "عناوينك لـ{{group}}",
	"Give one of them to your feed reader. They are shown this once, and are yours alone: whoever has one reads along as you do.":
		"أعطِ واحدًا منها لقارئ الخلاصات لديك. تظهر هذه المرة فقط، وهي لك وحدك: من يحصل على أحدها يقرأ كما تقرأ.",
	"You have had an address since {{when}}.": "لديك عنوان منذ: {{when}}.",
	"Make another for {{name}}": "إنشاء عنوان آخر لـ{{name}}",
	"Make an address for {{name}}": "إنشاء عنوان لـ{{name}}",
	"Take it back from {{name}}": "إلغاء عنوان {{name}}",
	"A feed reader has no login. For a group you belong to, it can have a secret address instead, which works as long as you belong to it. A new address ends the one before.":
		"لا يسجّل قارئ الخلاصات الدخول. لكل مجموعة تنتمي إليها يمكن أن يكون له عنوان سري بدلًا من ذلك، يعمل ما دمت تنتمي إليها. والعنوان الجديد يُنهي ما قبله.",
	"You are not a member of a group yet.": "لست عضوًا في أي مجموعة بعد.",
}

/** Why something about them was refused. */
export const newsReasons: Readonly<Record<string, string>> = {
	"You are not a member of that group.": "لست عضوًا في تلك المجموعة.",
	"There is no address to take back.": "لا يوجد عنوان لإلغائه.",
}
