import { createSign, generateKeyPairSync } from "node:crypto"
import { createServer, type Server, setDefaultCACertificates } from "node:tls"
import { afterEach, describe, expect, it } from "vitest"
import { spanOf } from "../../src/doctor/check.ts"
import { nodeCheck } from "../../src/doctor/machine.ts"
import { clockCheck } from "../../src/doctor/memory.ts"
import { certificateCheck } from "../../src/doctor/name.ts"

const der = (tag: number, ...parts: (Buffer | string)[]): Buffer => {
	const body = Buffer.concat(parts.map((part) => Buffer.from(part as string)))
	const length = body.length < 128 ? [body.length] : [0x82, body.length >> 8, body.length & 255]
	return Buffer.concat([Buffer.from([tag, ...length]), body])
}
const oid = (hex: string) => der(6, Buffer.from(hex, "hex"))

/** A certificate for localhost, signed by itself, until that moment (X.509, RFC 5280). */
const certificateUntil = (until: Date): { key: string; cert: string } => {
	const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" })
	const name = der(0x30, der(0x31, der(0x30, oid("550403"), der(0x0c, "localhost"))))
	const time = (at: Date) => der(0x18, `${at.toISOString().slice(0, 19).replace(/[-:T]/g, "")}Z`)
	const algorithm = der(0x30, oid("2a8648ce3d040302"))
	const wanted = der(
		0x30,
		der(2, Buffer.from([1])),
		algorithm,
		name,
		der(0x30, time(new Date(Date.UTC(2020, 0))), time(until)),
		name,
		publicKey.export({ type: "spki", format: "der" }),
	)
	const signature = createSign("sha256").update(wanted).sign(privateKey)
	const whole = der(0x30, wanted, algorithm, der(3, Buffer.from([0]), signature))
	const pem = whole.toString("base64").replace(/.{64}/g, "$&\n")
	return {
		key: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
		cert: `-----BEGIN CERTIFICATE-----\n${pem}\n-----END CERTIFICATE-----\n`,
	}
}

const day = 86_400_000
const now = new Date()
const inDays = (days: number) => new Date(now.getTime() + days * day + 60_000)

describe("what the doctor says of a certificate", () => {
	let server: Server | null = null
	afterEach(() => {
		server?.close()
	})
	const serving = async (until: Date, believed: boolean): Promise<URL> => {
		const pair = certificateUntil(until)
		if (believed) setDefaultCACertificates([pair.cert])
		server = createServer(pair, (socket) => socket.on("error", () => {}))
		await new Promise<void>((resolve) => server!.listen(0, "localhost", resolve))
		return new URL(`https://localhost:${(server.address() as { port: number }).port}`)
	}

	it.each([
		[60, true, "ok", "holds until"],
		[13, true, "warn", "ends in 13 days"],
		[-1, true, "fail", "ended on"],
		[60, false, "fail", "will not believe"],
	])("ends in %i days, believed: %s → %s", async (days, believed, state, words) => {
		const check = await certificateCheck(await serving(inDays(days), believed), now)
		expect(check).toMatchObject({ state, says: expect.stringContaining(words) })
	})

	it("fails where nobody speaks TLS", async () => {
		const check = await certificateCheck(new URL("https://localhost:1"), now)
		expect(check).toMatchObject({ state: "fail", says: expect.stringContaining("Nobody speaks TLS") })
	})
})

describe("what the doctor says of this machine", () => {
	it.each([
		["24.22.1", "ok"],
		["24.23.0", "ok"],
		["24.22.0", "warn"],
		["24.21.0", "warn"],
		["25.9.0", "warn"],
		["26.10.0", "warn"],
		["26.12.1", "ok"],
		["27.0.0", "ok"],
		["22.20.0", "fail"],
	])("Node %s is %s", (version, state) => expect(nodeCheck(version).state).toBe(state))

	it.each([
		[0, "ok"],
		[-4000, "ok"],
		[30_000, "warn"],
		[-3_600_000, "fail"],
	])("a clock that is %i ms off is %s", (skew, state) => expect(clockCheck(skew).state).toBe(state))

	it("says spans as people do", () => {
		expect([0, 1000, 61_000, 2 * 3_600_000, 3 * day].map(spanOf)).toEqual([
			"0 seconds",
			"1 second",
			"1 minute",
			"2 hours",
			"3 days",
		])
	})
})
