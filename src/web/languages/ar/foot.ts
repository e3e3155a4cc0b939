/** What stands around every page. */
export const foot: Readonly<Record<string, string>> = {
	You: "أنت",
	"Desk of {{group}}": "مكتب {{group}}",
	"Skip to the content": "انتقل إلى المحتوى",
	"This server": "هذا الخادم",
	About: "عن هذا الخادم",
	"Sign out": "تسجيل الخروج",
	"Sign in": "تسجيل الدخول",
	"This is a Snug: a server for small groups. Nothing here is counted or ranked, and every page has an end.":
		"هذا «سنَغ»: خادم للمجموعات الصغيرة. لا شيء هنا يُعَدّ أو يُرتَّب، ولكل صفحة نهاية.",
	Language: "اللغة",
	"That is more than a form can hold.": "هذا أكثر مما يتسع له النموذج.",
	"That form did not come from this server. Please open {{address}} and try again from there.":
		"لم يأتِ هذا النموذج من هذا الخادم. يُرجى فتح {{address}} والمحاولة من هناك مرة أخرى.",
	"That is not a form.": "هذا ليس نموذجًا.",
	"The request broke off.": "انقطع الطلب.",
	"That holds a character that means nothing here.": "في هذا حرفٌ لا معنى له هنا.",
	"Something went wrong here, and it is not your doing. Please try again in a little while.":
		"حدث خطأ هنا، وليس بسببك. يُرجى المحاولة مرة أخرى بعد قليل.",
}
