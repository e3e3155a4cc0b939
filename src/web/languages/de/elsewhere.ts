/** What comes from other servers, and what is asked of them. */
export const elsewhere: Readonly<Record<string, string>> = {
	"Others at {{host}} said thanks": "Andere auf {{host}} sagen danke",
	"Others at {{host}}": "Andere auf {{host}}",
	"{{author}} is asked whether you may quote this. Until they agree, it is a link to what they wrote.":
		"{{author}} wird gefragt, ob du das zitieren darfst. Bis zu einem Ja ist es ein Link zu dem, was dort steht.",
	"What you quote could not be read on its own server just now. You can send this all the same: then it is a link, and nobody is asked.":
		"Was du zitierst, ließ sich auf seinem eigenen Server gerade nicht lesen. Du kannst es trotzdem abschicken: Dann ist es ein Link, und niemand wird gefragt.",
}
