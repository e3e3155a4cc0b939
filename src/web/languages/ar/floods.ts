/** Posts that come to a desk in numbers. */
export const floods: Readonly<Record<string, string>> = {
	"The first came {{first}}, the latest {{last}}.": "وصل أولها: {{first}}، وآخرها: {{last}}.",
	"Several people at {{server}} have sent posts that wait.":
		"أرسل عدة أشخاص على {{server}} منشورات تنتظر المراجعة.",
	"{{who}} has sent several posts that wait.": "منشورات عدة من {{who}} تنتظر المراجعة.",
	"They wait because: {{reason}}": "تنتظر للسبب التالي: {{reason}}",
	"Read the latest of them": "اقرأ أحدثها",
	"Decide about all of them": "قرّر بشأنها كلها",
	"Let all of them through": "اسمح بها كلها",
	"Each stands on the group’s page, and every server that follows the group gets it, as if it had just come.":
		"يظهر كل منها على صفحة المجموعة، ويصل إلى كل خادم يتابعها كأنه وصل الآن.",
	"Take none of them": "لا تقبل أيًّا منها",
	"They are not shared, and nobody else hears of them. Whoever was told that a post waits can read your reason.":
		"لا تُنشر، ولا يعلم بها أحد آخر. ومن أُبلغ بأن منشوره ينتظر يمكنه قراءة السبب الذي تكتبه.",
	"Many at once": "منشورات كثيرة دفعة واحدة",
	"Posts by people at {{server}} were not taken.": "لم تُقبل منشورات من أشخاص على {{server}}.",
	"Posts by {{who}} were not taken.": "لم تُقبل منشورات {{who}}.",
	"A post by {{who}} was not taken.": "لم يُقبل منشور {{who}}.",
	"Not taken lately": "لم يُقبل مؤخرًا",
	"They are shared. If there were very many, the rest still waits here.":
		"يجري نشرها. وإن كانت كثيرة جدًّا فالبقية ما زالت تنتظر هنا.",
	"They are not taken. If there were very many, the rest still waits here.":
		"لم تُقبل. وإن كانت كثيرة جدًّا فالبقية ما زالت تنتظر هنا.",
}
