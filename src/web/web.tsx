import type { BlockList } from "node:net"
import { type Context, Hono } from "hono"
import { findLocalActor } from "../../db/actors.ts"
import { findGroup } from "../../db/groups.ts"
import { readPost } from "../../db/reading.ts"
import type { Check } from "../doctor/check.ts"
import type { Group } from "../groups/group.ts"
import type { Actor } from "../people/actor.ts"
import type { World } from "../world.ts"
import { showAbout, showPrivacy, showRules } from "./about.tsx"
import { adminRoutes } from "./admin/routes.ts"
import { showAppeal, takeAppeal } from "./appeals.tsx"
import { showBordersPage } from "./borders.tsx"
import { showDecisions } from "./decisions.tsx"
import { showDesk, showPersonAtDesk, takeDeed } from "./desk.tsx"
import type { Elsewhere } from "./elsewhere.ts"
import { groupElsewhere, groupIn, handleIn } from "./entrance.ts"
import { feedRoutes } from "./feeds/routes.ts"
import { ownForm, small } from "./forms.ts"
import { knowsFrom } from "./from.ts"
import { gatherGroup, gatherThread, readPlace } from "./gather.ts"
import { groupRoutes } from "./groups/routes.ts"
import { homeIn } from "./joining/home-cookie.ts"
import { joiningRoutes } from "./joining/routes.ts"
import { knowsReader, takeLanguage } from "./language-choice.ts"
import { favicon, stylesheet } from "./layout.tsx"
import { namesPictures } from "./media/here.ts"
import { mediaRoutes } from "./media/routes.ts"
import { closedPage, missing } from "./missing.tsx"
import { notificationRoutes } from "./notifications/routes.ts"
import {
	showAskForLink,
	showCode,
	showLink,
	showPasskey,
	takeAskForLink,
	takeCode,
	takeLink,
	takePasskey,
} from "./other-ways.tsx"
import { openPage, page } from "./page.ts"
import { GroupPage } from "./pages/group.tsx"
import { ThreadPage } from "./pages/thread.tsx"
import { passkeyScript } from "./passkey-script.ts"
import { showPerson } from "./people.tsx"
import { policyRoutes } from "./policy/routes.ts"
import { takeVote } from "./polls.tsx"
import { wantsToBeFound } from "./previews/preview.ts"
import { previewRoutes } from "./previews/routes.ts"
import { pushScript, pushWorker } from "./push-script.ts"
import type { Locale } from "./reader.ts"
import { showHome } from "./reading/home.tsx"
import { lookAt } from "./reading/looking.ts"
import { readingRoutes } from "./reading/routes.ts"
import { script } from "./script.ts"
import { knowsYou, viewerOf, youOf } from "./session.ts"
import { showSignIn, takeSignIn, takeSignOut } from "./sessions.tsx"
import { settingsRoutes } from "./settings/routes.tsx"
import { showSetup, takeSetup } from "./setup.tsx"
import { showInvite, showRequest, showSignUp, takeSignUp } from "./sign-up.tsx"
import { speakingRoutes } from "./speaking/routes.ts"
import { showStatus } from "./status.tsx"
import { showTag } from "./tags.tsx"
import { threadPath } from "./views.ts"
import { guardsGuests } from "./visiting/guest.tsx"
import { visitingRoutes } from "./visiting/routes.ts"
import { holdsOffCrowds } from "./visitors.tsx"
import { voiceRoutes } from "./voices/routes.ts"

const uuid = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"
const forever = "public, max-age=31536000, immutable"

/** Whose word on addresses is believed, in which language those are answered who ask for none, and the way to other servers. */
export type Facing = {
	trustedProxies: BlockList
	defaultLocale: Locale
	elsewhere: Elsewhere
	/** Looks at everything that could keep this server from working. */
	examine: () => Promise<Check[]>
}

