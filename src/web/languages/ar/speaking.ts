/** Writing, answering, and what is kept. */
export const speaking: Readonly<Record<string, string>> = {
	Drafts: "المسودات",
	Kept: "المحفوظات",
	"What it said before": "ما كان مكتوبًا من قبل",
	Answer: "رد",
	"Your answer": "ردك",
	"You muted this conversation: it is left out of the list on the group’s page, for you alone.":
		"لقد كتمت هذه المحادثة: لا تظهر في القائمة على صفحة المجموعة، لك وحدك.",
	"Enough of this? Muted, it is left out of the list on the group’s page, for you alone.":
		"هل اكتفيت منها؟ إذا كتمتها فلن تظهر في القائمة على صفحة المجموعة، لك وحدك.",
	"Hear of it again": "أريد متابعتها من جديد",
	"Mute the conversation": "اكتم المحادثة",
	"This is what it will look like": "هكذا ستبدو",
	"Look at it first": "عاينها أولًا",
	"Send it": "أرسلها",
	"Keep as a draft": "احفظها مسودة",
	"A title, if it wants one": "عنوان، إن احتاجت إليه",
	"An empty line begins a paragraph, *this* is emphasis, and > begins a quotation (Markdown).":
		"السطر الفارغ يبدأ فقرة، و*هذا* للتشديد، و> تبدأ اقتباسًا (ماركداون).",
	"A content note, if it needs one": "تنبيه عن المحتوى، إن لزم",
	"People see this first, and open the rest if they want to.": "يراه الناس أولًا، ويفتحون الباقي إن شاؤوا.",
	"The address of a post that you quote": "عنوان منشور تقتبسه",
	"A moderator will look at this before anybody else reads it. {{reason}} You can send it as it is, or change it first.":
		"سيطّلع عليها أحد المشرفين قبل أن يقرأها غيره. {{reason}} يمكنك إرسالها كما هي أو تعديلها أولًا.",
	"Earlier wordings": "الصيغ السابقة",
	"What it says now": "ما هو مكتوب الآن",
	"{{name}} changed this post. This is what it said before, the latest first.":
		"عدّل {{name}} هذا المنشور. هذا ما كان مكتوبًا من قبل، الأحدث أولًا.",
	"Until {{when}}": "حتى {{when}}",
	Thanks: "الشكر",
	"{{names}} said thanks": "شكرًا من {{names}}",
	"Say thanks": "قل شكرًا",
	"Take your thanks back": "اسحب شكرك",
	"Take your {{emoji}} back": "اسحب {{emoji}}",
	"Answer with {{emoji}}": "رد بـ {{emoji}}",
	"Keep it no longer": "لا تحفظه بعد الآن",
	"Keep it for yourself": "احفظه لنفسك",
	More: "المزيد",
	"Quote it": "اقتبسه",
	"Change it": "عدّله",
	"Take it back": "اسحبه",
	"Report it": "أبلغ عنه",
	"Your words are safe": "كلماتك محفوظة",
	"There is nothing at this address to write to, or not any more. Here is what you wrote.":
		"لا يوجد في هذا العنوان ما تكتب إليه، أو لم يعد موجودًا. هذا ما كتبته.",
	"You are signed out, so nothing was sent. Here is what you wrote.":
		"لم تعد مسجّل الدخول، فلم يُرسل شيء. هذا ما كتبته.",
	"Sign in, in a new tab": "سجّل الدخول في تبويب جديد",
	"What you wrote": "ما كتبته",
	"I am signed in again: go on": "سجّلت الدخول من جديد: تابع",
	"Nothing written yet": "لم يُكتب شيء بعد",
	"It is kept as a draft. Nobody sees it but you.": "حُفظت مسودة. لا يراها أحد سواك.",
	"It was sent, and waits for a moderator. You see below what becomes of it.":
		"أُرسلت وتنتظر أحد المشرفين. سترى أدناه ما يؤول إليه أمرها.",
	"The draft is gone.": "حُذفت المسودة.",
	"Nothing is begun and unsent. What you keep as a draft will be here, for you alone.":
		"لا شيء بدأته ولم ترسله. ما تحفظه مسودةً سيكون هنا، لك وحدك.",
	"Throw it away": "تخلّص منها",
	"Waiting for a moderator": "في انتظار أحد المشرفين",
	"Posts that you keep to find again. Nobody is told, and nobody else sees this page.":
		"منشورات تحفظها لتجدها من جديد. لا يُخبَر أحد بذلك، ولا يرى هذه الصفحة أحد غيرك.",
	"You keep nothing yet. Under each post, “More” has “Keep it for yourself”.":
		"لم تحفظ شيئًا بعد. تحت كل منشور، في «المزيد»، تجد «احفظه لنفسك».",
	"Kept earlier": "محفوظات أقدم",
	"Muted conversations": "محادثات مكتومة",
	"One press and you are in, with your account on this server. Everybody in the group can see your name.":
		"ضغطة واحدة وتصبح معنا، بحسابك على هذا الخادم. يمكن لكل من في المجموعة رؤية اسمك.",
	"You can read along at once; somebody who looks after the group then welcomes you as a member. They see your name.":
		"يمكنك المتابعة فورًا، ثم يرحّب بك عضوًا أحدُ القائمين على المجموعة. هم يرون اسمك.",
	"By joining you say yes to the rules above.": "بانضمامك توافق على القواعد أعلاه.",
	"Follow the group": "تابع المجموعة",
	"Join the group": "انضم إلى المجموعة",
	"Its server was asked, and has not answered yet.": "سُئل خادمها ولم يُجب بعد.",
	"You follow along, and asked to be a member. Somebody who looks after the group will answer.":
		"أنت تتابع، وطلبت أن تكون عضوًا. سيجيبك أحد القائمين على المجموعة.",
	"You follow the group.": "أنت تتابع المجموعة.",
	"You are a member.": "أنت عضو.",
	"You help to look after the group.": "أنت ممن يعتنون بالمجموعة.",
	"Come in": "تفضّل بالدخول",
	"You and the group": "أنت والمجموعة",
	"Think again": "غيّرت رأيي",
	"Leave the group": "غادر المجموعة",
	"Nothing more of it reaches you. What you said stays, and you can come back by the same door.":
		"لن يصلك منها شيء بعد الآن. ما قلته يبقى، ويمكنك العودة من الباب نفسه.",
	"Say something": "قل شيئًا",
	"You follow the group from here, with your account on this server: its server, {{host}}, is asked, and what it shares then stands on this page.":
		"تتابع المجموعة من هنا بحسابك على هذا الخادم: يُسأل خادمها {{host}}، ثم يظهر ما تشاركه على هذه الصفحة.",
	"Change what you said": "عدّل ما قلته",
	"What would you like to say?": "ماذا تود أن تقول؟",
	"Delete it": "احذفه",
	"Your words go from this server for good, earlier ones, a poll and its votes included; a mark stays that something was there. Other servers that have it are asked to delete it. Most do at once; nobody can make them.":
		"تزول كلماتك من هذا الخادم نهائيًا، بما فيها الصيغ السابقة والاستطلاع وأصواته؛ وتبقى علامة على أن شيئًا كان هنا. ويُطلب من الخوادم الأخرى التي لديها المنشور أن تحذفه. معظمها يفعل فورًا، لكن لا أحد يستطيع إجبارها.",
	"Your words go from this server for good, earlier ones, a poll and its votes included; a mark stays that something was there. It was on no other server.":
		"تزول كلماتك من هذا الخادم نهائيًا، بما فيها الصيغ السابقة والاستطلاع وأصواته؛ وتبقى علامة على أن شيئًا كان هنا. ولم يكن على أي خادم آخر.",
	"Delete it for good": "احذفه نهائيًا",
	"Only take it out of the group": "أخرجه من المجموعة فقط",
	"Take it out of the group": "أخرجه من المجموعة",
	"{{group}} shows it no longer, and tells those who follow the group. It is not deleted: servers that have it may keep it.":
		"لا تعرضه {{group}} بعد الآن، وتخبر متابعيها بذلك. لا يُحذف: قد تحتفظ به الخوادم التي لديها.",
	"A content note, a language, a quotation or a poll": "تنبيه عن المحتوى أو لغة أو اقتباس أو استطلاع",
	"The language you write in": "اللغة التي تكتب بها",
	"half an hour": "نصف ساعة",
	"six hours": "ست ساعات",
	"a day": "يوم",
	"three days": "ثلاثة أيام",
	"a week": "أسبوع",
	"two weeks": "أسبوعان",
	"a month": "شهر",
	"A poll": "استطلاع",
	"What people may choose from": "ما يختار الناس منه",
	"One to a line: two at least, ten at most. Without any, there is no poll.":
		"خيار في كل سطر: اثنان على الأقل وعشرة على الأكثر. وبلا خيارات لا استطلاع.",
	"People may choose several": "يمكن اختيار أكثر من واحد",
	"How long it is open": "مدة بقائه مفتوحًا",
	"Who can read this?": "من يمكنه قراءة هذا؟",
	"Moderators may look at it first, and may take it out later.":
		"قد يطّلع عليه المشرفون أولًا، وقد يخرجونه لاحقًا.",
	"Moderators may look at it first, and may take it out later. What has travelled cannot be fetched back: if you edit or delete it, other servers are asked to do the same.":
		"قد يطّلع عليه المشرفون أولًا، وقد يخرجونه لاحقًا. ما سافر لا يمكن استرجاعه: إذا عدّلته أو حذفته طُلب من الخوادم الأخرى أن تفعل مثل ذلك.",
	"Only the members of {{group}} can read this. It stays on this server.":
		"لا يقرأ هذا إلا أعضاء {{group}}. ويبقى على هذا الخادم.",
	"Everybody can read this. It goes to {{host}}, where {{group}} lives; that server decides whether to share it with those who follow the group.":
		"يمكن للجميع قراءة هذا. يذهب إلى {{host}} حيث تقيم {{group}}؛ وذلك الخادم يقرر هل يشاركه مع متابعي المجموعة.",
	"Everybody can read this: it stands on the page of {{group}}. Nobody follows the group from another server so far; who does so later may receive it, too.":
		"يمكن للجميع قراءة هذا: يظهر على صفحة {{group}}. لا يتابع المجموعةَ أحدٌ من خادم آخر حتى الآن؛ ومن يتابعها لاحقًا قد يصله أيضًا.",
	"Everybody can read this: it stands on the page of {{group}}, and it travels to the servers of those who follow the group, among them {{servers}}.":
		"يمكن للجميع قراءة هذا: يظهر على صفحة {{group}}، ويسافر إلى خوادم من يتابعون المجموعة، ومنها {{servers}}.",
	"Where does this go?": "إلى أين يذهب هذا؟",
	"What is it about?": "عمَّ هذا البلاغ؟",
	"This post": "هذا المنشور",
	"What is wrong?": "ما الخطأ؟",
	"A sentence or two is enough.": "تكفي جملة أو جملتان.",
	"Send the report": "أرسل البلاغ",
	"To the people who look after {{group}} on {{host}}, in your name: that server asks for one.":
		"إلى القائمين على {{group}} في {{host}}، باسمك: فذلك الخادم يطلب اسمًا.",
	"To the people who look after {{group}}: {{names}}. They see that it comes from you; whoever it is about does not, unless they are one of them.":
		"إلى القائمين على {{group}}: {{names}}. يرون أن البلاغ منك؛ أما المعنيّ به فلا يراه، إلا إذا كان واحدًا منهم.",
	"To the people who look after {{group}}. They see that it comes from you; whoever it is about does not, unless they are one of them.":
		"إلى القائمين على {{group}}. يرون أن البلاغ منك؛ أما المعنيّ به فلا يراه، إلا إذا كان واحدًا منهم.",
	"{{name}}, and how they behave here": "{{name}} وسلوكه هنا",
	"Tell the people who look after {{host}} as well; they are not told who reported, unless their server asks for a name.":
		"أخبر القائمين على {{host}} أيضًا؛ لا يُذكر لهم من أبلغ، إلا إذا طلب خادمهم اسمًا.",
	"The group": "المجموعة",
	"Answer {{name}}": "رد على {{name}}",
	"Say something in {{group}}": "قل شيئًا في {{group}}",
	"Not quite yet: {{title}}": "ليس بعد: {{title}}",
	"Back to the conversation": "العودة إلى المحادثة",
	"That was not done": "لم يتم ذلك",
	"Content note: {{note}}": "تنبيه عن المحتوى: {{note}}",
	"A post without words": "منشور بلا كلمات",
	"Back to the group": "العودة إلى المجموعة",
	"The door stays shut": "يبقى الباب مغلقًا",
	"Not yet": "ليس بعد",
	"It is taken back": "تم سحبه",
	"The post is deleted here, and other servers that have it are asked to do the same.":
		"حُذف المنشور هنا، ويُطلب من الخوادم الأخرى التي لديها أن تفعل مثل ذلك.",
	"The group shows the post no longer.": "لم تعد المجموعة تعرض المنشور.",
	"Thank you for telling": "شكرًا على إخبارنا",
	"The report is with those who look after the group now. You need do nothing more.":
		"البلاغ الآن لدى القائمين على المجموعة. لا حاجة لأن تفعل شيئًا آخر.",
}
