import { accountReasons } from "./account-reasons.ts"
import { adminReasons } from "./admin.ts"
import { appealReasons } from "./appeals.ts"
import { bordersReasons } from "./borders.ts"
import { deskPeopleReasons } from "./desk-people.ts"
import { groupReasons } from "./group-reasons.ts"
import { joiningReasons } from "./joining.ts"
import { leavingReasons } from "./leaving.ts"
import { mediaReasons } from "./media-reasons.ts"
import { modmailReasons } from "./modmail.ts"
import { newsReasons } from "./news.ts"
import { pauseReasons } from "./pauses.ts"
import { policyReasons } from "./policy.ts"
import { visitingReasons } from "./visiting.ts"
import { voiceReasons } from "./voices.ts"

/** Why something was refused, as commands and policies say it. */
export const reasons: Readonly<Record<string, string>> = {
	"Nothing of theirs waits any more.": "لم يعد شيء منها ينتظر.",
	...accountReasons,
	...groupReasons,
	...newsReasons,
	...joiningReasons,
	...leavingReasons,
	...adminReasons,
	...bordersReasons,
	...mediaReasons,
	...policyReasons,
	...visitingReasons,
	...pauseReasons,
	...modmailReasons,
	...appealReasons,
	...voiceReasons,
	...deskPeopleReasons,
	"A title has at most 200 characters.": "لا يزيد العنوان على 200 حرف.",
	"There is nothing in this post yet.": "لا شيء في هذا المنشور بعد.",
	"A post has at most 20 000 characters.": "لا يزيد المنشور على 20000 حرف.",
	"A handle has 2 to 30 letters a to z, digits or underscores, like book_club.":
		"يتكون الاسم القصير من 2 إلى 30 من الحروف a إلى z أو الأرقام أو الشرطة السفلية، مثل book_club.",
	"The handle {{handle}} is kept for the server itself. Please choose another.":
		"الاسم القصير {{handle}} محجوز للخادم نفسه. يُرجى اختيار غيره.",
	"The handle {{handle}} is taken.": "الاسم القصير {{handle}} مأخوذ.",
	"A poll needs at least two options.": "يحتاج الاستطلاع إلى خيارين على الأقل.",
	"A poll has at most {{most}} options.": "الحد الأقصى لخيارات الاستطلاع: {{most}}.",
	"An option needs words.": "يحتاج الخيار إلى كلمات.",
	"An option has at most {{most}} characters.": "الحد الأقصى لأحرف الخيار: {{most}}.",
	"Two options are the same.": "خياران متطابقان.",
	"A poll is open for at least five minutes, and for a year at the most.":
		"يبقى الاستطلاع مفتوحًا خمس دقائق على الأقل وسنة على الأكثر.",
	"The group needs another name than you: both live in one namespace.":
		"تحتاج المجموعة إلى اسم غير اسمك: فكلاهما في سجل واحد.",
	"This setup link has been used or is too old.": "رابط الإعداد هذا مستعمل أو قديم.",
	"The group has moved to {{address}}.": "انتقلت المجموعة إلى {{address}}.",
	"A name is needed.": "يلزم اسم.",
	"A name has at most 100 characters.": "لا يزيد الاسم على 100 حرف.",
	"The description has at most 5000 characters.": "لا يزيد الوصف على 5000 حرف.",
	"There is an account with that e-mail address.": "هناك حساب بهذا البريد الإلكتروني.",
	"A password has at least 10 characters. Four or five ordinary words make a good one.":
		"لا تقل كلمة المرور عن 10 أحرف. أربع كلمات عادية أو خمس تصنع كلمة جيدة.",
	"A password has at most 200 characters.": "لا تزيد كلمة المرور على 200 حرف.",
	"That does not look like an e-mail address.": "لا يبدو هذا عنوان بريد إلكتروني.",
	"That name and that password do not belong together.": "هذا الاسم وكلمة المرور هذه لا يتوافقان.",
	"There were too many tries. Please wait a minute and try again.":
		"كانت المحاولات كثيرة. يُرجى الانتظار دقيقة ثم المحاولة من جديد.",
	"There were too many tries. Please wait {{minutes}} minutes and try again.":
		"كانت المحاولات كثيرة. يُرجى المحاولة من جديد لاحقًا (مدة الانتظار بالدقائق: {{minutes}}).",
	"There is no such poll here.": "لا يوجد استطلاع كهذا هنا.",
	"That poll is asked on another server; it counts the votes there.":
		"هذا الاستطلاع على خادم آخر؛ وهو يعدّ الأصوات هناك.",
	"It is in no group that takes anything from them.": "ليس في أي مجموعة تقبل شيئًا من هذا الحساب.",
	"That is not among the options.": "هذا ليس من الخيارات.",
	"Only one option may be chosen.": "لا يجوز اختيار أكثر من خيار.",
	"They voted already.": "صوّت هذا الحساب من قبل.",
	"Posts from that server are not taken here.": "لا تُقبل هنا منشورات من ذلك الخادم.",
	"The author is banned from this group.": "الكاتب محظور في هذه المجموعة.",
	"The post is not public, and this group shares with everyone.":
		"المنشور ليس عامًا، وهذه المجموعة تشارك مع الجميع.",
	"Only people who follow the group post here.": "لا ينشر هنا إلا من يتابعون المجموعة.",
	"Only members of the group post here.": "لا ينشر هنا إلا أعضاء المجموعة.",
	"Only moderators post in this group.": "لا ينشر في هذه المجموعة إلا المشرفون.",
	"The conversation is closed; no more answers are taken.": "المحادثة مغلقة؛ ولا تُقبل ردود أخرى.",
	"It holds words that this group does not take.": "فيه كلمات لا تقبلها هذه المجموعة.",
	"It holds words that a moderator looks at first.": "فيه كلمات ينظر فيها مشرف أولًا.",
	"Posts from that server are looked at first.": "يُنظر أولًا في منشورات ذلك الخادم.",
	"There is no such post in this group.": "لا يوجد منشور كهذا في هذه المجموعة.",
	"Nobody of that name is known here. A name is written in full: @bob@social.example.":
		"لا أحد معروف هنا بهذا الاسم. يُكتب الاسم كاملًا: \u2066@bob@social.example\u2069.",
	"Please say why: those concerned may read it.": "يُرجى ذكر السبب: فقد يقرؤه المعنيون.",
	"A day is written like 2027-03-01.": "يُكتب اليوم هكذا: \u20662027-03-01\u2069.",
	"Such posts either wait or are not taken.": "مثل هذه المنشورات إما تنتظر وإما لا تُقبل.",
	"A server is blocked, limited or allowed.": "الخادم إما محجوب وإما مقيّد وإما مسموح له.",
	"There is no such report.": "لا يوجد بلاغ كهذا.",
	"The post is shared already.": "المنشور مُشارَك من قبل.",
	"The post is held: let it through, or take it out.": "المنشور معلّق: مرّره أو أخرجه.",
	"The post is removed already.": "أُخرج المنشور من قبل.",
	"The post is in no group here.": "المنشور ليس في أي مجموعة هنا.",
	"There is no such post of this server.": "لا يوجد منشور كهذا على هذا الخادم.",
	"The post was deleted.": "حُذف المنشور.",
	"Only the group's moderators may do that.": "لا يفعل ذلك إلا مشرفو المجموعة.",
	"That takes somebody above them: they help to run the group.":
		"يلزم لذلك من هو أعلى صلاحية: فهذا الحساب يساعد في إدارة المجموعة.",
	"A reason has at most 500 characters.": "لا يزيد السبب على 500 حرف.",
	"{{group}} took it out.": "أخرجته {{group}}.",
	"Its author has deleted the post; nobody can bring it back.": "حذف الكاتب المنشور؛ ولا أحد يستطيع إعادته.",
	"Its author took the post out; only they may share it again.":
		"أخرج الكاتب المنشور؛ وله وحده أن يشاركه من جديد.",
	"That report is for the operator.": "هذا البلاغ لمن يدير الخادم.",
	"It is resolved already.": "أُغلق من قبل.",
	"Only a post that begins a thread can be marked.": "لا يصح ذلك إلا مع منشور يبدأ محادثة.",
	"That is so already.": "هو كذلك من قبل.",
	"That is not so already.": "لم يعد كذلك أصلًا.",
	"{{domain}} is no domain like example.social.": "{{domain}} ليس اسم نطاق مثل example.social.",
	"That is this server itself.": "هذا هو الخادم نفسه.",
	"Only the operator decides for the whole server.": "لا يقرر للخادم كله إلا من يديره.",
	"Nothing was decided about {{domain}}.": "لم يتقرر شيء بشأن {{domain}}.",
	"They are not banned.": "هذا الحساب غير محظور.",
	"A filter has 2 to 100 characters.": "طول المرشّح من 2 إلى 100 حرف.",
	"There are {{most}} filters already.": "بلغ عدد المرشّحات حدّه: {{most}}.",
	"{{word}} is not filtered.": "{{word}} ليست من الكلمات المرشّحة.",
	"That end has passed.": "هذا الموعد قد مضى.",
	"The owner of a group cannot be banned from it.": "لا يمكن حظر مالك المجموعة منها.",
	"They are banned already, for the same reason and as long.":
		"هذا الحساب محظور من قبل، للسبب نفسه وللمدة نفسها.",
	"They do not follow this group.": "هذا الحساب لا يتابع المجموعة.",
	"They are a member already.": "هذا الحساب عضو من قبل.",
	"They are a moderator already.": "هذا الحساب مشرف من قبل.",
	"They are an owner already.": "هذا الحساب مالك من قبل.",
	"They have not asked to be a member.": "لم يطلب هذا الحساب العضوية.",
	"They are banned.": "هذا الحساب محظور.",
	"That is no length of time for a poll.": "هذه ليست مدة لاستطلاع.",
	"What you quote needs an address that begins with https://.": "ما تقتبسه يحتاج إلى عنوان يبدأ بـ https://.",
	"That was a lot in a short time. Please wait a few minutes, and send it again.":
		"كان هذا كثيرًا في وقت قصير. انتظر بضع دقائق من فضلك ثم أرسلها من جديد.",
	"That was a lot in a short time. Please wait a few minutes.":
		"كان هذا كثيرًا في وقت قصير. انتظر بضع دقائق من فضلك.",
	"That is too long to be kept as a draft.": "هذا أطول من أن يُحفظ مسودة.",
	"There is nothing in this draft yet.": "لا شيء في هذه المسودة بعد.",
	"That was sent already.": "أُرسل هذا من قبل.",
	"You keep as many drafts as there is room for. Please let go of one first.":
		"لديك من المسودات ما يسعه المكان. تخلّص من واحدة أولًا من فضلك.",
	"That draft is somebody else’s.": "هذه المسودة لغيرك.",
	"That was sent before, and is not there any more.": "أُرسل هذا من قبل ولم يعد موجودًا.",
	"There is no such post here.": "لا يوجد منشور كهذا هنا.",
	"You keep as many posts as there is room for. Please let go of one first.":
		"حفظت من المنشورات ما يسعه المكان. استغنِ عن واحد أولًا من فضلك.",
	"There is no such conversation here.": "لا توجد محادثة كهذه هنا.",
	"You muted as many conversations as there is room for.": "كتمت من المحادثات ما يسعه المكان.",
	"That is not one emoji.": "هذا ليس رمزًا تعبيريًا واحدًا.",
	"That can be deleted, or taken out of the group.": "يمكن حذف هذا أو إخراجه من المجموعة.",
	"A content note has at most 200 characters.": "التنبيه عن المحتوى لا يزيد على 200 حرف.",
	"That is no language we know.": "هذه لغة لا نعرفها.",
	"The person is banned from this group.": "الشخص محظور من هذه المجموعة.",
	"A report needs a few words.": "يحتاج البلاغ إلى بضع كلمات.",
	"There is nothing here that they could report anew.": "أُبلغ عن هذا من قبل.",
	"The post it answers is not in this group.": "المنشور الذي يرد عليه ليس في هذه المجموعة.",
	"The author may not post where the post is.": "لا يحق للكاتب النشر حيث المنشور.",
	"The post is in no group here any more.": "لم يعد المنشور في أي مجموعة هنا.",
	"That is not a group.": "هذه ليست مجموعة.",
	"That group has moved to {{address}}.": "انتقلت هذه المجموعة إلى {{address}}.",
	"That group is gone.": "لم تعد هذه المجموعة موجودة.",
	"The server of that group is blocked here.": "خادم هذه المجموعة محظور هنا.",
	"There is no such group.": "لا توجد مجموعة كهذه.",
	"They do not follow that group.": "أنت لا تتابع هذه المجموعة.",
	"The group has closed.": "أُغلقت المجموعة.",
	"This group is joined by invitation.": "الانضمام إلى هذه المجموعة بالدعوة.",
	"The server is blocked here.": "الخادم محظور هنا.",
	"The post it answers is not known here.": "المنشور الذي يرد عليه غير معروف هنا.",
	"That post is somebody else's.": "هذا المنشور لغيرك.",
	"It answers a post that is not known here.": "يرد على منشور غير معروف هنا.",
	"It is not addressed to a group here.": "ليس موجّهًا إلى مجموعة هنا.",
	"It is about nobody who is known here.": "لا يتعلق بأحد معروف هنا.",
	"It was forwarded already.": "أُحيل من قبل.",
	"It is about somebody of this server: nobody else is to be told.":
		"يتعلق بأحد من هذا الخادم: لا حاجة لإخبار غيره.",
	"The account that it is about is gone.": "الحساب المعني لم يعد موجودًا.",
	"Nothing is sent to that server.": "لا يُرسل شيء إلى ذلك الخادم.",
	"The same report waits already.": "البلاغ نفسه في الانتظار.",
	"Only its author takes a post out of a group.": "لا يُخرج المنشور من المجموعة إلا كاتبه.",
	"Only its author edits a post.": "لا يعدّل المنشور إلا كاتبه.",
	"An edit cannot change who may read a post.": "لا يمكن للتعديل أن يغيّر من يقرأ المنشور.",
	"A newer edit is known.": "هناك تعديل أحدث.",
	"There is no such post here; should it arrive, it will not be taken.":
		"لا يوجد منشور كهذا هنا؛ وإن وصل فلن يُقبل.",
	"Only its author deletes a post.": "لا يحذف المنشور إلا كاتبه.",
	"They did that already.": "حدث هذا من قبل.",
	"They made no such gesture.": "لا شيء ليُسحب.",
	"The server of that group takes no polls.": "خادم هذه المجموعة لا يقبل الاستطلاعات.",
	"What is not for everyone is not quoted elsewhere.": "ما ليس للجميع لا يُقتبس في مكان آخر.",
	"No post here quotes by that permission.": "لا يوجد هنا منشور يقتبس بهذا الإذن.",
	"What it answers is not in the group any more.": "ما يرد عليه هذا لم يعد في المجموعة.",
}
