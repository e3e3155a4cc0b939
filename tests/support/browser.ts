/** What a page answered. */
export type Page = { status: number; headers: Headers; text: string }

/** Somebody's browser without script: it keeps cookies, sends forms as a browser does, and follows nothing by itself. */
export class Browser {
	readonly cookies = new Map<string, string>()
	readonly origin: string

	constructor(origin: string) {
		this.origin = origin
	}

	open(path: string): Promise<Page> {
		return this.raw(path, { headers: { accept: "text/html", "sec-fetch-site": "none" } })
	}

	/** Sends a form that stands on one of the server's own pages. */
	send(path: string, form: Record<string, string>, headers: Record<string, string> = {}): Promise<Page> {
		return this.raw(path, {
			method: "POST",
			body: new URLSearchParams(form).toString(),
			headers: {
				"content-type": "application/x-www-form-urlencoded",
				accept: "text/html",
				origin: this.origin,
				"sec-fetch-site": "same-origin",
				...headers,
			},
		})
	}

	/** Sends a form with files in it. */
	sendFiles(path: string, form: Record<string, string>, field: string, files: Uint8Array[]): Promise<Page> {
		const body = new FormData()
		for (const [name, value] of Object.entries(form)) body.set(name, value)
		for (const bytes of files) body.append(field, new Blob([bytes as Uint8Array<ArrayBuffer>]), "file.png")
		const headers = { accept: "text/html", origin: this.origin, "sec-fetch-site": "same-origin" }
		return this.raw(path, { method: "POST", body, headers })
	}

	/** Goes where an answer points. */
	follow(answer: Page): Promise<Page> {
		const to = answer.headers.get("location")
		if (!to) throw new Error(`It led nowhere (${answer.status}): ${answer.text}`)
		return this.open(to)
	}

	async raw(path: string, request: RequestInit & { headers?: Record<string, string> }): Promise<Page> {
		const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ")
		const answer = await fetch(this.origin + path, {
			...request,
			headers: { ...request.headers, ...(cookie && { cookie }) },
			redirect: "manual",
		})
		for (const set of answer.headers.getSetCookie()) this.#keep(set)
		return { status: answer.status, headers: answer.headers, text: await answer.text() }
	}

	#keep(set: string): void {
		const [, name, value] = /^([^=]+)=([^;]*)/.exec(set) ?? []
		if (!name) return
		if (!value || /max-age=0/i.test(set)) this.cookies.delete(name)
		else this.cookies.set(name, value)
	}
}
