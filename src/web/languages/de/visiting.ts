/** Who comes in with the account they have on another server. */
export const visiting: Readonly<Record<string, string>> = {
	"Sign in with the account you have": "Anmelden mit dem Konto, das du hast",
	"On Mastodon and its kin, your own server asks you and tells us your name. On any other, we send you a code as a private message.":
		"Bei Mastodon und seinen Verwandten fragt dich dein eigener Server und sagt uns deinen Namen. Bei allen anderen schicken wir dir einen Code als private Nachricht.",
	"Sign in there": "Dort anmelden",
	"Send me a code": "Schickt mir einen Code",
	"We learn your name and nothing else, keep no key to your account, and can do nothing with it.":
		"Wir erfahren deinen Namen und sonst nichts, behalten keinen Schlüssel zu deinem Konto und können nichts damit tun.",
	"I have an account here": "Ich habe ein Konto hier",
	"A code instead": "Stattdessen ein Code",
	"{{host}} has no way to tell us who you are. We can send you a code as a private message.":
		"{{host}} kann uns nicht sagen, wer du bist. Wir können dir einen Code als private Nachricht schicken.",
	"Your whole address there": "Deine ganze Adresse dort",
	"Like @you@social.example.": "Wie @du@social.example.",
	"Look into your private messages": "Sieh in deine privaten Nachrichten",
	"If that account is there, a code is on its way to it. It works for ten minutes, in this browser. Some apps put messages from strangers into a folder of their own.":
		"Falls es dieses Konto gibt, ist ein Code dorthin unterwegs. Er gilt zehn Minuten lang, in diesem Browser. Manche Apps legen Nachrichten von Fremden in einen eigenen Ordner.",
	"Eight digits; spaces do not matter.": "Acht Ziffern; Leerzeichen sind egal.",
	"Nothing came? Begin again": "Nichts gekommen? Von vorn anfangen",
	"You are a guest here": "Du bist hier zu Gast",
	"You came as {{you}}. What you write, you write on {{host}}; here you look after where you belong.":
		"Du bist als {{you}} gekommen. Was du schreibst, schreibst du auf {{host}}; hier kümmerst du dich darum, wo du dazugehörst.",
	"Where you belong": "Wo du dazugehörst",
	"You follow no group here yet.": "Du folgst hier noch keiner Gruppe.",
	"You asked to be a member.": "Du hast gefragt, ob du Mitglied werden kannst.",
	Going: "Gehen",
	"You stay signed in for a week. This signs you out here, and wherever else you came in.":
		"Du bleibst eine Woche lang angemeldet. Damit meldest du dich hier ab, und überall sonst, wo du hereingekommen bist.",
	"Sign out everywhere": "Überall abmelden",
	"Your own server asks whether it is you, and tells us your name; nothing else is asked for.":
		"Dein eigener Server fragt, ob du es bist, und sagt uns deinen Namen; nach anderem wird nicht gefragt.",
	"Try again": "Noch einmal versuchen",
	"You are not signed in": "Du bist nicht angemeldet",
	"Your own server did not say who you are. Perhaps you said no there, perhaps it took too long.":
		"Dein eigener Server hat nicht gesagt, wer du bist. Vielleicht hast du dort Nein gesagt, vielleicht hat es zu lange gedauert.",
	"That is done on your own server": "Das geschieht auf deinem eigenen Server",
	"You are here as a guest, with your account on {{host}}. What you write, keep or thank for, you do there.":
		"Du bist hier zu Gast, mit deinem Konto auf {{host}}. Schreiben, behalten und danken kannst du dort.",
	"Your own server, {{host}}, asks you once more, and then you are in.":
		"Dein eigener Server, {{host}}, fragt dich noch einmal, und dann bist du dabei.",
	"To say something, write a post on {{host}} that mentions {{address}}.":
		"Um etwas zu sagen, schreib auf {{host}} einen Beitrag, der {{address}} erwähnt.",
	"With an account on another server: Mastodon, Lemmy and others":
		"Mit einem Konto auf einem anderen Server: Mastodon, Lemmy und andere",
	"You belong already? Sign in with that account": "Du gehörst schon dazu? Melde dich mit diesem Konto an",
}

export const visitingReasons: Readonly<Record<string, string>> = {
	"Only people of other servers come in this way.":
		"Auf diesem Weg kommen nur Menschen von anderen Servern herein.",
	"That was begun in another window, or too long ago. Please begin again.":
		"Das wurde in einem anderen Fenster begonnen, oder vor zu langer Zeit. Fang bitte noch einmal an.",
	"There is nobody of that name.": "Es gibt niemanden mit diesem Namen.",
	"That code does not fit. It works for ten minutes, in the browser that asked for it.":
		"Dieser Code passt nicht. Er gilt zehn Minuten lang, in dem Browser, der nach ihm gefragt hat.",
	"A code needs your whole address, like @you@social.example.":
		"Für einen Code braucht es deine ganze Adresse, wie @du@social.example.",
}
