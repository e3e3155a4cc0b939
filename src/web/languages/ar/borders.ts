/** What is decided about other servers and people, lists of that, and pictures that are never taken. */
export const borders: Readonly<Record<string, string>> = {
	"Not every server is heard alike: {{here}} is what was decided, and why.":
		"لا يُسمع كل الخوادم بالقدر نفسه: {{here}} ما تقرر، ولماذا.",
	here: "هنا",
	"A name in full, like @bob@social.example, or an address.": "اسم كامل مثل @bob@social.example، أو عنوان.",
	"Block them": "حظر",
	"It holds for every group. Moderators ban people from their own group, and need nobody for that.":
		"يسري ذلك على كل المجموعات. ويحظر المشرفون الأشخاص من مجموعتهم بأنفسهم، دون حاجة إلى أحد.",
	"Look at them twice": "النظر مرتين",
	"Nobody is treated differently.": "لا أحد يُعامل معاملة مختلفة.",
	"Nothing of theirs is taken.": "لا يُقبل شيء من هذا الشخص.",
	"Nothing of theirs is taken. They lose their place in every group here, and their server is told so.":
		"لا يُقبل شيء من هذا الشخص. ويفقد مكانه في كل مجموعة هنا، ويُخبر خادمه بذلك.",
	"Treat {{person}} like anybody": "معاملة {{person}} كأي أحد",
	"What they post waits for a moderator, in every group.": "ما ينشره هذا الشخص ينتظر الإشراف في كل مجموعة.",
	"What they post waits for a moderator.": "ما ينشره هذا الشخص ينتظر الإشراف.",
	"All of them": "كلها",
	Everybody: "الجميع",
	"Everybody but those that are blocked.": "كلها ما عدا المحظورة.",
	"Guests and visitors do not see it.": "لا يراه الضيوف ولا الزوار.",
	"It stands at /about/servers: names, what is refused, and the reason that is given there.":
		"يظهر في ‎/about/servers: الأسماء، وما يُرفض، والسبب المذكور هناك.",
	"Nothing is taken from any other, nothing is sent there, and nobody there is looked up.":
		"لا يُقبل شيء من غيرها، ولا يُرسل إليها شيء، ولا يُبحث فيها عن أحد.",
	"Only those on a list": "ما في القائمة فقط",
	"These servers are not on the list, and somebody here has to do with them. What stays ticked is put on the list when only listed servers are spoken with.":
		"هذه الخوادم ليست في القائمة، ولأحد هنا صلة بها. وما يبقى مؤشَّرًا يوضع في القائمة حين لا يُتواصل إلا مع خوادم القائمة.",
	"Those it is about as well.": "بمن فيهم من يخصهم الأمر.",
	"Those who run this server": "من يديرون هذا الخادم",
	"To everybody else the page is not there.": "لا وجود للصفحة عند غيرهم.",
	"Which servers?": "أي الخوادم؟",
	"Who may read what was decided?": "من يجوز له أن يقرأ ما تقرر؟",
	"Who would be cut off?": "من الذي سينقطع؟",
	"Whoever has an account here": "كل من له حساب هنا",
	"It is on the list of those we speak with.": "هو في قائمة من نتواصل معهم.",
	"No reports are taken from there.": "لا تُقبل بلاغات من هناك.",
	"None of their pictures are shown.": "لا تُعرض صورهم.",
	"{{person}} in {{group}}": "{{person}} في {{group}}",
	"{{who}} blocked {{person}} for the whole server.": "حظر {{who}} {{person}} على الخادم كله.",
	"{{who}} had the posts of {{person}} wait in every group.":
		"جعل {{who}} منشورات {{person}} تنتظر في كل مجموعة.",
	"{{who}} had this server speak only with listed ones.":
		"جعل {{who}} هذا الخادم لا يتواصل إلا مع خوادم القائمة.",
	"{{who}} had this server speak with all others.": "جعل {{who}} هذا الخادم يتواصل مع سائر الخوادم.",
	"{{who}} let everybody read what is decided about servers.":
		"سمح {{who}} للجميع بقراءة ما يتقرر بشأن الخوادم.",
	"{{who}} let nobody else read what is decided about servers.":
		"لم يسمح {{who}} لغيرهم بقراءة ما يتقرر بشأن الخوادم.",
	"{{who}} let those with an account read what is decided about servers.":
		"سمح {{who}} لأصحاب الحسابات بقراءة ما يتقرر بشأن الخوادم.",
	"{{who}} let {{person}} be like anybody.": "أعاد {{who}} {{person}} كأي أحد.",
	"All servers, or only those on a list; and who may read what was decided.":
		"كل الخوادم، أو خوادم القائمة وحدها؛ ومن يجوز له أن يقرأ ما تقرر.",
	"And for everybody who may read the list?": "ولكل من يجوز له قراءة القائمة؟",
	"Block {{server}}?": "حظر {{server}}؟",
	"More about others": "المزيد عن الآخرين",
	"On the list: {{reason}}": "في القائمة: {{reason}}",
	"Show its name there only in part": "إظهار جزء من اسمه فقط هناك",
	"Single people": "أشخاص بعينهم",
	"Somebody from elsewhere whom no group here should hear.":
		"شخص من مكان آخر لا ينبغي أن تسمعه أي مجموعة هنا.",
	"Speak with {{domain}} like with any other": "التواصل مع {{domain}} كأي خادم آخر",
	"Take {{domain}} off the list": "إزالة {{domain}} من القائمة",
	"These would be cut off. They keep their places, and are back when the block is lifted.":
		"هؤلاء سينقطعون. وتبقى لهم أماكنهم، ويعودون إليها حين يُرفع الحظر.",
	"They come in like any other’s; only what is ticked below is refused.":
		"تدخل كغيرها؛ ولا يُرفض إلا ما أُشِّر أدناه.",
	"Who that is, you say under “Whom we speak with at all”.": "تحدد من هم تحت «مع من نتواصل أصلًا».",
	"Whom we speak with at all": "مع من نتواصل أصلًا",
	"Yes, block it": "نعم، حظره",
	"{{who}} put {{server}} on the list of those we speak with.":
		"وضع {{who}} {{server}} في قائمة من نتواصل معهم.",
	"{{who}} refused pictures or reports of {{server}}.": "رفض {{who}} صور {{server}} أو بلاغاته.",
	"{{who}} took {{server}} off the list of those we speak with.":
		"أزال {{who}} {{server}} من قائمة من نتواصل معهم.",
	"About this server": "عن هذا الخادم",
	"Other servers and this one": "الخوادم الأخرى وهذا الخادم",
	"This server speaks only with servers on a list of its own.":
		"لا يتواصل هذا الخادم إلا مع خوادم في قائمة خاصة به.",
	"This server speaks with all others, but for these. Groups decide about more of them for themselves.":
		"يتواصل هذا الخادم مع سائر الخوادم إلا ما ذُكر هنا. وتقرر المجموعات بنفسها في غيرها.",
	"A note among yourselves": "ملاحظة فيما بينكم",
	"Among yourselves: {{note}}": "فيما بينكم: {{note}}",
	"It is like any other server to this group again.": "عاد لهذه المجموعة كأي خادم آخر.",
	"Only those who moderate here read it; it stands in no log.":
		"لا يقرؤها إلا من يشرف هنا؛ ولا تظهر في أي سجل.",
	"Show none of its pictures": "عدم عرض أي من صوره",
	"Take its posts": "قبول منشوراته",
	"Take no reports from there": "عدم قبول بلاغات من هناك",
	"They come in like any other’s; only what is ticked above is refused.":
		"تدخل كغيرها؛ ولا يُرفض إلا ما أُشِّر أعلاه.",
	"{{server}}: its posts come in like any other’s.": "{{server}}: تدخل منشوراته كغيرها.",
	"A file that waits to be looked at.": "ملف ينتظر أن يُنظر فيه.",
	"It counts at once.": "تسري فورًا.",
	"You look at it first.": "تنظر فيها أولًا.",
	"Last read {{when}}": "آخر قراءة {{when}}",
	"Not read since {{when}}: {{why}}": "لم تُقرأ منذ {{when}}: {{why}}",
	"Read {{name}} no longer": "التوقف عن قراءة {{name}}",
	"Read a list every day": "قراءة قائمة كل يوم",
	"Where is it?": "أين هي؟",
	"Like https://lists.example/blocks.csv. What it takes back counts here no longer.":
		"مثل https://lists.example/blocks.csv. وما تسحبه لا يعود ساريًا هنا.",
	"What do you call it?": "ماذا تسميها؟",
	"What becomes of its lines?": "ما مصير سطورها؟",
	"I look first": "أنظر أولًا",
	"What is new waits for you on the page of the list.": "الجديد ينتظرك في صفحة القائمة.",
	"They count at once": "تسري فورًا",
	"Nobody is asked, even if it cuts off people of your groups.":
		"لا يُسأل أحد، وإن قطع ذلك أشخاصًا من مجموعاتك.",
	"Read it": "قراءتها",
	"Lists of servers": "قوائم خوادم",
	"What others decided, to look at and to take over. Nothing counts before you say so.":
		"ما قرره آخرون، للنظر فيه والأخذ به. ولا يسري شيء قبل أن تقول.",
	"Bring a list": "إحضار قائمة",
	"A file": "ملف",
	"As Mastodon exports it, or one domain a line. It is looked at first.":
		"كما يصدّرها ماستودون، أو نطاق في كل سطر. يُنظر فيها أولًا.",
	"Or as text": "أو نصًّا",
	"Look at it": "النظر فيها",
	"Take your own along": "خذ قائمتك معك",
	"What is decided here, as a file for Mastodon and its kin": "ما تقرر هنا، ملفًّا لماستودون وما شابهه",
	"It would cut off:": "سيقطع ذلك:",
	"Take over what is ticked": "الأخذ بما أُشِّر",
	"Pass over what is ticked": "تجاوز ما أُشِّر",
	"Take over all of it, and what is not shown": "الأخذ بها كلها، وبما لا يظهر",
	"Pass over all of it": "تجاوزها كلها",
	"What was decided about it": "ما تقرر بشأنها",
	"Passed over": "جرى تجاوزه",
	"Let what is ticked count": "جعل ما أُشِّر ساريًا",
	"Let what is ticked count no longer": "جعل ما أُشِّر غير سارٍ",
	"What stands on it counts at once.": "ما فيها يسري فورًا.",
	"Nothing of this counts before you take it over.": "لا يسري شيء من هذا قبل أن تأخذ به.",
	"Nothing of it waits for you.": "لا شيء منها ينتظرك.",
	"There is more on it than is shown here.": "فيها أكثر مما يظهر هنا.",
	"It is read at {{address}}.": "تُقرأ في {{address}}.",
	"Take over what others decided, or take yours along.": "خذ بما قرره آخرون، أو خذ ما لديك معك.",
	"{{who}} took over from the list {{list}}: {{servers}}": "أخذ {{who}} من القائمة {{list}}: {{servers}}",
	"{{who}} passed over from the list {{list}}: {{servers}}": "تجاوز {{who}} من القائمة {{list}}: {{servers}}",
	"{{who}} has the list {{list}} read every day.": "جعل {{who}} القائمة {{list}} تُقرأ كل يوم.",
	"{{who}} has the list {{list}} read no longer.": "أوقف {{who}} قراءة القائمة {{list}}.",
	"The list {{list}} has more: {{added}}": "في القائمة {{list}} جديد: {{added}}",
	"The list {{list}} has more: {{added}}; and takes back: {{lifted}}":
		"في القائمة {{list}} جديد: {{added}}؛ وسحبت: {{lifted}}",
	"The list {{list}} takes back: {{lifted}}": "سحبت القائمة {{list}}: {{lifted}}",
	"{{who}} had pictures never taken again.": "منع {{who}} قبول صور مرة أخرى.",
	"{{who}} let a picture be taken again.": "سمح {{who}} بقبول صورة من جديد.",
	"Pictures that are never taken": "صور لا تُقبل أبدًا",
	"What must not be here, from nobody and from nowhere.": "ما لا يجوز أن يكون هنا، من أي أحد ومن أي مكان.",
	"also what looks like it": "وما يشبهها أيضًا",
	"this very file": "هذا الملف بعينه",
	"Let it come again": "السماح بها من جديد",
	"Every copy here is let go of at once, and none is taken again, from nobody and from nowhere. Of the picture itself nothing is kept.":
		"تُزال كل نسخة هنا فورًا، ولا تُقبل أي نسخة بعدها، من أي أحد ومن أي مكان. ولا يُحفظ من الصورة نفسها شيء.",
	"Where is the picture?": "أين الصورة؟",
	"Its address here, or on another server if a copy of it is here.":
		"عنوانها هنا، أو على خادم آخر إن كانت هنا نسخة منها.",
	"Or the picture itself": "أو الصورة نفسها",
	"It is looked at, and thrown away.": "يُنظر فيها ثم تُرمى.",
	"Or a list": "أو قائمة",
	"SHA-256 sums with 64 digits, or what pictures look like (pHash) with 16.":
		"قيم SHA-256 من 64 خانة، أو ما تبدو عليه الصور (pHash) من 16.",
	"Never take it": "عدم قبولها أبدًا",
	"What is never taken": "ما لا يُقبل أبدًا",
	"Since {{when}}": "منذ {{when}}",
}

