/** When something happened, as a person would say it, and lists of people. */
export const time: Readonly<Record<string, string>> = {
	"just now": "الآن",
	"early this morning": "فجر اليوم",
	"this morning": "صباح اليوم",
	"this afternoon": "بعد ظهر اليوم",
	"this evening": "مساء اليوم",
	"early yesterday": "فجر أمس",
	"yesterday morning": "صباح أمس",
	"yesterday afternoon": "بعد ظهر أمس",
	"yesterday evening": "مساء أمس",
	"early on {{weekday}}": "فجر {{weekday}}",
	"{{weekday}} morning": "صباح {{weekday}}",
	"{{weekday}} afternoon": "بعد ظهر {{weekday}}",
	"{{weekday}} evening": "مساء {{weekday}}",
	"some time ago": "منذ مدة",
	others: "آخرون",
	"{{author}}, {{when}}": "{{author}}، {{when}}",
}
