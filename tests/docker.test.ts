import { execFileSync } from "node:child_process"
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { addressesIn } from "../src/client-address.ts"
import { readConfig } from "../src/config.ts"
import { readYaml, type Yaml } from "./support/yaml.ts"

const root = join(import.meta.dirname, "..")
const read = (file: string): string => readFileSync(join(root, file), "utf8")

/** Instructions, with lines that go on joined. */
const instructions = read("docker/Dockerfile")
	.replace(/\\\n\s*/g, " ")
	.split("\n")
	.filter((line) => /^[A-Z]/.test(line))
	.map((line) => ({ word: line.split(" ")[0]!, rest: line.slice(line.indexOf(" ") + 1) }))
const all = (word: string) => instructions.filter((one) => one.word === word).map(({ rest }) => rest)
const last = instructions.slice(instructions.findLastIndex(({ word }) => word === "FROM"))
const settings = Object.fromEntries(
	all("ENV").flatMap((line) => line.split(" ").map((pair) => pair.split("=") as [string, string])),
)

type Service = { [key: string]: Yaml } & { environment?: Record<string, string> }
const compose = (file: string) =>
	readYaml(read(`docker/${file}`)) as { services: Record<string, Service>; volumes: Record<string, null> }
const files = readdirSync(join(root, "docker")).filter((name) => name.startsWith("compose"))

describe("the container", () => {
	it("copies what is there, and what the builder is sent", () => {
		const sent = read(".dockerignore")
			.split("\n")
			.filter((line) => line.startsWith("!"))
			.map((line) => line.slice(1))
		const copied = all("COPY")
			.filter((line) => !line.startsWith("--from"))
			.flatMap((line) => line.split(" ").slice(0, -1))
		expect(copied.length).toBeGreaterThan(5)
		for (const path of copied) {
			expect(existsSync(join(root, path)), path).toBe(true)
			expect(
				sent.some((one) => path === one || path.startsWith(`${one}/`)),
				`${path} is in .dockerignore`,
			).toBe(true)
		}
		for (const path of sent) expect(existsSync(join(root, path)), path).toBe(true)
	})

	it("runs what is built there, as nobody of importance", () => {
		const words = [
			...all("ENTRYPOINT"),
			...all("HEALTHCHECK").map((line) => line.slice(line.indexOf("CMD ") + 4)),
		].map((json) => JSON.parse(json) as string[])
		for (const command of words) {
			const script = command.find((word) => word.endsWith(".js"))!
			const [, entry] = /^dist\/snug\/(\w+)\.js$/.exec(script)!
			const source = new RegExp(`^\\t${entry}: "dist/(.+)\\.js"`, "m").exec(read("src/build.mjs"))?.[1]
			expect(existsSync(join(root, `${source}.ts`)), script).toBe(true)
		}
		expect(all("RUN")).toContain("node src/build.mjs")
		const verbs = [JSON.parse(all("CMD")[0]!)[0], words[1]!.at(-1)]
		for (const verb of verbs) expect(read("src/cli/server.ts")).toContain(`.command("${verb}")`)
		expect(last.find(({ word }) => word === "USER")?.rest).toBe("node")
		expect(all("STOPSIGNAL")).toEqual(["SIGTERM"])
		expect(read("src/start.ts"), "the first process hears only signals that it handles").toContain(
			'"SIGTERM"',
		)
		expect(statSync(join(root, "src/snug.mjs")).mode & 0o111, "snug.mjs is linked as a command").not.toBe(0)
	})

	it("is set as Snug reads it", () => {
		const config = readConfig(settings)
		expect(config).toMatchObject({ dataDir: "/data", bind: "0.0.0.0" })
		expect(all("EXPOSE")).toEqual([String(config.port)])
		expect(all("VOLUME")).toEqual([config.dataDir])
	})

	it("keeps the Node that package.json pins out, since the image has a newer one", () => {
		const installs = all("RUN").filter((line) => line.includes("--omit=dev"))
		expect(installs).toHaveLength(1)
		expect(installs[0]).toMatch(/rm -rf node_modules\/node /)
		expect(
			all("RUN").filter((line) => /npm (ci|install)/.test(line) && !line.includes("--ignore-scripts")),
		).toEqual([])
	})
})

