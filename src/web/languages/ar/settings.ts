/** What people set for themselves. */
export const settings: Readonly<Record<string, string>> = {
	Profile: "الملف الشخصي",
	"Your name, and what you say of yourself.": "اسمك وما تقوله عن نفسك.",
	"Language and time": "اللغة والوقت",
	"In which language and time zone you read.": "بأي لغة ومنطقة زمنية تقرأ.",
	"Blocked people and servers": "أشخاص وخوادم محظورون لديك",
	"Whom you want to hear nothing of.": "من لا تريد أن تسمع عنه شيئًا.",
	"Moving house": "الانتقال",
	"Come here from another account, or go to one.": "تعال إلى هنا من حساب آخر، أو اذهب إلى حساب.",
	"Say who you are.": "قل من أنت.",
	"Four lines more": "أربعة أسطر أخرى",
	"Each has a name and something after it: a place, a pronoun, an address. A page of yours is marked as yours when it links back here with rel=me:":
		"لكل سطر اسم وشيء بعده: مكان أو ضمير أو عنوان. وتُعلَّم صفحتك بأنها لك حين تشير إلى هنا بـ rel=me:",
	"Name of the line": "اسم السطر",
	"What stands after it": "ما يأتي بعده",
	"It links back: it is yours.": "تشير إلى هنا: هي لك.",
	"What you say here can be read by everybody, on other servers, too.":
		"ما تقوله هنا يستطيع الجميع قراءته، وعلى خوادم أخرى أيضًا.",
	"See your page": "انظر صفحتك",
	"You can write in Markdown.": "يمكنك الكتابة بماركداون.",
	"Everybody may see which public groups I belong to; otherwise only those who are in them.":
		"للجميع أن يروا المجموعات العامة التي أنتمي إليها؛ وإلا فلا يراها إلا من هم فيها.",
	"Keep it": "احفظ",
	"In which language do you read?": "بأي لغة تقرأ؟",
	"As my browser says": "كما يقول متصفحي",
	"In which time zone do you live?": "في أي منطقة زمنية تعيش؟",
	"Not said": "لم يُذكر",
	"What they write is not shown to you any more. Nobody is told.":
		"ما يكتبونه لا يُعرض عليك بعد الآن. ولا يُخبَر أحد بذلك.",
	"Whom, or which server?": "من، أو أي خادم؟",
	"A name in full, like @bob@social.example, or a server, like social.example.":
		"اسم كامل مثل ‎@bob@social.example، أو خادم مثل social.example.",
	Block: "احظر",
	"Block no longer": "ارفع الحظر",
	"Come here from another account": "المجيء إلى هنا من حساب آخر",
	"Name your old account here first. Then go to its own settings, and move it to {{handle}}.":
		"سمِّ حسابك القديم هنا أولًا. ثم اذهب إلى إعداداته وانقله إلى {{handle}}.",
	"This is not mine any more": "لم يعد هذا لي",
	"Your other account": "حسابك الآخر",
	"Its name in full, like @bob@social.example, or its address.":
		"اسمه الكامل مثل ‎@bob@social.example، أو عنوانه.",
	"It is mine": "هو لي",
	"You have moved": "لقد انتقلت",
	"Move to {{name}}?": "الانتقال إلى {{name}}؟",
	"Everybody is told that you live there from now on. Groups here keep your place for the new account; groups elsewhere follow if their servers can. What you wrote stays here. It cannot be taken back, and there are thirty days between two moves.":
		"يُخبَر الجميع بأنك تسكن هناك من الآن. المجموعات هنا تحفظ مكانك للحساب الجديد؛ والمجموعات الأخرى تتبعك إن استطاعت خوادمها. ما كتبته يبقى هنا. لا رجعة في ذلك، وبين انتقالين ثلاثون يومًا.",
	"Yes, I move to {{handle}}": "نعم، أنتقل إلى {{handle}}",
	"Go to another account": "الذهاب إلى حساب آخر",
	"In the settings of the new account, name {{handle}} as an account of yours first.":
		"في إعدادات الحساب الجديد، سمِّ {{handle}} حسابًا لك أولًا.",
	"Your new account": "حسابك الجديد",
	"See what would happen": "انظر ماذا سيحدث",
	"(links back)": "(تشير إلى هنا)",
	"{{person}} lives at {{place}} now.": "يسكن {{person}} الآن في {{place}}.",
	"Your groups, as those in them see it": "مجموعاتك كما يراها من فيها",
	"In these groups": "في هذه المجموعات",
	"Change what you say of yourself": "غيّر ما تقوله عن نفسك",
	"Sign in and add a passkey: then you need to remember no password.":
		"ادخل وأضف مفتاح مرور: عندها لا تحتاج إلى تذكّر كلمة مرور.",
}
