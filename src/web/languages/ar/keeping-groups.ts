/** Opening groups, and saying how they are to be. */
export const keepingGroups: Readonly<Record<string, string>> = {
	"Not yours to open": "ليس لك أن تفتحها",
	"Anybody on the fediverse": "كل من في الفيديفرس",
	"By the open door": "من الباب المفتوح",
	"Everybody else reads along, and cannot answer in the group: a board for announcements.":
		"الباقون يقرؤون ولا يستطيعون الرد في المجموعة: إنها لوحة إعلانات.",
	"Everybody who follows": "كل من يتابع",
	"For screen readers and translators; everybody may write in theirs all the same.":
		"لقارئات الشاشة والمترجمين؛ ولكل واحد أن يكتب بلغته على أي حال.",
	"Members only": "الأعضاء فقط",
	"Strangers, too, who mention the group once and never come back. Expect work at the desk.":
		"حتى الغرباء الذين يذكرون المجموعة مرة ولا يعودون. توقع عملًا على المكتب.",
	"The usual way: whoever came in may speak.": "المعتاد: من دخل فله أن يتكلم.",
	"Those who look after it": "القائمون عليها",
	"Which language does it speak?": "بأي لغة تتكلم؟",
	"Whoever follows reads along at once; somebody who looks after the group makes them a member at the desk.":
		"من يتابع يقرأ فورًا؛ ثم يجعله عضوًا من المكتب أحد القائمين على المجموعة.",
	"Whoever follows the group is a member at once, from here or from any server.":
		"من يتابع المجموعة يصبح عضوًا فورًا، من هنا أو من أي خادم.",
	"With a welcome at the door, followers read along until they are members.":
		"إن كان عند الباب ترحيب، قرأ المتابعون حتى يصبحوا أعضاء.",
	"With a welcome": "بترحيب",
	Brick: "قرميد",
	Copper: "نحاس",
	"Everybody sees this, here and on other servers; they hear of a change within minutes.":
		"يرى الجميع هذا، هنا وعلى الخوادم الأخرى؛ ويصلهم التغيير خلال دقائق.",
	Fern: "سرخس",
	Honey: "عسل",
	Ink: "حبر",
	"Its colour": "لونها",
	Lake: "بحيرة",
	Moss: "طحلب",
	Plum: "برقوق",
	Rose: "ورد",
	Sea: "بحر",
	Sky: "سماء",
	Straw: "قش",
	"The door is painted in it, and links and buttons on its pages here.":
		"به يُدهن الباب، وبه الروابط والأزرار في صفحاتها هنا.",
	"All settings of the group": "كل إعدادات المجموعة",
	"A door of its own, for people who like talking to each other. You will be its owner.":
		"باب خاص بها، لأناس يحبون الحديث بعضهم إلى بعض. وستكون ملكيتها لك.",
	"A new group": "مجموعة جديدة",
	"A sentence or two on its door. You can write in Markdown.":
		"جملة أو جملتان على بابها. يمكنك الكتابة بماركداون.",
	"It opens as a public group: anybody may read it, on {{server}} and on every server where somebody follows it. All but the short name can be changed later, and a rule or two written down.":
		"تُفتح مجموعةً عامة: لكل أحد أن يقرأها، على {{server}} وعلى كل خادم يتابعها فيه أحد. وكل شيء سوى الاسم القصير يمكن تغييره لاحقًا، ويمكن تدوين قاعدة أو اثنتين.",
	"Not quite yet: a new group": "ليس بعد تمامًا: مجموعة جديدة",
	"Open the group": "افتح المجموعة",
	"Small letters, digits and _. It becomes the address people follow, like {{address}}. This one thing is decided now and stays for good.":
		"حروف لاتينية صغيرة وأرقام و_. يصير العنوان الذي يتابعه الناس، مثل {{address}}. هذا وحده يُقرَّر الآن ويبقى إلى الأبد.",
	"How you talk here, and what a newcomer reads first.": "كيف تتحدثون هنا، وما يقرؤه القادم الجديد أولًا.",
	"Name and colour": "الاسم واللون",
	"Requests, reports, what waits, and the words and servers you keep out.":
		"الطلبات والبلاغات وما ينتظر، والكلمات والخوادم التي تُبقونها خارجًا.",
	"What stands on its door.": "ما يُكتب على بابها.",
	"Who is a member, who may write, in which language.": "من هو عضو، ومن يكتب، وبأي لغة.",
	"A page with a title": "صفحة بعنوان",
	"A short post": "منشور قصير",
	"Answers, too": "الردود أيضًا",
	"Are answers passed on as well?": "هل تُمرَّر الردود أيضًا؟",
	"As forums have them, like Lemmy and NodeBB. Mastodon shows the title and a link to it.":
		"كما في المنتديات، مثل Lemmy وNodeBB. ويعرض Mastodon العنوان ورابطًا إليها.",
	"As on Mastodon, with the title in bold above it.": "كما على Mastodon، وفوقه العنوان بخط عريض.",
	"Coming in and speaking": "الدخول والكلام",
	"How do people come in?": "كيف يدخل الناس؟",
	"It holds for what comes from now on. Nobody loses a place they have, and nothing said is unsaid.":
		"يسري على ما يأتي من الآن. لا يفقد أحد مكانه، ولا يُمحى ما قيل.",
	"Only what begins a conversation": "ما يبدأ محادثة فقط",
	"Timelines on Mastodon and its like stay calm; answers stand below what they answer.":
		"تبقى الخطوط الزمنية على Mastodon وأمثاله هادئة؛ وتقف الردود تحت ما تردّ عليه.",
	"How do conversations begun here look on other servers?":
		"كيف تبدو على الخوادم الأخرى المحادثات التي تبدأ هنا؟",
	"Who may write?": "من يكتب؟",
	"Whoever follows from Mastodon or its like sees every answer in their timeline. For small, talkative groups.":
		"من يتابع من Mastodon وأمثاله يرى كل رد في خطه الزمني. للمجموعات الصغيرة كثيرة الكلام.",
	"How do you talk here?": "كيف تتحدثون هنا؟",
	"Members read it on the group’s page, and people from other servers in the post that the group pins for them: it is public. Say what to do first; perhaps, who they can ask. You can write in Markdown.":
		"يقرؤه الأعضاء في صفحة المجموعة، ومن هم على خوادم أخرى في المنشور الذي تثبّته لهم المجموعة: إنه علني. قل ما يُفعل أولًا؛ وربما من يُسأل. يمكنك الكتابة بماركداون.",
	"On the group’s page for everybody, before they come in. A few lines that you mean are better than many. You can write in Markdown.":
		"في صفحة المجموعة للجميع، قبل أن يدخلوا. أسطر قليلة تعنونها خير من كثيرة. يمكنك الكتابة بماركداون.",
	"Rules and words of welcome": "القواعد وكلمات الترحيب",
	"What do you say to somebody who has just come in?": "ماذا تقولون لمن دخل للتو؟",
	"Open a group": "افتح مجموعة",
	"When the first one does, its door will be here. Whoever looks after this server can open one.":
		"حين تأتي أول مجموعة سيكون بابها هنا. ويستطيع القائم على هذا الخادم أن يفتح واحدة.",
	"The people who look after the group write here. Everybody else reads along.":
		"يكتب هنا القائمون على المجموعة، والباقون يقرؤون.",
	"Settings of the group": "إعدادات المجموعة",
	"A name in full, like @bob@social.example; they follow the group already.":
		"الاسم كاملًا، مثل ‎@bob@social.example؛ وهم يتابعون المجموعة بالفعل.",
	"Choose somebody to see what they could come to do, and what that means, before anything happens.":
		"اختر شخصًا لترى ما يمكن أن يتولاه وما يعنيه ذلك، قبل أن يحدث شيء.",
	"Find them": "ابحث",
	Follower: "متابع",
	Member: "عضو",
	Moderator: "مشرف",
	Owner: "مالك",
	"Somebody who is not on this page?": "شخص ليس في هذه الصفحة؟",
	"{{role}}: that is you": "{{role}}: هذا أنت",
	"Bring a group here from another server": "إحضار مجموعة من خادم آخر",
	"Everybody who follows the group is told that it lives there from now on, and most servers follow along by themselves. What was said stays here to be read, and nothing new is taken here. It cannot be taken back, and there are thirty days between two moves.":
		"يُخبَر كل من يتابع المجموعة بأنها تسكن هناك من الآن، وتتبعها معظم الخوادم من تلقاء نفسها. يبقى ما قيل مقروءًا هنا، ولا يُقبل هنا جديد. ولا رجوع في ذلك، وبين انتقالين ثلاثون يومًا.",
	"It is ours": "إنها لنا",
	"Its name in full, like @bookclub@old.example, or its address.":
		"اسمها كاملًا، مثل ‎@bookclub@old.example، أو عنوانها.",
	"Make the new group there first, and name this address as another of its names:":
		"أنشئ المجموعة الجديدة هناك أولًا، واذكر هذا العنوان اسمًا آخر لها:",
	"Move the group to another server": "نقل المجموعة إلى خادم آخر",
	"Name its old address here first. Then move it to {{handle}} on its old server: who follows it there follows it here.":
		"اذكر هنا عنوانها القديم أولًا. ثم انقلها على خادمها القديم إلى {{handle}}: من يتابعها هناك يتابعها هنا.",
	"The group has moved": "انتقلت المجموعة",
	"The new group": "المجموعة الجديدة",
	"The old group": "المجموعة القديمة",
	"This is not ours any more": "لم تعد لنا",
	"Yes, it moves to {{handle}}": "نعم، تنتقل إلى {{handle}}",
	"Be a moderator only": "الاكتفاء بالإشراف",
	"From then on another owner decides who does what. It takes another owner, so that the group keeps one.":
		"من بعدها يقرر مالك آخر من يفعل ماذا. ولا بد من مالك آخر كي يبقى للمجموعة مالك.",
	"Hand it over": "سلّمها",
	"Hand the group over to them": "تسليم المجموعة إليهم",
	"In {{group}}: {{role}}": "في {{group}}: {{role}}",
	"Let them look after the group no longer": "إعفاؤهم من رعاية المجموعة",
	"Look after the group no longer": "ترك رعاية المجموعة",
	"Make them a follower": "اجعلهم متابعين",
	"Make them a member again": "أعدهم أعضاء",
	"Make them a member": "اجعلهم أعضاء",
	"Make them a moderator only": "اجعلهم مشرفين فقط",
	"Make them a moderator": "اجعلهم مشرفين",
	"Make them an owner": "اجعلهم مالكين",
	"Make them an owner, too": "اجعلهم مالكين أيضًا",
	"Step down": "تنحَّ",
	"The desk is closed from that moment, and everybody can see it. The place as a member stays.":
		"يُغلق المكتب من تلك اللحظة، ويرى الجميع ذلك. ويبقى المكان في العضوية.",
	"There is nothing here that you could change about that.": "لا شيء هنا يمكنك تغييره في ذلك.",
	"They become its owner in your place, at once; you stay as a moderator. Only they can give it back, so ask them first.":
		"يصيرون مالكيها مكانك في الحال؛ وتبقى مشرفًا. ولا يعيدها إلا هم، فاسألهم أولًا.",
	"They become its owner in your place, at once; you stay as a moderator. Their account is on another server: they look after people and posts from there, and for these settings they ask whoever runs this server.":
		"يصيرون مالكيها مكانك في الحال؛ وتبقى مشرفًا. حسابهم على خادم آخر: من هناك يرعون الناس والمنشورات، وفي هذه الإعدادات يسألون القائم على هذا الخادم.",
	"They come to the desk: they see reports and what waits, take posts out, ban people, and change what stands on the door. Everybody can see that they help to look after the group. You can take it back.":
		"يصلون إلى المكتب: يرون البلاغات وما ينتظر، ويُخرجون المنشورات، ويحظرون الناس، ويغيّرون ما على الباب. ويرى الجميع أنهم يساعدون في رعاية المجموعة. ويمكنك الرجوع عن ذلك.",
	"They may do whatever you may: change the rules, appoint and dismiss, hand the group over and close it. They could dismiss you, too.":
		"لهم كل ما لك: تغيير القواعد، والتعيين والإعفاء، وتسليم المجموعة وإغلاقها. وقد يعفونك أنت أيضًا.",
	"They may write where only members may, and see who else is in the group. Nobody is told.":
		"لهم أن يكتبوا حيث يكتب الأعضاء وحدهم، وأن يروا من في المجموعة. ولا يُخبَر أحد.",
	"They read along as before. They write only where followers may, and see the others no longer.":
		"يقرؤون كما كانوا. ولا يكتبون إلا حيث يكتب المتابعون، ولا يرون الآخرين بعد ذلك.",
	"Why? If you like: the reason is public.": "لماذا؟ إن شئت: السبب علني.",
	"Bring a group here, or take this one to another server.": "أحضر مجموعة إلى هنا، أو خذ هذه إلى خادم آخر.",
	"Moderators and owners: who becomes one, and who no longer is.":
		"المشرفون والمالكون: من يصير منهم ومن لا يبقى.",
	"To leave, hand the group over first: a last owner stays until somebody else is one.":
		"لتغادر، سلّم المجموعة أولًا: آخر مالك يبقى حتى يصير غيره مالكًا.",
	"Those who looked after it closed its door for good. What was said in it is not shown any more; what people wrote is still theirs.":
		"أغلق القائمون عليها بابها إلى الأبد. ما قيل فيها لا يُعرض بعد الآن؛ وما كتبه الناس لا يزال لهم.",
	"{{group}} has closed": "أُغلقت {{group}}",
	"A word to those who were in it, if you like": "كلمة لمن كانوا فيها، إن شئت",
	"Everybody’s place in it, yours too. People with an account here are told.":
		"مكان كل من فيها، ومكانك أيضًا. ويُخبَر من لهم حساب هنا.",
	"If you are only tired of looking after it, {{handover}} instead. If it is to live elsewhere, {{move}}.":
		"إن مللتَ رعايتها فقط، فـ{{handover}} بدل ذلك. وإن كانت ستسكن مكانًا آخر، فـ{{move}}.",
	"It is the short name of the group.": "إنه الاسم القصير للمجموعة.",
	"Its pages here, with every conversation in it. Nobody can read them any more.":
		"صفحاتها هنا، بكل محادثة فيها. ولا يستطيع أحد قراءتها بعد ذلك.",
	"Its short name, which no other group is ever given.": "اسمها القصير، ولا يُعطى لمجموعة أخرى أبدًا.",
	"The group itself, on every server where somebody follows it: each is told. What it passed on goes there, too; most servers do as they are told, and nobody can promise it for them.":
		"المجموعة نفسها، على كل خادم يتابعها فيه أحد: يُخبَر كل منها. ويزول هناك ما مرّرته أيضًا؛ ومعظم الخوادم تفعل ما يُقال لها، ولا يعد أحد بذلك عنها.",
	"What people wrote stays theirs: on their own servers, and in what they take along from here.":
		"ما كتبه الناس يبقى لهم: على خوادمهم، وفيما يأخذونه معهم من هنا.",
	"hand it over": "سلّمها",
	"Close the group for good": "إغلاق المجموعة إلى الأبد",
	"When it has had its time.": "حين ينتهي زمانها.",
	"{{group}} has closed for good.": "أُغلقت {{group}} إلى الأبد.",
	"its words of welcome": "كلمات الترحيب بها",
	"Leave it empty to be {{name}}, as everywhere. Another name stands on the pages of this group only; your handle stands beside it, and people on other servers see your own name.":
		"اتركه فارغًا لتكون {{name}} كما في كل مكان. والاسم الآخر يظهر في صفحات هذه المجموعة وحدها؛ وبجانبه معرّفك، ويرى من هم على خوادم أخرى اسمك أنت.",
	"To leave, {{handover}} first: a last owner stays until somebody else is one.":
		"لتغادر، {{handover}} أولًا: آخر مالك يبقى حتى يصير غيره مالكًا.",
	"What are you called here?": "ما اسمك هنا؟",
	"Which pronouns are yours here?": "ما ضمائرك هنا؟",
	"Whoever can read the group can see them.": "يراها كل من يستطيع قراءة المجموعة.",
	"You in this group": "أنت في هذه المجموعة",
	"hand the group over": "سلّم المجموعة",
	"What you are called here": "اسمك هنا",
}
