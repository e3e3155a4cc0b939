import type { Child } from "hono/jsx"
import { t } from "../../language.tsx"
import { Around, type Changing, WayBack } from "../around.tsx"

/** What every page of the operator is told. */
export type AdminFrameProps = Changing & { now: Date }

/** Around each page of the operator: back to all of them, or to where `back` says. */
export const AdminFrame = ({
	back,
	...props
}: AdminFrameProps & {
	title: string
	lede?: string
	back?: { href: string; label: string }
	children?: Child
}) => {
	const all = t("Running this server")
	return (
		<Around {...props} back={<WayBack to={back?.href ?? "/admin"} name={back?.label ?? all} label={all} />} />
	)
}
