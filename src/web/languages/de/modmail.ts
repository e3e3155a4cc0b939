/** What people and those who look after a group write to each other. */
export const modmail: Readonly<Record<string, string>> = {
	"The ban on somebody was lifted.": "Der Bann gegen jemanden wurde aufgehoben.",
	"Who was banned, only its members read.": "Wer verbannt wurde, lesen nur ihre Mitglieder.",
	"Letters to the group": "Briefe an die Gruppe",
	"Those who look after {{group}} answered your letter.":
		"Wer sich um {{group}} kümmert, hat deinen Brief beantwortet.",
	"Write to those who look after it": "Schreib denen, die sich darum kümmern",
	"Somebody wrote to those who look after {{group}}.":
		"Jemand hat denen geschrieben, die sich um {{group}} kümmern.",
	"Letters from {{name}}": "Briefe von {{name}}",
	"It comes from the group. The other moderators see that you wrote it.":
		"Sie kommt von der Gruppe. Die anderen in der Moderation sehen, dass du sie geschrieben hast.",
	"Put it away": "Weglegen",
	"Is there nothing more to be done? {{name}} hears nothing of it, and can write again.":
		"Ist nichts mehr zu tun? {{name}} erfährt davon nichts und kann wieder schreiben.",
	"You read them together. What you answer goes out in the name of the group.":
		"Ihr lest sie gemeinsam. Was du antwortest, geht im Namen der Gruppe hinaus.",
	"Waiting for an answer": "Warten auf Antwort",
	"Nobody waits for an answer.": "Niemand wartet auf Antwort.",
	"Put away": "Weggelegt",
	"written by {{name}}, which is not told": "geschrieben von {{name}}, was nicht gesagt wird",
	"Sign in to write here": "Anmelden, um hier zu schreiben",
	"Write to those who look after {{group}}": "Schreib denen, die sich um {{group}} kümmern",
	"They read it together, and nobody else does. What they answer comes from the group.":
		"Sie lesen es gemeinsam, und sonst niemand. Was sie antworten, kommt von der Gruppe.",
	"Your letter is with them. What they answer stands here, and among your news.":
		"Dein Brief ist bei ihnen. Was sie antworten, steht hier und bei deinen Neuigkeiten.",
	"Your letter": "Dein Brief",
	"From Mastodon and its kin, send a private message to {{address}}, and to nobody else. The group answers you there.":
		"Von Mastodon und seinen Verwandten aus schick eine private Nachricht an {{address}}, und an niemanden sonst. Die Gruppe antwortet dir dort.",
	"Your letter is with those who look after {{group}}. They read it together, and answer you here.":
		"Dein Brief ist bei denen, die sich um {{group}} kümmern. Sie lesen ihn gemeinsam und antworten dir hier.",
	"Thank you for telling. Those who look after {{group}} will look at that post; whoever wrote it does not hear that it was you.":
		"Danke, dass du es sagst. Wer sich um {{group}} kümmert, sieht sich den Beitrag an; wer ihn geschrieben hat, erfährt nicht, dass du es warst.",
}

export const modmailReasons: Readonly<Record<string, string>> = {
	"Nothing more is taken from them by the people who look after this group.":
		"Wer sich um diese Gruppe kümmert, nimmt von diesem Konto nichts mehr an.",
	"That was a lot for one day. Please write again tomorrow.":
		"Das war viel für einen Tag. Bitte schreib morgen wieder.",
	"That letter is here already.": "Dieser Brief ist schon da.",
	"There is nothing in this letter yet.": "In diesem Brief steht noch nichts.",
	"A letter has at most 5000 characters.": "Ein Brief hat höchstens 5000 Zeichen.",
	"There are no such letters.": "Solche Briefe gibt es nicht.",
	"They are put away already.": "Sie sind schon weggelegt.",
}
