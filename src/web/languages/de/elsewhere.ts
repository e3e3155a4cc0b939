/** What comes from other servers, and what is asked of them. */
export const elsewhere: Readonly<Record<string, string>> = {
	"Others at {{host}} said thanks": "Andere auf {{host}} sagen danke",
	"Others at {{host}}": "Andere auf {{host}}",
}
