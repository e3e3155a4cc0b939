import { readFileSync } from "node:fs"
import type { ConnectionOptions } from "node:tls"

/** Where a database is and how to be let in. `path` is the full name of a unix socket and wins over host and port. */
export type Address = {
	host: string
	port: number
	path: string | null
	user: string
	password: string
	database: string
	/** off: plain text. prefer: TLS if the server has it. require: TLS or nothing. */
	tls: "off" | "prefer" | "require"
	tlsOptions: ConnectionOptions
}

/** An address that cannot be used, said so that the person who wrote it can mend it. */
export class AddressRefused extends Error {
	override name = "AddressRefused"
}

const loopback = new Set(["localhost", "127.0.0.1", "::1"])
const modes = ["disable", "allow", "prefer", "require", "verify-ca", "verify-full"]

/**
 * Reads a `postgres://` address as libpq does (user, password, host, port, database, `?host=/folder` for a unix
 * socket, `sslmode`, `sslrootcert`). Throws `AddressRefused`.
 */
export const readDatabaseUrl = (text: string): Address => {
	const url = parse(text)
	const query = url.searchParams
	const host = query.get("host") ?? decodeURIComponent(url.hostname).replace(/^\[|\]$/g, "")
	const port = Number(query.get("port") ?? (url.port || 5432))
	const user = query.get("user") ?? decodeURIComponent(url.username)
	if (!user)
		throw new AddressRefused("DATABASE_URL names no user: write postgres://USER:PASSWORD@HOST:5432/DATABASE.")
	const path = host.startsWith("/") ? `${host.replace(/\/$/, "")}/.s.PGSQL.${port}` : null
	return {
		host: path ? "localhost" : host || "localhost",
		port,
		path,
		user,
		password: query.get("password") ?? decodeURIComponent(url.password),
		database: decodeURIComponent(url.pathname.slice(1)) || user,
		...security(path !== null, host, query),
	}
}

const parse = (text: string): URL => {
	const shape =
		"DATABASE_URL is not an address of a PostgreSQL database: write postgres://USER:PASSWORD@HOST:5432/DATABASE."
	try {
		const url = new URL(text)
		if (url.protocol === "postgres:" || url.protocol === "postgresql:") return url
	} catch {
		// said below: a URL that does not parse and one of another kind are the same mistake
	}
	throw new AddressRefused(shape)
}

const security = (
	local: boolean,
	host: string,
	query: URLSearchParams,
): Pick<Address, "tls" | "tlsOptions"> => {
	const mode = query.get("sslmode") ?? query.get("ssl") ?? (loopback.has(host) ? "disable" : "prefer")
	const known = mode === "true" ? "require" : mode === "false" ? "disable" : mode
	if (!modes.includes(known))
		throw new AddressRefused(`DATABASE_URL: sslmode=${mode} is not one of ${modes.join(", ")}.`)
	if (local || known === "disable" || known === "allow") return { tls: "off", tlsOptions: {} }
	const root = query.get("sslrootcert")
	const ca = root && root !== "system" ? { ca: readFileSync(root) } : {}
	if (known === "verify-full" || root === "system") return { tls: "require", tlsOptions: { ...ca } }
	// libpq: verify-ca looks at the chain and not at the name; require and prefer look at neither
	if (known === "verify-ca")
		return { tls: "require", tlsOptions: { ...ca, checkServerIdentity: () => undefined } }
	return { tls: known === "prefer" ? "prefer" : "require", tlsOptions: { rejectUnauthorized: false } }
}
