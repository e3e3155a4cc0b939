import type { DomainList, ListedDomain } from "../../../../../db/borders/lists.ts"
import type { Tie } from "../../../../../db/borders/ties.ts"
import { Say, t } from "../../../language.tsx"
import { AdminFrame, type AdminFrameProps } from "../frame.tsx"
import { rulingSentences, Tick, Ties } from "./ruling.tsx"

export type ListPageProps = AdminFrameProps & {
	list: DomainList
	drafts: ListedDomain[]
	/** Whether more waits than is shown. */
	more: boolean
	/** What was decided about before. */
	rest: ListedDomain[]
	/** Who would be cut off, under each domain. */
	ties: ReadonlyMap<string, Tie[]>
}

const Line = ({ line, ties }: { line: ListedDomain; ties: Tie[] }) => (
	<li>
		{/* What cuts off somebody here is ticked by hand. */}
		<Tick name="domain" value={line.domain} label={line.domain} ticked={ties.length === 0} />
		{rulingSentences(line).map((sentence) => (
			<p class="quiet">{sentence}</p>
		))}
		{line.publicReason && (
			<p class="why" dir="auto">
				{line.publicReason}
			</p>
		)}
		{ties.length > 0 && (
			<>
				<p>{t("It would cut off:")}</p>
				<Ties ties={ties} />
			</>
		)}
	</li>
)

const Deeds = ({ more }: { more: boolean }) => (
	<div class="choice">
		<button class="button" type="submit" name="deed" value="take">
			{t("Take over what is ticked")}
		</button>
		<button class="button second" type="submit" name="deed" value="pass-over">
			{t("Pass over what is ticked")}
		</button>
		{more && (
			<button class="button second" type="submit" name="deed" value="take-all">
				{t("Take over all of it, and what is not shown")}
			</button>
		)}
		<button class="button second" type="submit" name="deed" value="pass-over-all">
			{t("Pass over all of it")}
		</button>
	</div>
)

const Rest = ({ list, rest }: ListPageProps) => (
	<form class="section" method="post" action={`/admin/servers/lists/${list.id}`}>
		<h2>{t("What was decided about it")}</h2>
		<ul class="slips small">
			{rest.map((line) => (
				<li>
					<Tick name="domain" value={line.domain} label={line.domain} />
					{line.state === "counts" ? (
						rulingSentences(line).map((sentence) => <p class="quiet">{sentence}</p>)
					) : (
						<p class="quiet">{t("Passed over")}</p>
					)}
				</li>
			))}
		</ul>
		<div class="choice">
			<button class="button second" type="submit" name="deed" value="take">
				{t("Let what is ticked count")}
			</button>
			<button class="button second" type="submit" name="deed" value="pass-over">
				{t("Let what is ticked count no longer")}
			</button>
		</div>
	</form>
)

/** One list: what it would change, and whom that touches, before any of it counts. */
export const ListPage = (props: ListPageProps) => {
	const { list, drafts, more, ties } = props
	const back = { href: "/admin/servers/lists", label: t("Lists of servers") }
	const lede =
		list.way === "at-once"
			? t("What stands on it counts at once.")
			: t("Nothing of this counts before you take it over.")
	return (
		<AdminFrame {...props} back={back} title={list.name} lede={lede}>
			{drafts.length === 0 && <p>{t("Nothing of it waits for you.")}</p>}
			{drafts.length > 0 && (
				<form method="post" action={`/admin/servers/lists/${list.id}`}>
					<ul class="slips small">
						{drafts.map((line) => (
							<Line line={line} ties={ties.get(line.domain) ?? []} />
						))}
					</ul>
					{more && <p class="quiet">{t("There is more on it than is shown here.")}</p>}
					<Deeds more={more} />
				</form>
			)}
			{props.rest.length > 0 && <Rest {...props} />}
			{list.url && (
				<p class="section quiet">
					<Say text="It is read at {{address}}." address={<bdi dir="ltr">{list.url}</bdi>} />
				</p>
			)}
		</AdminFrame>
	)
}
