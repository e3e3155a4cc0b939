/** What comes from other servers, and what is asked of them. */
export const elsewhere: Readonly<Record<string, string>> = {
	"Others at {{host}} said thanks": "شكرًا من آخرين على {{host}}",
	"Others at {{host}}": "آخرون على {{host}}",
	"{{author}} is asked whether you may quote this. Until they agree, it is a link to what they wrote.":
		"يُسأل {{author}} هل يجوز لك اقتباس هذا. وإلى أن تأتي الموافقة، يبقى رابطًا إلى ما كُتب هناك.",
	"What you quote could not be read on its own server just now. You can send this all the same: then it is a link, and nobody is asked.":
		"تعذّرت الآن قراءة ما تقتبسه من خادمه. يمكنك الإرسال مع ذلك: عندها يكون رابطًا، ولا يُسأل أحد.",
}
