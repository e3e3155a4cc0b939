import { fork } from "node:child_process"
import { fileURLToPath } from "node:url"

export type Child = {
	pid: number
	/** Asks the process to do something and resolves with what came of it. */
	ask<T>(verb: string, question?: unknown): Promise<T>
	stop(): Promise<void>
}
type Question = { turn: number; verb: string; question: unknown }
type Answer = { turn: number; answer?: unknown; error?: string }

/** Runs a file of this folder as a process of its own, which answers questions. */
export const startChild = (file: URL): Child => {
	const child = fork(fileURLToPath(file), { serialization: "advanced", execArgv: ["--enable-source-maps"] })
	const waiting = new Map<number, { resolve(answer: unknown): void; reject(error: Error): void }>()
	const gone = new Promise<void>((resolve) => child.once("exit", () => resolve()))
	let turns = 0
	child.on("message", ({ turn, answer, error }: Answer) => {
		const asked = waiting.get(turn)
		waiting.delete(turn)
		if (error === undefined) asked?.resolve(answer)
		else asked?.reject(new Error(error))
	})
	void gone.then(() => {
		for (const { reject } of waiting.values()) reject(new Error(`${file.pathname} has ended`))
	})
	return {
		pid: child.pid!,
		ask: <T>(verb: string, question?: unknown) =>
			new Promise<T>((resolve, reject) => {
				const turn = turns++
				waiting.set(turn, { resolve: resolve as (answer: unknown) => void, reject })
				child.send({ turn, verb, question } satisfies Question)
			}),
		async stop() {
			child.kill("SIGKILL")
			await gone
		},
	}
}

type Verbs = Record<string, (question: never) => unknown>

/** Answers the questions of the process that started this one, and ends with it. */
export const answerWith = (verbs: Verbs): void => {
	process.on("message", async ({ turn, verb, question }: Question) => {
		try {
			process.send!({ turn, answer: await verbs[verb]!(question as never) } satisfies Answer)
		} catch (error) {
			process.send!({ turn, error: String(error) } satisfies Answer)
		}
	})
	process.on("disconnect", () => process.exit())
}
