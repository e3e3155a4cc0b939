/** Feeds and other ways of reading. */
export const reading: Readonly<Record<string, string>> = {
	"#{{tag}} in {{group}}": "#{{tag}} في {{group}}",
	"Said under this tag": "ما قيل تحت هذا الوسم",
	Earlier: "الأقدم",
	"You can read along in a feed reader, too: as {{atom}}, {{rss}} or {{json}}.":
		"يمكنك أيضًا متابعة القراءة في قارئ خلاصات: بصيغة {{atom}} أو {{rss}} أو {{json}}.",
}
