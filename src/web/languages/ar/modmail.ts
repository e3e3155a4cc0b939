/** What people and those who look after a group write to each other. */
export const modmail: Readonly<Record<string, string>> = {
	"The ban on somebody was lifted.": "رُفع الحظر عن أحدهم.",
	"Who was banned, only its members read.": "أما من حُظر فلا يقرؤه إلا أعضاؤها.",
	"Letters to the group": "رسائل إلى المجموعة",
	"Those who look after {{group}} answered your letter.": "أجاب القائمون على {{group}} عن رسالتك.",
	"Write to those who look after it": "اكتب إلى القائمين عليها",
	"Somebody wrote to those who look after {{group}}.": "كتب أحدهم إلى القائمين على {{group}}.",
	"Letters from {{name}}": "رسائل من {{name}}",
	"It comes from the group. The other moderators see that you wrote it.":
		"يأتي الجواب من المجموعة. ويرى المشرفون الآخرون أنك كتبته.",
	"Put it away": "حفظها جانبًا",
	"Is there nothing more to be done? {{name}} hears nothing of it, and can write again.":
		"ألم يبقَ ما يجب فعله؟ لا يُخبَر {{name}} بذلك، ويمكنه الكتابة من جديد.",
	"You read them together. What you answer goes out in the name of the group.":
		"تقرؤونها معًا. وما تجيب به يخرج باسم المجموعة.",
	"Waiting for an answer": "في انتظار الجواب",
	"Nobody waits for an answer.": "لا أحد ينتظر جوابًا.",
	"Put away": "محفوظة جانبًا",
	"written by {{name}}, which is not told": "كتبها {{name}}، ولا يُقال ذلك",
	"Sign in to write here": "ادخل لتكتب هنا",
	"Write to those who look after {{group}}": "اكتب إلى القائمين على {{group}}",
	"They read it together, and nobody else does. What they answer comes from the group.":
		"يقرؤونها معًا، ولا يقرؤها غيرهم. وما يجيبون به يأتي من المجموعة.",
	"Your letter is with them. What they answer stands here, and among your news.":
		"رسالتك لديهم. وما يجيبون به تجده هنا وبين أخبارك.",
	"Your letter": "رسالتك",
	"From Mastodon and its kin, send a private message to {{address}}, and to nobody else. The group answers you there.":
		"من ماستودون وما يشبهه أرسل رسالة خاصة إلى {{address}} وحدها. وتجيبك المجموعة هناك.",
	"Your letter is with those who look after {{group}}. They read it together, and answer you here.":
		"رسالتك لدى القائمين على {{group}}. يقرؤونها معًا ويجيبونك هنا.",
	"Thank you for telling. Those who look after {{group}} will look at that post; whoever wrote it does not hear that it was you.":
		"شكرًا على إخبارنا. سينظر القائمون على {{group}} في تلك المشاركة؛ ولا يُخبَر كاتبها بأنك أنت من أخبر.",
}

export const modmailReasons: Readonly<Record<string, string>> = {
	"Nothing more is taken from them by the people who look after this group.":
		"لا يقبل القائمون على هذه المجموعة شيئًا آخر من هذا الحساب.",
	"That was a lot for one day. Please write again tomorrow.": "كان هذا كثيرًا ليوم واحد. اكتب من جديد غدًا.",
	"That letter is here already.": "هذه الرسالة هنا بالفعل.",
	"There is nothing in this letter yet.": "لا شيء في هذه الرسالة بعد.",
	"A letter has at most 5000 characters.": "لا تزيد الرسالة على 5000 حرف.",
	"There are no such letters.": "لا توجد رسائل كهذه.",
	"They are put away already.": "هي محفوظة جانبًا بالفعل.",
}
