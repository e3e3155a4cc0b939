import { hueClass } from "../../hues.ts"
import { Door, Flower } from "../../icons.tsx"
import { Say, t } from "../../language.tsx"
import { Layout, type ServerView } from "../../layout.tsx"
import { DoorCard, type DoorView } from "../home.tsx"
import { Names } from "../names.tsx"
import { When } from "../when.tsx"

/** One of the reader's groups, and who wrote in it since they last looked. */
export type RoomView = {
	path: string
	handle: string
	name: string
	hue: number
	/** The server of a group that lives elsewhere. */
	host?: string
	/** Why there is nothing to read yet: they asked to come in, or its server has not answered. */
	asked?: boolean
	wrote: string[]
	since: Date
}

/** Something that waits for the reader, in a sentence of its kind, and where it is. */
export type WaitingView =
	| { kind: "requests" | "held" | "reports" | "letters"; group: string; href: string }
	| { kind: "draft"; group: string; words: string; href: string }

export type OwnHomeProps = {
	server: ServerView
	rooms: RoomView[]
	waiting: WaitingView[]
	/** Groups of this server that they are not in. */
	others: DoorView[]
	/** Whether they may open a group. */
	opens: boolean
	now: Date
}

const Room = ({ room, now }: { room: RoomView; now: Date }) => (
	<li class={hueClass(room.hue)}>
		<Door handle={room.handle} hue={room.hue} />
		<div>
			<h3 dir="auto">
				<a href={room.path}>{room.name}</a>
			</h3>
			{room.host && (
				<p class="quiet">
					<Say text="on {{host}}" host={<bdi dir="ltr">{room.host}</bdi>} />
				</p>
			)}
			{room.asked ? (
				<p class="quiet">{t("You asked to come in, and wait for an answer.")}</p>
			) : room.wrote.length > 0 ? (
				<p class="news">
					<Say
						text="{{people}} wrote since {{when}}."
						people={<Names of={room.wrote} />}
						when={<When at={room.since} now={now} />}
					/>
				</p>
			) : (
				<p class="quiet">{t("Nothing new.")}</p>
			)}
		</div>
	</li>
)

const Matter = ({ one }: { one: WaitingView }) => {
	const group = <bdi>{one.group}</bdi>
	if (one.kind === "draft") {
		const words = <bdi>{one.words || t("no words yet")}</bdi>
		return <Say text="You began to write to {{group}}: {{words}}" group={group} words={words} />
	}
	if (one.kind === "requests") return <Say text="Somebody asks to come into {{group}}." group={group} />
	if (one.kind === "held") return <Say text="A post waits for a look in {{group}}." group={group} />
	if (one.kind === "letters")
		return <Say text="Somebody wrote to those who look after {{group}}." group={group} />
	return <Say text="Somebody complained in {{group}}." group={group} />
}

const Waiting = ({ waiting }: { waiting: WaitingView[] }) => (
	<section class="section" aria-labelledby="waiting">
		<h2 id="waiting">{t("Waiting for you")}</h2>
		<ul class="slips small waits">
			{waiting.map((one) => (
				<li>
					<a class="plain" href={one.href}>
						<span>
							<Matter one={one} />
						</span>
					</a>
				</li>
			))}
		</ul>
	</section>
)

const isNew = ({ wrote }: RoomView): boolean => wrote.length > 0

/** The first page of somebody who is signed in: their groups, what is new in them, what waits, and an end. */
export const OwnHomePage = ({ server, rooms, waiting, others, opens, now }: OwnHomeProps) => (
	<Layout title={server.name} server={server} home>
		<h1 dir="auto">{server.name}</h1>
		<section class="section" aria-labelledby="rooms">
			<h2 id="rooms">{t("Your groups")}</h2>
			{rooms.length === 0 ? (
				<p class="lede">
					{t("You are in no group yet. Open a door, look around, and come in where you like it.")}
				</p>
			) : (
				<ul class="doors own">
					{rooms.map((room) => (
						<Room room={room} now={now} />
					))}
				</ul>
			)}
		</section>
		{waiting.length > 0 && <Waiting waiting={waiting} />}
		{rooms.length > 0 && (
			<>
				<Flower />
				<p class="caught-up">
					{rooms.some(isNew)
						? t("That is all there is.")
						: waiting.length > 0
							? t("You have read everything.")
							: t("You’re caught up.")}
				</p>
			</>
		)}
		{(others.length > 0 || opens) && (
			<section class="section" aria-labelledby="others">
				<h2 id="others">
					{others.length === 0
						? t("A door of your own")
						: rooms.length > 0
							? t("Other doors here")
							: t("The groups here")}
				</h2>
				{others.length > 0 && (
					<ul class="doors">
						{others.map((group) => (
							<DoorCard group={group} />
						))}
					</ul>
				)}
				{opens && (
					<p class="open">
						<a class="button second" href="/groups/new">
							{t("Open a group")}
						</a>
					</p>
				)}
			</section>
		)}
	</Layout>
)
