/** Posts that come to a desk in numbers. */
export const floods: Readonly<Record<string, string>> = {
	"The first came {{first}}, the latest {{last}}.": "Der erste kam: {{first}}, der letzte: {{last}}.",
	"Several people at {{server}} have sent posts that wait.":
		"Mehrere Leute auf {{server}} haben Beiträge geschickt, die warten.",
	"{{who}} has sent several posts that wait.": "{{who}} hat mehrere Beiträge geschickt, die warten.",
	"They wait because: {{reason}}": "Sie warten, weil: {{reason}}",
	"Read the latest of them": "Die neuesten davon lesen",
	"Decide about all of them": "Über alle auf einmal entscheiden",
	"Let all of them through": "Alle durchlassen",
	"Each stands on the group’s page, and every server that follows the group gets it, as if it had just come.":
		"Jeder steht dann auf der Seite der Gruppe, und jeder Server, der ihr folgt, bekommt ihn, als wäre er eben erst gekommen.",
	"Take none of them": "Keinen davon annehmen",
	"They are not shared, and nobody else hears of them. Whoever was told that a post waits can read your reason.":
		"Sie werden nicht geteilt, und niemand sonst erfährt davon. Wem gesagt wurde, dass ein Beitrag wartet, kann deinen Grund lesen.",
	"Many at once": "Viele auf einmal",
	"Posts by people at {{server}} were not taken.":
		"Beiträge von Leuten auf {{server}} wurden nicht angenommen.",
	"Posts by {{who}} were not taken.": "Beiträge von {{who}} wurden nicht angenommen.",
	"A post by {{who}} was not taken.": "Ein Beitrag von {{who}} wurde nicht angenommen.",
	"Not taken lately": "Zuletzt nicht angenommen",
	"They are shared. If there were very many, the rest still waits here.":
		"Sie werden geteilt. Waren es sehr viele, wartet der Rest noch hier.",
	"They are not taken. If there were very many, the rest still waits here.":
		"Sie werden nicht angenommen. Waren es sehr viele, wartet der Rest noch hier.",
}
