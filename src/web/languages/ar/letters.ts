/** ما يُكتب في الرسائل. */
export const letters: Readonly<Record<string, string>> = {
	"Your link to sign in": "رابط دخولك",
	"Somebody, you we hope, asked for a link to sign in. It works once, within a quarter of an hour:":
		"طلب أحدهم، ونرجو أن تكون أنت، رابطًا للدخول. يصلح مرة واحدة خلال ربع ساعة:",
	"If it was not you, do nothing: without the link nothing happens.":
		"إن لم تكن أنت فلا تفعل شيئًا: من دون الرابط لا يحدث شيء.",
	"Is this your address?": "هل هذا عنوانك؟",
	"The account {{handle}} wants to get its letters at this address. If that is you, open this link within a day:":
		"يريد الحساب {{handle}} أن تصله رسائله على هذا العنوان. إن كنت أنت صاحبه فافتح هذا الرابط خلال يوم:",
	"You have an account here": "لديك حساب هنا",
	"Somebody named this address for an account, and it belongs to one already. If it was you, sign in with that one:":
		"ذكر أحدهم هذا العنوان لحساب، وهو يعود إلى حساب موجود. إن كنت أنت فادخل بذلك الحساب:",
	"If it was not you, there is nothing to do.": "إن لم تكن أنت فليس عليك فعل شيء.",
	"Letters go elsewhere now": "الرسائل تذهب إلى مكان آخر الآن",
	"The account {{handle}} gets its letters at another address from now on. If it was not you, tell whoever runs this server at once.":
		"تصل رسائل الحساب {{handle}} إلى عنوان آخر من الآن. إن لم تكن أنت فأخبر من يدير هذا الخادم فورًا.",
	"Your account {{handle}} is ready. Sign in with the password you chose:":
		"حسابك {{handle}} جاهز. ادخل بكلمة المرور التي اخترتها:",
	"About your request": "بخصوص طلبك",
	"You asked for an account here. Whoever runs this server has decided not to give one.":
		"طلبتَ حسابًا هنا. قرّر من يدير هذا الخادم ألّا يمنحه.",
}
