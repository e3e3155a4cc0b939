import { type SQL, sql } from "drizzle-orm"

/** The dictionaries that every PostgreSQL since 15 brings along, by the languages (ISO 639) they are for. */
export const dictionaries = {
	ar: "arabic",
	da: "danish",
	de: "german",
	el: "greek",
	en: "english",
	es: "spanish",
	fi: "finnish",
	fr: "french",
	hu: "hungarian",
	it: "italian",
	nl: "dutch",
	no: "norwegian",
	pt: "portuguese",
	ro: "romanian",
	ru: "russian",
	sv: "swedish",
	tr: "turkish",
} as const

/** Signs between words, which PostgreSQL takes for letters where its locale is C. */
const signs = "’‘‚“”„«»‹›…–—·•¡¿،؛؟。、！？「」"

/** The text of a post as it is searched: small letters, of whatever alphabet, and nothing between words but blanks. */
export const plainWords = (text: SQL): SQL =>
	sql`translate(lower((${text}) collate "und-x-icu"), ${sql.raw(`'${signs}'`)}, ${sql.raw(`'${" ".repeat([...signs].length)}'`)})`

/**
 * The words by which a post is found: as they stand, and their stems in the language of the post. The index and the search
 * must say it in the same way, or the index is not used. Of a very long post it is the beginning: PostgreSQL refuses more than a
 * megabyte of words, and no post must fail for that.
 */
export const wordsOf = ({
	title,
	note,
	html,
	language,
}: Record<"title" | "note" | "html" | "language", SQL>): SQL => {
	const text = plainWords(
		sql`coalesce(${title}, '') || ' ' || coalesce(${note}, '') || ' ' || left(${html}, 30000)`,
	)
	const choices = Object.entries(dictionaries).map(([tag, name]) => `when '${tag}' then '${name}'::regconfig`)
	const dictionary = sql`case lower(split_part(coalesce(${language}, ''), '-', 1)) ${sql.raw(choices.join(" "))} else 'simple'::regconfig end`
	return sql`(to_tsvector('simple', ${text}) || to_tsvector(${dictionary}, ${text}))`
}
