/** The hues a group may have, in degrees of oklch; each is legible on paper and by lamplight (tests/web). */
export const hues = [15, 45, 70, 95, 125, 150, 175, 205, 235, 265, 300, 340] as const

const turn = (a: number, b: number): number => Math.abs(((a - b + 540) % 360) - 180)

/** The class names that give an element and everything in it the nearest of our hues. */
export const hueClass = (hue: number): string => {
	const wanted = Number.isFinite(hue) ? ((hue % 360) + 360) % 360 : hues[1]
	const nearest = hues.reduce((best, one) => (turn(one, wanted) < turn(best, wanted) ? one : best))
	return `hue hue-${nearest}`
}
