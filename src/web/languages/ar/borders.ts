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
}
