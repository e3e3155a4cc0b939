/** What comes from other servers, and what is asked of them. */
export const elsewhere: Readonly<Record<string, string>> = {
	"Others at {{host}} said thanks": "شكرًا من آخرين على {{host}}",
	"Others at {{host}}": "آخرون على {{host}}",
}
