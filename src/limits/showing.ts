import { day, minute, operator, person } from "./limit.ts"

/** How much of a list is read and shown at once. */
export const showing = {
	threadsOnPage: person(20, "things", "conversations on a page of a group", "the next page has more"),
	decisionsOnPage: person(30, "things", "decisions on a page of the mod log", "the next page has more"),
	peopleOnPage: person(100, "things", "people of a group, on one page", "the next page has more"),
	serversNamed: person(
		20,
		"things",
		"servers that hear a group, as its own people see them",
		"the others are not named",
	),
	taggedOnPage: person(30, "things", "posts under a tag, on one page", "the next page has more"),
	newsOnPage: person(30, "things", "notifications on one page", "the next page has more"),
	newsShown: person(
		90 * day,
		"time",
		"that something stands among the notifications",
		"it is found where it happened",
	),
	newsLook: person(
		30 * minute,
		"time",
		"after a look at the notifications, in which a second look counts as the same",
		"what was new then is no longer marked",
	),
	keptOnPage: person(30, "things", "posts somebody keeps, on one page", "the next page has more"),
	deskList: person(
		50,
		"things",
		"what waits at the desk, of each kind",
		"the rest comes up as these are dealt with",
	),
	deskLately: person(
		20,
		"things",
		"posts at the desk that were shared or removed lately",
		"older ones are found in the group",
	),
	deskPeople: person(500, "things", "people the desk offers to choose from", "others are named by hand"),
	desksListed: person(
		50,
		"things",
		"groups that somebody looks after, in the list of their desks",
		"the others are found by their address",
	),
	floodsListed: person(
		50,
		"things",
		"floods at the desk, of each kind",
		"the rest comes up as these are dealt with",
	),
	feedHtml: person(
		30_000,
		"characters",
		"HTML of a post that a feed carries whole",
		"it carries the beginning",
	),
	versionsListed: person(50, "things", "versions of a post", "older ones are not shown"),
	pinnedListed: person(10, "things", "pinned posts of a group", "older ones are not shown among them"),
	gesturesListed: person(
		1000,
		"things",
		"thanks and emoji that are shown with a page of posts",
		"the others are not shown",
	),
	accountsListed: operator(
		2000,
		"things",
		"accounts that `snug account list` lists",
		"a part of the name finds them",
	),
	listed: operator(
		200,
		"things",
		"any list of people, groups, sessions, reports or what was set aside",
		"the others are not listed",
	),
	longListed: operator(
		500,
		"things",
		"a list of bans, invitations, requests or what waits for a host",
		"the others are not listed",
	),
} as const
