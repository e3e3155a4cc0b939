import { mkdtemp, rm } from "node:fs/promises"
import { connect, createServer, type Socket } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { setTimeout as pause } from "node:timers/promises"
import { readDatabaseUrl } from "../../../db/database-url.ts"

/** A way to a database that may lead to another one later, and that may break when a change is being committed. */
export type Link = {
	/** The database through it. */
	url: string
	/** From now on it leads there; what is open ends. */
	switchTo(url: string): void
	/** The chance, from 0 to 1, that the answer to a COMMIT never comes back. */
	losesCommits: number
	/** Milliseconds for which the answer to a COMMIT is held at most, as by a disk that is slow to write. */
	holdsCommits: number
	/** How many COMMITs were held for more than 100 ms. */
	held: number
	/** It breaks when so many pieces more have been said through it. */
	breaksAfter: number
	/** How many COMMITs reached the database without their answer reaching us. */
	lost: number
	close(): Promise<void>
}

const commit = /commit\0/i

export const openLink = async (url: string, random: () => number): Promise<Link> => {
	const folder = await mkdtemp(join(tmpdir(), "snug-link-"))
	const open = new Set<Socket>()
	let target = readDatabaseUrl(url)
	const endAll = () => {
		for (const socket of open) socket.destroy()
		open.clear()
	}
	const server = createServer((near) => {
		const far = target.path ? connect(target.path) : connect(target.port, target.host)
		let mute = false
		let hold = 0
		let answered: Promise<unknown> = Promise.resolve()
		open.add(near).add(far)
		near.on("data", (bytes) => {
			if (link.breaksAfter-- <= 0) {
				near.destroy()
				return
			}
			const commits = link.losesCommits + link.holdsCommits > 0 && commit.test(bytes.toString("latin1"))
			if (commits && link.holdsCommits > 0) {
				hold = random() * link.holdsCommits
				if (hold > 100) link.held++
			}
			if (commits && !mute && random() < link.losesCommits) {
				mute = true
				link.lost++
				far.once("data", () => near.destroy())
			}
			far.write(bytes)
		})
		far.on("data", (bytes) => {
			const wait = hold
			hold = 0
			answered = answered
				.then(() => (wait > 0 ? pause(wait) : undefined))
				.then(() => !mute && near.write(bytes))
		})
		near.on("error", () => {}).on("close", () => far.destroy())
		far.on("error", () => {}).on("close", () => near.destroy())
	})
	await new Promise<void>((resolve) => server.listen(join(folder, ".s.PGSQL.5432"), resolve))
	const through = (to: string) => {
		const at = new URL(to)
		at.searchParams.set("host", folder)
		at.searchParams.set("port", "5432")
		return at.href
	}
	const link: Link = {
		url: through(url),
		losesCommits: 0,
		holdsCommits: 0,
		held: 0,
		breaksAfter: Number.POSITIVE_INFINITY,
		lost: 0,
		switchTo(to) {
			target = readDatabaseUrl(to)
			endAll()
		},
		async close() {
			endAll()
			await new Promise((resolve) => server.close(resolve))
			await rm(folder, { recursive: true, force: true })
		},
	}
	return link
}
