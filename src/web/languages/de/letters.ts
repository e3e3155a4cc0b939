/** Was in Briefen steht. */
export const letters: Readonly<Record<string, string>> = {
	"Your link to sign in": "Dein Link zum Anmelden",
	"Somebody, you we hope, asked for a link to sign in. It works once, within a quarter of an hour:":
		"Jemand, hoffentlich du, hat um einen Link zum Anmelden gebeten. Er gilt einmal, eine Viertelstunde lang:",
	"If it was not you, do nothing: without the link nothing happens.":
		"Wenn du es nicht warst, tu nichts: Ohne den Link geschieht nichts.",
	"Is this your address?": "Ist das deine Adresse?",
	"The account {{handle}} wants to get its letters at this address. If that is you, open this link within a day:":
		"Das Konto {{handle}} möchte seine Briefe an diese Adresse bekommen. Wenn du das bist, öffne innerhalb eines Tages diesen Link:",
	"You have an account here": "Du hast hier schon ein Konto",
	"Somebody named this address for an account, and it belongs to one already. If it was you, sign in with that one:":
		"Jemand hat diese Adresse für ein Konto angegeben, und sie gehört schon zu einem. Wenn du es warst, melde dich mit diesem an:",
	"If it was not you, there is nothing to do.": "Wenn du es nicht warst, ist nichts zu tun.",
	"Letters go elsewhere now": "Briefe gehen jetzt woandershin",
	"The account {{handle}} gets its letters at another address from now on. If it was not you, tell whoever runs this server at once.":
		"Das Konto {{handle}} bekommt seine Briefe ab jetzt an eine andere Adresse. Wenn du es nicht warst, sag es sofort denen, die diesen Server betreiben.",
	"Your account {{handle}} is ready. Sign in with the password you chose:":
		"Dein Konto {{handle}} ist bereit. Melde dich mit dem Passwort an, das du gewählt hast:",
	"About your request": "Zu deiner Anfrage",
	"You asked for an account here. Whoever runs this server has decided not to give one.":
		"Du hast hier um ein Konto gebeten. Wer diesen Server betreibt, hat entschieden, dir keines zu geben.",
}
