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
}
