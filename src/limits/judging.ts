import { hour, operator, person } from "./limit.ts"

/** What a machine decides in groups, and what is decided about many posts at once. */
export const judging = {
	patterns: person(50, "things", "patterns on that list", "no more are added"),
	patternSize: person(200, "things", "instructions of one pattern", "it is refused, and stays in the form"),
	patternsSize: person(1000, "things", "instructions of all patterns on that list", "no more are added"),
	patternsCompiled: operator(
		2000,
		"things",
		"patterns that are ready to be matched",
		"the oldest is made anew",
	),
	patternText: person(
		20_000,
		"characters",
		"a post in which patterns are looked for",
		"the rest is not looked at",
	),
	newcomersPosts: person(
		50,
		"things",
		"posts until somebody is a newcomer no more",
		"it is refused, and stays in the form",
	),
	newcomersDays: person(
		365,
		"things",
		"days until somebody is a newcomer no more",
		"it is refused, and stays in the form",
	),
	rulesPosts: person(1000, "things", "that any other rule counts", "it is refused, and stays in the form"),
	rulesMinutes: person(
		1440,
		"things",
		"minutes of a group’s pace, or of a wave",
		"it is refused, and stays in the form",
	),
	rulesNamed: person(
		100,
		"things",
		"hosts or languages that a rule names",
		"it is refused, and stays in the form",
	),
	membersMost: person(
		100_000,
		"things",
		"members a group can be meant for",
		"it is refused, and stays in the form",
	),
	placesGiven: person(
		500,
		"things",
		"places that are given away at once",
		"the others wait for the next one to leave",
	),
	// Without any stranger for so long, a wave is over.
	waveEnds: person(
		hour,
		"time",
		"of quiet until a wave of strangers is over",
		"whoever is new is met as usual again",
	),
	turnPosts: operator(
		100,
		"things",
		"posts of somebody among which their last turn is looked for",
		"earlier ones count for nothing",
	),
	turnsTaken: operator(
		20,
		"things",
		"posts whose turn has come that are shared at once",
		"the others follow in a second",
	),
	waveAtOnce: person(
		5000,
		"things",
		"posts of a wave of strangers that are turned away at once",
		"the others go on waiting",
	),
	settlingsListed: person(
		10,
		"things",
		"decisions about many posts at once that can be taken back at the desk",
		"earlier ones stand in the log",
	),
	waveListed: person(
		250,
		"things",
		"people of a wave of strangers on a page",
		"the others show when these are decided about",
	),
	postsTried: person(
		10_000,
		"things",
		"posts on which rules are tried, the latest",
		"earlier ones are left out",
	),
	daysTried: person(30, "things", "days on whose posts rules are tried", "earlier ones are left out"),
	triedOnPage: person(
		50,
		"things",
		"posts on a page of what rules would have done",
		"the others are on the next",
	),
} as const
