const chats: ReadonlySet<string> = new Set(["lemmy", "piefed"])

/** Whether a server's software reads private messages in Lemmy's form only, and from people and services only. */
export const readsChats = (software: string | null): boolean => chats.has(software ?? "")