/** Every page there is. */
export const webRoutes = (
	world: World,
	{ trustedProxies, defaultLocale, elsewhere, examine }: Facing,
): Hono => {
	const app = new Hono()
	app.get(stylesheet.path, (c) =>
		c.body(stylesheet.text, 200, { "Content-Type": "text/css; charset=utf-8", "Cache-Control": forever }),
	)
	app.get(script.path, (c) =>
		c.body(script.text, 200, { "Content-Type": "text/javascript; charset=utf-8", "Cache-Control": forever }),
	)
	app.get(pushScript.path, (c) =>
		c.body(pushScript.text, 200, {
			"Content-Type": "text/javascript; charset=utf-8",
			"Cache-Control": forever,
		}),
	)
	app.get(pushWorker.path, (c) =>
		c.body(pushWorker.text, 200, {
			"Content-Type": "text/javascript; charset=utf-8",
			"Cache-Control": "public, no-cache",
		}),
	)
	app.get("/favicon.svg", (c) =>
		c.body(favicon, 200, { "Content-Type": "image/svg+xml", "Cache-Control": "public, max-age=86400" }),
	)
	app.get("/favicon.ico", (c) => c.redirect("/favicon.svg"))
	app.route("/", previewRoutes(world))
	app.get(passkeyScript.path, (c) =>
		c.body(passkeyScript.text, 200, {
			"Content-Type": "text/javascript; charset=utf-8",
			"Cache-Control": forever,
		}),
	)
	app.use(knowsYou(world), knowsFrom(trustedProxies))
	app.use(knowsReader(world, defaultLocale))
	app.use(holdsOffCrowds(world))
	app.use(namesPictures(world))
	app.use(guardsGuests(world))
	app.get("/", showHome(world))
	app.get("/about", showAbout(world))
	app.get("/about/servers", showBordersPage(world))
	app.get("/rules", showRules(world))
	app.get("/privacy", showPrivacy(world))
	app.get("/setup", showSetup(world))
	app.post("/setup", small, takeSetup(world))
	app.get("/login", showSignIn(world))
	app.post("/login", ownForm(world), takeSignIn(world))
	app.route("/", visitingRoutes(world, elsewhere))
	app.get("/login/link", showAskForLink(world))
	app.post("/login/link", ownForm(world), takeAskForLink(world))
	app.get("/login/link/:token", showLink(world))
	app.post("/login/link/:token", ownForm(world), takeLink(world))
	app.get("/login/code", showCode(world))
	app.post("/login/code", ownForm(world), takeCode(world))
	app.get("/login/passkey", showPasskey(world))
	app.post("/login/passkey", ownForm(world), takePasskey(world))
	app.post("/logout", ownForm(world), takeSignOut(world))
	app.get("/sign-up", showSignUp(world))
	app.post("/sign-up", ownForm(world), takeSignUp(world))
	app.get("/sign-up/request/:token", showRequest(world))
	app.get("/invite/:token", showInvite(world))
	app.get("/.well-known/change-password", (c) => c.redirect("/settings/password"))
	app.route("/", settingsRoutes(world, elsewhere))
	app.route("/", mediaRoutes(world, elsewhere))
	app.route("/", adminRoutes(world, examine, elsewhere))
	app.post("/language", ownForm(world), takeLanguage(world))
	app.get("/:handle{@[^/]+}", async (c) => showHandle(c, world))
	app.route("/", joiningRoutes(world, elsewhere))
	app.route("/", speakingRoutes(world, elsewhere))
	app.route("/", groupRoutes(world, elsewhere))
	app.route("/", policyRoutes(world))
	app.route("/", feedRoutes(world))
	app.route("/", notificationRoutes(world))
	app.route("/", readingRoutes(world))
	app.route("/", voiceRoutes(world))
	app.get("/:handle{@[^/]+}/tags/:tag", showTag(world))
	app.get(`/:handle{@[^/]+}/t/:thread{${uuid}.*}`, async (c) => showThread(c, world))
	app.post(`/:handle{@[^/]+}/vote/:id{${uuid}}`, ownForm(world), takeVote(world))
	app.get("/:handle{@[^/]+}/decisions", showDecisions(world))
	app.get(`/:handle{@[^/]+}/status/:event{${uuid}}`, showStatus(world))
	app.get(`/:handle{@[^/]+}/appeal/:event{${uuid}}`, showAppeal(world))
	app.post(`/:handle{@[^/]+}/appeal/:event{${uuid}}`, ownForm(world), takeAppeal(world))
	app.get("/:handle{@[^/]+}/desk", showDesk(world))
	app.get(`/:handle{@[^/]+}/desk/who/:person{${uuid}}`, showPersonAtDesk(world))
	app.post("/:handle{@[^/]+}/desk/:deed{[a-z-]+}", ownForm(world), takeDeed(world))
	app.get(`/ap/posts/:id{${uuid}}`, (c) => toThread(c, world))
	app.get(`/ap/posts/:id{${uuid}}/:part{create|replies}`, (c) => toThread(c, world))
	app.get(`/ap/threads/:id{${uuid}}`, (c) => toThread(c, world))
	// What people coming from Lemmy, PieFed, NodeBB or Mastodon type out of habit.
	for (const habit of ["/c/:handle", "/m/:handle", "/groups/:handle", "/users/:handle", "/u/:handle"])
		app.get(habit, (c) => c.redirect(`/@${encodeURIComponent(c.req.param("handle") ?? "")}`))
	app.notFound((c) => missing(c, world))
	return app
}

