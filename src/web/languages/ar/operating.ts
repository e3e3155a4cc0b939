/** Running the server: other servers, what waits, how it is doing, the log; and what is kept of people. */
export const operating: Readonly<Record<string, string>> = {
	"One moment, please": "لحظة من فضلك",
	"That was a great many pages in a short time. Please come back in a few minutes; whoever signs in is not held up.":
		"كانت صفحات كثيرة جدًا في وقت قصير. عُد بعد دقائق من فضلك؛ ومن يسجّل الدخول لا يُؤخَّر.",
	"Close this group": "أغلق هذه المجموعة",
	"Close @{{handle}}": "أغلق ‎@{{handle}}",
	"Close {{group}}": "إغلاق {{group}}",
	"Nothing said in it is shown any more, everybody loses their place, and other servers are told. Its people would rather hear it from you first.":
		"لا يُعرض شيء مما قيل فيها بعد ذلك، ويفقد الجميع مكانهم، وتُخبَر الخوادم الأخرى. والأولى أن يسمع أهلها ذلك منك أولًا.",
	"Its people read it, and it stands in the log of those who run this server.":
		"يقرؤه أهلها، ويظهر في سجل من يديرون هذا الخادم.",
	"{{who}} closed the group {{group}}.": "أغلق {{who}} المجموعة {{group}}.",
	"All is well.": "كل شيء بخير.",
	"Something needs you.": "شيء ما يحتاج إليك.",
	"This is Snug {{version}}.": "هذا Snug ‏{{version}}.",
	Well: "بخير",
	"Look at this": "انظر في هذا",
	Broken: "معطل",
	"To the server as a whole; each group has a log of its own.": "للخادم كله؛ ولكل مجموعة سجل خاص بها.",
	Earlier: "أقدم",
	"What waits": "ما ينتظر",
	"Snug tries again by itself, for a month. There is seldom anything to do here.":
		"يعيد Snug المحاولة من تلقاء نفسه شهرًا. ونادرًا ما يُفعل شيء هنا.",
	"Nothing waits.": "لا شيء ينتظر.",
	"Waiting: {{number}}": "في الانتظار: {{number}}",
	"Next try {{when}}": "المحاولة التالية {{when}}",
	"Try {{host}} now": "جرّب {{host}} الآن",
	"Drop what waits for {{host}}": "أسقط ما ينتظر {{host}}",
	"It could not be said": "تعذّر قوله",
	"From {{server}}, and not understood": "من {{server}} ولم يُفهم",
	"Refused by {{server}}": "رفضه {{server}}",
	"What was set aside": "ما وُضع جانبًا",
	"It was refused for good, or could not be dealt with. Trying again sends the very same words.":
		"رُفض نهائيًا أو تعذّرت معالجته. وإعادة المحاولة ترسل الكلمات نفسها.",
	"Try all of it again": "أعد محاولة كل ذلك",
	"That server never hears of it. This cannot be taken back.": "لن يسمع ذلك الخادم به أبدًا. ولا رجعة في هذا.",
	"From groups to their followers there": "من المجموعات إلى متابعيها هناك",
	"Messages to single people there": "رسائل إلى أفراد هناك",
	"Set aside before": "ما وُضع جانبًا من قبل",
	"Drop it": "أسقطه",
	"Other servers": "الخوادم الأخرى",
	"What is decided here holds for every group. A group can be stricter, never milder.":
		"ما يُقرَّر هنا يسري على كل مجموعة. وللمجموعة أن تكون أشد لا ألين.",
	"Which server?": "أي خادم؟",
	"Like example.social; every name under it is meant, too.": "مثل example.social؛ ويُقصد كل اسم تحته أيضًا.",
	"What shall be?": "ما القرار؟",
	"Look at it twice": "انظر إليه مرتين",
	"Their posts wait for a moderator of the group.": "تنتظر منشوراتهم مشرفًا من المجموعة.",
	"Block it": "احظره",
	"Nothing of theirs is taken, and nothing is sent there. Who follows from there hears no more.":
		"لا يؤخذ منه شيء ولا يُرسل إليه شيء. ومن يتابع من هناك لا يسمع بعد ذلك.",
	Decide: "قرّر",
	"Nothing of theirs is taken or sent.": "لا يؤخذ منه شيء ولا يُرسل إليه.",
	"Their posts wait for a moderator.": "تنتظر منشوراتهم مشرفًا.",
	"Treat {{domain}} like any other": "عامل {{domain}} كغيره",
	"No server is treated differently.": "لا خادم يُعامل معاملة مختلفة.",
	"Who does not answer": "من لا يجيب",
	"Everybody does.": "الجميع يجيبون.",
	"Not reached since {{when}}": "لم يُبلَغ منذ {{when}}",
	"Who was given up": "من تُخُلّي عنه",
	"They could not be reached for a month. They are sent nothing until they speak again.":
		"تعذّر بلوغهم شهرًا. ولا يُرسل إليهم شيء حتى يتكلموا من جديد.",
	"Somebody at the command line": "شخص عند سطر الأوامر",
	"{{who}} came by an invitation.": "جاء {{who}} بدعوة.",
	"{{who}} came after asking.": "جاء {{who}} بعد أن طلب.",
	"{{who}} made an account.": "صنع {{who}} حسابًا.",
	"An account was made for {{who}}.": "صُنع حساب لـ {{who}}.",
	"{{who}} blocked the server {{server}}.": "حظر {{who}} الخادم {{server}}.",
	"{{who}} had the posts of {{server}} wait.": "جعل {{who}} منشورات {{server}} تنتظر.",
	"{{who}} let the server {{server}} be like any other.": "أعاد {{who}} الخادم {{server}} كغيره.",
	"The server was set up.": "أُعدّ الخادم.",
	"The server came back from a backup.": "عاد الخادم من نسخة احتياطية.",
	"{{who}} changed what the server says of itself.": "غيّر {{who}} ما يقوله الخادم عن نفسه.",
	"{{who}} changed who may come in.": "غيّر {{who}} من يحق له الدخول.",
	"{{who}} let {{person}} run the server, too.": "أشرك {{who}} {{person}} في إدارة الخادم.",
	"{{who}} had {{person}} run the server no longer.": "أعفى {{who}} {{person}} من إدارة الخادم.",
	"{{who}} let {{person}} in.": "أدخل {{who}} {{person}}.",
	"{{who}} turned somebody away.": "ردّ {{who}} أحدهم.",
	"{{who}} switched off the account of {{person}}.": "أوقف {{who}} حساب {{person}}.",
	"{{who}} switched on the account of {{person}}.": "شغّل {{who}} حساب {{person}}.",
	"Somebody deleted their account.": "حذف أحدهم حسابه.",
	"{{who}} deleted an account.": "حذف {{who}} حسابًا.",
	"{{who}} made a way in for {{person}}.": "صنع {{who}} طريق دخول لـ {{person}}.",
	"{{who}} made an invitation.": "صنع {{who}} دعوة.",
	"{{who}} took an invitation back.": "سحب {{who}} دعوة.",
	"{{who}} changed the words that posts may not hold.":
		"غيّر {{who}} الكلمات التي لا يجوز أن تحويها المنشورات.",
	"{{who}} closed a report.": "أغلق {{who}} بلاغًا.",
	"{{who}} had what waits for {{server}} tried again.": "أعاد {{who}} محاولة ما ينتظر {{server}}.",
	"{{who}} dropped what waited for {{server}}.": "أسقط {{who}} ما كان ينتظر {{server}}.",
	"What is kept": "ما يُحفظ",
	"As little as a server for conversations can do with. Nothing is sold, measured or shown to advertisers.":
		"أقل ما يحتاج إليه خادم للمحادثات. لا شيء يُباع أو يُقاس أو يُعرض على المعلنين.",
	"Of everybody who has an account": "عن كل من له حساب",
	"Handle, name and what you say of yourself: everybody can read that.":
		"المعرّف والاسم وما تقوله عن نفسك: يستطيع الجميع قراءته.",
	"Your password, if you have one, only as a scramble that cannot be read back; your passkeys’ public halves; your e-mail address, if you gave one.":
		"كلمة مرورك، إن كانت لك، مخلوطةً لا تُقرأ؛ والأنصاف العامة لمفاتيح مرورك؛ وبريدك إن أعطيته.",
	"Where you are signed in: what kind of browser on what kind of machine, and since when. It ends after a month.":
		"أين سجّلت الدخول: نوع المتصفح ونوع الجهاز ومنذ متى. وينتهي ذلك بعد شهر.",
	"What you keep for yourself: drafts, kept posts, muted conversations, blocks. Nobody else is shown any of it.":
		"ما تحفظه لنفسك: المسودات والمنشورات المحفوظة والمحادثات المكتومة والحظر. ولا يُعرض شيء منها على غيرك.",
	"Who invited you.": "من دعاك.",
	"Of what is said": "عمّا يقال",
	"Posts, answers and thanks, until you take them back; of a post that was taken back, only that it was there.":
		"المنشورات والردود والشكر، إلى أن تسحبها؛ وعن المنشور المسحوب أنه كان هنا فقط.",
	"What moderators decided and why, reports, and who was kept out.":
		"ما قرره المشرفون ولماذا، والبلاغات، ومن أُبعد.",
	"What other servers sent, word for word, for a week.": "ما أرسلته الخوادم الأخرى حرفيًا، أسبوعًا.",
	"Of visitors": "عن الزوار",
	"Nothing is written down about who read which page. Addresses are remembered for a while, in memory only, to hold off floods.":
		"لا يُدوَّن من قرأ أي صفحة. وتُذكر العناوين مدةً في الذاكرة فقط لصدّ السيول.",
	"One cookie while you are signed in, others if you choose a language, use a passkey or say where you have an account. No more, and nothing from elsewhere is loaded.":
		"كعكة واحدة ما دمت مسجّلًا، وأخرى إن اخترت لغة أو استعملت مفتاح مرور أو قلت أين حسابك. لا أكثر، ولا يُحمَّل شيء من مكان آخر.",
	"Who can read it": "من يستطيع قراءته",
	"What you say in a public group, everybody, and the servers of those who follow it keep copies. What you say in a private one, its members, and their servers.":
		"ما تقوله في مجموعة عامة يقرؤه الجميع، وتحفظ خوادم متابعيها نسخًا منه. وما تقوله في خاصة يقرؤه أعضاؤها وخوادمهم.",
	"Whoever runs this server can read everything that is kept on it, as on any server. Passwords and keys are sealed.":
		"من يدير هذا الخادم يستطيع قراءة كل ما يُحفظ عليه، كما في كل خادم. أما كلمات المرور والمفاتيح فمختومة.",
	"Backups are made every night and kept for some days.": "تُصنع نسخ احتياطية كل ليلة وتُحفظ أيامًا.",
	"What you can do": "ما يمكنك فعله",
	"{{take}} as files, or {{delete}}: then it is deleted here, and other servers are told.":
		"{{take}} ملفاتٍ، أو {{delete}}: فيُحذف هنا وتُخبَر الخوادم الأخرى.",
	"delete your account": "احذف حسابك",
	"For anything else, ask whoever runs this server: {{contact}}.":
		"ولأي شيء آخر اسأل من يدير هذا الخادم: {{contact}}.",
	"What those who run this server add": "ما يضيفه من يديرون هذا الخادم",
	"Each group has rules of its own besides, on its page.": "ولكل مجموعة قواعدها أيضًا، على صفحتها.",
	"Nobody has written any down for the whole server. Be kind, and do unto others as you would have them do.":
		"لم يكتب أحد قواعد للخادم كله. كن لطيفًا، وعامل الناس كما تحب أن يعاملوك.",
}