/** Why something of that was refused. */
export const bordersReasons: Readonly<Record<string, string>> = {
	"The person is blocked here.": "هذا الشخص محظور هنا.",
	"That is more than a list can hold.": "هذا أكثر مما تتسع له القائمة.",
	"A group of this server is closed, not kept out.": "مجموعات هذا الخادم تُغلق، ولا تُبعد.",
	"Nothing was decided about them.": "لم يُقرَّر شيء بشأن هذا الشخص.",
	"Somebody with an account here is kept out by switching the account off.":
		"من له حساب هنا يُبعَد بإيقاف حسابه.",
	"Please choose one of the answers.": "الرجاء اختيار أحد الأجوبة.",
	"That is no list of servers that can be read.": "هذه ليست قائمة خوادم يمكن قراءتها.",
	"There is no server on that list.": "لا خادم في هذه القائمة.",
	"There are as many lists as can be kept. Let go of one first.":
		"بلغت القوائم أقصى عدد يُحفظ. تخلَّ عن واحدة أولًا.",
	"All of that is so already.": "كل ذلك معمول به أصلًا.",
	"There is no such list.": "لا توجد هذه القائمة.",
	"Nothing of that waits any more.": "لم يعد شيء من ذلك ينتظر.",
	"That is no address like https://lists.example/blocks.csv.":
		"هذا ليس عنوانًا مثل https://lists.example/blocks.csv.",
	"That list is read already.": "هذه القائمة تُقرأ أصلًا.",
	"That list is not read here.": "هذه القائمة لا تُقرأ هنا.",
	"That picture is never taken here.": "هذه الصورة لا تُقبل هنا أبدًا.",
	"That is more than can be kept in mind.": "هذا أكثر مما يمكن تذكره.",
	"That is never taken already.": "هذا لا يُقبل أصلًا.",
	"That picture is not on the list.": "هذه الصورة ليست في القائمة.",
	"No picture of that address is kept here. Bring it as a file.":
		"لا تُحفظ هنا صورة بهذا العنوان. أحضرها ملفًّا.",
	"There is nothing on that list by which a picture could be known.": "لا شيء في هذه القائمة تُعرف به صورة.",
	"Bring the picture, or say where it is.": "أحضر الصورة، أو قل أين هي.",
}
