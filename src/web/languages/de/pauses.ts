/** Pauses: somebody writes nothing for a while. */
export const pauses: Readonly<Record<string, string>> = {
	"You are asked to write nothing in {{group}} until {{when}}. You belong to it as before.":
		"Du bist gebeten, in {{group}} nichts zu schreiben, bis: {{when}}. Du gehörst weiter dazu.",
	"You may write in {{group}} again.": "Du darfst in {{group}} wieder schreiben.",
	"Somebody was asked to write nothing until {{when}}.":
		"Jemand wurde gebeten, nichts zu schreiben, bis: {{when}}.",
	"Somebody may write again, before the pause was over.":
		"Jemand darf wieder schreiben, vor dem Ende der Pause.",
	"They are asked to pause, and told so. It ends by itself on that day.":
		"Die Pause beginnt, und das wurde mitgeteilt. Sie endet an dem Tag von selbst.",
	"The pause is over. They may write again.": "Die Pause ist vorbei. Schreiben ist wieder möglich.",
	"Ask {{person}} to pause": "{{person}} um eine Pause bitten",
	"Ask them to pause": "Um eine Pause bitten",
	"Ask somebody to pause": "Jemanden um eine Pause bitten",
	"They belong to the group and read on, but what they write is not taken until that day. They are told, with your reason. That somebody pauses is public; who it is and why is not. Other servers hear nothing, and it ends by itself.":
		"Zugehören und Mitlesen bleiben, aber was geschrieben wird, nimmt die Gruppe bis zu dem Tag nicht an. Die Person erfährt es mit deinem Grund. Dass jemand pausiert, ist öffentlich; wer und warum, nicht. Andere Server hören nichts, und es endet von selbst.",
	"{{person}} pauses until {{when}}.": "{{person}} macht Pause, bis {{when}}.",
	"End the pause of {{person}}": "Die Pause von {{person}} beenden",
	"They may write again at once, and are told so. Nobody else hears of it.":
		"Schreiben ist sofort wieder möglich, und die Person erfährt es. Sonst hört niemand davon.",
}

export const pauseReasons: Readonly<Record<string, string>> = {
	"A moderator asked the author to write nothing here for a while. It ends by itself.":
		"Die Moderation hat darum gebeten, hier eine Zeit lang nichts zu schreiben. Das endet von selbst.",
	"A pause lasts 90 days at most.": "Eine Pause dauert höchstens 90 Tage.",
	"A pause needs a day on which it ends.": "Eine Pause braucht einen Tag, an dem sie endet.",
	"They help to run the group, and a pause does not bind them.":
		"Diese Person hilft, die Gruppe zu führen; eine Pause bindet sie nicht.",
	"They are asked to pause already, for the same reason and as long.":
		"Um diese Pause wurde schon gebeten, aus demselben Grund und ebenso lang.",
	"They may write; nothing is to be lifted.": "Schreiben ist erlaubt; es gibt nichts aufzuheben.",
}
