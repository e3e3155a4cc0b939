/** Bilder und Aufnahmen. */
export const media: Readonly<Record<string, string>> = {
	"A picture that nobody described": "Ein Bild, das niemand beschrieben hat",
	"Pictures, a video or a recording": "Bilder, ein Video oder eine Aufnahme",
	"Add some": "Hinzufügen",
	"Add more": "Weitere hinzufügen",
	"Four at most; a short video or a recording is welcome, too. Where and with what a picture was taken is left out of it.":
		"Höchstens vier; auch ein kurzes Video oder eine Aufnahme ist willkommen. Wo und womit ein Bild gemacht wurde, wird weggelassen.",
	"What is on it?": "Was ist darauf zu sehen?",
	"What does one see or hear?": "Was sieht oder hört man?",
	"A sentence for those who cannot see it. With several, you are asked for each of them next.":
		"Ein Satz für alle, die es nicht sehen können. Bei mehreren wirst du gleich nach jedem gefragt.",
	"What matters on it is": "Das Wichtige darauf ist",
	"in the middle": "in der Mitte",
	"at the top": "oben",
	"at the bottom": "unten",
	"on the left": "links",
	"on the right": "rechts",
	"Leave it out": "Weglassen",
	"What you brought": "Was du mitgebracht hast",
	"Send it without a description all the same": "Trotzdem ohne Beschreibung abschicken",
	"Some readers cannot see this picture. Say in a sentence what is on it, and they can take part. It was not sent yet.":
		"Manche, die hier lesen, können dieses Bild nicht sehen. Sag in einem Satz, was darauf ist, dann sind sie dabei. Es wurde noch nicht abgeschickt.",
	"Many pictures are being brought just now. Please go back, and send it again in a moment.":
		"Gerade kommen viele Bilder an. Bitte geh zurück und schick es in einem Moment noch einmal ab.",
	"Your picture": "Dein Bild",
	"It is cut to a square, and nothing of where it was taken stays in it.":
		"Es wird quadratisch zugeschnitten, und wo es aufgenommen wurde, bleibt nicht darin.",
	"The picture there is now": "Das Bild, das jetzt da ist",
	"Take this one": "Dieses nehmen",
	"Take this one instead": "Stattdessen dieses nehmen",
	"Take it away": "Wegnehmen",
	"Its pictures": "Ihre Bilder",
	"A picture of its own": "Ein eigenes Bild",
	"It is cut to a square and stands beside the name, here in place of the door.":
		"Es wird quadratisch zugeschnitten und steht neben dem Namen, hier anstelle der Tür.",
	"A wide picture above its page": "Ein breites Bild über ihrer Seite",
	"Three times as wide as it is high.": "Dreimal so breit wie hoch.",
}
