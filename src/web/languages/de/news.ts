/** Feeds, news and how they come. */
export const news: Readonly<Record<string, string>> = {
	Feeds: "Feeds",
	"Read along in a feed reader.": "Im Feedreader mitlesen.",
	"Your addresses for {{group}}": "Deine Adressen für {{group}}",
	"Give one of them to your feed reader. They are shown this once, and are yours alone: whoever has one reads along as you do.":
		"Gib eine davon deinem Feedreader. Sie werden nur dieses eine Mal gezeigt und gehören dir allein: Wer eine hat, liest mit wie du.",
	"You have had an address since {{when}}.": "Du hast eine Adresse seit: {{when}}.",
	"Make another for {{name}}": "Eine andere für {{name}} machen",
	"Make an address for {{name}}": "Eine Adresse für {{name}} machen",
	"Take it back from {{name}}": "Die für {{name}} zurücknehmen",
	"A feed reader has no login. For a group you belong to, it can have a secret address instead, which works as long as you belong to it. A new address ends the one before.":
		"Ein Feedreader kann sich nicht anmelden. Für eine Gruppe, zu der du gehörst, kann er stattdessen eine geheime Adresse haben; sie gilt, solange du dazugehörst. Eine neue Adresse beendet die vorige.",
	"You are not a member of a group yet.": "Du bist noch in keiner Gruppe Mitglied.",
}

/** Why something about them was refused. */
export const newsReasons: Readonly<Record<string, string>> = {
	"You are not a member of that group.": "Du bist kein Mitglied dieser Gruppe.",
	"There is no address to take back.": "Es gibt keine Adresse, die du zurücknehmen könntest.",
}
