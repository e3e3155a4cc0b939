/** Between this server and the one where somebody has their account. */
export const joining: Readonly<Record<string, string>> = {
	"Where is your account?": "أين حسابك؟",
	"Like @you@social.example, the address of your page there, or only your server.":
		"مثل @you@social.example، أو عنوان صفحتك هناك، أو اسم خادمك وحده.",
	"Join from there": "انضم من هناك",
	"Or do it by hand": "أو افعل ذلك يدويًا",
	"With the account you already have: your own server asks once more, and then you are in.":
		"بالحساب الذي لديك: يسألك خادمك مرة واحدة، ثم تصير معنا.",
	"With the account you already have: your own server asks once more. You can read along at once; someone who looks after the group then welcomes you as a member.":
		"بالحساب الذي لديك: يسألك خادمك مرة واحدة. يمكنك القراءة فورًا؛ ثم يرحب بك عضوًا أحد من يعتنون بالمجموعة.",
	"Join {{group}}": "الانضمام إلى {{group}}",
	"Not quite yet: joining {{group}}": "ليس بعد: الانضمام إلى {{group}}",
	"On to {{host}}": "إلى {{host}}",
	"Take me there": "خذني إلى هناك",
	"Your own server shows you {{group}}. Press Follow there, and that is all.":
		"يعرض لك خادمك {{group}}. اضغط «متابعة» هناك، وهذا كل شيء.",
	"A QR code with the address of this page of {{group}}": "رمز استجابة سريعة فيه عنوان صفحة {{group}}",
	"For your phone: its camera opens the group’s page.": "لهاتفك: تفتح كاميرته صفحة المجموعة.",
	"Answer by hand": "الرد يدويًا",
	"Join by hand": "الانضمام يدويًا",
	"{{server}} has no page that we could bring you to. It takes two steps more:":
		"ليس في {{server}} صفحة نأخذك إليها. بقيت خطوتان:",
	"The post’s address": "عنوان المنشور",
	"Sign in on {{server}} and paste the address into its search.":
		"سجّل الدخول في {{server}} وألصق العنوان في خانة البحث.",
	"Open the post that it finds, and answer it. Mention {{address}}, and the whole group hears you.":
		"افتح المنشور الذي يظهر ورد عليه. اذكر {{address}} فتسمعك المجموعة كلها.",
	"Sign in on {{server}} and search for {{address}}.": "سجّل الدخول في {{server}} وابحث عن {{address}}.",
	"Sign in on {{server}}, open World, and search there for {{address}}.":
		"سجّل الدخول في {{server}}، وافتح World، وابحث هناك عن {{address}}.",
	"Open the community that it finds, and press Subscribe.": "افتح المجتمع الذي يظهر واضغط «اشتراك».",
	"Open the community that it finds, and press Join.": "افتح المجتمع الذي يظهر واضغط «انضمام».",
	"Open the magazine that it finds, and press Subscribe.": "افتح المجلة التي تظهر واضغط «اشتراك».",
	"Open the category that it finds, and choose to track it.": "افتح القسم الذي يظهر واختر تتبعه.",
	"Open the group that it finds, and press Follow.": "افتح المجموعة التي تظهر واضغط «متابعة».",
	"Answer from your own server": "الرد من خادمك",
	"Open it there": "افتحه هناك",
	"Your own server opens the post; answer it there. Mention {{address}}, and the whole group hears you.":
		"يفتح خادمك المنشور؛ رد عليه هناك. اذكر {{address}} فتسمعك المجموعة كلها.",
	"With the account you already have: your own server opens the conversation, and you answer there. Under each post there is a link that leads to just that one.":
		"بالحساب الذي لديك: يفتح خادمك المحادثة وترد هناك. وتحت كل منشور رابط يقود إليه وحده.",
	"Follow {{group}} from here": "متابعة {{group}} من هنا",
	"Its own server is asked, and sees your name. What the group shares from then on stands on a page here.":
		"يُسأل خادمها ويرى اسمك. وما تشاركه المجموعة بعد ذلك يظهر في صفحة هنا.",
	"People are followed elsewhere": "متابعة الأشخاص في مكان آخر",
	"With an account here you follow groups. Who has an account on another server can follow people from there.":
		"بحسابك هنا تتابع المجموعات. ومن لديه حساب على خادم آخر يمكنه متابعة الأشخاص من هناك.",
	"No group was found at that address, nor a post that anybody here has been sent.":
		"لم نجد عند هذا العنوان مجموعة، ولا منشورًا وصل إلى أحد هنا.",
}

export const joiningReasons: Readonly<Record<string, string>> = {
	"Write it in full, like @you@social.example, or only your server’s name.":
		"اكتبه كاملًا، مثل @you@social.example، أو اسم خادمك وحده.",
	"That is this server. Sign in here, and then join.": "هذا هو هذا الخادم. سجّل الدخول هنا ثم انضم.",
	"This server has nothing to do with that one, so there is no way from here.":
		"لا صلة لهذا الخادم بذاك، فلا طريق إليه من هنا.",
	"That server knows nobody of that name. Is there a slip in it?":
		"لا يعرف ذلك الخادم أحدًا بهذا الاسم. هل فيه خطأ؟",
	"That server does not answer just now. Is there a slip in its name?":
		"لا يجيب ذلك الخادم الآن. هل في اسمه خطأ؟",
}
