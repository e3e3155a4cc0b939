/** Why something was refused. */
export const reasons: Readonly<Record<string, string>> = {
	"That name and that password do not belong together.":
		"Dieser Name und dieses Passwort gehören nicht zusammen.",
}
