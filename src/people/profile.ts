import { limits } from "../limits.ts"
/** A line beside what somebody says of themselves; a link in it is verified when its page links back. */
export type ProfileField = { name: string; value: string; verifiedAt: string | null }

export type Profile = { name: string; about: string; fields: { name: string; value: string }[] }

/** Why a profile cannot be kept as it is, if it cannot. */
export const profileProblem = ({ name, about, fields }: Profile): string | null => {
	if (!name.trim()) return "A name is needed."
	if (name.length > limits.profileName) return "A name has at most 100 characters."
	if (about.length > limits.profileAbout) return "The description has at most 5000 characters."
	if (fields.length > limits.profileLines) return "There is room for four lines."
	const long = fields.some(
		(field) => field.name.length > limits.profileLabel || field.value.length > limits.profileValue,
	)
	return long ? "A line has at most 60 characters before the colon, and 300 after it." : null
}

/** The page that a line links to, if it is nothing but an address. */
export const linkIn = (value: string): URL | null => {
	const url = /^https?:\/\/\S+$/i.test(value.trim()) ? URL.parse(value.trim()) : null
	return url && !url.username ? url : null
}
