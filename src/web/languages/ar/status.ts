/** What became of a post, and what was decided in a group. */
export const status: Readonly<Record<string, string>> = {
	"Your post is waiting.": "منشورك في الانتظار.",
	"Your post is shared.": "شورك منشورك.",
	"Your post was not taken.": "لم يُقبل منشورك.",
	"Your change was not taken.": "لم يُقبل تعديلك.",
	"Your post is taken back.": "سُحب منشورك.",
	"Somebody who looks after {{group}} reads it first. This page will say what became of it.":
		"سيقرؤه أولًا أحد من يعتنون بمجموعة {{group}}. وستبيّن هذه الصفحة ما آل إليه.",
	"{{group}} shared it {{when}}. Everybody who follows the group can read it.":
		"شاركته {{group}} ({{when}}). يستطيع قراءته كل من يتابع المجموعة.",
	"{{group}} does not share it. On your own server it stays as it is.":
		"لن تشاركه {{group}}. ويبقى على خادمك كما هو.",
	"{{group}} goes on showing your post as it was before you changed it.":
		"تواصل {{group}} عرض منشورك كما كان قبل تعديله.",
	"It is not in {{group}} any more, and there is nothing left to do.":
		"لم يعد في {{group}}، ولم يبق ما يلزم فعله.",
	"If you would rather take it back": "إن كنت تفضّل سحبه",
	"You need not do anything here. If you do not want it on your own server either, delete it there.":
		"لا يلزمك فعل شيء هنا. وإن كنت لا تريده على خادمك أيضًا، فاحذفه هناك.",
	"Delete it in your own app, and the group lets go of it too, without anybody having seen it but those who look after the group.":
		"احذفه من تطبيقك فتتخلى عنه المجموعة أيضًا، دون أن يكون قد رآه أحد سوى من يعتنون بها.",
	"Delete it in your own app, and the group lets go of it too. To keep it for yourself and only take it out of the group, reply to it with {{address}} and the one word {{word}}.":
		"احذفه من تطبيقك فتتخلى عنه المجموعة أيضًا. ولتبقيه لنفسك وتُخرجه من المجموعة فقط، رُدّ عليه بذكر {{address}} والكلمة الوحيدة {{word}}.",
	"Why: {{reason}}": "السبب: {{reason}}",
	"Decisions in {{group}}": "القرارات في {{group}}",
	"What was decided": "ما تقرر",
	"What was decided earlier": "ما تقرر سابقًا",
	"What the people who look after the group did, and why. Requests to join, reports, and posts that waited or were not taken are between them and the person concerned, and are not listed.":
		"ما فعله من يعتنون بالمجموعة، ولماذا. أما طلبات الانضمام والبلاغات والمنشورات التي انتظرت أو لم تُقبل فهي بينهم وبين المعني بها، ولا تُذكر هنا.",
	"Earlier decisions": "قرارات سابقة",
	"That is all of it.": "هذا كل شيء.",
	"Nothing had to be decided.": "لم تكن هناك حاجة إلى قرار.",
	"Do you think something should have gone another way? {{link}}; most of it can be undone.":
		"أترى أن شيئًا كان ينبغي أن يجري على نحو آخر؟ {{link}}؛ فمعظمه يمكن التراجع عنه.",
	"Write to them": "اكتب إليهم",
	Somebody: "أحدهم",
	"A post was taken out.": "أُخرج منشور.",
	"A post was put back.": "أُعيد منشور.",
	"A post was pinned.": "ثُبّت منشور.",
	"A post was unpinned.": "أُلغي تثبيت منشور.",
	"A conversation was closed to new answers.": "أُغلقت محادثة أمام الردود الجديدة.",
	"A conversation was opened again.": "أُعيد فتح محادثة.",
	"{{person}} was banned.": "حُظر {{person}}.",
	"{{person}} was banned until {{when}}.": "حُظر {{person}} حتى {{when}}.",
	"The ban on {{person}} was lifted.": "رُفع الحظر عن {{person}}.",
	"{{person}} is a moderator now.": "صار {{person}} مشرفًا.",
	"{{person}} is a moderator no longer.": "لم يعد {{person}} مشرفًا.",
	"{{person}} is an owner now.": "صار {{person}} مالكًا.",
	"{{person}} is an owner no longer.": "لم يعد {{person}} مالكًا.",
	"The server {{server}} was blocked.": "حُجب الخادم {{server}}.",
	"The server {{server}} is like any other again.": "عاد الخادم {{server}} كغيره.",
	"The server {{server}} is blocked no longer.": "لم يعد الخادم {{server}} محجوبًا.",
	"its name": "اسمها",
	"its description": "وصفها",
	"its rules": "قواعدها",
	"how people join": "طريقة الانضمام",
	"who may post": "من يحق له النشر",
	"its language": "لغتها",
	"its colour": "لونها",
	"the other names it owns to": "أسماؤها الأخرى",
	"The group changed what it says of itself.": "غيّرت المجموعة ما تقوله عن نفسها.",
	"The group changed {{things}}.": "غيّرت المجموعة {{things}}.",
	"The group follows {{group}} and shows what it shares.": "تتابع المجموعة {{group}} وتعرض ما تشاركه.",
	"The group follows {{group}} no longer.": "لم تعد المجموعة تتابع {{group}}.",
}
