/** English is the key. Here stand only the forms of plurals. */
export const en: Readonly<Record<string, string>> = {}
