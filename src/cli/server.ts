import type { Command } from "commander"
import { readConfig } from "../config.ts"
import { Refusal, type Row, say } from "./speak.ts"
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
	const { webOrigin, secretKey, databaseUrl, admin, ...rest } = readConfig(process.env)
	return {
		webOrigin: webOrigin.origin,
		...rest,
		secretKey: secretKey ? "given" : "kept in the data folder",
		databaseUrl: databaseUrl ? hidden(databaseUrl) : "embedded",
		admin: admin?.username ?? null,
	}
}

const hidden = (address: string): string => {
	const url = new URL(address)
	if (url.password) url.password = "…"
	return decodeURI(url.href)
}
