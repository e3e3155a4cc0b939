/** لماذا لم تُقبل صورة. */
export const mediaReasons: Readonly<Record<string, string>> = {
	"This server keeps no pictures.": "هذا الخادم لا يحفظ الصور.",
	"There is nothing in that file.": "لا شيء في هذا الملف.",
	"There is no room left for your pictures here. Take back some that you do not need any more.":
		"لم يبق هنا متسع لصورك. استرجع منها ما لم تعد تحتاج إليه.",
	"That is no picture we can show. It can be a JPEG, PNG, WebP, AVIF or GIF.":
		"ليست هذه صورة نستطيع عرضها. يمكن أن تكون JPEG أو PNG أو WebP أو AVIF أو GIF.",
	"That is nothing we can show. It can be a JPEG, PNG, WebP, AVIF or GIF, an MP4 or WebM, or an MP3, Ogg, M4A, FLAC or WAV.":
		"لا نستطيع عرض هذا. يمكن أن يكون JPEG أو PNG أو WebP أو AVIF أو GIF، أو MP4 أو WebM، أو MP3 أو Ogg أو M4A أو FLAC أو WAV.",
	"A video or recording has at most 24 MB.": "المقطع أو التسجيل لا يزيد على 24 ميغابايت.",
	"A picture has at most 12 MB.": "الصورة لا تزيد على 12 ميغابايت.",
	"Many pictures are being brought just now. Please try again in a moment.":
		"تصل صور كثيرة الآن. يُرجى المحاولة من جديد بعد لحظة.",
	"That picture cannot be read: it is damaged, or far too large.":
		"لا يمكن قراءة هذه الصورة: إنها تالفة أو أكبر مما ينبغي بكثير.",
	"A post takes four pictures at most.": "تتسع المشاركة لأربع صور على الأكثر.",
	"What is on a picture is said in at most 1500 characters.": "يُقال ما في الصورة في 1500 حرف على الأكثر.",
	"One of the pictures is not here any more. Please leave it out, or bring it again.":
		"إحدى الصور لم تعد هنا. يُرجى استبعادها أو إضافتها من جديد.",
	"Please choose a picture first.": "يُرجى اختيار صورة أولًا.",
}
