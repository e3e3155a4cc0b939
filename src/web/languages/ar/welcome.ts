/** The first page, the page about the server, the way in, and what stands where there is nothing. */
export const welcome: Readonly<Record<string, string>> = {
	"A home for a few small groups of people who like talking to each other. Each has its own door, its own rules, and people who look after it.":
		"بيتٌ لبضع مجموعات صغيرة من أناس يحبون الحديث معًا. لكل مجموعة بابها وقواعدها وأناس يعتنون بها.",
	"The groups here": "المجموعات هنا",
	"No doors yet": "لا أبواب بعد",
	"The lamp is lit and the chairs are out, but no group has moved in yet.":
		"المصباح مضاء والكراسي جاهزة، لكن لم تسكن هنا أي مجموعة بعد.",
	"How to come in": "كيف تدخل",
	"You need no account here. Use the one you already have on the fediverse (Mastodon, Lemmy and others): open a door, copy the group’s address, and follow it from your own app. What the group says then reaches you there, and you answer from there.":
		"لا تحتاج إلى حساب هنا. استعمل حسابك الموجود في الفيديفرس (ماستودون أو ليمي أو غيرهما): افتح بابًا، وانسخ عنوان المجموعة، وتابعها من تطبيقك. عندئذ يصلك ما تقوله المجموعة هناك، ومن هناك تجيب.",
	"What a Snug is": "ما هو «سنَغ»",
	"In an old pub, the snug is the small private room with its own door. This one is for small groups on the fediverse. Nobody is ranked and nothing is counted; conversations stand in the order people had them, and when you have read them you are done.":
		"«سنَغ» (Snug) اسمُ الغرفة الصغيرة الخاصة ذات الباب المستقل في المقاهي الإنجليزية القديمة. وهذه الغرفة للمجموعات الصغيرة في الفيديفرس. لا ترتيب للناس هنا ولا عدّ لشيء؛ المحادثات مرتبة كما جرت، ومتى قرأتها فقد انتهيت.",
	"About {{server}}": "عن {{server}}",
	"A server for small groups, run by people for people they know.":
		"خادم للمجموعات الصغيرة، يديره أناس لأناس يعرفونهم.",
	"Who can read what you say": "من يستطيع قراءة ما تقول",
	"The groups you can see here are public. What you address to one is shown on its page and sent to the servers of those who follow it. Nothing you write is shared here unless you addressed it to the group.":
		"المجموعات التي تراها هنا عامة. ما توجّهه إلى إحداها يظهر في صفحتها ويُرسل إلى خوادم من يتابعونها. ولا يُشارَك هنا شيء مما تكتب ما لم توجّهه إلى المجموعة.",
	"Change a post or delete it from your own app, and the group passes that on. Other servers usually listen, but nobody can promise it for them.":
		"إن عدّلت منشورًا أو حذفته من تطبيقك، نقلت المجموعة ذلك إلى غيرها. الخوادم الأخرى تستجيب عادةً، لكن لا أحد يستطيع أن يعِد بذلك نيابةً عنها.",
	"Who runs it": "من يديره",
	"Each group is looked after by its own people, under its own rules; you find both on its page.":
		"لكل مجموعة أهلها الذين يعتنون بها وقواعدها الخاصة، وتجد ذلك كله في صفحتها.",
	"The server itself is kept by people you can reach at {{contact}}.":
		"أما الخادم نفسه فيرعاه أناس يمكنك الوصول إليهم عبر {{contact}}.",
	"For anything about the server itself, ask them: they know who keeps it running.":
		"ولأي أمر يخص الخادم نفسه، اسألهم: فهم يعرفون من يرعاه.",
	"What it runs on": "على ماذا يعمل",
	"Snug is free software under the GNU Affero General Public License.":
		"سنَغ برنامج حر بموجب رخصة غنو أفيرو العمومية (AGPL).",
	"Here is its source.": "وهذه شفرته المصدرية.",
	"It keeps a cookie in your browser only if you sign in or choose a language, loads nothing from elsewhere, and needs no script.":
		"لا يضع في متصفحك ملف ارتباط إلا إذا سجّلت الدخول أو اخترت لغة، ولا يحمّل شيئًا من مكان آخر، ولا يحتاج إلى نصوص برمجية.",
	"Not quite yet: signing in": "لم يتم بعد: تسجيل الدخول",
	"For people with an account on {{server}}. To follow a group you need none here: your own app will do.":
		"لمن لديهم حساب على {{server}}. أما متابعة مجموعة فلا تحتاج فيها إلى حساب هنا: تطبيقك يكفي.",
	"Your name here, or your e-mail address": "اسمك هنا، أو عنوان بريدك الإلكتروني",
	"Your password": "كلمة المرور",
	"There is nothing here": "لا شيء هنا",
	"Perhaps it was taken back, perhaps the address has a slip in it, or it is not for everyone to see.":
		"ربما سُحب، أو في العنوان خطأ، أو أنه ليس متاحًا للجميع.",
	"To the first page": "إلى الصفحة الأولى",
}
