/** What the server demands of every group's rules. */
export const bounds: Readonly<Record<string, string>> = {
	"What every group keeps to": "ما تلتزم به كل مجموعة",
	"How much their rules for a machine ask, at the least.": "أقل ما تطلبه قواعدها للآلة.",
	"Groups set their own rules for a machine. What you ask for here holds in all of them, where their own ask for less; nothing of theirs is changed, and they read there what you ask.":
		"تضع المجموعات قواعدها للآلة بنفسها. وما تطلبه هنا يسري فيها جميعًا حيث تطلب قواعدها أقل منه؛ ولا يتغير شيء من قواعدها، وتقرأ هناك ما تطلبه.",
	"Nothing is asked of any group: each sets its own rules.": "لا يُطلب شيء من أي مجموعة: كل منها تضع قواعدها.",
	"So many posts by strangers are a wave: {{posts}}, within so many minutes: {{minutes}}.":
		"هذا العدد من منشورات الغرباء موجة: {{posts}}، خلال هذا العدد من الدقائق: {{minutes}}.",
	"At least so long what they write waits in every group, until somebody there has met them. A group may wait longer, never shorter. Leave a field empty to ask for nothing.":
		"ينتظر ما يكتبونه في كل مجموعة هذه المدة على الأقل، إلى أن يتعرّف عليهم أحد هناك. وللمجموعة أن تطيل الانتظار لا أن تقصّره. اترك الحقل فارغًا كيلا تطلب شيئًا.",
	"When so many posts by strangers reach a group in so short a time, all strangers wait there until it has been quiet for an hour. A group may be warier than this.":
		"إذا وصل إلى مجموعة هذا العدد من منشورات الغرباء في وقت قصير كهذا، انتظر الغرباء جميعًا فيها إلى أن تهدأ الحال ساعة. وللمجموعة أن تكون أشد حذرًا.",
	"What goes beyond waits at the desk of the group. A group may take less.":
		"ما يزيد على ذلك ينتظر عند مكتب المجموعة. وللمجموعة أن تقبل أقل.",
	"Written {{when}} by {{who}}": "كُتبت {{when}}، كتبها {{who}}",
	"It stands in the log of those who run this server. You may leave it empty.":
		"يظهر في سجل من يديرون هذا الخادم. يمكنك تركه فارغًا.",
	"A group that is open to anybody then takes posts and answers of people who follow it. A group may still leave it to its members.":
		"المجموعة المفتوحة للجميع تقبل عندئذ منشورات من يتابعونها وردودهم. وللمجموعة أن تقصر ذلك على أعضائها.",
	"No group is open to people who do not follow it.": "لا مجموعة مفتوحة لمن لا يتابعونها.",
	"People who do not follow": "من لا يتابعون",
	"{{who}} changed what every group keeps to.": "غيّر {{who}} ما تلتزم به كل مجموعة.",
}
