/** Why something about the making of a group was refused. */
export const groupReasons: Readonly<Record<string, string>> = {
	"Groups are opened by whoever runs this server. Ask them for one.":
		"Gruppen öffnet hier, wer diesen Server betreibt. Bitte dort um eine.",
	"You have opened {{most}} groups, and nobody opens more. Whoever runs this server can.":
		"Du hast {{most}} Gruppen geöffnet, und mehr öffnet niemand. Wer diesen Server betreibt, kann es.",
	"A language is a code like en, pt-BR or zh.": "Eine Sprache ist ein Kürzel wie en, pt-BR oder zh.",
	"Joining is one of: {{choices}}.": "Hereinkommen lässt sich so: {{choices}}.",
	"Posting is open to one of: {{choices}}.": "Schreiben dürfen wahlweise: {{choices}}.",
	"The form of new threads is one of: {{choices}}.": "Neue Gespräche haben eine dieser Formen: {{choices}}.",
	"The hue is one of: {{choices}}.": "Der Farbton ist einer von diesen: {{choices}}.",
	"The rules have at most 5000 characters.": "Die Regeln haben höchstens 5000 Zeichen.",
	"The words of welcome have at most 2000 characters.": "Die Willkommensworte haben höchstens 2000 Zeichen.",
	"A group is handed over to one of its members.": "Eine Gruppe wird an eines ihrer Mitglieder übergeben.",
	"That is not yours to hand over any more.": "Das ist nicht mehr an dir zu übergeben.",
	"The last owner left; nobody has helped to look after the group for longer.":
		"Wem die Gruppe zuletzt gehörte, ist gegangen; niemand kümmert sich länger um sie mit.",
	"They are owner already.": "Die Gruppe gehört ihnen schon.",
	"The last owner of a group hands it over before leaving.":
		"Wem eine Gruppe als Letztes gehört, übergibt sie, bevor er geht.",
	"They are the last owner, and stay one until somebody else takes over.":
		"Ihnen gehört die Gruppe als Letztes, und dabei bleibt es, bis jemand anderes übernimmt.",
	"Only the group's owners may do that.": "Das darf nur, wem die Gruppe gehört.",
	"A group keeps an owner: make somebody else one first.":
		"Eine Gruppe gehört immer jemandem: Gib sie erst noch jemand anderem.",
	"They are {{role}} already.": "Das sind sie schon: {{role}}.",
	"They are {{role}} already; there is no further step.":
		"Das sind sie schon: {{role}}. Einen weiteren Schritt gibt es nicht.",
	"That has changed meanwhile. Please look again.":
		"Das hat sich inzwischen geändert. Bitte sieh noch einmal nach.",
	"They became a moderator before you did; only an owner dismisses them.":
		"Sie moderieren schon länger als du; entlassen kann sie nur, wem die Gruppe gehört.",
	"That is not the short name of the group. Nothing was closed.":
		"Das ist nicht der Kurzname der Gruppe. Nichts wurde geschlossen.",
	"A name in a group has at most 60 characters.": "Ein Name in einer Gruppe hat höchstens 60 Zeichen.",
	"Pronouns have at most 40 characters.": "Pronomen haben höchstens 40 Zeichen.",
	"Somebody who looks after the group is called that.":
		"So heißt schon jemand, der sich um die Gruppe kümmert.",
}
