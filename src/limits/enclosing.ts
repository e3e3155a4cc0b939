import { day, hour, mib, minute, operator, peer, person, second } from "./limit.ts"

/** Pictures and recordings: what people here bring, and what is fetched of other servers to be shown. */
export const enclosing = {
	pictures: person(4, "things", "pictures and recordings of a post written here", "the others are refused"),
	pictureBytes: person(12 * mib, "bytes", "a picture that is brought", "it is refused"),
	// Made anew it has this size at most, so this is about what a file may unfold to.
	picturePixels: person(
		50_000_000,
		"things",
		"pixels of a picture, all its frames together",
		"it is refused",
	),
	pictureFrames: person(150, "things", "frames of a moving picture", "it is refused"),
	pictureSide: person(2048, "things", "pixels of a picture’s longer side", "it is made smaller"),
	smallSide: person(720, "things", "pixels of the longer side of its small copy", "it is made smaller"),
	recordingBytes: person(24 * mib, "bytes", "a video or recording that is brought", "it is refused"),
	uploadBytes: person(32 * mib, "bytes", "a form with pictures in it", "413"),
	uploadsAtOnce: operator(
		4,
		"things",
		"forms with pictures that are taken at the same time",
		"the next ones wait",
	),
	uploadsWaiting: operator(16, "things", "forms with pictures that wait for that", "503"),
	picturesAtOnce: operator(2, "things", "pictures that are made anew at the same time", "the next ones wait"),
	picturesWaiting: operator(24, "things", "pictures that wait for that", "503"),
	pictureTime: operator(30, "times", "seconds that making a picture anew may take", "it is refused"),
	mediaPace: person({ most: 60, span: 10 * minute }, "times", "pictures brought by one person", "they wait"),
	looseKept: person(day, "time", "pictures that were brought and not sent with anything", "they are deleted"),
	goneLooked: operator(20 * second, "time", "between two looks for what is to be deleted", "it waits"),
	goneAtOnce: operator(200, "things", "files that are deleted in one round", "the next round takes more"),
	blurhashText: peer(120, "characters", "a blurhash", "it is left out"),
	remotePictureBytes: peer(
		8 * mib,
		"bytes",
		"a picture that we fetch to show it",
		"it is not shown; the link to it stays",
	),
	remotePictureAgain: peer(
		6 * hour,
		"time",
		"before a picture that could not be had is asked for again",
		"it is not shown",
	),
	remotePicturesAtOnce: peer(6, "things", "pictures that we fetch at the same time", "the next ones wait"),
	remotePicturesWaiting: peer(64, "things", "pictures that wait to be fetched", "503"),
	remoteSide: operator(
		1280,
		"things",
		"pixels of the longer side of a fetched picture",
		"it is made smaller",
	),
	iconSide: operator(400, "things", "pixels of the side of somebody’s own picture", "it is cut to that"),
	remoteIconSide: operator(128, "things", "pixels of the side of a fetched portrait", "it is cut to that"),
	imageSides: operator(
		[1500, 500],
		"things",
		"pixels of the sides of a group’s wide picture",
		"it is cut to that",
	),
	useNoted: operator(
		hour,
		"time",
		"before it is noted again that a fetched picture was shown",
		"it is not noted",
	),
	copiesSwept: operator(10 * minute, "time", "between two looks whether copies are to go", "it waits"),
} as const
