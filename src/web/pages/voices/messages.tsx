import { raw } from "hono/html"
import { Say, t } from "../../language.tsx"
import type { MessageView } from "../../voices/views.ts"
import { When } from "../when.tsx"

/** What was written back and forth, the oldest first. */
export const Messages = ({ messages, now }: { messages: MessageView[]; now: Date }) => (
	<ol class="slips messages">
		{messages.map(({ id, who, by, html, at }) => (
			<li id={`letter-${id}`} class={who === null ? "mine" : undefined}>
				<p class="from">
					<span class="name">{who === null ? t("You") : <bdi>{who}</bdi>}</span>{" "}
					{by && (
						<span class="quiet">
							<Say text="written by {{name}}, which is not told" name={<bdi>{by}</bdi>} />
						</span>
					)}{" "}
					<span class="quiet">
						<When at={at} now={now} />
					</span>
				</p>
				<div class="prose" dir="auto">
					{raw(html)}
				</div>
			</li>
		))}
	</ol>
)
