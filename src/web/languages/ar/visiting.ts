/** Who comes in with the account they have on another server. */
export const visiting: Readonly<Record<string, string>> = {
	"Sign in with the account you have": "الدخول بالحساب الذي لديك",
	"On Mastodon and its kin, your own server asks you and tells us your name. On any other, we send you a code as a private message.":
		"في ماستودون وما يشبهه يسألك خادمك ثم يخبرنا باسمك. وفي غيره نرسل إليك رمزًا في رسالة خاصة.",
	"Sign in there": "الدخول من هناك",
	"Send me a code": "أرسلوا إليّ رمزًا",
	"We learn your name and nothing else, keep no key to your account, and can do nothing with it.":
		"نعرف اسمك ولا شيء غيره، ولا نحتفظ بمفتاح لحسابك، ولا نستطيع فعل شيء به.",
	"I have an account here": "لدي حساب هنا",
	"A code instead": "رمز بدلًا من ذلك",
	"{{host}} has no way to tell us who you are. We can send you a code as a private message.":
		"لا يستطيع {{host}} أن يخبرنا من أنت. يمكننا أن نرسل إليك رمزًا في رسالة خاصة.",
	"Your whole address there": "عنوانك الكامل هناك",
	"Like @you@social.example.": "مثل @you@social.example.",
	"Look into your private messages": "انظر في رسائلك الخاصة",
	"If that account is there, a code is on its way to it. It works for ten minutes, in this browser. Some apps put messages from strangers into a folder of their own.":
		"إن كان ذلك الحساب موجودًا فالرمز في طريقه إليه. يصلح عشر دقائق، في هذا المتصفح. بعض التطبيقات تضع رسائل الغرباء في مجلد خاص.",
	"Eight digits; spaces do not matter.": "ثمانية أرقام؛ والمسافات لا تهم.",
	"Nothing came? Begin again": "لم يصل شيء؟ ابدأ من جديد",
	"You are a guest here": "أنت ضيف هنا",
	"You came as {{you}}. What you write, you write on {{host}}; here you look after where you belong.":
		"جئت باسم {{you}}. ما تكتبه تكتبه على {{host}}؛ وهنا ترى أين تنتمي.",
	"Where you belong": "أين تنتمي",
	"You follow no group here yet.": "لا تتابع أي مجموعة هنا بعد.",
	"You asked to be a member.": "طلبت أن تكون عضوًا.",
	Going: "المغادرة",
	"You stay signed in for a week. This signs you out here, and wherever else you came in.":
		"يبقى دخولك أسبوعًا. هذا يُخرجك من هنا، ومن كل مكان دخلت منه.",
	"Sign out everywhere": "الخروج من كل مكان",
	"Your own server asks whether it is you, and tells us your name; nothing else is asked for.":
		"يسألك خادمك إن كنت أنت، ويخبرنا باسمك؛ ولا نطلب شيئًا غيره.",
	"Try again": "المحاولة مرة أخرى",
	"You are not signed in": "لم تدخل",
	"Your own server did not say who you are. Perhaps you said no there, perhaps it took too long.":
		"لم يقل خادمك من أنت. ربما رفضت هناك، وربما طال الوقت.",
	"That is done on your own server": "هذا يُفعل على خادمك",
	"You are here as a guest, with your account on {{host}}. What you write, keep or thank for, you do there.":
		"أنت ضيف هنا بحسابك على {{host}}. الكتابة والحفظ والشكر هناك.",
	"Your own server, {{host}}, asks you once more, and then you are in.":
		"يسألك خادمك {{host}} مرة واحدة، ثم تصير معنا.",
	"To say something, write a post on {{host}} that mentions {{address}}.":
		"لتقول شيئًا، اكتب على {{host}} منشورًا يذكر {{address}}.",
	"With an account on another server: Mastodon, Lemmy and others":
		"بحساب على خادم آخر: ماستودون أو ليمي أو غيرهما",
	"You belong already? Sign in with that account": "أنت عضو بالفعل؟ ادخل بذلك الحساب",
}

export const visitingReasons: Readonly<Record<string, string>> = {
	"Only people of other servers come in this way.": "من هذا الباب يدخل أهل الخوادم الأخرى فقط.",
	"That was begun in another window, or too long ago. Please begin again.":
		"بدأ ذلك في نافذة أخرى، أو منذ وقت طويل. يُرجى البدء من جديد.",
	"There is nobody of that name.": "لا أحد بهذا الاسم.",
	"That code does not fit. It works for ten minutes, in the browser that asked for it.":
		"هذا الرمز لا يطابق. يصلح عشر دقائق، في المتصفح الذي طلبه.",
	"A code needs your whole address, like @you@social.example.":
		"يحتاج الرمز إلى عنوانك الكامل، مثل @you@social.example.",
}
