/** Warum ein Bild nicht angenommen wird. */
export const mediaReasons: Readonly<Record<string, string>> = {
	"This server keeps no pictures.": "Dieser Server bewahrt keine Bilder auf.",
	"There is nothing in that file.": "In dieser Datei ist nichts.",
	"There is no room left for your pictures here. Take back some that you do not need any more.":
		"Für deine Bilder ist hier kein Platz mehr. Nimm welche zurück, die du nicht mehr brauchst.",
	"That is no picture we can show. It can be a JPEG, PNG, WebP, AVIF or GIF.":
		"Das ist kein Bild, das wir zeigen können. Es kann ein JPEG, PNG, WebP, AVIF oder GIF sein.",
	"That is nothing we can show. It can be a JPEG, PNG, WebP, AVIF or GIF, an MP4 or WebM, or an MP3, Ogg, M4A, FLAC or WAV.":
		"Das können wir nicht zeigen. Es kann ein JPEG, PNG, WebP, AVIF oder GIF sein, ein MP4 oder WebM, oder ein MP3, Ogg, M4A, FLAC oder WAV.",
	"A video or recording has at most 24 MB.": "Ein Video oder eine Aufnahme hat höchstens 24 MB.",
	"A picture has at most 12 MB.": "Ein Bild hat höchstens 12 MB.",
	"Many pictures are being brought just now. Please try again in a moment.":
		"Gerade kommen viele Bilder an. Bitte versuch es in einem Moment noch einmal.",
	"That picture cannot be read: it is damaged, or far too large.":
		"Dieses Bild lässt sich nicht lesen: Es ist beschädigt oder viel zu groß.",
	"A post takes four pictures at most.": "In einen Beitrag passen höchstens vier Bilder.",
	"What is on a picture is said in at most 1500 characters.":
		"Was auf einem Bild ist, sagt man in höchstens 1500 Zeichen.",
	"One of the pictures is not here any more. Please leave it out, or bring it again.":
		"Eines der Bilder ist nicht mehr hier. Bitte lass es weg oder bring es noch einmal mit.",
	"Please choose a picture first.": "Bitte wähle zuerst ein Bild aus.",
}
