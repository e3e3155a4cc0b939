const second = 1000
const secondOf = (date: Date): number => Math.floor(+date / second)

/**
 * When an edit was made: as its server says, but never after now. One of our own comes a whole second after the one before,
 * since moments go out in whole seconds and others pass over an edit that is no newer than what they have.
 */
export const momentOfEdit = (before: Date | null, said: Date | null, now: Date): Date => {
	if (said) return said < now ? said : now
	return before && secondOf(now) <= secondOf(before) ? new Date((secondOf(before) + 1) * second) : now
}
