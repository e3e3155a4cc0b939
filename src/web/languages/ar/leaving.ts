/** Going for good, and taking everything along. */
export const leaving: Readonly<Record<string, string>> = {
	"Delete my account": "احذف حسابي",
	"Everything of yours goes, here and elsewhere.": "كل ما يخصك يزول، هنا وفي غيره.",
	"This cannot be taken back, by you or by anybody else.": "لا رجعة في هذا، لا منك ولا من أحد غيرك.",
	"What goes": "ما الذي يزول",
	"Your posts and answers, in every group. Other servers are told to delete their copies.":
		"منشوراتك وردودك في كل مجموعة. ويُطلب من الخوادم الأخرى حذف نسخها.",
	"Your profile, your thanks, and your place in every group.": "ملفك، وشكرك للآخرين، ومكانك في كل مجموعة.",
	"Everything private, at once: how you sign in, your e-mail address, drafts, kept posts, muted conversations, blocks and invitations.":
		"كل ما هو خاص، في الحال: طرق دخولك وبريدك والمسودات والمنشورات المحفوظة والمحادثات المكتومة والحظر والدعوات.",
	"What stays": "ما الذي يبقى",
	"That a post was there, without its words, so that answers to it still make sense.":
		"أن منشورًا كان هنا، من دون كلماته، لكي تُفهم الردود عليه.",
	"What moderators decided, without your name on the page.": "ما قرره المشرفون، من دون اسمك على الصفحة.",
	"Your handle, which nobody else is ever given. You cannot have it again, either.":
		"معرّفك، فلا يُعطى لأحد غيرك أبدًا. ولا يمكنك أن تأخذه مرة أخرى أيضًا.",
	"Backups of this server, until they are replaced by newer ones.":
		"نسخ هذا الخادم الاحتياطية، إلى أن تحل محلها نسخ أحدث.",
	"Most servers delete what they are told to delete. Nobody can promise it for them.":
		"معظم الخوادم تحذف ما يُطلب منها حذفه. ولا أحد يستطيع أن يعد بذلك نيابة عنها.",
	"If you only want to live elsewhere, {{move}} instead: those who know you come along.":
		"إن أردت أن تسكن في مكان آخر فقط، فيمكنك {{move}} بدل ذلك: ومن يعرفونك يأتون معك.",
	"move house": "الانتقال",
	"First, somebody else has to take over": "لا بد أولًا أن يتولى الأمر شخص آخر",
	"Nobody else owns these groups. Make another person their owner, then come back.":
		"لا مالك آخر لهذه المجموعات. اجعل شخصًا آخر مالكًا لها ثم عُد.",
	"Type {{handle}} if you mean it": "اكتب {{handle}} إن كنت تقصد ذلك",
	"It is the name of your account.": "هو اسم حسابك.",
	"Delete my account for good": "احذف حسابي نهائيًا",
	"Your account is deleted": "حُذف حسابك",
	"What was private is gone already. Your posts are being taken down, and the servers that know you are being told. Be well.":
		"ما كان خاصًا زال بالفعل. وتُزال منشوراتك الآن، وتُخبَر الخوادم التي تعرفك. دمت بخير.",
	"Take your things along": "خذ أشياءك معك",
	"Your posts, drafts and lists, as files.": "منشوراتك ومسوداتك وقوائمك، ملفاتٍ.",
	"Each file is made when you ask for it, and holds nothing but what is yours.":
		"يُصنع كل ملف حين تطلبه، ولا يحوي إلا ما هو لك.",
	"Who you are, as other servers read you.": "من أنت، كما تقرؤك الخوادم الأخرى.",
	"Everything you said here: posts, answers and polls.": "كل ما قلته هنا: منشورات وردود واستطلاعات.",
	"What you thanked for, by its address.": "ما شكرت عليه، بعنوانه.",
	"What you keep, by its address.": "ما تحفظه، بعنوانه.",
	"What you have begun to write.": "ما بدأت كتابته.",
	"The groups you follow. Mastodon can read this list.":
		"المجموعات التي تتابعها. يستطيع ماستودون قراءة هذه القائمة.",
	"Whom you block. Mastodon can read this list.": "من تحظرهم. يستطيع ماستودون قراءة هذه القائمة.",
	"Which servers you block. Mastodon can read this list.":
		"الخوادم التي تحظرها. يستطيع ماستودون قراءة هذه القائمة.",
	"To live elsewhere, {{move}}: then those who know you come along.":
		"لكي تسكن في مكان آخر يمكنك {{move}}: فيأتي معك من يعرفونك.",
}

/** Why somebody cannot go yet, or cannot get in. */
export const leavingReasons: Readonly<Record<string, string>> = {
	"That is not the name of your account. Nothing was deleted.": "ليس هذا اسم حسابك. لم يُحذف شيء.",
	"A group keeps an owner: make somebody else one first.":
		"تحتفظ المجموعة بمالك لها: اجعل شخصًا آخر مالكًا أولًا.",
	"There is no such account.": "لا يوجد حساب كهذا.",
	"Somebody has to run this server: make somebody else an operator first.":
		"لا بد لهذا الخادم ممن يديره: اجعل شخصًا آخر مديرًا له أولًا.",
	"This account is switched off. Ask whoever runs this server; what you wrote is still there.":
		"هذا الحساب موقوف. اسأل من يدير هذا الخادم؛ فما كتبته لا يزال موجودًا.",
}
