import { day, hour, operator, person } from "./limit.ts"

/** What groups and those who look after them do. */
export const gathering = {
	tiesShown: operator(
		300,
		"things",
		"names of people whom a block would cut off, on the page that asks",
		"later ones are not named",
	),
	domainRules: operator(
		20_000,
		"things",
		"what a server decides about other servers, and a list of that",
		"a longer list is refused",
	),
	groupName: person(100, "characters", "the name of a group", "it is refused, and stays in the form"),
	groupAbout: person(
		5000,
		"characters",
		"what a group says of itself, and its rules",
		"it is refused, and stays in the form",
	),
	groupWelcome: person(
		2000,
		"characters",
		"what somebody reads who has just come into a group",
		"it is refused, and stays in the form",
	),
	groupsOpened: person(
		20,
		"things",
		"groups that somebody opens who does not run the server, closed ones too",
		"an operator opens more",
	),
	memberName: person(
		60,
		"characters",
		"what somebody is called in one group",
		"it is refused, and stays in the form",
	),
	memberPronouns: person(
		40,
		"characters",
		"somebody's pronouns in one group",
		"they are refused, and stay in the form",
	),
	closingTold: person(
		5000,
		"things",
		"people here who are told that a group of theirs has closed",
		"the others find it closed when they look",
	),
	groupsFollowed: person(50, "things", "groups elsewhere that a group follows", "no more are followed"),
	groupsCarrying: person(50, "things", "groups here that carry one post", "the others do without it"),
	followersMended: person(
		2000,
		"things",
		"followers compared in one answer to a list of them",
		"the others wait for the next list",
	),
	followsAsked: person(100, "things", "follows that are mended at once", "the others wait for the next list"),
	reason: person(500, "characters", "the reason of a decision", "it is refused, and stays in the form"),
	filters: person(500, "things", "words on the list of a group, or of the server", "no more are added"),
	filterWord: person(100, "characters", "a word on that list", "it is refused, and stays in the form"),
	// More than that is no longer one decision.
	heldAtOnce: person(
		500,
		"things",
		"waiting posts that one decision is for, the longest waiting first",
		"the others go on waiting",
	),
	takenOutAtOnce: person(
		500,
		"things",
		"posts of somebody who is banned that are taken out, the latest first",
		"older ones stay",
	),
	pauseLongest: person(
		90 * day,
		"time",
		"a pause of somebody's writing",
		"it is refused; a ban may be longer",
	),
	floodLine: person(
		hour,
		"time",
		"that one flood may last, to be one line in the mod log",
		"the next line begins",
	),
	decisionRounds: person(
		10,
		"times",
		"that a page of the mod log looks further for what it may show",
		"the page ends there",
	),
} as const
