/** When something happened, as a person would say it, and lists of people. */
export const time: Readonly<Record<string, string>> = {
	"just now": "gerade eben",
	"early this morning": "heute früh",
	"this morning": "heute Morgen",
	"this afternoon": "heute Nachmittag",
	"this evening": "heute Abend",
	"early yesterday": "gestern früh",
	"yesterday morning": "gestern Morgen",
	"yesterday afternoon": "gestern Nachmittag",
	"yesterday evening": "gestern Abend",
	"early on {{weekday}}": "{{weekday}} früh",
	"{{weekday}} morning": "{{weekday}}morgen",
	"{{weekday}} afternoon": "{{weekday}}nachmittag",
	"{{weekday}} evening": "{{weekday}}abend",
	"some time ago": "vor einiger Zeit",
	others: "andere",
	"{{author}}, {{when}}": "{{author}}, {{when}}",
}
