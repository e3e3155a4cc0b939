/** Setting a server up, and fields that are not right yet. */
export const setup: Readonly<Record<string, string>> = {
	"Almost there. Please look at this again:": "أوشكت على الانتهاء. يُرجى النظر في هذا مرة أخرى:",
	"Setting up": "الإعداد",
	"Not quite yet: setting up": "لم يتم بعد: الإعداد",
	"Welcome. Let’s open the door.": "أهلًا وسهلًا. لنفتح الباب.",
	"Three short questions, and your first group can be found by anybody on the fediverse (Mastodon, Lemmy and others).":
		"ثلاثة أسئلة قصيرة، ثم يستطيع أي شخص في الفيديفرس (ماستودون وليمي وغيرهما) أن يجد مجموعتك الأولى.",
	"What is it called?": "ما اسمه؟",
	"A name for the whole house: your town, your club, your family.":
		"اسمٌ للبيت كله: مدينتك أو ناديك أو عائلتك.",
	"Your account’s name": "اسم حسابك",
	"Small letters, digits and _, from two to thirty of them. You will be {{address}}.":
		"حروف لاتينية صغيرة وأرقام والعلامة _، من حرفين إلى ثلاثين. سيكون عنوانك {{address}}.",
	"A password": "كلمة مرور",
	"Long beats clever: a few unrelated words are best.":
		"الطول خير من التعقيد: بضع كلمات لا رابط بينها هي الأفضل.",
	"The first group": "المجموعة الأولى",
	"What do its people call it?": "بماذا يسميها أهلها؟",
	"For example: The Thursday Book Club.": "مثلًا: نادي كتاب الخميس.",
	"Its short name": "اسمها القصير",
	"Small letters, digits and _. It becomes the address people follow, like {{address}}, and it stays for good.":
		"حروف لاتينية صغيرة وأرقام والعلامة _. يصبح العنوانَ الذي يتابعه الناس، مثل {{address}}، ويبقى إلى الأبد.",
	"Open the door": "افتح الباب",
	"The door is open": "الباب مفتوح",
	"The door is open.": "الباب مفتوح.",
	"{{group}} can be found and followed now, as {{address}}.":
		"يمكن الآن العثور على {{group}} ومتابعتها بالعنوان {{address}}.",
	"See its page": "شاهد صفحتها",
	"What to do next": "ماذا بعد",
	"Follow the group from your own account on another server. You will see what your guests see.":
		"تابع المجموعة من حسابك على خادم آخر. سترى ما يراه ضيوفك.",
	"Say the first words: write a post there that mentions the group. A question is a good beginning.":
		"قل الكلمات الأولى: اكتب هناك منشورًا يذكر المجموعة. السؤال بداية حسنة.",
	"Invite three people. Send each the address above with a line of your own; that beats any button.":
		"ادعُ ثلاثة أشخاص. أرسل إلى كل منهم العنوان أعلاه مع سطر منك؛ فذلك خير من أي زر.",
	"Write down how you want to talk to each other, before you need it.":
		"دوّن كيف تريدون أن تتحدثوا معًا، قبل أن تحتاجوا إلى ذلك.",
	"This link is closed": "هذا الرابط مغلق",
	"A setup link opens once, within half an hour of the start. If the server is not set up yet, start it again: it prints a new link.":
		"يُفتح رابط الإعداد مرة واحدة، خلال نصف ساعة من بدء التشغيل. إن لم يكن الخادم قد أُعدّ بعد، فأعد تشغيله: وسيعرض رابطًا جديدًا.",
}
