import type { AddressInfo } from "node:net"
import { serve } from "@hono/node-server"
import { type Context, Hono, type MiddlewareHandler } from "hono"
import { accepted } from "../../src/web/accepted-language.ts"
import { t } from "../../src/web/language.tsx"
import { favicon, stylesheet } from "../../src/web/layout.tsx"
import { AboutPage } from "../../src/web/pages/about.tsx"
import { GroupPage } from "../../src/web/pages/group.tsx"
import { HomePage } from "../../src/web/pages/home.tsx"
import { ByHandPage } from "../../src/web/pages/joining/by-hand.tsx"
import { FollowPage } from "../../src/web/pages/joining/follow.tsx"
import { FromHomePage } from "../../src/web/pages/joining/from-home.tsx"
import { JoinPage } from "../../src/web/pages/joining/join.tsx"
import { MessagePage } from "../../src/web/pages/message.tsx"
import { GroupAboutPage } from "../../src/web/pages/reading/about.tsx"
import { OwnHomePage } from "../../src/web/pages/reading/home.tsx"
import { PeoplePage } from "../../src/web/pages/reading/people.tsx"
import { SearchPage } from "../../src/web/pages/reading/search.tsx"
import { WeekPage } from "../../src/web/pages/reading/week.tsx"
import { SetupDonePage, SetupPage } from "../../src/web/pages/setup.tsx"
import { TagPage } from "../../src/web/pages/tag.tsx"
import { ThreadPage } from "../../src/web/pages/thread.tsx"
import { VisitCodePage } from "../../src/web/pages/visiting/code.tsx"
import { ElsewherePage, NoWayPage } from "../../src/web/pages/visiting/elsewhere.tsx"
import { VisitingPage } from "../../src/web/pages/visiting/visiting.tsx"
import { readAs } from "../../src/web/reader.ts"
import { script } from "../../src/web/script.ts"
import {
	conversations,
	doors,
	group,
	now,
	people,
	polls,
	posts,
	rooms,
	server,
	serverAbout,
	waiting,
} from "./sample-views.ts"

const csp =
	"default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

const errors = {
	password: "A password has at least 10 characters. Four or five ordinary words make a good one.",
	group_handle: "A handle has 2 to 30 letters a to z, digits or underscores, like book_club.",
	token: "This form is from another window; please send it once more.",
}
const typed = {
	server_name: "The Lantern",
	name: "ana",
	group_name: "The Thursday Book Club",
	group_handle: "Book Club",
}

const inside = { ...server, you: { name: "Ana", handle: "ana", desks: [] } }

