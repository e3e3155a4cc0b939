/** Why something about the making of a group was refused. */
export const groupReasons: Readonly<Record<string, string>> = {
	"Groups are opened by whoever runs this server. Ask them for one.":
		"يفتح المجموعاتِ هنا القائمُ على هذا الخادم. اطلب منه واحدة.",
	"You have opened {{most}} groups, and nobody opens more. Whoever runs this server can.":
		"فتحتَ {{most}} مجموعة، ولا يفتح أحد أكثر. القائم على هذا الخادم يستطيع.",
	"A language is a code like en, pt-BR or zh.": "اللغة رمز مثل en أو pt-BR أو zh.",
	"Joining is one of: {{choices}}.": "الدخول واحد مما يلي: {{choices}}.",
	"Posting is open to one of: {{choices}}.": "الكتابة متاحة لواحد مما يلي: {{choices}}.",
	"The form of new threads is one of: {{choices}}.": "شكل المحادثات الجديدة واحد مما يلي: {{choices}}.",
	"The hue is one of: {{choices}}.": "درجة اللون واحدة مما يلي: {{choices}}.",
	"The rules have at most 5000 characters.": "للقواعد 5000 حرف على الأكثر.",
	"The words of welcome have at most 2000 characters.": "لكلمات الترحيب 2000 حرف على الأكثر.",
	"A group is handed over to one of its members.": "تُسلَّم المجموعة إلى أحد أعضائها.",
	"That is not yours to hand over any more.": "لم يعد لك أن تسلّمها.",
	"The last owner left; nobody has helped to look after the group for longer.":
		"غادر آخر مالك؛ ولم يساعد أحد في رعاية المجموعة مدة أطول.",
	"They are owner already.": "المجموعة ملكهم بالفعل.",
	"The last owner of a group hands it over before leaving.": "يسلّم آخر مالك المجموعة قبل أن يغادر.",
	"They are the last owner, and stay one until somebody else takes over.":
		"هم آخر مالك، ويبقون كذلك حتى يتسلّمها غيرهم.",
	"Only the group's owners may do that.": "لا يفعل ذلك إلا مالكو المجموعة.",
	"A group keeps an owner: make somebody else one first.": "للمجموعة مالك دائمًا: اجعل شخصًا آخر مالكًا أولًا.",
	"They are {{role}} already.": "هم كذلك بالفعل: {{role}}.",
	"They are {{role}} already; there is no further step.": "هم كذلك بالفعل: {{role}}؛ ولا خطوة بعدها.",
	"That has changed meanwhile. Please look again.": "تغيّر ذلك في هذه الأثناء. انظر مرة أخرى من فضلك.",
	"They became a moderator before you did; only an owner dismisses them.":
		"صاروا مشرفين قبلك؛ ولا يعفيهم إلا مالك.",
	"That is not the short name of the group. Nothing was closed.":
		"هذا ليس الاسم القصير للمجموعة. لم يُغلق شيء.",
	"A name in a group has at most 60 characters.": "للاسم في المجموعة 60 حرفًا على الأكثر.",
	"Pronouns have at most 40 characters.": "للضمائر 40 حرفًا على الأكثر.",
	"Somebody who looks after the group is called that.": "هذا اسم أحد القائمين على المجموعة.",
}
