import type { Address } from "../database-url.ts"

/**
 * What the driver is told of one connection. Everything is given, so that no PG* variable of the environment changes it;
 * what could start a second connection (life and idle timers, type look-up, several hosts) is off.
 */
export const driverOptions = (at: Address, socket: () => unknown) => ({
	host: at.host,
	port: at.port,
	user: at.user,
	password: at.password,
	database: at.database,
	socket,
	max: 1,
	ssl: false,
	sslnegotiation: null,
	idle_timeout: 0,
	connect_timeout: 0,
	max_lifetime: 0,
	max_pipeline: 1,
	keep_alive: 0,
	backoff: 0,
	prepare: false,
	debug: false,
	fetch_types: false,
	onnotice: () => {},
	connection: { application_name: "snug", TimeZone: "UTC" },
})