/** Every page with something on it, by the path it answers at. */
export const pages = {
	"/": () => <HomePage server={server} groups={doors} />,
	"/empty": () => <HomePage server={{ name: "Snug", origin: server.origin }} groups={[]} />,
	"/home": () => (
		<OwnHomePage server={inside} rooms={rooms} waiting={waiting} others={doors.slice(2)} opens now={now} />
	),
	"/home/new": () => (
		<OwnHomePage server={inside} rooms={[]} waiting={[]} others={doors} opens={false} now={now} />
	),
	"/@bookclub/seen": () => (
		<GroupPage
			server={inside}
			group={group}
			conversations={conversations}
			first
			since={conversations[1]!.activeAt}
			membership={{ state: "member", path: "/@bookclub", mayWrite: true }}
			now={now}
		/>
	),
	"/@bookclub/t/seen": () => (
		<ThreadPage
			server={server}
			group={group}
			posts={posts.map((post, index) => ({ ...post, fresh: index > 3, inReplyToHref: "#p1" }))}
			since={conversations[1]!.at}
			now={now}
		/>
	),
	"/about": () => (
		<AboutPage
			server={server}
			aboutHtml={`<p>${serverAbout}</p>`}
			contact="@ana@mastodon.example"
			sourceUrl="https://source.example/snug"
		/>
	),
	"/@bookclub": () => (
		<GroupPage server={server} group={group} conversations={conversations} first now={now} />
	),
	"/@bookclub/older": () => (
		<GroupPage
			server={server}
			group={group}
			conversations={conversations}
			next="/@bookclub/older"
			first={false}
			now={now}
		/>
	),
	"/@quiet": () => (
		<GroupPage
			server={server}
			group={{
				...group,
				handle: "quiet",
				hue: 205,
				rulesHtml: "",
				joining: "approval",
				posting: "members",
				moderators: [],
			}}
			conversations={[]}
			first
			now={now}
		/>
	),
	"/@bookclub/people": () => (
		<PeoplePage server={server} group={group} people={people} all next="/@bookclub/people?after=1" first />
	),
	"/@bookclub/search": () => (
		<SearchPage
			server={server}
			group={{ ...group, path: "/@bookclub" }}
			words="the empty house"
			found={conversations}
			next="/@bookclub/search?q=1"
			now={now}
		/>
	),
	"/@bookclub/w": () => (
		<WeekPage
			server={server}
			group={{ ...group, path: "/@bookclub" }}
			days="16–22 November 2026"
			conversations={conversations}
			earlier={{ href: "/@bookclub/w/2026-W46", days: "9–15 November 2026" }}
			later={{ href: "/@bookclub/w/2026-W48", days: "28 December 2026 – 3 January 2027" }}
			now={now}
		/>
	),
	"/@bookclub/about": () => (
		<GroupAboutPage
			server={server}
			group={group}
			openedAt={conversations[3]!.at}
			servers={["lemmy.example", "mastodon.example", "a.very.long.server.name.example", "others"]}
			now={now}
		/>
	),
	"/@bookclub/tags/soup": () => (
		<TagPage
			server={server}
			group={{ ...group, path: "/@bookclub" }}
			tag="soup"
			posts={conversations}
			next="/@bookclub/tags/soup?after=1"
			feeds="https://lantern.example/@bookclub/tags/soup"
			now={now}
		/>
	),
	"/@bookclub/t/1": () => <ThreadPage server={server} group={group} posts={posts} now={now} />,
	"/@bookclub/t/2": () => <ThreadPage server={server} group={group} posts={polls} now={now} />,
	"/@bookclub/join": () => (
		<JoinPage
			server={server}
			group={group}
			home="@ana@nowhere"
			wrong="That server does not answer just now. Is there a slip in its name?"
		/>
	),
	"/@bookclub/by-hand": () => (
		<ByHandPage server={server} group={group} software="nodebb" host="a-rather-long-name.forum.example" />
	),
	"/@bookclub/t/1/from-home": () => (
		<FromHomePage
			server={server}
			group={group}
			post={posts[0]!}
			action="/@bookclub/t/1/from-home"
			to="1"
			home="@ana@social.example"
			now={now}
		/>
	),
	"/login/elsewhere": () => <ElsewherePage server={server} home="@ana@social.example" next="/" />,
	"/login/elsewhere/none": () => (
		<NoWayPage server={server} host="a-rather-long-name.forum.example" home="@ana@forum.example" next="/" />
	),
	"/login/elsewhere/code": () => (
		<VisitCodePage
			server={server}
			wrong="That code does not fit. It works for ten minutes, in the browser that asked for it."
		/>
	),
	"/visiting": () => (
		<VisitingPage
			server={{ ...server, you: { name: "Ana Maria", handle: "ana", desks: [], guest: true } }}
			you={{ name: "Ana Maria", handle: "@ana@social.example", url: "https://social.example/@ana" }}
			host="social.example"
			places={[
				{ handle: "bookclub", name: "The Thursday Book Club", state: "member" },
				{ handle: "quiet", name: "A quiet place with a rather long name", state: "asked" },
			]}
		/>
	),
	"/authorize_interaction": () => (
		<FollowPage
			server={server}
			group={{
				name: "News from the Harbour",
				handle: "@harbour@news.example",
				url: "https://news.example/@harbour",
			}}
			uri="https://news.example/ap/groups/1"
		/>
	),
	"/setup": () => <SetupPage server={server} fields={{}} errors={{}} token="t0ken" />,
	"/setup/again": () => <SetupPage server={server} fields={typed} errors={errors} token="t0ken" />,
	"/setup/done": () => <SetupDonePage server={server} group={group} />,
	"/lost": () => (
		<MessagePage
			server={server}
			title={t("There is nothing here")}
			text={t(
				"Perhaps it was taken back, perhaps the address has a slip in it, or it is not for everyone to see.",
			)}
			action={{ href: "/", label: t("To the first page") }}
		/>
	),
}

const show = (c: Context, page: unknown) => {
	c.header("Content-Security-Policy", csp)
	return c.html(String(page))
}

/** Answers in the language a browser asks for, as the real server does. */
const readsAsAsked: MiddlewareHandler = (c, next) =>
	readAs({ locale: accepted(c.req.header("accept-language")) ?? "en", zone: "UTC" }, next)

/** Serves the sample pages on a free port of this machine, under the policy the real server uses. */
export const serveSamples = async (
	more: Record<string, () => unknown> = {},
): Promise<{ origin: string; close(): Promise<void> }> => {
	const app = new Hono()
	app.use(readsAsAsked)
	app.get(stylesheet.path, (c) => c.body(stylesheet.text, 200, { "Content-Type": "text/css; charset=utf-8" }))
	app.get(script.path, (c) => c.body(script.text, 200, { "Content-Type": "text/javascript" }))
	app.get("/favicon.svg", (c) => c.body(favicon, 200, { "Content-Type": "image/svg+xml" }))
	app.get("/:handle{@.+}/qr.svg", (c) => c.body(favicon, 200, { "Content-Type": "image/svg+xml" }))
	app.get("/manifest.webmanifest", (c) => c.json({ name: "The Lantern" }))
	app.get("/hue/:hue", (c) =>
		show(
			c,
			<GroupPage
				server={server}
				group={{ ...group, hue: Number(c.req.param("hue")) }}
				conversations={conversations}
				first
				now={now}
			/>,
		),
	)
	for (const [path, page] of Object.entries({ ...pages, ...more })) app.get(path, (c) => show(c, page()))
	app.post("/setup", async (c) => {
		const form = await c.req.parseBody()
		const fields = Object.fromEntries(Object.entries(form).map(([name, value]) => [name, String(value)]))
		const refused: Record<string, string> =
			fields.group_handle === "bookclub" ? {} : { group_handle: errors.group_handle }
		if (fields.token !== "t0ken" || Object.keys(refused).length > 0)
			return show(c, <SetupPage server={server} fields={fields} errors={refused} token="t0ken" />)
		return show(c, <SetupDonePage server={server} group={group} />)
	})
	return new Promise((resolve) => {
		const listening = serve({ fetch: app.fetch, port: 0, hostname: "127.0.0.1" }, (address: AddressInfo) =>
			resolve({
				origin: `http://127.0.0.1:${address.port}`,
				close: () => new Promise((done) => listening.close(() => done())),
			}),
		)
	})
}
