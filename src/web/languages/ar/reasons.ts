/** Why something was refused. */
export const reasons: Readonly<Record<string, string>> = {
	"That name and that password do not belong together.": "هذا الاسم وكلمة المرور هذه لا يتوافقان.",
}
