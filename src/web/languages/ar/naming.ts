/** من يُذكر بالاسم، وصور المنشورات، وما يتبع ذلك من شؤون الناس والصفحات. */
export const naming: Readonly<Record<string, string>> = {
	"You name {{people}}, who will be told of it.": "لقد ذكرت {{people}}، وسيصلهم خبر ذلك.",
	"Nobody was found by the name {{names}}. It stays as you wrote it, and nobody is told.":
		"لم يُعثر على أحد باسم {{names}}. يبقى الاسم كما كتبته، ولا يُخبَر به أحد.",
}
