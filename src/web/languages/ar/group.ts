/** A group's page, and how to join. */
export const group: Readonly<Record<string, string>> = {
	"The group has moved. It lives at {{address}} now; follow it there. What was said here stays, and nothing new is taken.":
		"انتقلت المجموعة. هي الآن في {{address}}؛ تابعها هناك. ما قيل هنا باقٍ، ولا يُقبل جديد.",
	"How to join": "كيف تنضم",
	"Content note: {{note}}": "تنبيه عن المحتوى: {{note}}",
	"A post by {{author}}": "منشور من {{author}}",
	"{{people}} replied, {{when}}": "ردّ من {{people}}، {{when}}",
	"Nobody has said anything yet. The fire is lit and the good chair is free.":
		"لم يقل أحد شيئًا بعد. النار موقدة والكرسي المريح شاغر.",
	"The people who look after this group will begin; follow it and you will hear them.":
		"سيبدأ من يعتنون بهذه المجموعة؛ تابعها وستسمعهم.",
	"Somebody has to begin. Say what you are reading, cooking, mending or wondering about; how to do that is just below.":
		"لا بد أن يبدأ أحد. قل ماذا تقرأ أو تطبخ أو تصلح أو تتساءل عنه؛ والطريقة مبيّنة أدناه.",
	Conversations: "المحادثات",
	"Earlier conversations": "محادثات سابقة",
	"Older conversations": "محادثات أقدم",
	"You’re caught up.": "اطّلعت على كل جديد.",
	"That is where it began.": "من هنا كانت البداية.",
	"How we talk here": "كيف نتحدث هنا",
	"This group has not written rules down. Be as kind as you would be in somebody’s kitchen.":
		"لم تدوّن هذه المجموعة قواعد. كن لطيفًا كما تكون ضيفًا في بيت أحدهم.",
	"Who looks after it": "من يعتني بها",
	"Where it lives": "أين تسكن",
	"{{group}} is a group of another server, {{host}}, which decides what it shares. This page is for people with an account here, and shows what was heard of it.":
		"{{group}} مجموعة على خادم آخر، {{host}}، وهو الذي يقرر ما تشاركه. هذه الصفحة لمن لديهم حساب هنا، وتعرض ما وصلنا منها.",
	"Visit it there": "زرها هناك",
	"Earlier in {{group}}": "سابقًا في {{group}}",
	"Back to the newest": "العودة إلى الأحدث",
	"To begin a conversation, write a post that mentions the address. Anybody may.":
		"لبدء محادثة، اكتب منشورًا يذكر العنوان. هذا متاح للجميع.",
	"To begin a conversation, write a post that mentions the address. Everybody who follows may.":
		"لبدء محادثة، اكتب منشورًا يذكر العنوان. هذا متاح لكل من يتابع المجموعة.",
	"Once you are a member, begin a conversation by writing a post that mentions the address. Replying works the same way.":
		"متى صرت عضوًا، ابدأ محادثة بكتابة منشور يذكر العنوان. والرد بالطريقة نفسها.",
	"The group’s address": "عنوان المجموعة",
	"Copy the address and paste it into the search of the app you use.":
		"انسخ العنوان وألصقه في خانة البحث في تطبيقك.",
	"Follow the group. That is all: you are in.": "تابع المجموعة. هذا كل شيء: صرت منها.",
	"Follow the group. You can read along at once; someone who looks after the group then welcomes you as a member.":
		"تابع المجموعة. يمكنك القراءة فورًا، ثم يرحّب بك عضوًا أحدُ من يعتنون بها.",
	"On Lemmy, PieFed or Mbin, search for {{address}}, subscribe, and post as in any other community.":
		"في ليمي أو PieFed أو Mbin، ابحث عن {{address}} واشترك وانشر كما في أي مجتمع آخر.",
}