const showHandle = async (c: Context, world: World) => {
	const elsewhere = await groupElsewhere(c, world)
	if (elsewhere && !youOf(c)) return c.redirect(elsewhere.url)
	if (elsewhere) return showGroup(c, world, elsewhere)
	const typed = handleIn(c)
	const actor = typed ? await findLocalActor(world.db, typed) : null
	if (!actor || actor.kind === "server") return missing(c, world)
	if (typed !== actor.handle) return c.redirect(`/@${actor.handle}`)
	if (actor.goneAt) return showGone(c, world, actor)
	if (actor.kind === "person") return showPerson(c, world, actor)
	const group = await findGroup(world.db, actor.id)
	if (!group) return missing(c, world)
	return showGroup(c, world, group)
}

/** What stands where a group for everybody has closed; of anything else nobody learns that it was there. */
const showGone = async (c: Context, world: World, actor: Actor) => {
	const group = actor.kind === "group" ? await findGroup(world.db, actor.id) : null
	return group?.visibility === "public" ? closedPage(c, world, group) : missing(c, world)
}

const showGroup = async (c: Context, world: World, group: Group) => {
	const [you, after] = [youOf(c), readPlace(c.req.query("after"))]
	const looking = you && { actorId: you.id, groupId: group.id, placeId: group.id }
	const since = looking && !after ? await lookAt(c, world, looking) : null
	const props = await gatherGroup(world, you, group, { after, since })
	const serve = wantsToBeFound(group) && !after ? openPage : page
	return serve(c, <GroupPage {...props} home={homeIn(c, world)} />)
}

const showThread = async (c: Context, world: World) => {
	const elsewhere = await groupElsewhere(c, world)
	if (elsewhere && !youOf(c)) return c.redirect(elsewhere.url)
	const group = elsewhere ?? (await groupIn(c, world))
	const [you, placeId] = [youOf(c), c.req.param("thread")!.slice(0, 36)]
	const look = async () =>
		you && group ? lookAt(c, world, { actorId: you.id, groupId: group.id, placeId }) : null
	const props = group ? await gatherThread(world, you, group, placeId, look) : null
	if (!props) return missing(c, world)
	const serve = props.preview ? openPage : page
	return serve(c, <ThreadPage {...props} home={homeIn(c, world)} />)
}

/** A post's permanent address leads people to it in its thread. */
const toThread = async (c: Context, world: World) => {
	const read = await readPost(world.db, viewerOf(youOf(c)), c.req.param("id")!)
	const group = read ? await findGroup(world.db, read.groupId) : null
	if (!read || !group) return missing(c, world)
	c.header("Vary", "Accept")
	return c.redirect(`${threadPath(group, { ...read.post, title: null })}#post-${read.post.id}`)
}
