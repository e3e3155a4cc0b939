import { day, hour, kib, type Limit, mib, minute, second, type Unit } from "./limit.ts"

/** How a limit is said: "1 MiB", "30 in 10 min", "1 s, 5 s, 30 s"; a bare number is so many of what it bounds. */
export const inWords = ({ value, unit }: Pick<Limit, "value" | "unit">): string => {
	if (typeof value === "number") return measured(value, unit)
	if ("span" in value) return `${spaced(value.most)} in ${time(value.span)}`
	return value.map((one) => measured(one, unit)).join(", ")
}

const measured = (value: number, unit: Unit): string => {
	if (unit === "time") return time(value)
	if (unit === "bytes") return bytes(value)
	return unit === "things" ? spaced(value) : `${spaced(value)} ${unit}`
}

const spans = [
	[day, "days"],
	[hour, "h"],
	[minute, "min"],
] as const

const time = (milliseconds: number): string => {
	const [size, word] = spans.find(([size]) => milliseconds % size === 0) ?? [second, "s"]
	const many = milliseconds / size
	return word === "days" && many === 1 ? "1 day" : `${many} ${word}`
}

const bytes = (value: number): string => {
	const [size, word] = value % mib === 0 ? [mib, "MiB"] : value % kib === 0 ? [kib, "KiB"] : [1, "bytes"]
	return `${spaced(value / size)} ${word}`
}

// In threes, as the pages write it: 20 000.
const spaced = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, value < 10_000 ? "" : " ")
