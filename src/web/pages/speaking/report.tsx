import { limits } from "../../../limits.ts"
import { Say, t } from "../../language.tsx"
import { Layout, type ServerView } from "../../layout.tsx"
import { Letter } from "../letter.tsx"
import { Names } from "../names.tsx"
import type { PostView } from "../views.ts"
import type { GroupDoor } from "./views.ts"
import { Back } from "./write.tsx"

export type ReportPageProps = {
	server: ServerView
	group: GroupDoor
	action: string
	post: PostView
	/** Who looks after the group here, by name. */
	hosts: string[]
	/** The server of its author, if that is another one. */
	authorHost: string | null
	typed: { words: string; about: string; forward: boolean }
	refused?: string
	now: Date
}

const Where = ({ group, hosts }: Pick<ReportPageProps, "group" | "hosts">) => (
	<p class="reach">
		<strong>{t("Where does this go?")}</strong>{" "}
		{group.elsewhere ? (
			<Say
				text="To the people who look after {{group}} on {{host}}, in your name: that server asks for one."
				group={<bdi>{group.name}</bdi>}
				host={<bdi>{group.host}</bdi>}
			/>
		) : hosts.length > 0 ? (
			<Say
				text="To the people who look after {{group}}: {{names}}. They see that it comes from you; whoever it is about does not, unless they are one of them."
				group={<bdi>{group.name}</bdi>}
				names={<Names of={hosts} />}
			/>
		) : (
			<Say
				text="To the people who look after {{group}}. They see that it comes from you; whoever it is about does not, unless they are one of them."
				group={<bdi>{group.name}</bdi>}
			/>
		)}
	</p>
)

const About = ({ post, about }: { post: PostView; about: string }) => (
	<fieldset class="asking">
		<legend>{t("What is it about?")}</legend>
		<label class="check">
			<input type="radio" name="about" value="post" checked={about !== "author"} />
			<span>{t("This post")}</span>
		</label>
		<label class="check">
			<input type="radio" name="about" value="author" checked={about === "author"} />
			<span>
				<Say text="{{name}}, and how they behave here" name={<bdi>{post.author.name}</bdi>} />
			</span>
		</label>
	</fieldset>
)

/** The form by which somebody tells those who look after a group that something is wrong. */
export const ReportPage = (props: ReportPageProps) => {
	const { server, group, action, post, authorHost, typed, refused, now } = props
	return (
		<Layout title={t("Report it")} server={server} hue={group.hue}>
			<Back group={group} />
			<h1 class="title">{t("Report it")}</h1>
			{refused && (
				<p class="alarm" role="alert">
					{t(refused)}
				</p>
			)}
			<div class="enclosure">
				<Letter post={post} now={now} server={server} />
			</div>
			<form method="post" action={action}>
				<About post={post} about={typed.about} />
				<div class="field">
					<label for="words">{t("What is wrong?")}</label>
					<p class="hint" id="words-hint">
						{t("A sentence or two is enough.")}
					</p>
					<textarea
						id="words"
						name="words"
						rows={4}
						maxlength={limits.reportTyped}
						dir="auto"
						aria-describedby="words-hint"
					>
						{typed.words}
					</textarea>
				</div>
				{authorHost && !group.elsewhere && (
					<label class="check">
						<input type="checkbox" name="forward" value="yes" checked={typed.forward} />
						<span>
							<Say
								text="Tell the people who look after {{host}} as well; they are not told who reported, unless their server asks for a name."
								host={<bdi>{authorHost}</bdi>}
							/>
						</span>
					</label>
				)}
				<Where group={group} hosts={props.hosts} />
				<div class="choice">
					<button class="button" type="submit">
						{t("Send the report")}
					</button>
				</div>
			</form>
		</Layout>
	)
}
