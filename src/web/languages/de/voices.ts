/** What a group answers those who look after it and ask for something by an answer. */
export const voices: Readonly<Record<string, string>> = {
	"The post is shared in {{group}}. To take it out again, answer it with !remove and why.":
		"Der Beitrag ist in {{group}} geteilt. Um ihn wieder herauszunehmen, antworte darauf mit !remove und warum.",
	"The post is taken out of {{group}}. To put it back, answer it with !restore.":
		"Der Beitrag ist aus {{group}} herausgenommen. Um ihn zurückzustellen, antworte darauf mit !restore.",
	"The post is back in {{group}}. To take it out again, answer it with !remove and why.":
		"Der Beitrag ist wieder in {{group}}. Um ihn noch einmal herauszunehmen, antworte darauf mit !remove und warum.",
	"The conversation in {{group}} is closed to new answers. To open it again, answer with !unlock.":
		"Das Gespräch in {{group}} ist für neue Antworten geschlossen. Um es wieder zu öffnen, antworte mit !unlock.",
	"The conversation in {{group}} is open again. To close it, answer with !lock.":
		"Das Gespräch in {{group}} ist wieder offen. Um es zu schließen, antworte mit !lock.",
	"The conversation is pinned in {{group}}. To undo that, answer with !unpin.":
		"Das Gespräch ist in {{group}} angeheftet. Um das zurückzunehmen, antworte mit !unpin.",
	"The conversation is not pinned in {{group}} any more. To pin it again, answer with !pin.":
		"Das Gespräch ist in {{group}} nicht mehr angeheftet. Um es wieder anzuheften, antworte mit !pin.",
	"{{person}} writes nothing in {{group}} until {{when}}. To end that, answer the same post with !unpause.":
		"{{person}} schreibt bis {{when}} nichts in {{group}}. Um das zu beenden, antworte auf denselben Beitrag mit !unpause.",
	"{{person}} may write in {{group}} again.": "{{person}} darf wieder in {{group}} schreiben.",
	"{{person}} is banned from {{group}} until {{when}}. To end that, answer the same post with !lift.":
		"{{person}} ist bis {{when}} aus {{group}} verbannt. Um das zu beenden, antworte auf denselben Beitrag mit !lift.",
	"{{person}} is banned from {{group}} for good. To end that, answer the same post with !lift.":
		"{{person}} ist auf Dauer aus {{group}} verbannt. Um das zu beenden, antworte auf denselben Beitrag mit !lift.",
	"The ban on {{person}} is lifted: they may follow {{group}} again.":
		"{{person}} ist nicht mehr verbannt und darf {{group}} wieder folgen.",
	"It is about {{address}}": "Es geht um {{address}}",
	"Everything else is at the desk: {{address}}": "Alles andere steht auf dem Schreibtisch: {{address}}",
	"Nothing was done in {{group}}.": "In {{group}} ist nichts geschehen.",
	"Nothing was done, and nothing shared.": "Es ist nichts geschehen, und nichts wurde geteilt.",
	"To look after {{group}}, answer a post with one of these as the first word: !approve, !remove and why, !restore, !lock, !unlock, !pin, !unpin, !pause 3d and why, !unpause, !ban 30d and why (without a time it is for good), !lift, !help. Nobody else gets to read such an answer from the group.":
		"Um dich um {{group}} zu kümmern, antworte auf einen Beitrag mit einem davon als erstem Wort: !approve (durchlassen), !remove und warum (herausnehmen), !restore (zurückstellen), !lock (schließen), !unlock (öffnen), !pin (anheften), !unpin (lösen), !pause 3d und warum (um eine Pause bitten), !unpause, !ban 30d und warum (verbannen; ohne Zeit auf Dauer), !lift (Bann aufheben), !help. Von der Gruppe bekommt sonst niemand eine solche Antwort zu lesen.",
	"This asks something of the group. When you send it, it is done, and nobody else reads these words.":
		"Damit bittest du die Gruppe um etwas. Wenn du es abschickst, geschieht es, und sonst liest niemand diese Worte.",
}

export const voiceReasons: Readonly<Record<string, string>> = {
	"That is no word the group knows.": "Dieses Wort kennt die Gruppe nicht.",
	"A pause needs a time, like !pause 3d and why.": "Eine Pause braucht eine Dauer, wie !pause 3d und warum.",
	"Answer the post that it is about.": "Antworte auf den Beitrag, um den es geht.",
	"What a moderator asks of a group is not a post.":
		"Was die Moderation von der Gruppe erbittet, ist kein Beitrag.",
	"A command is one of these as the first word of an answer: !approve, !remove and why, !restore, !lock, !unlock, !pin, !unpin, !pause 3d and why, !unpause, !ban 30d and why, !lift.":
		"Ein Befehl ist eines davon als erstes Wort einer Antwort: !approve, !remove und warum, !restore, !lock, !unlock, !pin, !unpin, !pause 3d und warum, !unpause, !ban 30d und warum, !lift.",
}
