import { day, hour, minute, operator, person } from "./limit.ts"

const wait = "they wait some minutes"

/** Accounts: how people come in, and how they stay safe. */
export const belonging = {
	passwordShortest: person(10, "characters", "the shortest password", "it is refused"),
	passwordLongest: person(200, "characters", "the longest password", "it is refused"),
	requestNote: person(
		1000,
		"characters",
		"what somebody says of themselves who asks for an account",
		"it is refused, and stays in the form",
	),
	sessionTime: person(30 * day, "time", "being signed in", "they sign in again"),
	freshTime: person(
		15 * minute,
		"time",
		"after signing in, in which a login may be changed",
		"they are asked to sign in again",
	),
	// Somebody has to find their passkey and touch it.
	passkeyTime: person(5 * minute, "time", "to answer with a passkey", "they begin again"),
	linkTime: person(15 * minute, "time", "that a link in a letter lets somebody in", "they ask for another"),
	emailTime: person(day, "time", "to confirm an e-mail address", "they ask for another letter"),
	resetTime: person(
		hour,
		"time",
		"that a link of `snug account reset` lets somebody in",
		"another one is made",
	),
	signInsFrom: person(
		{ most: 10, span: 10 * minute },
		"times",
		"passwords, codes and passkeys from one address (IPv6: one /64)",
		wait,
	),
	signInsAs: person(
		{ most: 10, span: 10 * minute },
		"times",
		"passwords, codes and passkeys for one account",
		wait,
	),
	linksFrom: person(
		{ most: 40, span: 10 * minute },
		"times",
		"links opened and challenges asked for from one address",
		wait,
	),
	lettersFrom: person({ most: 8, span: 30 * minute }, "times", "letters asked for from one address", wait),
	lettersTo: person({ most: 3, span: 15 * minute }, "times", "letters to one person", wait),
	lettersSent: person({ most: 200, span: hour }, "times", "letters to anybody", wait),
	signUpsFrom: person({ most: 6, span: hour }, "times", "sign-ups from one address", wait),
	signUps: person({ most: 60, span: hour }, "times", "sign-ups from anywhere", wait),
	homeTyped: person(
		300,
		"characters",
		"what somebody types to say where their account is",
		"the rest is not read",
	),
	homeKept: person(
		30 * day,
		"time",
		"for which a browser remembers which server somebody said they are on",
		"they type it again",
	),
	visitTime: person(
		7 * day,
		"time",
		"being signed in with an account of another server",
		"they sign in again",
	),
	visitBegun: person(
		10 * minute,
		"time",
		"to come back from one's own server, or to type the code it was sent",
		"they begin again",
	),
	visitTries: person(5, "times", "that one code may be typed", "another one is asked for"),
	codesFrom: person({ most: 6, span: 30 * minute }, "times", "codes asked for from one address", wait),
	codesTo: person(
		{ most: 3, span: hour },
		"times",
		"codes to one person of another server",
		"no more are sent",
	),
	codesToHost: person({ most: 30, span: hour }, "times", "codes to people of one server", "no more are sent"),
	codesSent: person({ most: 200, span: hour }, "times", "codes to anybody", "no more are sent"),
	homesAskedFrom: person(
		{ most: 20, span: 10 * minute },
		"times",
		"that somebody's own server is asked for, from one address",
		wait,
	),
	homesAsked: person({ most: 600, span: 10 * minute }, "times", "the same, from anywhere", wait),
	changesBy: person({ most: 20, span: 10 * minute }, "times", "changes by somebody to their own login", wait),
	// Far beyond what a household reads, far below what a greedy crawler takes.
	pagesFrom: person(
		{ most: 600, span: 5 * minute },
		"times",
		"pages that one address asks for without signing in (IPv6: one /64)",
		"429 with Retry-After, until the five minutes are over",
	),
	inviteDepth: person(
		10,
		"levels",
		"how long a chain of people may be who invited each other",
		"the last of them invites nobody",
	),
	// Each file twice: once by mistake.
	exportsBy: person({ most: 16, span: hour }, "times", "files that somebody takes along", "they wait"),
	archivedAtOnce: operator(
		100,
		"things",
		"posts that are read at once for such a file",
		"the next ones follow",
	),
	archivedMarks: person(
		20_000,
		"things",
		"lines of a list that somebody takes along",
		"the others are not in it",
	),
	namesCounted: person(
		20_000,
		"things",
		"people and addresses whose tries are remembered, of each kind",
		"the oldest is forgotten",
	),
	passkeys: person(20, "things", "passkeys of one account", "no more are added"),
	recoveryCodes: person(10, "things", "recovery codes that are made at once", "older ones end"),
	invites: person(50, "things", "invitations of one person that are open", "no more are made"),
	inviteUses: person(100, "times", "that one invitation is used", "it is refused"),
	inviteTime: person(90 * day, "time", "that an invitation holds", "it is refused"),
	// A flood does not bury those who came before it.
	requestsWaiting: person(
		200,
		"things",
		"requests for an account that wait",
		"nobody can ask until some are answered",
	),
	serverContact: person(300, "characters", "how to reach whoever runs the server", "it is refused"),
	serverWords: person(
		20_000,
		"characters",
		"what the server says of itself, and of what it keeps",
		"it is refused",
	),
	serverRules: person(20_000, "characters", "the rules of the server", "they are refused"),
} as const
