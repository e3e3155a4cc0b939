/** Wer in Worten genannt wird, Bilder an Beiträgen und was sonst zu Menschen und Seiten gehört. */
export const naming: Readonly<Record<string, string>> = {
	"You name {{people}}, who will be told of it.": "Du nennst {{people}}; sie hören davon.",
	"Nobody was found by the name {{names}}. It stays as you wrote it, and nobody is told.":
		"Unter dem Namen {{names}} wurde niemand gefunden. Er bleibt, wie du ihn geschrieben hast, und niemand hört davon.",
	"Some readers cannot see this picture. Say in a sentence what is on it, and they can take part. It was not changed yet.":
		"Manche können dieses Bild nicht sehen. Sag in einem Satz, was darauf ist, dann sind sie dabei. Geändert ist noch nichts.",
	"Whoever may read the post can also read what it said before; a picture that you leave out is gone. Servers that have it are sent the new words and pictures; most of them show them, and say that it was edited.":
		"Wer den Beitrag lesen darf, kann auch lesen, was vorher darin stand; ein Bild, das du weglässt, ist weg. Server, die ihn haben, bekommen die neuen Worte und Bilder; die meisten zeigen sie und sagen, dass er bearbeitet wurde.",
	"Your picture here": "Dein Bild hier",
	"Another picture, for this group alone": "Ein anderes Bild, nur für diese Gruppe",
	"It stands on the pages of this group instead of the one you have everywhere, and goes when you leave. People on other servers see the other one.":
		"Es steht auf den Seiten dieser Gruppe statt dessen, das du überall hast, und geht, wenn du gehst. Auf anderen Servern sieht man das andere.",
	"The name and the picture you have here go with you.": "Name und Bild, die du hier hast, gehen mit dir.",
	"The pictures and recordings you brought, under the names that stand in outbox.json.":
		"Die Bilder und Aufnahmen, die du mitgebracht hast, unter den Namen, die in outbox.json stehen.",
}
