import { lookup } from "node:dns/promises"
import { isIP } from "node:net"
import { connect } from "node:tls"
import { type Check, fail, ok, reasonOf, spanOf, warn } from "./check.ts"

const day = 86_400_000
const soon = 14 * day
const patience = 8000

/** Whether the name in the origin leads anywhere, as this machine sees it. */
export const nameCheck = async ({ hostname }: URL): Promise<Check> => {
	try {
		const found = await lookup(hostname.replace(/^\[|\]$/g, ""), { all: true })
		return ok(
			"name",
			`${hostname} leads to ${[...new Set(found.map(({ address }) => address))].join(" and ")}.`,
		)
	} catch (error) {
		const { code } = error as NodeJS.ErrnoException
		return fail(
			"name",
			`The name ${hostname} leads nowhere (${code}).`,
			`Make an A record, and an AAAA record if there is IPv6, for ${hostname} with the address of this server.`,
		)
	}
}

type Certificate = { until: Date; trouble: string | null }

/** Whether others will believe the certificate, and for how long yet. */
export const certificateCheck = async (origin: URL, now: Date): Promise<Check> => {
	const renew =
		"See why it was not renewed in the log of the web server in front of Snug (Caddy renews by itself; otherwise: certbot renew)."
	let certificate: Certificate
	try {
		certificate = await readCertificate(origin)
	} catch (error) {
		return fail(
			"certificate",
			`Nobody speaks TLS at ${origin.host}: ${reasonOf(error)}.`,
			"Let the web server in front of Snug serve HTTPS for this name; docs/operating.md has examples.",
		)
	}
	const { until, trouble } = certificate
	const left = until.getTime() - now.getTime()
	const end = until.toISOString().slice(0, 10)
	if (left <= 0) return fail("certificate", `The certificate of ${origin.host} ended on ${end}.`, renew)
	if (trouble)
		return fail(
			"certificate",
			`Others will not believe the certificate of ${origin.host} (${trouble}).`,
			"Get one from an authority that everybody knows, like Let's Encrypt, and serve its whole chain.",
		)
	if (left < soon)
		return warn("certificate", `The certificate of ${origin.host} ends in ${spanOf(left)}, on ${end}.`, renew)
	return ok("certificate", `The certificate of ${origin.host} holds until ${end}.`)
}

/** What the origin shows of itself; nothing is sent but the handshake. */
const readCertificate = (origin: URL): Promise<Certificate> =>
	new Promise((resolve, reject) => {
		const host = origin.hostname.replace(/^\[|\]$/g, "")
		// believed or not is told apart, so that a certificate that ended can be called just that
		const socket = connect({
			host,
			port: Number(origin.port || 443),
			...(isIP(host) ? {} : { servername: host }),
			rejectUnauthorized: false,
		})
		socket.setTimeout(patience, () => socket.destroy(new Error("no answer in time")))
		socket.once("error", reject)
		socket.once("secureConnect", () => {
			const until = new Date(socket.getPeerCertificate().valid_to)
			const trouble = socket.authorized ? null : String(socket.authorizationError)
			socket.destroy()
			resolve({ until, trouble })
		})
	})
