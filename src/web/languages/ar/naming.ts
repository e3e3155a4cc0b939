/** من يُذكر بالاسم، وصور المنشورات، وما يتبع ذلك من شؤون الناس والصفحات. */
export const naming: Readonly<Record<string, string>> = {
	"You name {{people}}, who will be told of it.": "لقد ذكرت {{people}}، وسيصلهم خبر ذلك.",
	"Nobody was found by the name {{names}}. It stays as you wrote it, and nobody is told.":
		"لم يُعثر على أحد باسم {{names}}. يبقى الاسم كما كتبته، ولا يُخبَر به أحد.",
	"Some readers cannot see this picture. Say in a sentence what is on it, and they can take part. It was not changed yet.":
		"بعض القرّاء لا يستطيعون رؤية هذه الصورة. قل في جملة ما الذي فيها ليشاركوا. لم يتغيّر شيء بعد.",
	"Whoever may read the post can also read what it said before; a picture that you leave out is gone. Servers that have it are sent the new words and pictures; most of them show them, and say that it was edited.":
		"من يحقّ له قراءة المنشور يستطيع أيضًا قراءة ما كان فيه من قبل؛ أما الصورة التي تحذفها فتزول. تُرسَل الكلمات والصور الجديدة إلى الخوادم التي لديها المنشور، ومعظمها يعرضها ويشير إلى أنه عُدِّل.",
	"Your picture here": "صورتك هنا",
	"Another picture, for this group alone": "صورة أخرى لهذه المجموعة وحدها",
	"It stands on the pages of this group instead of the one you have everywhere, and goes when you leave. People on other servers see the other one.":
		"تظهر في صفحات هذه المجموعة بدل الصورة التي لك في كل مكان، وتزول حين تغادر. أما على الخوادم الأخرى فتُرى الصورة الأخرى.",
	"The name and the picture you have here go with you.": "يذهب معك الاسم والصورة اللذان لك هنا.",
	"The pictures and recordings you brought, under the names that stand in outbox.json.":
		"الصور والتسجيلات التي جلبتها، بالأسماء الواردة في outbox.json.",
}
