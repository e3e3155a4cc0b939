/** Why something about a login was refused. */
export const accountReasons: Readonly<Record<string, string>> = {
	"Say in a sentence or two who you are.": "قل في جملة أو جملتين من أنت.",
	"That is more than 1000 characters.": "هذا أكثر من ألف حرف.",
	"That name and that code do not belong together.": "هذا الاسم وهذا الرمز لا يتوافقان.",
	"That passkey does not open an account here.": "مفتاح المرور هذا لا يفتح حسابًا هنا.",
	"That passkey could not be added. Please try again.":
		"تعذّرت إضافة مفتاح المرور هذا. حاول مرة أخرى من فضلك.",
	"You have many passkeys already. Remove one you do not use any more.":
		"لديك مفاتيح كثيرة. أزل واحدًا لم تعد تستعمله.",
	"What your browser sent could not be read. Please try again.":
		"تعذّرت قراءة ما أرسله متصفحك. حاول مرة أخرى من فضلك.",
	"There is no such passkey.": "لا يوجد مفتاح كهذا.",
	"This is your only way in. Choose a password first.": "هذا طريقك الوحيد للدخول. اختر كلمة مرور أولًا.",
	"Without a password you need a passkey. Add one first.":
		"بلا كلمة مرور تحتاج إلى مفتاح مرور. أضف واحدًا أولًا.",
	"You are not signed in there any more.": "لم تعد داخلًا هناك.",
	"There is no address to take away.": "لا عنوان هنا لإزالته.",
	"This server sends no letters.": "هذا الخادم لا يرسل رسائل.",
	"This server takes nobody new just now.": "هذا الخادم لا يستقبل أحدًا جديدًا الآن.",
	"New people come by invitation here. Ask somebody who has an account for one.":
		"يأتي الجدد هنا بدعوة. اطلبها ممن له حساب.",
	"This invitation has been used, taken back, or is too old.": "استُعملت هذه الدعوة أو استُرجعت أو قدُمت.",
	"Please read the rules, and say that you keep to them.": "اقرأ القواعد من فضلك وقل إنك تلتزم بها.",
	"Many people wait for an answer already. Please come back in some days.":
		"ينتظر كثيرون جوابًا. عد من فضلك بعد أيام.",
	"Only whoever runs this server invites people.": "لا يدعو الناس إلا من يدير هذا الخادم.",
	"You have many invitations open already. Take one back first.":
		"لديك دعوات مفتوحة كثيرة. استرجع واحدة أولًا.",
	"An invitation is for one person, or for up to {{uses}}.": "الدعوة لشخص واحد، أو لما لا يزيد على {{uses}}.",
	"An invitation holds for one day, or for up to {{days}}.": "تسري الدعوة يومًا، أو إلى {{days}}.",
	"There is no such invitation.": "لا توجد دعوة كهذه.",
	"That does not open this account.": "هذا لا يفتح هذا الحساب.",
	"This link has been used, or is too old.": "استُعمل هذا الرابط أو قدُم.",
	"The group has closed.": "أُغلقت المجموعة.",
	"This group is joined by invitation.": "يُنضم إلى هذه المجموعة بدعوة.",
	"The server is blocked here.": "الخادم محجوب هنا.",
	"The person is banned from this group.": "هذا الحساب محظور في هذه المجموعة.",
	"That is no language we know.": "هذه ليست لغة نعرفها.",
	"That is no time zone we know.": "هذه ليست منطقة زمنية نعرفها.",
	"There is room for four lines.": "المكان يتسع لأربعة أسطر.",
	"A line has at most 60 characters before the colon, and 300 after it.":
		"في السطر ستون حرفًا على الأكثر قبل النقطتين، وثلاثمئة بعدهما.",
	"There is no such account.": "لا يوجد حساب كهذا.",
	"Nobody was found under that name. A name is written in full: @bob@social.example.":
		"لم يُعثر على أحد بهذا الاسم. يُكتب الاسم كاملًا: ‎@bob@social.example.",
	"At most {{most}} blocks.": "{{most}} حظر على الأكثر.",
	"That is blocked already.": "هذا محظور من قبل.",
	"That is not blocked.": "هذا غير محظور.",
	"Nobody blocks themselves.": "لا أحد يحظر نفسه.",
	"{{uri}} is no address of an account.": "{{uri}} ليس عنوان حساب.",
	"That is its own address.": "هذا عنوانه هو.",
	"That name is on the list already.": "هذا الاسم في القائمة من قبل.",
	"That name is not on the list.": "هذا الاسم ليس في القائمة.",
	"At most {{most}} other names.": "{{most}} أسماء أخرى على الأكثر.",
	"Only groups and people of this server move from here.": "لا ينتقل من هنا إلا مجموعات هذا الخادم وأهله.",
	"That is where they are.": "هم هناك أصلًا.",
	"{{handle}} is no {{kind}}.": "{{handle}} ليس من النوع المطلوب: {{kind}}.",
	"{{handle}} is not there any more.": "{{handle}} لم يعد هناك.",
	"{{handle}} does not own to this name yet: {{uri}} must be among its other names (alsoKnownAs).":
		"{{handle}} لا يُقرّ بهذا الاسم بعد: يجب أن يكون {{uri}} بين أسمائه الأخرى (alsoKnownAs).",
	"They moved less than {{days}} days ago.": "لم يمضِ على الانتقال الأخير {{days}} يومًا.",
}
