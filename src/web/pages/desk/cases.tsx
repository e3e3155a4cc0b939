import type { Child } from "hono/jsx"
import { Say, t } from "../../language.tsx"
import { AllAbout } from "./all-about.tsx"
import { Appeal } from "./appeals.tsx"
import type { AppealView, DeskPageProps, DeskPerson, HeldView, ReportView } from "./views.ts"
import { Held, Report, Request, Who } from "./waiting.tsx"
import { Taken } from "./words.tsx"

type Case = {
	/** Null where nobody knows whom it is about. */
	person: DeskPerson | null
	reports: ReportView[]
	appeals: AppealView[]
	requests: DeskPageProps["requests"]
	held: HeldView[]
}

/** What waits, by whom it is about: those about whom somebody complains first, then who would like to come in. */
const casesOf = ({
	reports,
	appeals,
	requests,
	held,
}: Pick<DeskPageProps, "reports" | "appeals" | "requests" | "held">): Case[] => {
	const cases = new Map<string, Case>()
	const about = (person: DeskPerson | null, else_: string): Case => {
		const key = person?.id ?? else_
		const known = cases.get(key) ?? { person, reports: [], appeals: [], requests: [], held: [] }
		cases.set(key, known)
		return known
	}
	for (const report of reports) about(report.subject, report.id).reports.push(report)
	for (const appeal of appeals) about(appeal.person, appeal.person.id).appeals.push(appeal)
	for (const request of requests) about(request.person, request.person.id).requests.push(request)
	for (const one of held) about(one.author, one.author.id).held.push(one)
	return [...cases.values()]
}

type Around = Pick<DeskPageProps, "server" | "group" | "now" | "holders">

const CaseOf = ({ one, holders, ...around }: { one: Case } & Around) => {
	const { person } = one
	return (
		<li>
			<h3 class="whom">
				{person ? <Who person={person} server={around.server} /> : t("Somebody who is not known here")}
			</h3>
			{person && (
				<p>
					<AllAbout group={around.group} person={person} />
				</p>
			)}
			<ul class="case">
				{one.reports.map((report) => (
					<Report report={report} {...around} />
				))}
				{one.appeals.map((appeal) => (
					<Appeal appeal={appeal} group={around.group} now={around.now} />
				))}
				{one.requests.map((request) => (
					<Request request={request} {...around} />
				))}
				{one.held.map((held) => (
					<Held held={held} {...around} />
				))}
			</ul>
			{person && <Taken group={around.group} person={person} holder={holders[person.id]} />}
		</li>
	)
}

/** What somebody has to look at, person by person, each with what can be done about it. */
export const Waiting = (props: DeskPageProps & { children?: Child }) => {
	const { piles, more, server, group, now, holders, letters } = props
	const cases = casesOf(props)
	if (cases.length + piles.length === 0 && !letters)
		return <p class="lede">{t("Nothing waits for you. The kettle is all yours.")}</p>
	return (
		<>
			{letters && (
				<p>
					<a class="plain" href={`/@${group.handle}/desk/letters`}>
						<span>
							<Say text="Somebody wrote to those who look after {{group}}." group={<bdi>{group.name}</bdi>} />
						</span>
					</a>
				</p>
			)}
			{props.children}
			{cases.length > 0 && (
				<section class="section" aria-labelledby="waiting">
					<h2 id="waiting">{t("What waits")}</h2>
					<ol class="slips">
						{cases.map((one) => (
							<CaseOf one={one} server={server} group={group} now={now} holders={holders} />
						))}
					</ol>
				</section>
			)}
			{more && <p class="quiet">{t("There is more. It shows when these are done.")}</p>}
		</>
	)
}
