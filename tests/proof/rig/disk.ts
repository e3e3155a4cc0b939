import { execFileSync } from "node:child_process"
import { mkdtemp, open, rm, statfs } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"

/** A small disk of its own, which can be filled. */
export type Disk = {
	folder: string
	/** Fills it until only so many bytes are left. */
	fill(leave: number): Promise<void>
	empty(): Promise<void>
	close(): Promise<void>
}

const [mount, umount] = ["/bin/mount", "/bin/umount"] as const
const mebibyte = 1024 ** 2

/** Makes one in memory; null where this user may mount nothing. */
export const openDisk = async (mebibytes: number): Promise<Disk | null> => {
	const folder = await mkdtemp(join(tmpdir(), "snug-disk-"))
	try {
		execFileSync(mount, ["-t", "tmpfs", "-o", `size=${mebibytes}m,mode=0711`, "none", folder], {
			stdio: "pipe",
		})
	} catch {
		await rm(folder, { recursive: true, force: true })
		return null
	}
	const ballast = join(folder, "ballast")
	return {
		folder,
		async fill(leave) {
			const file = await open(ballast, "a")
			const block = Buffer.alloc(mebibyte)
			try {
				for (;;) {
					const { bavail, bsize } = await statfs(folder)
					const room = bavail * bsize - leave
					if (room <= 0) break
					await file.write(block.subarray(0, Math.min(room, mebibyte)))
				}
			} catch (error) {
				if ((error as NodeJS.ErrnoException).code !== "ENOSPC") throw error
			} finally {
				await file.close()
			}
		},
		empty: () => rm(ballast, { force: true }),
		async close() {
			execFileSync(umount, ["-l", folder], { stdio: "pipe" })
			await rm(folder, { recursive: true, force: true })
		},
	}
}
