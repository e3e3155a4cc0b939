/** Wer in Worten genannt wird, Bilder an Beiträgen und was sonst zu Menschen und Seiten gehört. */
export const naming: Readonly<Record<string, string>> = {
	"You name {{people}}, who will be told of it.": "Du nennst {{people}}; sie hören davon.",
	"Nobody was found by the name {{names}}. It stays as you wrote it, and nobody is told.":
		"Unter dem Namen {{names}} wurde niemand gefunden. Er bleibt, wie du ihn geschrieben hast, und niemand hört davon.",
}
