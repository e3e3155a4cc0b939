/** Feeds, news and how they come. */
export const news: Readonly<Record<string, string>> = {
	Feeds: "الخلاصات",
	"Read along in a feed reader.": "تابِع القراءة في قارئ خلاصات.",
	"Your addresses for {{group}}": "عناوينك لـ{{group}}",
	"Give one of them to your feed reader. They are shown this once, and are yours alone: whoever has one reads along as you do.":
		"أعطِ واحدًا منها لقارئ الخلاصات لديك. تظهر هذه المرة فقط، وهي لك وحدك: من يحصل على أحدها يقرأ كما تقرأ.",
	"You have an address, made {{when}}.": "لديك عنوان أُنشئ: {{when}}.",
	"Make another for {{name}}": "إنشاء عنوان آخر لـ{{name}}",
	"Make an address for {{name}}": "إنشاء عنوان لـ{{name}}",
	"Take it back from {{name}}": "إلغاء عنوان {{name}}",
	"A feed reader has no login. For a group you belong to, it can have a secret address instead, which works as long as you belong to it. A new address ends the one before.":
		"لا يسجّل قارئ الخلاصات الدخول. لكل مجموعة تنتمي إليها يمكن أن يكون له عنوان سري بدلًا من ذلك، يعمل ما دمت تنتمي إليها. والعنوان الجديد يُنهي ما قبله.",
	"You are not a member of a group yet.": "لست عضوًا في أي مجموعة بعد.",
	Notifications: "الإشعارات",
	"There is something new.": "هناك جديد.",
	"How much you want to hear, and how.": "كم تريد أن تسمع، وكيف.",
	Today: "اليوم",
	Yesterday: "أمس",
	"{{who}} answered you in {{group}}.": "ردّ عليك {{who}} في {{group}}.",
	"{{who}} named you in {{group}}.": "ذكرك {{who}} في {{group}}.",
	"{{who}} wrote in {{group}}.": "كتب {{who}} في {{group}}.",
	"A post of yours in {{group}} waits for a moderator.": "منشور لك في {{group}} ينتظر أحد المشرفين.",
	"A post of yours in {{group}} waits again, for a moderator to look at it.":
		"منشور لك في {{group}} ينتظر من جديد حتى ينظر فيه أحد المشرفين.",
	"A post of yours in {{group}} was let through.": "سُمح بنشر منشور لك في {{group}}.",
	"A post of yours was taken out of {{group}}.": "أُخرج منشور لك من {{group}}.",
	"A post of yours is back in {{group}}.": "عاد منشور لك إلى {{group}}.",
	"You are a member of {{group}} now.": "أنت الآن عضو في {{group}}.",
	"{{group}} did not make you a member. You go on following it.": "لم تقبلك {{group}} عضوًا. وما زلت تتابعها.",
	"{{group}} did not let you in.": "لم تسمح لك {{group}} بالدخول.",
	"{{group}} let you follow it.": "سمحت لك {{group}} بمتابعتها.",
	"{{group}} did not let you follow it.": "لم تسمح لك {{group}} بمتابعتها.",
	"You are an owner of {{group}} now.": "أصبحتَ من مالكي {{group}}.",
	"You look after {{group}} now, as a moderator.": "أنت الآن ترعى {{group}} مع المشرفين.",
	"You are no member of {{group}} any more. You go on following it.":
		"لم تعد عضوًا في {{group}}. وما زلت تتابعها.",
	"You may not take part in {{group}} any more.": "لم يعد بإمكانك المشاركة في {{group}}.",
	"You may not take part in {{group}} until {{when}}.": "لا يمكنك المشاركة في {{group}} حتى {{when}}.",
	"You may take part in {{group}} again.": "يمكنك المشاركة في {{group}} من جديد.",
	"Have a look": "ألقِ نظرة",
	"You have seen what stands below.": "ما يلي سبق أن رأيته.",
	"All is quiet. When somebody answers or names you, or something is decided about you, it stands here.":
		"كل شيء هادئ. حين يردّ عليك أحد أو يذكرك، أو يُتخذ قرار بشأنك، ستجده هنا.",
	"That is all of the last three months.": "هذا كل ما كان في الأشهر الثلاثة الأخيرة.",
	"What is said to me": "ما يُقال لي",
	"Everything that is said": "كل ما يُقال",
	"Only what is decided about me": "ما يُقرَّر بشأني فقط",
	"How much of each group": "كم من كل مجموعة",
	"You follow no group yet.": "لا تتابع أي مجموعة بعد.",
	"Keep it so": "احفظ هذا",
	"What concerns you stands on the page of your notifications. Conversations that you muted and people whom you blocked are left out.":
		"ما يخصك تجده في صفحة إشعاراتك. ولا تظهر فيها محادثات كتمتها ولا أشخاص حظرتهم.",
	"News for you": "جديد لك",
	"There is more, and all of it stands here: {{address}}": "هناك المزيد، وكله هنا: {{address}}",
	"What was said stands here: {{address}}": "ما قيل تجده هنا: {{address}}",
	"You asked to be written to. No more letters, with one press: {{address}}":
		"طلبتَ أن نراسلك. لإيقاف الرسائل بضغطة واحدة: {{address}}",
	"No more letters": "لا مزيد من الرسائل",
	"That is done. You get no more letters about news; you can ask for them again in your settings.":
		"تمّ. لن تصلك رسائل عن الجديد بعد الآن؛ ويمكنك طلبها من جديد في إعداداتك.",
	"Do you want no more letters about news from here?": "ألا تريد مزيدًا من الرسائل عن الجديد من هنا؟",
	"No more letters, please": "لا مزيد من الرسائل من فضلك",
	"By letter": "بالبريد",
	"You can be written to when something happened that you have not seen.":
		"يمكن أن نراسلك حين يحدث ما لم تره بعد.",
	"Name an e-mail address first": "اذكر أولًا عنوان بريد إلكتروني",
	"When something happened that you have not seen, a letter goes to {{address}}, at most one an hour. It says who and where, and not what.":
		"حين يحدث ما لم تره، تُرسل رسالة إلى {{address}}، واحدة في الساعة على الأكثر. تقول مَن وأين، لا ماذا.",
	"When something happens that you have not seen, a letter can go to {{address}}, at most one an hour. It says who and where, and not what.":
		"حين يحدث ما لم تره، يمكن أن تُرسل رسالة إلى {{address}}، واحدة في الساعة على الأكثر. تقول مَن وأين، لا ماذا.",
	"Write to me": "راسلوني",
	"There is more.": "هناك المزيد.",
	"A browser": "متصفح",
	"This browser, {{when}}": "هذا المتصفح، {{when}}",
	"Tell me there no more": "لا تُعلمني هناك بعد الآن",
	"In a browser": "في المتصفح",
	"A browser can tell you at once, even while no page is open: who and where, and not what. It goes through the service of whoever makes the browser, sealed, and ends when you sign out there.":
		"يمكن للمتصفح أن يُعلمك فورًا حتى لو لم تكن أي صفحة مفتوحة: مَن وأين، لا ماذا. يمرّ ذلك مختومًا عبر خدمة صانع المتصفح، وينتهي حين تسجّل الخروج هناك.",
	"This browser cannot do that, or runs no script.": "لا يستطيع هذا المتصفح ذلك، أو لا يشغّل البرامج النصية.",
	"The browser would not. Perhaps it was told not to ask; its own settings for this page say so.":
		"رفض المتصفح ذلك. ربما مُنع من السؤال؛ تجد ذلك في إعداداته لهذه الصفحة.",
	"Tell me in this browser": "أعلِمني في هذا المتصفح",
}

/** Why something about them was refused. */
export const newsReasons: Readonly<Record<string, string>> = {
	"You are not a member of that group.": "لست عضوًا في تلك المجموعة.",
	"There is no address to take back.": "لا يوجد عنوان لإلغائه.",
	"There is no e-mail address to write to yet.": "لا يوجد عنوان بريد إلكتروني لنراسلك عليه بعد.",
	"Your browser did not say how it can be told.": "لم يذكر متصفحك كيف يمكن إعلامه.",
	"You are not told there any more.": "لم تعد تُعلَم هناك.",
}
