/** Feeds and other ways of reading. */
export const reading: Readonly<Record<string, string>> = {
	"#{{tag}} in {{group}}": "#{{tag}} in {{group}}",
	"Said under this tag": "Unter diesem Schlagwort gesagt",
	Earlier: "Früher",
	"You can read along in a feed reader, too: as {{atom}}, {{rss}} or {{json}}.":
		"Du kannst auch in einem Feedreader mitlesen: als {{atom}}, {{rss}} oder {{json}}.",
}
