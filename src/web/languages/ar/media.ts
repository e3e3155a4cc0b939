/** الصور والتسجيلات. */
export const media: Readonly<Record<string, string>> = {
	"A picture that nobody described": "صورة لم يصفها أحد",
	"Pictures, a video or a recording": "صور أو مقطع مرئي أو تسجيل",
	"Add some": "أضِف",
	"Add more": "أضِف المزيد",
	"Four at most; a short video or a recording is welcome, too. Where and with what a picture was taken is left out of it.":
		"أربع على الأكثر؛ ويسعدنا كذلك مقطع قصير أو تسجيل. لا يبقى في الصورة أين التُقطت ولا بماذا.",
	"What is on it?": "ماذا فيها؟",
	"What does one see or hear?": "ماذا يُرى أو يُسمع؟",
	"A sentence for those who cannot see it. With several, you are asked for each of them next.":
		"جملة لمن لا يستطيع رؤيتها. وإن كانت صورًا عدة فستُسأل عن كل منها بعد قليل.",
	"What matters on it is": "المهم فيها",
	"in the middle": "في الوسط",
	"at the top": "في الأعلى",
	"at the bottom": "في الأسفل",
	"on the left": "إلى اليسار",
	"on the right": "إلى اليمين",
	"Leave it out": "استبعاد",
	"What you brought": "ما أضفته",
	"Send it without a description all the same": "إرسال بلا وصف على أي حال",
	"Some readers cannot see this picture. Say in a sentence what is on it, and they can take part. It was not sent yet.":
		"بعض القراء لا يستطيعون رؤية هذه الصورة. قل في جملة ماذا فيها فيشاركونا. لم تُرسل بعد.",
	"Many pictures are being brought just now. Please go back, and send it again in a moment.":
		"تصل صور كثيرة الآن. يُرجى الرجوع وإعادة الإرسال بعد لحظة.",
	"Your picture": "صورتك",
	"It is cut to a square, and nothing of where it was taken stays in it.":
		"تُقصّ مربعة، ولا يبقى فيها شيء عن مكان التقاطها.",
	"The picture there is now": "الصورة الحالية",
	"Take this one": "اعتماد هذه",
	"Take this one instead": "اعتماد هذه بدلًا منها",
	"Take it away": "إزالتها",
	"Its pictures": "صور المجموعة",
	"A picture of its own": "صورة خاصة بها",
	"It is cut to a square and stands beside the name, here in place of the door.":
		"تُقصّ مربعة وتقف بجانب الاسم، هنا مكان الباب.",
	"A wide picture above its page": "صورة عريضة أعلى صفحتها",
	"Three times as wide as it is high.": "عرضها ثلاثة أضعاف ارتفاعها.",
}
