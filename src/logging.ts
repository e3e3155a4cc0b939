import { Writable } from "node:stream"
import {
	ansiColorFormatter,
	configure,
	getStreamSink,
	getTextFormatter,
	jsonLinesFormatter,
} from "@logtape/logtape"
import type { Config } from "./config.ts"

/** Sends the log to stderr, as lines for people or as JSON lines; stdout belongs to what a command answers. */
export const startLogging = async ({
	logLevel,
	logFormat,
}: Pick<Config, "logLevel" | "logFormat">): Promise<void> => {
	const formatter =
		logFormat === "json" ? jsonLinesFormatter : process.stderr.isTTY ? ansiColorFormatter : getTextFormatter()
	const stderr = getStreamSink(Writable.toWeb(process.stderr) as WritableStream, { formatter })
	await configure({
		sinks: { stderr },
		loggers: [
			{ category: "snug", sinks: ["stderr"], lowestLevel: logLevel },
			// Fedify reports each signature that does not verify; the front door has answered it by then.
			{ category: "fedify", sinks: ["stderr"], lowestLevel: "fatal" },
			{ category: ["logtape", "meta"], sinks: ["stderr"], lowestLevel: "error" },
		],
		reset: true,
	})
}
