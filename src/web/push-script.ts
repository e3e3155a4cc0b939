import { createHash } from "node:crypto"

// Asks the browser, and sends what it answers by the form that stands on the page.
const text = `
const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (c) => c.charCodeAt(0))
for (const form of document.querySelectorAll("form[data-push]")) {
	if (!("serviceWorker" in navigator) || !("PushManager" in window)) continue
	form.hidden = false
	const without = document.getElementById("push-without")
	if (without) without.hidden = true
	const alarm = form.querySelector("[role=alert]")
	form.addEventListener("submit", async (event) => {
		if (form.elements.endpoint.value) return
		event.preventDefault()
		alarm.hidden = true
		try {
			await navigator.serviceWorker.register("/push-worker.js")
			const { pushManager } = await navigator.serviceWorker.ready
			const applicationServerKey = bytes(form.dataset.push)
			const { endpoint, keys } = (await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey })).toJSON()
			form.elements.endpoint.value = endpoint
			form.elements.p256dh.value = keys.p256dh
			form.elements.auth.value = keys.auth
			form.submit()
		} catch {
			alarm.hidden = false
		}
	})
}
`

/** The script by which a browser is asked to tell of news: there is no other way to ask. Its address changes with its text. */
export const pushScript = {
	path: `/static/push.${createHash("sha256").update(text).digest("hex").slice(0, 12)}.js`,
	text,
} as const

/** What a browser runs when it is told something, whether a page is open or not. Its address stays, so that browsers find a newer one. */
export const pushWorker = {
	path: "/push-worker.js",
	text: `
self.addEventListener("push", (event) => {
	const { title, body } = event.data.json()
	event.waitUntil(self.registration.showNotification(title, { body, icon: "/favicon.svg" }))
})
self.addEventListener("notificationclick", (event) => {
	event.notification.close()
	event.waitUntil(self.clients.openWindow("/notifications"))
})
`,
} as const
