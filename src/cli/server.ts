import { readFileSync } from "node:fs"
import type { Command } from "commander"
import { findServer } from "../../db/server.ts"
import { invitings, registrations } from "../accounts/account.ts"
import { changeRegistrations } from "../accounts/signing-up/change-registrations.ts"
import { readConfig } from "../config.ts"
import { openings } from "../groups/group.ts"
import { enact } from "../moderation/enact.ts"
import { describeServer } from "../operating/describe-server.ts"
import type { World } from "../world.ts"
import { boundVerbs } from "./bounds.ts"
import { orRefuse, Refusal, type Row, say } from "./speak.ts"
import type { Tools, WithWorld } from "./tools.ts"
import { loadDotEnv } from "./with-world.ts"

export const serverVerbs = (snug: Command, withWorld: WithWorld, { start }: Tools): void => {
	snug
		.command("start")
		.description("serve, until Ctrl-C or SIGTERM")
		.action(async () => {
			loadDotEnv()
			process.exitCode = await start(readConfig(process.env))
		})
	snug
		.command("health")
		.description("ask the server that runs here whether it is ready; for a container's health check")
		.action(async () => {
			loadDotEnv()
			const { port } = readConfig(process.env)
			const answer = await askReady(port)
			if (answer !== "ok") throw new Refusal(`Not ready: ${answer}`)
			say({ state: "ready" }, {})
		})
	const server = snug.command("server").description("this server itself")
	server
		.command("set")
		.description("how people come to have an account here, who opens groups, and what all agree to")
		.option("--registrations <how>", registrations.join(", "))
		.option("--inviting <who>", `who may invite: ${invitings.join(" or ")}`)
		.option("--opening <who>", `who may open groups: ${openings.join(" or ")}`)
		.option("--rules-file <file>", "its rules, in Markdown")
		.option("--name <name>", "what the server is called")
		.option("--contact <text>", "how to reach you: a handle, or an e-mail address")
		.option("--about-file <file>", "what it is for, in Markdown")
		.option("--privacy-file <file>", "what is kept about people, in Markdown")
		.option("--json", "print one JSON value")
		.action((options) =>
			withWorld(async (world) => {
				const rules = options.rulesFile && readFileSync(options.rulesFile, "utf8")
				const change = {
					by: null,
					...(options.registrations && { registrations: oneOf(registrations, options.registrations) }),
					...(options.inviting && { inviting: oneOf(invitings, options.inviting) }),
					...(options.opening && { opening: oneOf(openings, options.opening) }),
					...(rules !== undefined && { rules }),
				}
				const words = {
					...(options.name !== undefined && { name: options.name }),
					...(options.contact !== undefined && { contact: options.contact }),
					...(options.aboutFile && { about: readFileSync(options.aboutFile, "utf8") }),
					...(options.privacyFile && { privacy: readFileSync(options.privacyFile, "utf8") }),
				}
				if (Object.keys(change).length > 1 || Object.keys(words).length === 0)
					orRefuse(await enact(world, (tx) => changeRegistrations(world, tx, change)))
				orRefuse(await enact(world, (tx) => describeServer(world, tx, { by: null, ...words })))
				say(await serverRow(world), options)
			}),
		)
	server
		.command("show")
		.description("what is set")
		.option("--json", "print one JSON value")
		.action((options) => withWorld(async (world) => say(await serverRow(world), options)))
	boundVerbs(server, withWorld)
	snug
		.command("migrate")
		.description("bring the database up to this build")
		.action(() => withWorld(async () => say({ state: "up to date" }, {})))
	snug
		.command("config")
		.description("the settings in force")
		.command("show")
		.option("--json", "print one JSON value")
		.action((options) => {
			loadDotEnv()
			say(configRow(), options)
		})
}

const oneOf = <T extends string>(all: readonly T[], given: string): T => {
	const found = all.find((one) => one === given)
	if (!found) throw new Refusal(`${given} is none of ${all.join(", ")}.`)
	return found
}

const serverRow = async (world: World): Promise<Row> => {
	const { name, contact, about, privacy, registrations, inviting, opening, rules } = (await findServer(
		world.db,
	))!
	const words = { name, contact, about, rules, privacy }
	return { uri: world.origin.origin, ...words, registrations, inviting, opening }
}

const askReady = async (port: number): Promise<string> => {
	try {
		const answer = await fetch(`http://127.0.0.1:${port}/readyz`, { signal: AbortSignal.timeout(3000) })
		return (await answer.text()).slice(0, 200)
	} catch {
		return `nothing answers on port ${port}`
	}
}

/** Settings as they are read; what is secret is only said to be there. */
const configRow = (): Row => {
	const { webOrigin, secretKey, databaseUrl, admin, mail, media, bucket, ...rest } = readConfig(process.env)
	return {
		webOrigin: webOrigin.origin,
		...rest,
		secretKey: secretKey ? "given" : "kept in the data folder",
		databaseUrl: databaseUrl ? hidden(databaseUrl) : "embedded",
		admin: admin?.username ?? null,
		storage: bucket
			? `${bucket.endpoint.origin}, bucket ${bucket.bucket}`
			: "the folder media in the data folder",
		storagePublicUrl: media.publicUrl?.href ?? null,
		mediaPerPerson: media.perPerson,
		mediaRemote: media.remote.most,
		mediaRemoteDays: media.remote.age / 86_400_000,
		mail: mail ? `${mail.host}:${mail.port}, from ${mail.from}` : null,
	}
}

const hidden = (address: string): string => {
	const url = new URL(address)
	if (url.password) url.password = "…"
	return decodeURI(url.href)
}
