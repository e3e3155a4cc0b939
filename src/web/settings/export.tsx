import { limited } from "../../accounts/limits.ts"
import type { Elsewhere } from "../elsewhere.ts"
import { missing } from "../missing.tsx"
import { quietPage } from "../page.ts"
import { ExportPage } from "../pages/settings/export.tsx"
import { type Asked, settingOf } from "./setting.ts"

export const showExport =
	({ archive }: Elsewhere) =>
	async (asked: Asked) =>
		quietPage(asked.c, <ExportPage {...(await settingOf(asked))} files={archive.files} />)

/** One file of somebody's own, written while it is sent. */
export const sendExport =
	({ archive }: Elsewhere) =>
	async (asked: Asked) => {
		const { c, world, actor } = asked
		const file = archive.files.find((name) => name === c.req.param("file"))
		if (!file) return missing(c, world)
		const wait = limited(world, ["export by", actor.id])
		if (wait) {
			c.header("Retry-After", String(wait.wait))
			return c.text(wait.reason, 429)
		}
		const pieces = ReadableStream.from(inBytes(archive.write(actor, file)))
		return c.body(pieces as ReadableStream, 200, {
			"Content-Type": kinds[file.split(".").at(-1)!] ?? "application/octet-stream",
			"Content-Disposition": `attachment; filename="${actor.handle}-${file}"`,
			"Cache-Control": "private, no-store",
			"X-Robots-Tag": "noindex, nofollow",
		})
	}

const kinds: Readonly<Record<string, string>> = {
	csv: "text/csv; charset=utf-8",
	json: "application/json; charset=utf-8",
	zip: "application/zip",
}

const encoder = new TextEncoder()
const inBytes = async function* (pieces: AsyncGenerator<string | Uint8Array>) {
	for await (const piece of pieces) yield typeof piece === "string" ? encoder.encode(piece) : piece
}
