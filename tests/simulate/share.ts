import { spawn } from "node:child_process"
import { createInterface } from "node:readline"
import type { KeptResults } from "./kept-results.ts"

/**
 * Lives through many seeds with several processes of the same script, each of which takes every nth; what they say is said
 * as it comes, but for what each came to by itself. Resolves when all are over; signals are passed on.
 */
export const share = async (processes: number, words: string[], kept: KeptResults): Promise<boolean> => {
	const children = Array.from({ length: processes }, (_, nth) =>
		spawn(
			process.execPath,
			[...process.execArgv, process.argv[1]!, ...words, "--share", `${nth}/${processes}`],
			{
				stdio: ["ignore", "pipe", "inherit"],
			},
		),
	)
	for (const signal of ["SIGINT", "SIGTERM"] as const)
		process.once(signal, () => {
			for (const child of children) child.kill(signal)
		})
	const codes = await Promise.all(
		children.map(async (child) => {
			createInterface(child.stdout!).on("line", (line) => {
				if (!/^\d+ seeds, |^[\d.]+ acts and /.test(line)) console.log(line)
			})
			return new Promise<number | null>((resolve) => child.once("close", resolve))
		}),
	)
	kept.read()
	return codes.every((code) => code === 0 || code === 1)
}