describe.each(files)("docker/%s", (file) => {
	const { services, volumes } = compose(file)
	const ours = Object.values(services).filter(({ image, extends: same }) => image === "snug:local" || same)

	it("sets only what Snug reads", () => {
		const known = [...read("src/config.ts").matchAll(/^\t([A-Z_]+): /gm)].map(([, name]) => name)
		expect(known).toContain("WEB_ORIGIN")
		const set = ours.flatMap(({ environment = {} }) => Object.keys(environment))
		expect(set.length).toBeGreaterThan(0)
		expect(set.filter((name) => !known.includes(name.replace(/_FILE$/, "")))).toEqual([])
	})

	it("asks for one thing", () => {
		const asked = [
			...read(`docker/${file}`)
				.replace(/^#.*$/gm, "")
				.matchAll(/\$\{?(\w+)/g),
		].map(([, name]) => name)
		expect([...new Set(asked)]).toEqual(["WEB_ORIGIN"])
	})

	it("mounts what there is, and leads to the port that is listened on", () => {
		const mounts = Object.values(services).flatMap((service) => (service.volumes ?? []) as string[])
		for (const source of mounts.map((mount) => mount.split(":")[0]!)) {
			if (source.startsWith("./")) expect(existsSync(join(root, "docker", source)), source).toBe(true)
			else expect(Object.keys(volumes)).toContain(source)
		}
		const inside = ours
			.flatMap((service) => (service.ports ?? []) as string[])
			.map((mapped) => mapped.split(":").at(-1))
		expect(inside.filter((port) => port !== settings.PORT)).toEqual([])
	})

	it("gives Snug no more than it needs, and time to stop", () => {
		const first = ours[0]!
		expect(first).toMatchObject({
			read_only: "true",
			cap_drop: ["ALL"],
			security_opt: ["no-new-privileges:true"],
		})
		expect(Number.parseInt(first.stop_grace_period as string, 10)).toBeGreaterThan(10)
		expect((first.build as Record<string, string>).dockerfile).toBe("docker/Dockerfile")
	})

	it("waits for services that there are", () => {
		const needed = Object.values(services).flatMap(({ depends_on }) => Object.keys(depends_on ?? {}))
		expect(needed.filter((name) => !(name in services))).toEqual([])
	})
})

describe("the containers with PostgreSQL", () => {
	const { services } = compose("compose.postgres.yaml")

	it("lead Caddy to the web, whose word Snug takes for who is asking", () => {
		expect(read("docker/Caddyfile")).toContain(`reverse_proxy web:${settings.PORT}`)
		const { TRUSTED_PROXIES } = services.web!.environment!
		expect(addressesIn(TRUSTED_PROXIES!)?.check("172.30.77.5")).toBe(true)
		expect(read("docker/compose.postgres.yaml")).toContain(`subnet: ${TRUSTED_PROXIES}`)
	})

	it("make secrets once, for those alone who need them", () => {
		const folder = mkdtempSync(join(tmpdir(), "snug-secrets-"))
		try {
			const owner = String(process.getuid!())
			const make = () =>
				execFileSync("/bin/sh", [join(root, "docker/make-secrets.sh"), folder], {
					env: { ...process.env, POSTGRES_OWNER: owner, SNUG_OWNER: owner },
				})
			make()
			const made = (path: string) => readFileSync(join(folder, path), "utf8")
			const [password, secret, url] = [
				made("postgres/password"),
				made("snug/secret-key"),
				made("snug/database-url"),
			]
			expect(password).toMatch(/^[0-9a-f]{64}$/)
			expect(new URL(url)).toMatchObject({
				password,
				hostname: "postgres",
				username: services.postgres!.environment!.POSTGRES_USER,
				pathname: `/${services.postgres!.environment!.POSTGRES_DB}`,
			})
			expect(readConfig({ SECRET_KEY: secret, DATABASE_URL: url }).secretKey).toBe(secret)
			for (const path of ["snug", "postgres", "snug/secret-key", "snug/database-url", "postgres/password"])
				expect(statSync(join(folder, path)).mode & 0o077, path).toBe(0)
			make()
			expect([made("postgres/password"), made("snug/secret-key")]).toEqual([password, secret])
		} finally {
			rmSync(folder, { recursive: true, force: true })
		}
	})

	it("read secrets where they are made", () => {
		const paths = Object.values(services)
			.flatMap(({ environment = {} }) => Object.entries(environment))
			.filter(([name]) => name.endsWith("_FILE"))
			.map(([, path]) => path)
		expect(paths).toHaveLength(3)
		for (const path of paths)
			expect(read("docker/make-secrets.sh")).toContain(path.replace("/secrets/", "$folder/"))
	})
})
