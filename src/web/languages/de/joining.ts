/** Between this server and the one where somebody has their account. */
export const joining: Readonly<Record<string, string>> = {
	"Where is your account?": "Wo hast du dein Konto?",
	"Like @you@social.example, the address of your page there, or only your server.":
		"Wie @du@social.example, die Adresse deiner Seite dort, oder nur dein Server.",
	"Join from there": "Von dort aus beitreten",
	"Or do it by hand": "Oder von Hand",
	"With the account you already have: your own server asks once more, and then you are in.":
		"Mit dem Konto, das du schon hast: Dein eigener Server fragt noch einmal nach, und dann bist du dabei.",
	"With the account you already have: your own server asks once more. You can read along at once; someone who looks after the group then welcomes you as a member.":
		"Mit dem Konto, das du schon hast: Dein eigener Server fragt noch einmal nach. Mitlesen kannst du sofort; jemand, der sich um die Gruppe kümmert, nimmt dich dann als Mitglied auf.",
	"Join {{group}}": "{{group}} beitreten",
	"Not quite yet: joining {{group}}": "Noch nicht ganz: {{group}} beitreten",
	"On to {{host}}": "Weiter zu {{host}}",
	"Take me there": "Bring mich hin",
	"Your own server shows you {{group}}. Press Follow there, and that is all.":
		"Dein eigener Server zeigt dir {{group}}. Drück dort auf Folgen, das ist alles.",
	"A QR code with the address of this page of {{group}}":
		"Ein QR-Code mit der Adresse der Seite von {{group}}",
	"For your phone: its camera opens the group’s page.":
		"Für dein Telefon: Seine Kamera öffnet die Seite der Gruppe.",
	"Answer by hand": "Von Hand antworten",
	"Join by hand": "Von Hand beitreten",
	"{{server}} has no page that we could bring you to. It takes two steps more:":
		"{{server}} hat keine Seite, zu der wir dich bringen könnten. Es braucht zwei Schritte mehr:",
	"The post’s address": "Die Adresse des Beitrags",
	"Sign in on {{server}} and paste the address into its search.":
		"Melde dich auf {{server}} an und füge die Adresse dort in die Suche ein.",
	"Open the post that it finds, and answer it. Mention {{address}}, and the whole group hears you.":
		"Öffne den Beitrag, den sie findet, und antworte. Erwähne {{address}}, dann hört dich die ganze Gruppe.",
	"Sign in on {{server}} and search for {{address}}.":
		"Melde dich auf {{server}} an und such nach {{address}}.",
	"Sign in on {{server}}, open World, and search there for {{address}}.":
		"Melde dich auf {{server}} an, öffne World und such dort nach {{address}}.",
	"Open the community that it finds, and press Subscribe.":
		"Öffne die Community, die sie findet, und drück auf Abonnieren.",
	"Open the community that it finds, and press Join.":
		"Öffne die Community, die sie findet, und drück auf Beitreten.",
	"Open the magazine that it finds, and press Subscribe.":
		"Öffne das Magazin, das sie findet, und drück auf Abonnieren.",
	"Open the category that it finds, and choose to track it.":
		"Öffne die Kategorie, die sie findet, und verfolge sie.",
	"Open the group that it finds, and press Follow.":
		"Öffne die Gruppe, die sie findet, und drück auf Folgen.",
	"Answer from your own server": "Von deinem eigenen Server aus antworten",
	"Open it there": "Dort öffnen",
	"Your own server opens the post; answer it there. Mention {{address}}, and the whole group hears you.":
		"Dein eigener Server öffnet den Beitrag; antworte dort. Erwähne {{address}}, dann hört dich die ganze Gruppe.",
	"With the account you already have: your own server opens the conversation, and you answer there. Under each post there is a link that leads to just that one.":
		"Mit dem Konto, das du schon hast: Dein eigener Server öffnet das Gespräch, und du antwortest dort. Unter jedem Beitrag steht ein Link, der zu genau diesem führt.",
	"Follow {{group}} from here": "{{group}} von hier aus folgen",
	"Its own server is asked, and sees your name. What the group shares from then on stands on a page here.":
		"Ihr eigener Server wird gefragt und sieht deinen Namen. Was die Gruppe von da an teilt, steht hier auf einer Seite.",
	"People are followed elsewhere": "Menschen folgt man anderswo",
	"With an account here you follow groups. Who has an account on another server can follow people from there.":
		"Mit einem Konto hier folgst du Gruppen. Wer ein Konto auf einem anderen Server hat, kann von dort aus Menschen folgen.",
	"No group was found at that address, nor a post that anybody here has been sent.":
		"Unter dieser Adresse war keine Gruppe zu finden, und auch kein Beitrag, der hier angekommen wäre.",
}

export const joiningReasons: Readonly<Record<string, string>> = {
	"Write it in full, like @you@social.example, or only your server’s name.":
		"Schreib es ganz aus, wie @du@social.example, oder nur den Namen deines Servers.",
	"That is this server. Sign in here, and then join.":
		"Das ist dieser Server. Melde dich hier an, und tritt dann bei.",
	"This server has nothing to do with that one, so there is no way from here.":
		"Dieser Server hat mit jenem nichts zu tun; von hier führt kein Weg dorthin.",
	"That server knows nobody of that name. Is there a slip in it?":
		"Dieser Server kennt niemanden mit diesem Namen. Ist ein Tippfehler darin?",
	"That server does not answer just now. Is there a slip in its name?":
		"Dieser Server antwortet gerade nicht. Ist ein Tippfehler im Namen?",
}
