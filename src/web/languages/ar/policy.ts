/** The rules by which a machine decides about posts. */
export const policy: Readonly<Record<string, string>> = {
	"What waits and what is turned away by itself: newcomers, links, the pace, the nights.":
		"ما ينتظر وما يُردّ من تلقاء نفسه: القادمون الجدد والروابط والوتيرة والليالي.",
	"No group here is open to posts of people who do not follow it.":
		"لا مجموعة هنا مفتوحة لمنشورات مَن لا يتابعونها.",
	"Anybody may answer.": "يجوز للجميع أن يردّوا.",
	"Everybody who follows may answer.": "يجوز لكل متابع أن يردّ.",
	"Members answer.": "يردّ الأعضاء.",
	"Only those who look after the group answer.": "لا يردّ إلا القائمون على المجموعة.",
	"Everybody has one post in so many minutes: {{minutes}}. What comes sooner is shared by itself when its turn comes.":
		"لكل شخص منشور واحد في هذا العدد من الدقائق: {{minutes}}. وما يأتي قبل ذلك يُنشر من تلقاء نفسه حين يحين دوره.",
	"The group shares one post in so many minutes: {{minutes}}. What comes sooner is shared by itself when its turn comes.":
		"تنشر المجموعة منشورًا واحدًا في هذا العدد من الدقائق: {{minutes}}. وما يأتي قبل ذلك يُنشر من تلقاء نفسه حين يحين دوره.",
	"For so many days after somebody came, their posts wait for a moderator: {{days}}.":
		"تنتظر منشورات القادم مشرفًا طوال هذا العدد من الأيام بعد مجيئه: {{days}}.",
	"Posts of somebody new wait for a moderator until so many were let in: {{posts}}.":
		"تنتظر منشورات الجديد مشرفًا إلى أن يُقبل منها هذا العدد: {{posts}}.",
	"From {{from}} to {{to}} ({{zone}}) the group sleeps; posts are shared in the morning.":
		"من {{from}} إلى {{to}} ({{zone}}) تنام المجموعة، وتُنشر المنشورات في الصباح.",
	"Links from somebody new wait for a moderator.": "تنتظر روابط القادمين الجدد مشرفًا.",
	"Links to some places are not taken.": "لا تُقبل الروابط إلى بعض الأماكن.",
	"Only members bring pictures and recordings.": "لا يُحضر الصور والتسجيلات إلا الأعضاء.",
	"Pictures without a description for those who cannot see them wait for a moderator.":
		"الصور التي لا تحمل وصفًا لمن لا يراها تنتظر مشرفًا.",
	"Posts in other languages than {{languages}} wait for a moderator.":
		"المنشورات بلغات غير {{languages}} تنتظر مشرفًا.",
	"Posts that name more people than this wait for a moderator: {{people}}.":
		"المنشورات التي تذكر أشخاصًا أكثر من هذا العدد تنتظر مشرفًا: {{people}}.",
	"Posts with links wait for a moderator.": "المنشورات التي فيها روابط تنتظر مشرفًا.",
	"Posts with more links than this wait for a moderator: {{links}}.":
		"المنشورات التي فيها روابط أكثر من هذا العدد تنتظر مشرفًا: {{links}}.",
	"There are places for so many members: {{places}}. Whoever comes then waits in line for the next one.":
		"هناك أماكن لهذا العدد من الأعضاء: {{places}}. ومن يأتي بعدها ينتظر دوره للمكان التالي.",
	"When many strangers write at once, all of them wait for a moderator; whoever is known here goes on as ever.":
		"إذا كتب غرباء كثيرون دفعة واحدة انتظروا جميعًا مشرفًا، أما المعروفون هنا فيمضون كعادتهم.",
	"Words only: no pictures, no recordings.": "كلمات فقط: لا صور ولا تسجيلات.",
	Anybody: "أي شخص",
	"As it is set for beginning a conversation.": "كما هو مقرر لبدء محادثة.",
	"By their codes, like en de ar. A post that does not say its language goes in; leave it empty for all.":
		"برموزها، مثل en de ar. والمنشور الذي لا يذكر لغته يدخل؛ اتركه فارغًا لقبول الجميع.",
	"By which clock?": "وفق أي ساعة؟",
	"Everybody’s own": "وتيرة كل شخص على حدة",
	"Followers read along.": "المتابعون يقرؤون.",
	"For announcements nobody argues about.": "للإعلانات التي لا يجادل فيها أحد.",
	"For how many members is there room?": "لكم عضوًا يتسع المكان؟",
	"For how many posts?": "لكم منشورًا؟",
	"From when, like 22:00?": "منذ متى، مثل 22:00؟",
	"How many links, at most?": "كم رابطًا على الأكثر؟",
	"How many people named, at most?": "كم شخصًا مذكورًا على الأكثر؟",
	"How many posts?": "كم منشورًا؟",
	"How many you are": "كم عددكم",
	"It stands with the group’s decisions. You may leave it empty.":
		"يظهر مع قرارات المجموعة. يمكنك تركه فارغًا.",
	"Its nights": "لياليها",
	"Its pace": "وتيرتها",
	"Links from somebody new wait, whatever else they may do.":
		"تنتظر روابط القادم الجديد، مهما جاز له غير ذلك.",
	"Many strangers at once": "غرباء كثيرون دفعة واحدة",
	Nobody: "لا أحد",
	"Nothing is refused for coming too fast: it stands in line, and is shared by itself when its turn comes.":
		"لا يُردّ شيء لأنه جاء سريعًا: يقف في الصف ويُنشر من تلقاء نفسه حين يحين دوره.",
	"One post in how many minutes?": "منشور واحد في كم دقيقة؟",
	"Pictures come like words.": "الصور تأتي كما تأتي الكلمات.",
	"Pictures without words for those who cannot see them wait.": "الصور التي بلا كلمات لمن لا يراها تنتظر.",
	"Posts of others with pictures are not taken.": "لا تُقبل منشورات غيرهم إن كان فيها صور.",
	"Posts with pictures or recordings are not taken.": "لا تُقبل المنشورات التي فيها صور أو تسجيلات.",
	"Servers by their names, like shop.example; those below them count too. Such posts are not taken.":
		"خوادم بأسمائها، مثل shop.example، ويشمل ذلك ما تحتها. مثل هذه المنشورات لا تُقبل.",
	"Somebody new": "قادم جديد",
	"Strangers, too, who see it somewhere.": "حتى الغرباء الذين يرونها في مكان ما.",
	"That of the whole group": "وتيرة المجموعة كلها",
	"Until when, like 07:00?": "حتى متى، مثل 07:00؟",
	"What goes beyond waits at the desk. Those who look after the group are free of all this.":
		"ما يزيد على ذلك ينتظر عند المكتب. والقائمون على المجموعة معفون من هذا كله.",
	"What is in a post": "ما في المنشور",
	"What is written while the group sleeps is shared in the morning.":
		"ما يُكتب والمجموعة نائمة يُنشر في الصباح.",
	"What they write waits at the desk until somebody has met them. Whoever you welcome or let in as a person is new no more. Leave a field empty to let it be.":
		"ما يكتبونه ينتظر عند المكتب إلى أن يتعرّف عليهم أحد. ومن ترحّب به أو تُدخله بشخصه لا يبقى جديدًا. اترك الحقل فارغًا للاستغناء عنه.",
	"When so many posts by strangers come in so short a time, all strangers wait until it has been quiet for an hour. People who have been here for some days notice nothing of it. At the desk it is one line.":
		"إذا وصل هذا العدد من منشورات الغرباء في وقت قصير كهذا، انتظر الغرباء جميعًا إلى أن تهدأ الحال ساعة. ومن هم هنا منذ أيام لا يلحظون شيئًا. وهو عند المكتب سطر واحد.",
	"Where may nothing lead?": "إلى أين لا يجوز أن يقود شيء؟",
	"Which languages go straight in?": "أي اللغات تدخل مباشرة؟",
	"Who may answer in a conversation?": "من يجوز له أن يردّ في محادثة؟",
	"Who may bring pictures and recordings?": "من يجوز له إحضار الصور والتسجيلات؟",
	"Whoever came in may answer.": "يجوز لكل من دخل أن يردّ.",
	"Whoever comes when all places are taken reads along and waits in line; who leaves makes room for the next. Nobody who is a member loses their place.":
		"من يأتي وقد امتلأت الأماكن يقرأ وينتظر في الصف؛ ومن يغادر يفسح المكان لمن يليه. ولا يفقد أي عضو مكانه.",
	"Whoever may begin one": "من يجوز له أن يبدأ محادثة",
	"Whoever may write": "من يجوز له أن يكتب",
	"Whose pace is that?": "وتيرة مَن هذه؟",
	"Why this change?": "لماذا هذا التغيير؟",
	"Within how many minutes?": "خلال كم دقيقة؟",
	"A machine never judges anybody: it lets in, lets wait, or turns away by the rules you set here. All of them are off until you want one.":
		"الآلة لا تحكم على أحد: تُدخل أو تُمهل أو تردّ وفق القواعد التي تضعونها هنا. وكلها معطلة إلى أن تريدوا واحدة.",
	"As it is now": "الحال الآن",
	"Everybody can read this on {{page}}, with all that held before.":
		"يستطيع الجميع قراءة هذا في {{page}}، مع كل ما كان ساريًا من قبل.",
	"No machine holds anything up here: posts of whoever may write are shared at once.":
		"لا توقف أي آلة شيئًا هنا: منشورات من يجوز له أن يكتب تُنشر فورًا.",
	"Rules for a machine": "قواعد للآلة",
	"This much whoever runs the server asks of every group here:":
		"هذا ما يطلبه القائم على الخادم من كل مجموعة هنا:",
	"Words and servers are kept out at {{desk}}.": "تُمنع الكلمات والخوادم عند {{desk}}.",
	"the desk": "المكتب",
	"the page of rules": "صفحة القواعد",
	"All about the group": "كل شيء عن المجموعة",
	"Before a post is shared, a machine looks at these rules. People decide about all that waits, and about every doubt.":
		"قبل أن يُنشر منشور تنظر آلة في هذه القواعد. أما ما ينتظر وكل شك فيقرر فيه الناس.",
	"Earlier rules": "قواعد أقدم",
	"How they came to be": "كيف نشأت",
	"Rules that held before": "قواعد كانت سارية من قبل",
	"The rules of {{group}}": "قواعد {{group}}",
	"What a machine decides here": "ما تقرره الآلة هنا",
	"Written {{when}}": "كُتبت {{when}}",
	"Before a post is shared, a machine looks at this:": "قبل أن يُنشر منشور تنظر آلة في هذا:",
	"How these rules came to be": "كيف نشأت هذه القواعد",
	"All places are taken just now. You read along and stand in line; the next one that is free for you is yours.":
		"كل الأماكن مشغولة الآن. أنت تقرأ وتنتظر في الصف، وأول مكان يفرغ لك فهو لك.",
	"The group changed its rules for posts: {{things}}.": "غيّرت المجموعة قواعدها للمنشورات: {{things}}.",
	"It is a pattern, written as in RE2, like (?:cheap|free) pills.":
		"هو نمط مكتوب كما في RE2، مثل (?:cheap|free) pills.",
	"a wave of strangers": "موجة من الغرباء",
	"Many people who are new here have written at once. All of them wait; whoever is known here went on as ever.":
		"كتب دفعة واحدة كثيرون ممن هم جدد هنا. كلهم ينتظرون، والمعروفون هنا مضوا كعادتهم.",
	"See who they are, and let some of them in": "انظر من هم وأدخل بعضهم",
	"Posts by strangers were not taken.": "لم تُقبل منشورات الغرباء.",
	"People who were new here were let in, with what they wrote.": "أُدخل أناس كانوا جددًا هنا، ومعهم ما كتبوه.",
	"What waited of {{who}} was not taken.": "ما كان ينتظر من {{who}} لم يُقبل.",
	"What waited of a wave of strangers was not taken.": "ما كان ينتظر من موجة الغرباء لم يُقبل.",
	"What waited of {{who}} was let through.": "ما كان ينتظر من {{who}} سُمح به.",
	"What waited of a wave of strangers was let through.": "ما كان ينتظر من موجة الغرباء سُمح به.",
	"Decided at once lately": "ما قُرر دفعة واحدة مؤخرًا",
	"Take it back": "تراجع عنه",
	"Those posts wait at this desk again. Where they were shared, every server that follows the group is told to take them down; what somebody decided about since stays as it is.":
		"تنتظر تلك المنشورات عند هذا المكتب من جديد. وحيث نُشرت يُطلب من كل خادم يتابع المجموعة أن يزيلها، وما قرر فيه أحد منذئذ يبقى كما هو.",
	"Many strangers at once: {{group}}": "غرباء كثيرون دفعة واحدة: {{group}}",
	"Nobody of them waits any more.": "لم يعد أحد منهم ينتظر.",
	"Choose whoever is welcome. The others go on waiting, until you decide about all of them at the desk.":
		"اختر من هو مرحب به. ويبقى الآخرون في الانتظار حتى تقرر في شأنهم جميعًا عند المكتب.",
	"Let them in": "أدخلهم",
	"All that they wrote is shared as if it had just come, and nothing they write waits for their being new again.":
		"يُنشر كل ما كتبوه كأنه وصل للتو، ولا ينتظر بعدها شيء مما يكتبونه لكونهم جددًا.",
	"There are more. They show when these are decided about.": "هناك المزيد. يظهرون بعد البت في هؤلاء.",
	"Back to the desk": "العودة إلى المكتب",
	"That is taken back. Those posts wait again.": "جرى التراجع عن ذلك. تلك المنشورات تنتظر من جديد.",
	"What would have happened": "ما كان سيحدث",
	"These rules were tried on what was written lately. Nothing is changed, and nobody hears of it.":
		"جُرّبت هذه القواعد على ما كُتب مؤخرًا. لم يتغير شيء، ولا يعلم به أحد.",
	"Nothing would have been held up.": "ما كان شيء ليُوقف.",
	"A post by {{who}} would not have been taken.": "ما كان منشور من {{who}} ليُقبل.",
	"A post by {{who}} would have waited.": "كان منشور من {{who}} سينتظر.",
	"The next ones": "التالية",
	"Switch these rules on": "شغّل هذه القواعد",
	"Back to the rules as they are": "العودة إلى القواعد كما هي",
	"Or see first what these rules would have done. Nothing is changed by that.":
		"أو انظر أولًا ما كانت هذه القواعد ستفعله. لا يغيّر ذلك شيئًا.",
	"Try them on the last week": "جرّبها على الأسبوع الماضي",
	"Try them on the last month": "جرّبها على الشهر الماضي",
	"who may answer": "من يجوز له أن يردّ",
	"how newcomers are met": "كيف يُستقبل القادمون الجدد",
	links: "الروابط",
	"pictures and recordings": "الصور والتسجيلات",
	languages: "اللغات",
	"how many people a post may name": "كم شخصًا يجوز أن يذكر المنشور",
	"waves of strangers": "موجات الغرباء",
	"its pace": "وتيرتها",
	"its nights": "لياليها",
	"how many members there are": "كم عدد الأعضاء",
}

