import type { Context } from "hono"
import { passwordProblem } from "../accounts/account.ts"
import { nameProblem } from "../groups/group.ts"
import { handleProblem } from "../people/actor.ts"
import { setUp, setupTokenHolds } from "../set-up.ts"
import type { World } from "../world.ts"
import { formOf } from "./forms.ts"
import { gatherServer } from "./gather.ts"
import { t } from "./language.tsx"
import { page } from "./page.ts"
import { MessagePage } from "./pages/message.tsx"
import { SetupDonePage, SetupPage } from "./pages/setup.tsx"

const names = ["server_name", "name", "password", "group_handle", "group_name"] as const
type Fields = Record<(typeof names)[number], string>

/** The first page an operator sees: opened by a link that works once. */
export const showSetup = (world: World) => async (c: Context) => {
	const token = c.req.query("token") ?? ""
	if (!(await setupTokenHolds(world, token))) return closed(c, world)
	return page(c, <SetupPage server={await gatherServer(world, null)} fields={{}} errors={{}} token={token} />)
}

export const takeSetup = (world: World) => async (c: Context) => {
	const form = await formOf(c)
	const token = form.token || (c.req.query("token") ?? "")
	if (!(await setupTokenHolds(world, token))) return closed(c, world)
	const fields = Object.fromEntries(names.map((name) => [name, form[name] ?? ""])) as Fields
	const server = await gatherServer(world, null)
	const again = (errors: Record<string, string>) => {
		const { password: _, ...kept } = fields
		return page(c, <SetupPage server={server} fields={kept} errors={errors} token={token} />, 422)
	}
	const errors = problemsOf(fields)
	if (Object.keys(errors).length > 0) return again(errors)
	const result = await setUp(world, {
		token,
		serverName: fields.server_name,
		name: fields.name,
		password: fields.password,
		groupHandle: fields.group_handle,
		groupName: fields.group_name,
	})
	if (!result.ok) return result.code === "gone" ? closed(c, world) : again({ form: result.reason })
	const { handle, host, name } = result.value
	return page(c, <SetupDonePage server={await gatherServer(world, null)} group={{ handle, host, name }} />)
}

const problemsOf = (fields: Fields): Record<string, string> => {
	const groupHandle = fields.group_handle.replace(/^[@!]/, "").toLowerCase()
	const name = fields.name.replace(/^@/, "").toLowerCase()
	const problems: Record<keyof Fields, string | null> = {
		server_name: nameProblem(fields.server_name),
		name: handleProblem(name),
		password: passwordProblem(fields.password),
		group_handle:
			handleProblem(groupHandle) ??
			(groupHandle === name ? "The group needs another name than you: both live in one namespace." : null),
		group_name: nameProblem(fields.group_name),
	}
	return Object.fromEntries(Object.entries(problems).filter(([, problem]) => problem !== null)) as Record<
		string,
		string
	>
}

const closed = async (c: Context, world: World) =>
	page(
		c,
		<MessagePage
			server={await gatherServer(world, null)}
			title={t("This link is closed")}
			text={t(
				"A setup link opens once, within half an hour of the start. If the server is not set up yet, start it again: it prints a new link.",
			)}
			action={{ href: "/", label: t("To the first page") }}
		/>,
		410,
	)
