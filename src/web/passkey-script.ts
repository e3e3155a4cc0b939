import { createHash } from "node:crypto"
import { readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"

const bundle = readFileSync(
	fileURLToPath(new URL("../dist/bundle/index.umd.min.js", import.meta.resolve("@simplewebauthn/browser"))),
	"utf8",
)

// Sends what the passkey answered by the form that stands on the page, so that nothing is fetched aside.
const own = `
for (const form of document.querySelectorAll("form[data-passkey]")) {
	const alarm = form.querySelector("[role=alert]")
	let asked = false
	form.addEventListener("submit", async (event) => {
		if (form.elements.answer.value) return
		event.preventDefault()
		if (asked) return
		asked = true
		alarm.hidden = true
		const { startAuthentication, startRegistration } = SimpleWebAuthnBrowser
		const start = form.dataset.passkey === "make" ? startRegistration : startAuthentication
		try {
			form.elements.answer.value = JSON.stringify(await start({ optionsJSON: JSON.parse(form.dataset.options) }))
			form.submit()
		} catch {
			alarm.hidden = false
			asked = false
		}
	})
}
`

const text = `${bundle}\n${own}`

/** The script for passkeys: they have no other way. Its address changes with its text. */
export const passkeyScript = {
	path: `/static/passkey.${createHash("sha256").update(text).digest("hex").slice(0, 12)}.js`,
	text,
} as const

/** The pages that may run it; for whoever is not signed in, the policy of every other page lets none run. */
export const pagesWithPasskeys: readonly string[] = ["/login/passkey", "/settings/passkeys"]
