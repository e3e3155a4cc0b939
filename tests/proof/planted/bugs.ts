// biome-ignore-all lint/suspicious/noTemplateCurlyInString: what is found and replaced is source
import type { Failpoint } from "../../../src/failpoints.ts"

/** A piece of source, and what a careless hand would have written there. */
type Edit = { file: string; find: string; replace: string }
/** What is run until something turns red: test files in this order, of each the tests that fit. */
type Check = { file: string; tests?: string; needs?: string }

export type Bug = {
	id: string
	title: string
	edits: Edit[]
	checks: Check[]
	/** The seeds of the simulator in which it must be found as well, on rough days of a busy circle. */
	seeds?: string
	/** Where servers are to die in them: what lies between two statements is seldom hit by chance. */
	place?: Failpoint
	/** What must be there before it can be planted. */
	waits?: string
}

const deaths: Check = { file: "tests/stories/crash.test.ts" }
const lanes: Check = { file: "tests/federation/lanes.test.ts" }
const authority = (tests: string): Check => ({ file: "tests/federation/authority.test.ts", tests })
const crawler: Check = { file: "tests/proof/crawler/crawler.test.ts" }
const frontDoor = (tests: string): Check => ({ file: "tests/federation/front-door.test.ts", tests })

/** Mistakes that other servers have made; every one of them must be found (docs/proof.md). */
export const bugs: Bug[] = [
	{
		id: "M1",
		title: "what is to be sent is written down after the commit that says it was",
		edits: [
			{
				file: "federation/outbox.ts",
				find: "await keep(tx, world, said)",
				replace: "late.push(() => world.db.transaction((other) => keep(other, world, said)))",
			},
			{
				file: "federation/outbox.ts",
				find: "	const groupIds = new Set<string>()\n",
				replace: "	const groupIds = new Set<string>()\n	const late: (() => Promise<void>)[] = []\n",
			},
			{
				file: "federation/outbox.ts",
				find: "		parts.handedOver([...groupIds])",
				replace: "		for (const one of late) await one()\n		parts.handedOver([...groupIds])",
			},
		],
		seeds: "1-4",
		place: "outbox:handed-over",
		checks: [deaths],
	},
	{
		id: "M2",
		title: "a delivery counts as done before it is sent",
		edits: [
			{
				file: "federation/delivery/deliver.ts",
				find: "		const verdict = await attempt(work, lane, item, body)\n",
				replace:
					'		const early = item.kind === "entry" ? item : null\n		if (early) finishEntry(work, lane, early)\n		const verdict = await attempt(work, lane, item, body)\n		if (early) return\n',
			},
		],
		checks: [lanes, deaths],
	},
	{
		id: "M3",
		title: "each try of an Announce has an id of its own",
		edits: [
			{
				file: "federation/delivery/deliver.ts",
				find: "	const { network, ports, signingKey, webOrigin } = work.options\n",
				replace:
					'	const { network, ports, signingKey, webOrigin } = work.options\n	const said = Buffer.from(Buffer.from(body.bytes).toString().replace(/\\/announce"/, `/announce?${ports.newId()}"`))\n	body = { bytes: said, digest: digestOf(said) }\n',
			},
		],
		seeds: "1-1",
		checks: [{ ...lanes, tests: "a restart" }, deaths],
	},
	{
		id: "M4",
		title: "an activity is known again only at the inbox it came to",
		edits: [
			{
				file: "federation/front-door.ts",
				find: '"key" in signer ? onceKey(envelope, signer.ownerUri)',
				replace:
					'"key" in signer ? onceKey(envelope, signer.ownerUri) && `${onceKey(envelope, signer.ownerUri)} ${url.pathname}`',
			},
			{
				file: "federation/front-door.ts",
				find: "(await heardBefore(db, once))",
				replace: "(await heardBefore(db, `${once} here`))",
			},
		],
		seeds: "1-1",
		checks: [frontDoor("SIG-17")],
	},
	{
		id: "M5",
		title: "what was heard is forgotten after a day",
		edits: [
			{
				file: "src/limits/running.ts",
				find: "	heardIdsKept: operator(\n		60 * day,",
				replace: "	heardIdsKept: operator(\n		1 * day,",
			},
		],
		checks: [{ file: "tests/db/tidy.test.ts" }],
	},
	{
		id: "M6",
		title: "whoever is of the author's server edits a post",
		edits: [
			{
				file: "src/posts/edit-post.ts",
				find: "post.authorId !== edit.author.id",
				replace: "new URL(post.uri).host !== new URL(edit.author.uri).host",
			},
		],
		checks: [authority("ORG-03"), { file: "tests/federation/shapes.test.ts" }],
	},
	{
		id: "M7",
		title: "what somebody says that another wrote is believed",
		edits: [
			{
				file: "federation/receive/group-share.ts",
				find: "	if (own) return takeShared(",
				replace: "	if (own || (isObject(object) && typeOf(object))) return takeShared(",
			},
		],
		checks: [authority("ORG-06"), { file: "tests/attacks/origins.test.ts", tests: "ORG-06" }],
	},
	{
		id: "M8",
		title: "a key document is believed about whose key it is",
		edits: [
			{
				file: "federation/plumbing/remote-keys.ts",
				find: "			if (!anyone) return own",
				replace:
					'			const said = await lookUp.document(keyId.replace(/#.*$/, ""))\n			const doc = (said.state === "found" ? (said.document.publicKey ?? said.document) : {}) as Record<string, string>\n			const its = doc.owner === likelyOwner ? readPublicKey(doc.publicKeyPem ?? "") : null\n			if (its) return { keyId, ownerId: keyId, ownerUri: likelyOwner, fetchedAt: world.ports.now(), key: its }\n			if (!anyone) return own',
			},
			{
				file: "federation/plumbing/look-up.ts",
				find: "	if (id === null || id !== normalUri(answer.finalUrl.href)) {",
				replace: "	if (id === null) {",
			},
		],
		checks: [frontDoor("SIG-03")],
	},
	{
		id: "M9",
		title: "an activity's id may be of another server than its actor",
		edits: [
			{
				file: "federation/front-door.ts",
				find: "	if (envelope.id && !sameOrigin(envelope.id, envelope.actor))\n		return refuse(\"The activity's id is not on its actor's server.\")\n",
				replace: "",
			},
		],
		checks: [frontDoor("SIG-08")],
	},
	{
		id: "M10",
		title: "a name is resolved once to be checked, and again to be connected to",
		edits: [
			{
				file: "federation/plumbing/guarded-agent.ts",
				find: "				} else if (options.all) callback(null, good)\n",
				replace:
					"				} else if (options.all) void resolve(hostname).then((again) => callback(null, again))\n",
			},
		],
		checks: [
			{ file: "tests/attacks/network.test.ts", tests: "NET-06" },
			{ file: "tests/federation/network.test.ts" },
		],
	},
	{
		id: "M11",
		title: "a delivery follows redirects",
		edits: [
			{
				file: "federation/delivery/post-activity.ts",
				find: "		await discard(answer)\n",
				replace:
					'		await discard(answer)\n		const { location } = answer.headers\n		if (answer.statusCode >= 300 && answer.statusCode < 400 && location)\n			await network.fetch({ method: "POST", url: new URL(String(location), inbox), headers, body: body.bytes }).then(discard)\n',
			},
		],
		checks: [{ ...lanes, tests: "redirect" }],
	},
	{
		id: "M12",
		title: "the outbox shows what not everybody may see",
		edits: [
			{
				file: "db/reading.ts",
				find: "	await reading(db, viewer, and(eq(shares.groupId, groupId), isItsOwn))\n",
				replace:
					"	await db.select({ post: posts, author: actors, groupId: shares.groupId, sharedAt: shares.sharedAt, eventId: shares.eventId })\n		.from(shares).innerJoin(posts, eq(posts.id, shares.postId)).innerJoin(groups, eq(groups.actorId, shares.groupId))\n		.innerJoin(actors, eq(actors.id, posts.authorId)).where(and(eq(shares.groupId, groupId), viewer ? isItsOwn : undefined))\n",
			},
		],
		checks: [crawler, { file: "tests/stories/moderation.test.ts" }],
	},
	{
		id: "M13",
		title: "a feed goes on for whoever was put out",
		edits: [
			{ file: "db/members.ts", find: "	await deleteFeedKey(tx, groupId, actorId)\n", replace: "" },
			{ file: "db/members.ts", find: 'import { deleteFeedKey } from "./feed-keys.ts"\n', replace: "" },
			{
				file: "db/feed-keys.ts",
				find: "			.innerJoin(members, and(eq(members.actorId, feedKeys.actorId), eq(members.groupId, feedKeys.groupId)))\n",
				replace: "",
			},
			{
				file: "db/feed-keys.ts",
				find: '					eq(feedKeys.keyHash, keyHash),\n					ne(members.role, "follower"),\n',
				replace: "					eq(feedKeys.keyHash, keyHash),\n",
			},
		],
		checks: [{ file: "tests/stories/reading.test.ts", tests: "PRV-10" }],
	},
	{
		id: "M14",
		title: "what somebody sees who is signed in may be kept by caches",
		edits: [
			{
				file: "src/web/page.ts",
				find: '"private, no-store" : "private, no-cache"',
				replace: '"public, max-age=60" : "private, no-cache"',
			},
		],
		checks: [{ file: "tests/stories/desk.test.ts", tests: "cache" }, crawler],
	},
	{
		id: "M15",
		title: "a worker writes although its lease is another's",
		edits: [
			{
				file: "db/delivery-outcomes.ts",
				find: "	join hosts h on h.host = v.host and h.fence = v.fence and h.lease_owner = ${owner}) v`",
				replace: "	join hosts h on h.host = v.host and ${owner}::text <> '') v`",
			},
		],
		checks: [{ ...lanes, tests: "lease" }],
	},
	{
		id: "M16",
		title: "what was deleted before it came is taken when it comes",
		edits: [
			{
				file: "src/posts/delete-post.ts",
				find: "		await rememberGone(tx, uri, author.uri)\n",
				replace: "",
			},
		],
		seeds: "2-2",
		checks: [authority("DLV-02|MOD-10")],
	},
	{
		id: "M17",
		title: "a block is heeded when something comes, and not when something goes",
		edits: [{ file: "federation/delivery/cycle.ts", find: "		await passOver(work, lanes)\n", replace: "" }],
		checks: [{ ...lanes, tests: "blocked" }],
	},
	{
		id: "M18",
		title: "one broken inbox ends the delivery to everybody",
		edits: [
			{
				file: "federation/delivery/deliver.ts",
				find: '	const inbox = URL.parse(item.kind === "entry" ? item.track.inbox : item.inbox)\n',
				replace: '	const inbox = new URL(item.kind === "entry" ? item.track.inbox : item.inbox)\n',
			},
		],
		checks: [{ file: "tests/attacks/floods.test.ts", tests: "DOS-28" }, lanes],
	},
	{
		id: "M19",
		title: "who does not answer is asked again at once, and all at the same time",
		edits: [
			{
				file: "federation/delivery/back-off.ts",
				find: "	const spread = fractionOf(`${host} ${failures}`)\n",
				replace: "	const spread = host ? 0 : fractionOf(host)\n",
			},
		],
		checks: [{ file: "tests/rules/back-off.test.ts" }],
	},
	{
		id: "M20",
		title: "what not everybody may see is counted for everybody",
		edits: [
			{
				file: "db/reading.ts",
				find: "			.where(and(visibleTo(viewer), eq(shares.groupId, groupId), isItsOwn))\n	)[0]?.n",
				replace: "			.where(and(eq(shares.groupId, groupId), viewer ? isItsOwn : undefined))\n	)[0]?.n",
			},
		],
		checks: [crawler, { file: "tests/stories/moderation.test.ts" }],
	},
]
