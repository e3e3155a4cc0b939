import { audienceOf, hostOf, idOf, isPublic, type Json, list } from "../shapes.ts"

const PAGES = ["Page", "Article", "Note", "Video", "Event"]

/** A shape that Lemmy's parser or its checks turn down; it answers 400. */
export class Refused extends Error {}

const want = (condition: unknown, complaint: string): void => {
	if (!condition) throw new Refused(complaint)
}

const lists = (document: Json, where: string, ...names: string[]): void => {
	for (const name of names) want(Array.isArray(document[name]), `${where}.${name} is not an array`)
}

/** Whether activity or object names the community, and so belongs to it (Lemmy: `InCommunity`). */
export const names = (activity: Json, community: string): boolean => {
	const object = activity.object && typeof activity.object === "object" ? activity.object : {}
	const named = [
		activity.audience,
		object.audience,
		activity.target,
		...audienceOf(activity),
		...audienceOf(object),
	]
	return named.some((each) => idOf(each) === community)
}

/** What every activity must be: an id of its actor's own server. */
export const checkActivity = (activity: Json): void => {
	for (const name of ["id", "actor", "type"])
		want(typeof activity[name] === "string", `${activity.type}.${name} is not a string`)
	want(hostOf(activity.id) === hostOf(activity.actor), "the activity's id is not of its actor's server")
}

/** An Announce as Lemmy reads it: addressed, public unless the community is private, around something. */
export const checkAnnounce = (announce: Json, community: Json): void => {
	for (const name of ["to", "cc"]) want(announce[name] !== undefined, `Announce.${name} is missing`)
	want(community.type === "Group", `${announce.actor} is a ${community.type}, not a community`)
	const isPrivate = community.manuallyApprovesFollowers === true
	want(
		isPublic(announce) !== isPrivate,
		isPrivate ? "public, in a private community" : "the Announce is not public",
	)
}

const checkObject = (object: Json, strict: boolean): void => {
	want(typeof object.id === "string", "the post has no id")
	want(
		strict ? typeof object.attributedTo === "string" : idOf(object.attributedTo),
		"attributedTo is not one person",
	)
	want(hostOf(object.id) === hostOf(idOf(object.attributedTo)), "the post's id is not of its author's server")
	want(object.to !== undefined, "the post has no `to`")
	for (const name of strict ? ["tag", "attachment"] : [])
		if (object[name] !== undefined) lists(object, object.type, name)
	want(object.audience === undefined || list(object.audience).length === 1, "audience is not one string")
}

/** Create and Update of a page or comment (Lemmy: `CreateOrUpdatePage`, `CreateOrUpdateNote`). `strict`: the snapshot wants arrays. */
export const checkPost = (activity: Json, community: Json, strict: boolean): void => {
	const { object } = activity
	want(object && typeof object === "object", `${activity.type} has no embedded object`)
	want(PAGES.includes(object.type), `a ${object.type} is no post`)
	if (strict) lists(activity, activity.type, "to", "cc")
	checkObject(object, strict)
	want(idOf(object.attributedTo) === idOf(activity.actor), "the post is not by the activity's actor")
	if (object.inReplyTo) want(typeof object.content === "string", "a comment needs content")
	else {
		const title = object.name ?? (object.content ?? "").replace(/<[^>]*>/g, "").split("\n")[0]
		want(title && title.length > 0, "a post needs a title or a first line")
		want(!object.name || object.name.length <= 200, "the title is longer than 200 characters")
	}
	const isPrivate = community.manuallyApprovesFollowers === true
	for (const each of [activity, object])
		want(
			isPublic(each) !== isPrivate,
			isPrivate ? "public, in a private community" : "the post is not public",
		)
}
