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
		const pieces = ReadableStream.from<string>(archive.write(actor, file)).pipeThrough(
			new TextEncoderStream(),
		)
		return c.body(pieces as ReadableStream, 200, {
			"Content-Type": file.endsWith(".csv") ? "text/csv; charset=utf-8" : "application/json; charset=utf-8",
			"Content-Disposition": `attachment; filename="${actor.handle}-${file}"`,
			"Cache-Control": "private, no-store",
			"X-Robots-Tag": "noindex, nofollow",
		})
	}
