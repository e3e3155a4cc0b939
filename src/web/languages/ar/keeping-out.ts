/** The part of the desk about people, words and servers. */
export const keepingOut: Readonly<Record<string, string>> = {
	People: "الناس",
	"Nobody is banned.": "لا أحد محظور.",
	"{{person}} is banned until {{when}}.": "{{person}} محظور حتى {{when}}.",
	"{{person}} is banned for good.": "{{person}} محظور إلى الأبد.",
	"Ban {{person}}": "حظر {{person}}",
	"Ban them": "حظر",
	"Ban somebody": "حظر أحدهم",
	"They leave the group at once, and their server is told that they follow no more; what they send is not taken. What they posted stays until you take it out. The ban and your reason are public.":
		"يغادر هذا الحساب المجموعة فورًا، ويُخبر خادمه بأنه لم يعد يتابعها؛ ولا يُقبل ما يرسله. ويبقى ما نشره إلى أن تُخرجوه. الحظر وسببه علنيان.",
	"Who?": "من؟",
	"In full: {{example}}": "كاملًا: {{example}}",
	"Until which day?": "حتى أي يوم؟",
	"Leave it empty for good. They may come back on that day.":
		"اتركه فارغًا ليكون دائمًا. وفي ذلك اليوم تجوز العودة.",
	"Lift the ban on {{person}}": "رفع الحظر عن {{person}}",
	"They may follow again, by themselves; nobody is added. Lemmy and its kin are told. That it was lifted is public.":
		"يمكن لهذا الحساب أن يتابع من جديد بنفسه؛ ولا يُضاف أحد. ويُخبر ليمي وما شابهه. رفع الحظر علني.",
	Words: "الكلمات",
	"No word makes a post wait.": "لا كلمة تجعل منشورًا ينتظر.",
	"{{word}}: posts with it wait here.": "{{word}}: تنتظر هنا المنشورات التي تحتويها.",
	"{{word}}: posts with it are not taken.": "{{word}}: لا تُقبل المنشورات التي تحتويها.",
	"Take it off the list": "إزالتها من القائمة",
	"Posts with it come through like any other from now on. What waits already goes on waiting.":
		"تمر المنشورات التي تحتويها كغيرها من الآن. وما ينتظر يظل منتظرًا.",
	"Add a word": "إضافة كلمة",
	"A word, or several as they stand together": "كلمة، أو عدة كلمات متجاورة",
	"Capitals do not matter. Only these moderators see the list.":
		"لا فرق بين الحروف الكبيرة والصغيرة. ولا يرى القائمة إلا المشرفون هنا.",
	"Let posts wait": "جعل المنشورات تنتظر",
	"A post with it waits at this desk; its author hears that it waits, at most once a day.":
		"ينتظر المنشور الذي يحتويها في هذا المكتب؛ ويُخبر كاتبه بذلك مرة في اليوم على الأكثر.",
	"Take no such posts": "عدم قبول مثلها",
	"A post with it is not taken; its author hears that, at most once a day. Nobody else hears of it.":
		"لا يُقبل المنشور الذي يحتويها؛ ويُخبر كاتبه بذلك مرة في اليوم على الأكثر. ولا يعلم به أحد آخر.",
	Servers: "الخوادم",
	"This group treats every server alike.": "تعامل هذه المجموعة الخوادم كلها بالمثل.",
	"{{server}}: nothing is taken from it, and nothing sent to it.":
		"{{server}}: لا يُقبل منه شيء ولا يُرسل إليه شيء.",
	"{{server}}: its posts wait here.": "{{server}}: تنتظر منشوراته هنا.",
	"Allow {{server}}": "السماح للخادم {{server}}",
	"It is like any other server to this group again. What was shared meanwhile is not sent to it. This is public.":
		"يعود عند هذه المجموعة كأي خادم آخر. ولا يُرسل إليه ما شورك في الأثناء. هذا علني.",
	"It is like any other server to this group again. What waits already goes on waiting.":
		"يعود عند هذه المجموعة كأي خادم آخر. وما ينتظر يظل منتظرًا.",
	"Settle something about a server": "اتخاذ قرار بشأن خادم",
	"Which server?": "أي خادم؟",
	"Its name, like social.example; those below it count too.": "اسمه، مثل social.example؛ ويشمل ما تحته.",
	"Let its posts wait": "جعل منشوراته تنتظر",
	"What its people post here waits at this desk first. Their server is told nothing.":
		"ما ينشره أهله هنا ينتظر أولًا في هذا المكتب. ولا يُخبر خادمهم بشيء.",
	"Block it": "حجبه",
	"Nothing its people send to this group is taken, and the group sends it nothing. Its server is told nothing. The block and your reason are public.":
		"لا يُقبل شيء مما يرسله أهله إلى هذه المجموعة، ولا ترسل المجموعة إليه شيئًا. ولا يُخبر خادمهم بشيء. الحجب وسببه علنيان.",
}