/** Why such a rule holds something up, or cannot be. */
export const policyReasons: Readonly<Record<string, string>> = {
	"Only members of the group answer here.": "لا يردّ هنا إلا أعضاء المجموعة.",
	"Only moderators answer in this group.": "لا يردّ في هذه المجموعة إلا المشرفون.",
	"Only people who follow the group answer here.": "لا يردّ هنا إلا من يتابعون المجموعة.",
	"Links from somebody new are looked at first.": "يُنظر أولًا في روابط القادمين الجدد.",
	"Many people who are new here are writing at once. A moderator looks at what they say; those who are known here go on as ever.":
		"يكتب الآن دفعة واحدة كثيرون ممن هم جدد هنا. ينظر مشرف فيما يقولون، والمعروفون هنا يمضون كعادتهم.",
	"Whoever is new here is met by a moderator first. After that, posts go straight in.":
		"من كان جديدًا هنا يلتقيه مشرف أولًا. وبعد ذلك تدخل المنشورات مباشرة.",
	"It holds more links than this group takes without a look.":
		"فيه روابط أكثر مما تقبله هذه المجموعة دون نظر.",
	"It is in a language that this group does not speak by itself; a moderator looks at it.":
		"هو بلغة لا تتحدثها هذه المجموعة عادة، فينظر فيه مشرف.",
	"It links to a place that this group keeps out.": "فيه رابط إلى مكان تمنعه هذه المجموعة.",
	"It names more people than this group takes without a look.":
		"يذكر أشخاصًا أكثر مما تقبله هذه المجموعة دون نظر.",
	"Only members bring pictures and recordings here.": "لا يُحضر الصور والتسجيلات هنا إلا الأعضاء.",
	"Pictures here come with words for those who cannot see them. Add some, and it goes in.":
		"تأتي الصور هنا مع كلمات لمن لا يراها. أضف بعضها فيدخل المنشور.",
	"This group takes words only, without pictures or recordings.":
		"لا تقبل هذه المجموعة إلا الكلمات، بلا صور ولا تسجيلات.",
	"That is no pattern: it is written as in RE2, like (?:cheap|free) pills.":
		"ليس هذا نمطًا: يُكتب كما في RE2، مثل (?:cheap|free) pills.",
	"That pattern is too large. Counts in braces, like {1,500}, make it so.":
		"هذا النمط كبير جدًّا، وسبب ذلك أعداد بين حاصرتين مثل {1,500}.",
	"Together with the others this pattern is too large. Make one of them simpler.":
		"مجموع هذا النمط والأنماط الأخرى كبير جدًّا. بسّط واحدًا منها.",
	"That pattern would fit every post.": "هذا النمط يطابق كل منشور.",
	"A night has a beginning and an end: both are needed.": "لليل بداية ونهاية: كلتاهما لازمة.",
	"A number is written in digits, and not every number makes sense there.":
		"يُكتب العدد بالأرقام، وليس كل عدد معقولًا هناك.",
	"A pace is of each person or of the group.": "الوتيرة لكل شخص أو للمجموعة.",
	"A place is named by its server, like shop.example.": "يُسمّى المكان بخادمه، مثل shop.example.",
	"A time is written like 22:00.": "يُكتب الوقت مثل 22:00.",
	"A time zone is written like Europe/Berlin.": "تُكتب المنطقة الزمنية مثل Europe/Berlin.",
	"A wave is so many posts in so many minutes: both are needed.":
		"الموجة عدد من المنشورات في عدد من الدقائق: كلاهما لازم.",
	"Answering is open to one of: same, anyone, followers, members, moderators.":
		"الردّ متاح لأحد هؤلاء: same, anyone, followers, members, moderators.",
	"It is on or off.": "هو إما on أو off.",
	"Pictures come from one of: anyone, members, nobody.": "تأتي الصور من أحد هؤلاء: anyone, members, nobody.",
	"That is more than a rule can name.": "هذا أكثر مما يمكن أن تسمّيه قاعدة.",
	"That would be a night without a morning.": "سيكون ذلك ليلًا بلا صباح.",
	"Somebody else changed these rules a moment ago. Here they are as they stand now.":
		"غيّر شخص آخر هذه القواعد قبل لحظة. وهذه هي كما هي الآن.",
	"The group sleeps. The post is shared by itself in the morning.":
		"المجموعة نائمة. يُنشر المنشور من تلقاء نفسه في الصباح.",
	"This group takes its time. The post is shared by itself when its turn has come.":
		"هذه المجموعة تأخذ وقتها. يُنشر المنشور من تلقاء نفسه حين يحين دوره.",
	"There are {{a}} patterns already.": "هناك {{a}} نمطًا بالفعل.",
	"There is no such decision in this group.": "لا قرار كهذا في هذه المجموعة.",
	"That was taken back already.": "جرى التراجع عن ذلك من قبل.",
	"A decision about it was taken back; a moderator looks at it anew.":
		"جرى التراجع عن قرار بشأنه، وينظر فيه مشرف من جديد.",
	"A place became free.": "فرغ مكان.",
	"All places are taken. There is one again when somebody leaves, or when the group makes room.":
		"كل الأماكن مشغولة. يفرغ واحد حين يغادر أحد أو حين توسّع المجموعة.",
}
