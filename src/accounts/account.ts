/** Long enough to resist guessing, short enough that hashing it cannot be used to tire the server. */
export const passwordProblem = (password: string): string | null => {
	if (password.length < 10)
		return "A password has at least 10 characters. Four or five ordinary words make a good one."
	if (password.length > 200) return "A password has at most 200 characters."
	return null
}

export const emailProblem = (email: string): string | null =>
	/^[^\s@<>",;]{1,64}@[^\s@<>",;]{1,190}$/.test(email) ? null : "That does not look like an e-mail address."
