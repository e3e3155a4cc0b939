import { createHash } from "node:crypto"
import { appendFileSync, existsSync, readdirSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"

/** What one seed came to. */
export type Result = {
	seed: number
	hash: string
	failed: number
	acts: number
	faults: number
	deaths: number
	steps: number
	statements: number
	/** Seconds of processor time, PostgreSQL's included where it can be seen. */
	used: number
}

const root = join(import.meta.dirname, "../..")

/** Changes with every change to what is simulated or to what simulates. */
const tree = (): string => {
	const hash = createHash("sha256")
	for (const folder of ["src", "db", "federation", "tests/simulate"])
		for (const file of readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).sort())
			if (/\.(ts|tsx|sql)$/.test(file)) hash.update(file).update(readFileSync(join(root, folder, file)))
	return hash.digest("hex")
}

/** The results of a run over many seeds, so that one that was ended goes on where it was. Several processes may add to them. */
export class KeptResults {
	readonly results = new Map<number, Result>()
	readonly #file: string | null

	/** `what` names everything on which a result depends, beside the code; null for a run of which nothing is kept. */
	constructor(what: string | null) {
		const name = createHash("sha256").update(`${tree()} ${what}`).digest("hex").slice(0, 12)
		this.#file = what === null ? null : join(tmpdir(), `snug-simulate-${name}.jsonl`)
		this.read()
	}

	/** What others added since. */
	read(): void {
		if (!this.#file || !existsSync(this.#file)) return
		for (const line of readFileSync(this.#file, "utf8").split("\n").filter(Boolean)) {
			const result = JSON.parse(line) as Result
			this.results.set(result.seed, result)
		}
	}

	keep(result: Result): void {
		this.results.set(result.seed, result)
		// one write of a short line, so that those of two processes do not mix
		if (this.#file) appendFileSync(this.#file, `${JSON.stringify(result)}\n`)
	}

	forget(): void {
		this.results.clear()
		if (this.#file) rmSync(this.#file, { force: true })
	}
}
