/** A group's page, and how to join. */
export const group: Readonly<Record<string, string>> = {
	"The group has moved. It lives at {{address}} now; follow it there. What was said here stays, and nothing new is taken.":
		"Die Gruppe ist umgezogen. Sie wohnt jetzt bei {{address}}; folge ihr dort. Was hier gesagt wurde, bleibt, und Neues wird nicht mehr angenommen.",
	"How to join": "So machst du mit",
	"Content note: {{note}}": "Inhaltshinweis: {{note}}",
	"A post by {{author}}": "Ein Beitrag von {{author}}",
	"{{people}} replied, {{when}}": "geantwortet: {{people}}, {{when}}",
	"Nobody has said anything yet. The fire is lit and the good chair is free.":
		"Noch hat niemand etwas gesagt. Das Feuer brennt, und der gute Sessel ist frei.",
	"The people who look after this group will begin; follow it and you will hear them.":
		"Die Leute, die sich um diese Gruppe kümmern, fangen an; folge ihr, dann hörst du sie.",
	"Somebody has to begin. Say what you are reading, cooking, mending or wondering about; how to do that is just below.":
		"Jemand muss anfangen. Erzähl, was du gerade liest, kochst, flickst oder dich fragst; wie das geht, steht gleich hier unten.",
	Conversations: "Gespräche",
	"Earlier conversations": "Frühere Gespräche",
	"Older conversations": "Ältere Gespräche",
	"You’re caught up.": "Du bist auf dem Laufenden.",
	"That is where it began.": "Hier hat es angefangen.",
	"How we talk here": "Wie wir hier reden",
	"This group has not written rules down. Be as kind as you would be in somebody’s kitchen.":
		"Diese Gruppe hat keine Regeln aufgeschrieben. Sei so freundlich, wie du es bei jemandem in der Küche wärst.",
	"Who looks after it": "Wer sich um sie kümmert",
	"Where it lives": "Wo sie wohnt",
	"{{group}} is a group of another server, {{host}}, which decides what it shares. This page is for people with an account here, and shows what was heard of it.":
		"{{group}} ist eine Gruppe eines anderen Servers, {{host}}, der entscheidet, was sie teilt. Diese Seite ist für Leute mit einem Konto hier und zeigt, was von ihr zu hören war.",
	"Visit it there": "Dort besuchen",
	"Earlier in {{group}}": "Früher in {{group}}",
	"Back to the newest": "Zurück zum Neuesten",
	"To begin a conversation, write a post that mentions the address. Anybody may.":
		"Um ein Gespräch anzufangen, schreib einen Beitrag, der die Adresse erwähnt. Das dürfen alle.",
	"To begin a conversation, write a post that mentions the address. Everybody who follows may.":
		"Um ein Gespräch anzufangen, schreib einen Beitrag, der die Adresse erwähnt. Das dürfen alle, die der Gruppe folgen.",
	"Once you are a member, begin a conversation by writing a post that mentions the address. Replying works the same way.":
		"Sobald du Mitglied bist, fang ein Gespräch an, indem du einen Beitrag schreibst, der die Adresse erwähnt. Antworten geht genauso.",
	"The group’s address": "Die Adresse der Gruppe",
	"Copy the address and paste it into the search of the app you use.":
		"Kopiere die Adresse und füge sie in die Suche deiner App ein.",
	"Follow the group. That is all: you are in.": "Folge der Gruppe. Das ist alles: Du bist drin.",
	"Follow the group. You can read along at once; someone who looks after the group then welcomes you as a member.":
		"Folge der Gruppe. Du kannst gleich mitlesen; jemand, der sich um die Gruppe kümmert, nimmt dich dann als Mitglied auf.",
	"On Lemmy, PieFed or Mbin, search for {{address}}, subscribe, and post as in any other community.":
		"Bei Lemmy, PieFed oder Mbin suchst du nach {{address}}, abonnierst und schreibst wie in jeder anderen Community.",
}
