/** Going for good, and taking everything along. */
export const leaving: Readonly<Record<string, string>> = {
	"Delete my account": "Mein Konto löschen",
	"Everything of yours goes, here and elsewhere.": "Alles von dir verschwindet, hier und anderswo.",
	"This cannot be taken back, by you or by anybody else.":
		"Das lässt sich nicht zurücknehmen, weder von dir noch von sonst jemandem.",
	"What goes": "Was verschwindet",
	"Your posts and answers, in every group. Other servers are told to delete their copies.":
		"Deine Beiträge und Antworten, in jeder Gruppe. Andere Server werden gebeten, ihre Kopien zu löschen.",
	"Your profile, your thanks, and your place in every group.":
		"Dein Profil, deine Danke und dein Platz in jeder Gruppe.",
	"Everything private, at once: how you sign in, your e-mail address, drafts, kept posts, muted conversations, blocks and invitations.":
		"Alles Private, sofort: wie du dich anmeldest, deine E-Mail-Adresse, Entwürfe, Gemerktes, stumme Gespräche, Blockierungen und Einladungen.",
	"What stays": "Was bleibt",
	"That a post was there, without its words, so that answers to it still make sense.":
		"Dass da ein Beitrag war, ohne seine Worte, damit Antworten darauf verständlich bleiben.",
	"What moderators decided, without your name on the page.":
		"Was moderiert wurde, ohne deinen Namen auf der Seite.",
	"Your handle, which nobody else is ever given. You cannot have it again, either.":
		"Dein Kurzname, den nie jemand anderes bekommt. Auch du bekommst ihn nicht wieder.",
	"Backups of this server, until they are replaced by newer ones.":
		"Sicherungen dieses Servers, bis neuere sie ersetzen.",
	"Most servers delete what they are told to delete. Nobody can promise it for them.":
		"Die meisten Server löschen, worum man sie bittet. Versprechen kann das niemand für sie.",
	"If you only want to live elsewhere, {{move}} instead: those who know you come along.":
		"Wenn du nur anderswo wohnen willst, kannst du stattdessen {{move}}: Wer dich kennt, kommt mit.",
	"move house": "umziehen",
	"First, somebody else has to take over": "Zuerst muss jemand anderes übernehmen",
	"Nobody else owns these groups. Make another person their owner, then come back.":
		"Diese Gruppen gehören sonst niemandem. Gib sie jemand anderem in die Hand und komm dann wieder.",
	"Type {{handle}} if you mean it": "Tippe {{handle}}, wenn du es ernst meinst",
	"It is the name of your account.": "So heißt dein Konto.",
	"Delete my account for good": "Mein Konto endgültig löschen",
	"Your account is deleted": "Dein Konto ist gelöscht",
	"What was private is gone already. Your posts are being taken down, and the servers that know you are being told. Be well.":
		"Was privat war, ist schon weg. Deine Beiträge werden entfernt, und die Server, die dich kennen, erfahren davon. Mach’s gut.",
	"Take your things along": "Nimm deine Sachen mit",
	"Your posts, drafts and lists, as files.": "Deine Beiträge, Entwürfe und Listen, als Dateien.",
	"Each file is made when you ask for it, and holds nothing but what is yours.":
		"Jede Datei entsteht, wenn du sie holst, und enthält nur, was deins ist.",
	"Who you are, as other servers read you.": "Wer du bist, so wie andere Server dich lesen.",
	"Everything you said here: posts, answers and polls.":
		"Alles, was du hier gesagt hast: Beiträge, Antworten und Umfragen.",
	"What you thanked for, by its address.": "Wofür du dich bedankt hast, mit seiner Adresse.",
	"What you keep, by its address.": "Was du dir merkst, mit seiner Adresse.",
	"What you have begun to write.": "Was du zu schreiben begonnen hast.",
	"The groups you follow. Mastodon can read this list.":
		"Die Gruppen, denen du folgst. Mastodon kann diese Liste lesen.",
	"Whom you block. Mastodon can read this list.": "Wen du blockierst. Mastodon kann diese Liste lesen.",
	"Which servers you block. Mastodon can read this list.":
		"Welche Server du blockierst. Mastodon kann diese Liste lesen.",
	"To live elsewhere, {{move}}: then those who know you come along.":
		"Wenn du anderswo wohnen willst, kannst du {{move}}: Dann kommt mit, wer dich kennt.",
}

/** Why somebody cannot go yet, or cannot get in. */
export const leavingReasons: Readonly<Record<string, string>> = {
	"That is not the name of your account. Nothing was deleted.":
		"So heißt dein Konto nicht. Es wurde nichts gelöscht.",
	"A group keeps an owner: make somebody else one first.":
		"Eine Gruppe behält jemanden, dem sie gehört: Übertrag sie zuerst jemand anderem.",
	"There is no such account.": "Dieses Konto gibt es nicht.",
	"Somebody has to run this server: make somebody else an operator first.":
		"Jemand muss diesen Server betreiben: Übertrag das zuerst jemand anderem.",
	"This account is switched off. Ask whoever runs this server; what you wrote is still there.":
		"Dieses Konto ist abgeschaltet. Frag, wer diesen Server betreibt; was du geschrieben hast, ist noch da.",
}
