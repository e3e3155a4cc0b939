/** Tries until the expectations hold; after ten seconds says why they did not. */
export const eventually = async <T>(
	expectations: () => Promise<T> | T,
	milliseconds = 10_000,
): Promise<T> => {
	const end = Date.now() + milliseconds
	for (;;) {
		try {
			return await expectations()
		} catch (error) {
			if (Date.now() > end) throw error
			await new Promise((resolve) => setTimeout(resolve, 50))
		}
	}
}
